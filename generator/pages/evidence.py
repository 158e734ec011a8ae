"""Evidence as a reader sees it: the exact words, a little of what stands around them, and the ways to the source."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encode

from generator.items import ItemRef
from generator.pages.nodes import Link, SourcePlace, Words
from generator.pages.views import TEXT_DIRECTIVE, EvidenceView

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing

FRAGMENT_WORDS = 5


def evidence_view(viewing: Viewing, item: ItemRef, index: int, number: int, via: tuple[Link, ...]) -> EvidenceView:
    """The view of one passage; `number` counts the brief's passages, `index` the item's; `via` is how its words came."""
    excerpt = viewing.shown.excerpts[item, index]
    anchor = excerpt.anchor
    source = viewing.sources[anchor.source]
    url = viewing.shown.sources[anchor.source].source.url
    return EvidenceView(
        number=number,
        place=SourcePlace(viewing.shown.slug, anchor.source, item, index),
        pieces=tuple(Words(words, source.language) for words in excerpt.words),
        before=Words(excerpt.before, source.language),
        after=Words(excerpt.after, source.language),
        language=source.language,
        source=source,
        kind_words=viewing.wording.label("source kind", anchor.kind),
        tier=anchor.tier.value,
        tier_words=viewing.wording.label("tier", anchor.tier.value),
        line=anchor.line,
        live_url=live_url(url, excerpt.through) if url and excerpt.through else url,
        via=via,
    )


def live_url(url: str, words: str) -> str:
    """The address with a text fragment (WICG Scroll to Text Fragment), which lets a browser mark the words."""
    parts = words.split()
    if len(parts) <= 2 * FRAGMENT_WORDS:
        fragment = _encoded(parts)
    else:
        fragment = f"{_encoded(parts[:FRAGMENT_WORDS])},{_encoded(parts[-FRAGMENT_WORDS:])}"
    return f"{url}{'' if '#' in url else '#'}{TEXT_DIRECTIVE}text={fragment}"


def _encoded(words: list[str]) -> str:
    return percent_encode(" ".join(words), safe="").replace("-", "%2D")
