"""The corrections: what was wrong and has been put right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.items import Correction, ItemRef
from generator.items.fields import references
from generator.pages.nodes import Link, PartPlace
from generator.pages.views import ItemView

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


@dataclass(frozen=True)
class CorrectionView(ItemView):
    """A correction; `item` leads to what it concerns, by its kind."""

    model = Correction

    kind_words: str
    item: Link | None


def content(viewing: Viewing) -> tuple[CorrectionView, ...]:
    """The corrections, the newest first."""
    entries = sorted(viewing.each(Correction), key=lambda entry: entry.item.date, reverse=True)
    return tuple(
        viewing.view(
            CorrectionView, entry, kind_words=viewing.wording.label("correction kind", entry.item.kind), item=_item(viewing, entry.item)
        )
        for entry in entries
    )


def _item(viewing: Viewing, correction: Correction) -> Link | None:
    link = next((viewing.link(reference) for reference in references(correction)), None)
    return (
        Link(viewing.wording.label("item", link.to.part.kind), link.to)
        if link and isinstance(link.to, PartPlace) and isinstance(link.to.part, ItemRef)
        else None
    )
