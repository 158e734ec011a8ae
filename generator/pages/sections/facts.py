"""The facts: what is known, reported, claimed or refuted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.items import Fact
from generator.items.fields import Entry
from generator.pages.nodes import Date
from generator.pages.views import ItemView

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


SUREST_FIRST = ("confirmed", "reported", "claimed", "disputed", "unverified", "refuted")


@dataclass(frozen=True)
class FactView(ItemView):
    """A fact, its status in words and what that means. `rank` is the place of its status, the surest first."""

    model = Fact

    status_words: str
    status_meaning: str
    confidence_words: str | None
    rank: int
    own_day: Date | None  # as of when, unless a source of it is of that day


def content(viewing: Viewing) -> tuple[FactView, ...]:
    """All facts, in the editor's order."""
    return tuple(_fact(viewing, entry) for entry in viewing.each(Fact))


def _fact(viewing: Viewing, entry: Entry[Fact]) -> FactView:
    fact, label = entry.item, viewing.wording.label
    days = {viewing.sources[passage.source]["published"] for passage in fact.evidence}
    day = viewing.day(fact.as_of)
    return viewing.view(
        FactView,
        entry,
        status_words=label("fact status", fact.status),
        status_meaning=label("meaning of a fact status", fact.status),
        confidence_words=label("confidence", fact.confidence) if fact.confidence else None,
        rank=SUREST_FIRST.index(fact.status),
        own_day=None if day in days else day,
    )
