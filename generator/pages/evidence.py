"""Evidence as a reader sees it: the exact words, a little of what stands around them, and the ways to the source."""

from __future__ import annotations

from urllib.parse import quote as percent_encode

from generator.checks import Anchor, CheckedBrief
from generator.items import ItemRef
from generator.pages.views import EvidenceView, SourceView
from generator.parsing import SourceText
from generator.wording import SOURCE_KIND, TIER

CONTEXT = 90  # characters of context on either side
FRAGMENT_WORDS = 5


def evidence_view(checked: CheckedBrief, anchor: Anchor, number: int, index: int, source: SourceView, site_language: str) -> EvidenceView:
    """The view of one anchored passage; `number` counts the brief's passages, `index` the item's."""
    text = checked.sources[anchor.source]
    hidden = text.source.publish == "none"
    before, after = ("", "") if hidden else surroundings(text, anchor)
    name = anchor_name(anchor.item, index)
    words = text.text.body[anchor.start : anchor.end]
    return EvidenceView(
        number=number,
        anchor=name,
        pieces=() if hidden else pieces(text, anchor),
        before=before,
        after=after,
        language=text.source.language or checked.brief.language or site_language,
        source=source,
        kind_words=SOURCE_KIND[anchor.kind],
        tier=anchor.tier.value,
        tier_words=TIER[anchor.tier.value],
        line=anchor.line,
        live_url=live_url(text.source.url, words) if text.source.url and not hidden else text.source.url,
        page=f"{source.page}#{name}" if source.page else None,
    )


def anchor_name(item: ItemRef, index: int) -> str:
    """The id of a passage on its source's page."""
    return f"at-{item.kind}-{item.key}-{index + 1}"


def pieces(text: SourceText, anchor: Anchor) -> tuple[str, ...]:
    """The source's own words, piece by piece, with line ends as spaces."""
    return tuple(" ".join(text.text.body[start:end].split()) for start, end in anchor.pieces)


def surroundings(text: SourceText, anchor: Anchor) -> tuple[str, str]:
    """What stands before and after the words in their paragraph and segment, shortened at words."""
    run = text.run(anchor.start)
    first, _ = text.prepared.paragraph(anchor.start)
    _, last = text.prepared.paragraph(anchor.end - 1)
    before = text.text.body[max(first, run.start) : anchor.start]
    after = text.text.body[anchor.end : min(last, run.end)]
    return _last_words(before), _first_words(after)


def _last_words(words: str) -> str:
    flat = " ".join(words.split())
    tail = " " if words[-1:].isspace() else ""
    if len(flat) > CONTEXT:
        flat = "…\N{NO-BREAK SPACE}" + flat[-CONTEXT:].partition(" ")[2]
    return flat + tail if flat else ""


def _first_words(words: str) -> str:
    flat = " ".join(words.split())
    lead = " " if words[:1].isspace() else ""
    if len(flat) > CONTEXT:
        flat = flat[:CONTEXT].rpartition(" ")[0] + "\N{NO-BREAK SPACE}…"
    return lead + flat if flat else ""


def live_url(url: str, words: str) -> str:
    """The address with a text fragment (WICG Scroll to Text Fragment), which lets a browser mark the words."""
    parts = words.split()
    if len(parts) <= 2 * FRAGMENT_WORDS:
        fragment = _encoded(parts)
    else:
        fragment = f"{_encoded(parts[:FRAGMENT_WORDS])},{_encoded(parts[-FRAGMENT_WORDS:])}"
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _encoded(words: list[str]) -> str:
    return percent_encode(" ".join(words), safe="").replace("-", "%2D")
