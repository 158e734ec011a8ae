"""The evidence in context, `/<slug>/sources/<id>/`: what a brief cites of a source, where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from generator.library import excerpts
from generator.library.public import PublicBrief
from generator.pages.addresses import page_of
from generator.pages.artifacts import Outline, Page
from generator.pages.contexts import OfBrief
from generator.pages.nodes import Link, PartPlace, SourcePlace, Words
from generator.pages.outputs import linked_data
from generator.pages.outputs.ready import Ready
from generator.pages.sections.sources import SourceView
from generator.pages.writer import PageWriter
from generator.wording.wording import Wording


@dataclass(frozen=True)
class Stretch:
    """Words of a paragraph, cited or not; `places` are the passages that begin here, `items` what cites them."""

    words: Words
    cited: bool
    places: tuple[SourcePlace, ...]
    items: tuple[Link, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a source; `gap` says that text was left out before it, `kind` what it is if not of the source's kind."""

    line: int
    gap: bool
    kind: str | None
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class SourcePage(OfBrief):
    """The page of a source: what a brief cites of it, in context."""

    template = "site/source.html.j2"

    source: SourceView
    paragraphs: tuple[Paragraph, ...]


def source_pages(ready: Ready) -> Iterator[Page]:
    """One page for each source that may be shown."""
    for source in ready.view.section("sources"):
        if source.page:
            yield _page(ready, source, source.page, tuple(_paragraphs(ready, source)))


def _page(ready: Ready, source: SourceView, place: SourcePlace, paragraphs: tuple[Paragraph, ...]) -> Page:
    site, view, address = ready.site, ready.view, page_of(place)
    title = ready.wording.gettext("{title} – evidence in context", title=source.title)
    places = (place for paragraph in paragraphs for stretch in paragraph.stretches for place in stretch.places)
    writer = PageWriter(site, address, view.language, places)
    html = ready.renderer.render(writer, SourcePage(site, view, "web", source, paragraphs))
    graph = linked_data.of_source(ready, source, place, title)
    return Page(
        address=address,
        title=title,
        description=ready.wording.gettext("What “{title}” cites of this source, word for word.", title=view.title.words),
        language=source.language,
        direction=view.direction,
        html=html,
        ids=frozenset(writer.given),
        listed=False,
        mark=view.mark,
        graph=graph,
        outline=Outline.of(html, graph),
    )


class _Piece(NamedTuple):
    """Cited words: where they stand, the passage that begins with them, and the item that cites them, where one does."""

    start: int
    end: int
    place: SourcePlace | None
    item: Link | None


def _paragraphs(ready: Ready, source: SourceView) -> Iterator[Paragraph]:
    """The paragraphs that may be shown, with cited words marked."""
    shown, wording = ready.dossier.shown, ready.wording
    known = shown.sources[source["id"]]
    cited = (*_pieces(shown, source["id"], wording), *_quoted(shown, source["id"]))
    pieces = sorted(cited, key=lambda piece: piece[:2])
    for paragraph in known.paragraphs:
        inside = [piece for piece in pieces if piece.start < paragraph.end and piece.end > paragraph.start]
        kind = wording.label("source kind", paragraph.kind) if paragraph.kind != known.source.kind else None
        yield Paragraph(paragraph.line, paragraph.gap, kind, tuple(_stretches(paragraph, source.language, inside)))


def _pieces(shown: PublicBrief, source: str, wording: Wording) -> Iterator[_Piece]:
    for (ref, number), excerpt in shown.excerpts.items():
        if excerpt.anchor.source == source:
            citing = Link(wording.label("item", ref.kind), PartPlace(shown.slug, ref))
            for index, piece in enumerate(excerpt.pieces):
                place = None if index else SourcePlace(shown.slug, source, ref, number)
                yield _Piece(piece.start, piece.end, place, citing)


def _quoted(shown: PublicBrief, source: str) -> Iterator[_Piece]:
    """The words that texts of the brief have in quotation marks."""
    for words, proof in shown.proofs.items():
        for index, (start, end) in enumerate(proof.pieces if proof.source == source else ()):
            yield _Piece(start, end, None if index else SourcePlace(shown.slug, source, words=words), None)


def _stretches(paragraph: excerpts.Paragraph, language: str, pieces: list[_Piece]) -> Iterator[Stretch]:
    """A paragraph cut at the bounds of cited words; where citations overlap, their common words are one stretch."""
    start, end = paragraph.start, paragraph.end
    cuts = {start, end, *(max(start, piece.start) for piece in pieces), *(min(end, piece.end) for piece in pieces)}
    for left, right in pairwise(sorted(cuts)):
        over = [piece for piece in pieces if piece.start < right and piece.end > left]
        yield Stretch(
            words=Words(paragraph.text[left - start : right - start], language),
            cited=bool(over),
            places=tuple(piece.place for piece in over if piece.place and piece.start == left),
            items=tuple(dict.fromkeys(piece.item for piece in over if piece.item and piece.end == right)),
        )
