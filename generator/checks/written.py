"""The texts of a brief as readers see them: the CommonMark of brief.yml and article.md, each with its place and its item."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.checks.context import Context
from generator.items import ItemRef
from generator.items.fields import Location
from generator.text.embedding import Embedding, embedding
from generator.text.places import Span
from generator.text.reading import Reading, read


@dataclass(frozen=True)
class Written:
    """A text: its Markdown (`source`) and where that stands. `location` is None for article.md."""

    location: Location | None
    item: ItemRef | None
    source: str
    span: Span

    @cached_property
    def reading(self) -> Reading:
        """Its words without markup, and its links."""
        return read(self.source)

    def may_have(self, marks: str) -> bool:
        """Whether one of some characters may stand in its words: a quick look, for entities of HTML stand for any."""
        return "&" in self.source or not self._characters.isdisjoint(marks)

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset(self.source)

    def place(self, start: int, end: int) -> Span:
        """Where some of its words stand in the file, as near as markup and escapes let it be."""
        first, last, around, places = self._embedded(start)
        words = self.reading.words[start:end]
        begun, ended = places.around(start - first, min(end, last) - first)
        near = Span(around.text, around.start + max(0, begun), around.start + ended)
        parts = (words, *words.split("\n")[:1], *words.split()[:1])  # markup may stand between the words
        return next((found for part in parts if part and (found := near.find(part))), near)

    def _embedded(self, offset: int) -> tuple[int, int, Span, Embedding]:
        """The part of the reading that has an offset, where it was written, and its places: in article.md block by block."""
        reading = self.reading
        number = -1 if self.location else reading.number(offset)
        if number not in self._embeddings:
            first, last = (0, len(reading.words)) if self.location else reading.blocks[number]
            around = self.span if self.location else self._lines(number)
            places = embedding(reading.words[first:last], around.words, escapes=self.location is not None)
            self._embeddings[number] = first, last, around, places
        return self._embeddings[number]

    @cached_property
    def _embeddings(self) -> dict[int, tuple[int, int, Span, Embedding]]:
        return {}

    def _lines(self, number: int) -> Span:
        """From the line in which a block begins to that in which one begins after it."""
        text, lines = self.span.text, self.reading.lines
        after = bisect_right(lines, lines[number])
        following = lines[after] if after < len(lines) else text.line_count
        return Span(text, text.line_span(min(lines[number] + 1, text.line_count))[0], text.line_span(min(following, text.line_count))[1])


def written(context: Context) -> Iterator[Written]:
    """Every text of a brief."""
    parsed = context.parsed
    for field in context.texts:
        yield Written(field.location, field.item, field.text, parsed.span(*field.location))
    if parsed.article:
        yield Written(None, None, parsed.article.body, parsed.article.span(0, len(parsed.article.body)))
