"""What of a source goes public: the cited words and a little of what stands around them, all of it, or nothing.

Decided by the source's `publish`. Whoever makes pages, data or prints gets these values and never the source text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from generator.checks import Anchor
from generator.items import Source
from generator.parsing import SourceText
from generator.text.matching import Source as Prepared
from generator.text.matching import matches

CONTEXT = 90  # characters of context on either side


@dataclass(frozen=True)
class Piece:
    """Words of a passage that stand together: offsets in the decoded file, their SHA-256, and the words unless the source is withheld."""

    start: int
    end: int
    digest: str
    words: str | None


@dataclass(frozen=True)
class Excerpt:
    """A passage as readers get it. `through` are the source's words from its first piece to its last, for a link that marks them."""

    anchor: Anchor
    pieces: tuple[Piece, ...]
    before: str = ""
    after: str = ""
    through: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The exact words, piece by piece, with line ends as spaces; none where the source is withheld."""
        return tuple(" ".join(piece.words.split()) for piece in self.pieces if piece.words is not None)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a source that readers may see: where it begins, its words, its kind, and whether text before it was left out."""

    start: int
    line: int
    text: str
    kind: str
    gap: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class PublicSource:
    """A source as readers get it: what is known of it, its digest, and the paragraphs that may be shown."""

    source: Source
    digest: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def has_page(self) -> bool:
        """Whether its words may be shown in context."""
        return self.source.publish != "none"

    @property
    def is_full(self) -> bool:
        return self.source.publish == "full"


def excerpt(text: SourceText, anchor: Anchor) -> Excerpt:
    """What readers get of one anchored passage."""
    body, hidden = text.text.body, text.source.publish == "none"
    pieces = tuple(
        Piece(start, end, sha256(body[start:end].encode()).hexdigest(), None if hidden else body[start:end]) for start, end in anchor.pieces
    )
    return Excerpt(anchor, pieces) if hidden else Excerpt(anchor, pieces, *_surroundings(text, anchor), body[anchor.start : anchor.end])


def public_source(text: SourceText, pieces: Sequence[tuple[int, int]]) -> PublicSource:
    """What readers get of a source of which public items and texts cite the words in `pieces`, offsets in its text."""
    return PublicSource(text.source, text.digest, tuple(_paragraphs(text, pieces)))


def _paragraphs(text: SourceText, pieces: Sequence[tuple[int, int]]) -> Iterator[Paragraph]:
    is_whole = text.source.publish == "full"
    if text.source.publish == "none" or not (pieces or is_whole):  # then no paragraph is looked for
        return
    gap = False
    for start, end, kind in _stretches(text):
        if is_whole or any(first < end and last > start for first, last in pieces):
            yield Paragraph(start, text.text.line_column(start)[0], text.text.body[start:end], kind, gap)
            gap = False
        else:
            gap = True


def _stretches(text: SourceText) -> Iterator[tuple[int, int, str]]:
    """The paragraphs, cut where another segment begins: citing words of one segment shows nothing of its neighbour."""
    for first, last in text.prepared.paragraphs:
        start = first
        while start < last:
            run = text.run(start)
            shown = text.text.body[start : min(last, run.end)]
            if shown.strip():
                yield start, start + len(shown.rstrip()), run.kind
            start = run.end


def stands_between(text: SourceText, anchor: Anchor, prefix: str, suffix: str) -> bool:
    """Whether the words that are to stand right before and after the anchored ones are of the same paragraph and segment."""
    first, last = _around(text, anchor)
    stretch = Prepared(text.text.body[first:last], ((0, last - first),))
    return any(True for _ in matches(stretch, text.text.body[anchor.start : anchor.end], prefix, suffix))


def _around(text: SourceText, anchor: Anchor) -> tuple[int, int]:
    """Where the paragraph of the anchored words begins and that of the last of them ends, as far as their segment goes."""
    run = text.run(anchor.start)
    first, _ = text.prepared.paragraph(anchor.start)
    _, last = text.prepared.paragraph(anchor.end - 1)
    return max(first, run.start), min(last, run.end)


def _surroundings(text: SourceText, anchor: Anchor) -> tuple[str, str]:
    """What stands before and after the words in their paragraph and segment, shortened at words."""
    first, last = _around(text, anchor)
    return _last_words(text.text.body[first : anchor.start]), _first_words(text.text.body[anchor.end : last])


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
