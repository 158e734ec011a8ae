"""Source files as text with segments: which lines are of which kind."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.items import Segment, Source
from generator.prose.dialogue import dialogue
from generator.prose.languages.guess import guess_language
from generator.text.matching import Source as Prepared
from generator.text.matching.structure import Quotations
from generator.text.places import Text

_TELLING = 2000  # characters that tell a text's language


@dataclass(frozen=True)
class Run:
    """A stretch of consecutive lines of one segment: offsets, kind, the segment's note."""

    start: int
    end: int
    kind: str
    note: str | None = None


@dataclass(frozen=True)
class SourceText:
    """A source and its text, with line feeds for line ends. `runs` cover the whole text in order, none is empty; `digest` is its SHA-256.

    `is_pinned` says that the file is the one that the source names by its hash.
    """

    source: Source
    text: Text
    digest: str
    runs: tuple[Run, ...]
    is_pinned: bool = True

    @cached_property
    def prepared(self) -> Prepared:
        """The text made ready for matching."""
        return Prepared(self.text.body, tuple((run.start, run.end) for run in self.runs))

    @cached_property
    def speech(self) -> Quotations:
        """What stands in it as somebody's words: in quotation marks, in block quotes, in dialogue."""
        marked = self.prepared.quotations
        return Quotations.of((*marked.pairs, *dialogue(self.text.body, self.prepared.paragraphs)))

    @cached_property
    def tag(self) -> str | None:
        """Its language as it says, else as its first words tell; None where nobody knows."""
        return self.source.language or guess_language(self.text.body[:_TELLING])

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]

    def run(self, offset: int) -> Run:
        """The run in which `offset` lies."""
        return self.runs[max(0, bisect_right(self._starts, offset) - 1)]


def runs(source: Source, text: Text) -> tuple[Run, ...]:
    """The runs of a text by its segments; lines in no segment are of the source's own kind."""
    return tuple(_runs(source, text)) or (Run(0, len(text.body), source.kind),)


def _runs(source: Source, text: Text) -> Iterator[Run]:
    position = 0
    for segment in sorted(source.segments, key=lambda segment: segment.lines):
        first, last = segment.lines
        if first > text.line_count:
            break
        start, end = text.line_span(first)[0], text.line_span(min(last, text.line_count))[1]
        if start > position:
            yield Run(position, start, source.kind)
            position = start
        if end > position:
            yield Run(position, end, segment.kind, segment.note)
            position = end
    if position < len(text.body):
        yield Run(position, len(text.body), source.kind)


def misplaced(segments: tuple[Segment, ...], text: Text) -> Iterator[tuple[int, str]]:
    """Segments that overlap an earlier one or lie outside the file: index and what is wrong."""
    last_line = text.line_count
    taken: list[tuple[int, int]] = []
    for index, segment in enumerate(segments):
        first, last = segment.lines
        if last > last_line:
            yield index, f"lines {first}-{last} go beyond the file's last line, {last_line}"
        clash = next(((a, b) for a, b in taken if first <= b and a <= last), None)
        if clash:
            yield index, f"lines {first}-{last} overlap the segment {clash[0]}-{clash[1]}"
        taken.append((first, last))
