"""What happened, across briefs: `/timeline/`, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.items import Event
from generator.pages.artifacts import Page
from generator.pages.nodes import Date, Link, PartPlace, Words
from generator.pages.outputs.indexes.paging import Entry, Group, IndexPage, index_pages
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.records import EventRecord, IndexedEvent
from generator.pages.sections.timeline import EventView
from generator.wording.labels import N_

INDEX = "timeline/"
HEADING = N_("Timeline")
INTRO = N_("What happened when, across all briefs, the newest first.")


@dataclass(frozen=True)
class EventGroup(Group):
    """The events of a year."""

    entries: tuple[IndexedEvent, ...]


@dataclass(frozen=True)
class TimelineIndex(IndexPage):
    """The events of all briefs."""

    template = "site/timeline.html.j2"
    group = EventGroup

    @staticmethod
    def shown(entry: EventRecord) -> IndexedEvent:
        return entry.event


def timeline(collection: Collection) -> Iterator[Page]:
    """The timeline of all briefs, where they have any."""
    wording = collection.wording
    found = sorted(collection.each(lambda record: record.events), key=lambda one: one[0].begins, reverse=True)
    entries = (Entry(str(one.begins.year), one, made_of) for one, made_of in found)
    yield from index_pages(collection, INDEX, TimelineIndex, wording.gettext(HEADING), wording.gettext(INTRO), entries, "foot")


def event_record(ready: Ready, event: EventView) -> EventRecord:
    """An event of a brief."""
    item = ready.items[event.ref]
    if not isinstance(item, Event):
        raise TypeError(f"{event.ref} is no event")
    brief = Link(ready.view.title.words, PartPlace(ready.view.slug, "timeline"))
    day = ready.site_wording.edtf(item.date)
    return EventRecord(item.begins, IndexedEvent(Date(day.iso, Words(day.words, ready.site.language)), event.text, event.fact, brief))
