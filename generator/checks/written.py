"""The texts of a brief as readers see them: the CommonMark of brief.yml and article.md, each with its place and its item."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator.items import ItemRef
from generator.items.fields import Location
from generator.parsing import ParsedBrief
from generator.text.embedding import Embedding, embedding
from generator.text.places import Span
from generator.text.reading import Reading, read


@dataclass(frozen=True)
class Written:
    """A text of a brief: its Markdown (`source`) and where that stands. `location` is None for article.md."""

    parsed: ParsedBrief
    location: Location | None
    item: ItemRef | None
    source: str

    @cached_property
    def span(self) -> Span:
        """All of it, as it is written in its file."""
        article = None if self.location else self.parsed.article
        return article.span(0, len(article.body)) if article else self.parsed.span(*(self.location or ()))

    @cached_property
    def reading(self) -> Reading:
        """Its words without markup, and its links."""
        return read(self.source)

    def may_have(self, marks: str) -> bool:
        """Whether one of some characters may stand in its words: a quick look, for entities of HTML stand for any."""
        return any(mark in self.source for mark in ("&", *marks))

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
            around = self.around(number)
            places = embedding(reading.words[first:last], around.words, escapes=self.location is not None)
            self._embeddings[number] = first, last, around, places
        return self._embeddings[number]

    @cached_property
    def _embeddings(self) -> dict[int, tuple[int, int, Span, Embedding]]:
        return {}

    def around(self, number: int) -> Span:
        """Where a block of its reading stands: in article.md from the line in which it begins to that in which one begins after it."""
        if self.location:
            return self.span
        text, lines = self.span.text, self.reading.lines
        after = bisect_right(lines, lines[number])
        following = lines[after] if after < len(lines) else text.line_count
        return Span(text, text.line_span(min(lines[number] + 1, text.line_count))[0], text.line_span(min(following, text.line_count))[1])
