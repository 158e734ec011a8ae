"""The timeline: what happened when, as a list and as a drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.items import Event, ItemRef
from generator.items.fields import Entry
from generator.pages.nodes import Date, PartPlace, Rich
from generator.pages.timeline_svg import timeline_svg
from generator.pages.views import ItemView

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing

FEW = 5
WIDE = 20  # characters of a date that stands above its event on paper


@dataclass(frozen=True)
class EventView(ItemView):
    """An event; `fact` is the fact it tells of, where there is one."""

    model = Event

    date: Date
    text: Rich
    fact: PartPlace | None
    is_wide: bool


@dataclass(frozen=True)
class Timeline:
    """The events in order of time, and a drawing of them where it says more than the list."""

    items: tuple[EventView, ...]
    drawing: Markup | None
    is_short: bool


def content(viewing: Viewing) -> Timeline | None:
    """The timeline of a brief that has events."""
    entries = sorted(viewing.each(Event), key=lambda entry: entry.item.begins)
    drawing = timeline_svg([entry.item.date for entry in entries], viewing.wording)
    return Timeline(tuple(_event(viewing, entry) for entry in entries), drawing, len(entries) <= FEW) if entries else None


def _event(viewing: Viewing, entry: Entry[Event]) -> EventView:
    day = viewing.moment(entry.item.date)
    fact = ItemRef("fact", entry.item.fact) if entry.item.fact else None
    told = viewing.known[fact] if fact else entry.item
    return viewing.view(
        EventView,
        entry,
        date=day,
        text=viewing.inline(getattr(told, "text", "")),
        fact=viewing.place(fact) if fact else None,
        is_wide=len(str(day)) > WIDE,
    )
