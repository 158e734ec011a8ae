"""What happened, across briefs: `/timeline/`, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.items import Event
from generator.pages.artifacts import Page
from generator.pages.nodes import Date, Link, PartPlace, Rich
from generator.pages.outputs.indexes.paging import Entry, Group, IndexPage, index_pages
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.sections.timeline import EventView
from generator.wording.labels import N_

INDEX = "timeline/"
HEADING = N_("Timeline")
INTRO = N_("What happened when, across all briefs, the newest first.")


@dataclass(frozen=True)
class IndexedEvent:
    """An event, the fact that it tells of where there is one, and the brief whose timeline has it."""

    date: Date
    text: Rich
    fact: PartPlace | None
    brief: Link


@dataclass(frozen=True)
class EventGroup(Group):
    """The events of a year."""

    entries: tuple[IndexedEvent, ...]


@dataclass(frozen=True)
class TimelineIndex(IndexPage):
    """The events of all briefs."""

    template = "site/timeline.html.j2"
    group = EventGroup


def timeline(collection: Collection) -> Iterator[Page]:
    """The timeline of all briefs, where they have any."""
    wording = collection.wording
    found = [(ready, event) for ready in collection.listed for event in getattr(ready.view.section("timeline"), "items", ())]
    dated = sorted(((_event(ready, event), ready, event) for ready, event in found), key=lambda entry: entry[0].begins, reverse=True)
    entries = (Entry(str(item.begins.year), _indexed(ready, event)) for item, ready, event in dated)
    yield from index_pages(collection, INDEX, TimelineIndex, wording.gettext(HEADING), wording.gettext(INTRO), entries, "foot")


def _event(ready: Ready, event: EventView) -> Event:
    item = ready.items[event.ref]
    if not isinstance(item, Event):
        raise TypeError(f"{event.ref} is no event")
    return item


def _indexed(ready: Ready, event: EventView) -> IndexedEvent:
    brief = Link(ready.view.title.words, PartPlace(ready.view.slug, "timeline"))
    return IndexedEvent(event.date, event.text, event.fact, brief)
