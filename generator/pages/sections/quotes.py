"""The quotes: what actors said, in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.items import Quote
from generator.items.fields import Entry
from generator.pages.nodes import Words
from generator.pages.sections.actors import caution
from generator.pages.views import ItemView

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


@dataclass(frozen=True)
class QuoteView(ItemView):
    """A quote with the marks of the page's language around it, in the language of its source, or of the page where we translated it."""

    model = Quote

    text: Words
    speaker_role: str
    original: Words | None
    caution: str  # why the speaker stands in a labelled box, or empty


def content(viewing: Viewing) -> tuple[QuoteView, ...]:
    """All quotes, in the editor's order."""
    return tuple(_quote(viewing, entry) for entry in viewing.each(Quote))


def _quote(viewing: Viewing, entry: Entry[Quote]) -> QuoteView:
    quote, speaker = entry.item, viewing.shown.actors[entry.item.speaker]
    words = viewing.wording.quoted(" ".join(quote.text.split()))
    excerpt = viewing.shown.excerpts.get((entry.ref, 0))
    is_ours = excerpt is not None and excerpt.anchor.is_original
    return viewing.view(
        QuoteView,
        entry,
        text=Words(words, viewing.language if is_ours else viewing.sources[quote.source].language),
        speaker_role=speaker.role[-1].role if speaker.role else "",
        original=Words(quote.original.text, quote.original.language) if quote.original else None,
        caution=caution(viewing, speaker),
    )
