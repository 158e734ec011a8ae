"""The facts: what is known, reported, claimed or refuted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.items import Fact
from generator.pages.views import ItemView

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


@dataclass(frozen=True)
class FactView(ItemView):
    """A fact, its status in words and what that means."""

    model = Fact

    status_words: str
    status_meaning: str
    confidence_words: str | None


def content(viewing: Viewing) -> tuple[FactView, ...]:
    """All facts, in the editor's order."""
    return tuple(
        viewing.view(
            FactView,
            entry,
            status_words=viewing.wording.label("fact status", entry.item.status),
            status_meaning=viewing.wording.label("meaning of a fact status", entry.item.status),
            confidence_words=viewing.wording.label("confidence", entry.item.confidence) if entry.item.confidence else None,
        )
        for entry in viewing.each(Fact)
    )
