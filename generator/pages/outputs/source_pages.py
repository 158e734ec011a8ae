"""The evidence in context, `/<slug>/sources/<id>/`: what a brief cites of a source, where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.checks import Anchor, CheckedBrief
from generator.items import Item
from generator.items.fields import each
from generator.library.library import Library
from generator.pages.artifacts import Page
from generator.pages.evidence import anchor_name
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView
from generator.parsing import SourceText
from generator.wording import SOURCE_KIND


@dataclass(frozen=True)
class Stretch:
    """Words of a paragraph, cited or not; `ids` are the passages that begin here, `items` what cites them."""

    text: str
    cited: bool
    ids: tuple[str, ...] = ()
    items: tuple[tuple[str, str], ...] = ()  # address on the brief's page, words


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a source; `gap` says that text was left out before it, `kind` what it is if not of the source's kind."""

    line: int
    gap: bool
    kind: str | None
    stretches: tuple[Stretch, ...]


def source_pages(library: Library, renderer: Renderer, checked: CheckedBrief, view: BriefView) -> Iterator[Page]:
    """One page for each source that may be shown."""
    if view.withdrawn:
        return
    for source in view.sources:
        text = checked.sources[source.id]
        if source.page is None:
            continue
        paragraphs = tuple(_paragraphs(library, checked, text))
        html = renderer.render(
            "site/source.html.j2", brief=view, source=source, paragraphs=paragraphs, site=library.site, full=_is_full(text)
        )
        yield Page(
            address=f"{view.slug}/{source.page}",
            title=f"{source.title} – evidence in context",
            description=f"What “{view.title_text}” cites of this source, word for word.",
            language=source.language,
            direction=view.direction,
            html=html,
            listed=False,
            mark=view.mark,
        )


def _is_full(text: SourceText) -> bool:
    return text.source.publish == "full"


def _paragraphs(library: Library, checked: CheckedBrief, text: SourceText) -> Iterator[Paragraph]:
    """The paragraphs that are cited (all of them, where the source is published in full), with cited words marked."""
    pieces = sorted(_pieces(library, checked, text.source.id))
    gap = False
    for start, end in text.prepared.paragraphs:
        inside = [piece for piece in pieces if piece[0] < end and piece[1] > start]
        if not inside and not _is_full(text):
            gap = True
            continue
        kind = text.run(start).kind
        shown = SOURCE_KIND[kind] if kind != text.source.kind else None
        stretches = tuple(_stretches(text.text.body, start, end, inside))
        yield Paragraph(text.text.line_column(start)[0], gap, shown, stretches)
        gap = False


_Piece = tuple[int, int, str, str, str]  # start, end, id (empty for later pieces), address, words


def _pieces(library: Library, checked: CheckedBrief, source: str) -> Iterator[_Piece]:
    draft = {ref for ref, _, item in each(checked.brief, Item) if item.draft and not library.preview}
    for (item, index), anchor in checked.anchors.items():
        if anchor.source != source or item in draft:
            continue
        for number, (start, end) in enumerate(anchor.pieces):
            yield start, end, "" if number else anchor_name(item, index), *_citing(anchor)


def _citing(anchor: Anchor) -> tuple[str, str]:
    kind, name = anchor.item
    return (f"#{kind}-{name}", kind) if kind != "event" else ("#timeline", "timeline")


def _stretches(body: str, start: int, end: int, pieces: list[_Piece]) -> Iterator[Stretch]:
    """A paragraph cut at the bounds of cited words; where citations overlap, their common words are one stretch."""
    cuts = sorted({start, end, *(max(start, piece[0]) for piece in pieces), *(min(end, piece[1]) for piece in pieces)})
    for left, right in pairwise(cuts):
        over = [piece for piece in pieces if piece[0] < right and piece[1] > left]
        ids = tuple(piece[2] for piece in over if piece[2] and piece[0] == left)
        items = tuple(dict.fromkeys((piece[3], piece[4]) for piece in over if piece[1] == right))
        yield Stretch(body[left:right], bool(over), ids, items)
