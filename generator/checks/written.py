"""The texts of a brief as readers see them: the CommonMark of brief.yml and article.md, each with its place and its item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.context import Context
from generator.items import ItemRef
from generator.items.fields import Location
from generator.text.places import Span
from generator.text.reading import Reading, read


@dataclass(frozen=True)
class Written:
    """A text as it is read. `location` is None for article.md; `span` is where its Markdown stands."""

    location: Location | None
    item: ItemRef | None
    reading: Reading
    span: Span

    def place(self, start: int, end: int) -> Span:
        """Where some of its words stand in the file: in article.md in their line, in brief.yml as near as markup and escapes let it be."""
        words = self.reading.words[start:end]
        around = self.span if self.location else _line(self.span, self.reading.line(start))
        first = 0 if self.location else self.reading.words.rfind("\n", 0, start) + 1
        for part in (words, *words.split("\n")[:1], *words.split()[:1]):  # markup may stand between the words
            found = around.narrow(part)
            for _ in range(self.reading.words.count(part, first, start)):
                rest = Span(around.text, found.end, around.end)
                found = following if (following := rest.narrow(part)) != rest else found
            if found != around:
                return found
        return around


def written(context: Context) -> Iterator[Written]:
    """Every text of a brief."""
    parsed = context.parsed
    for field in context.texts:
        yield Written(field.location, field.item, read(field.text), parsed.span(*field.location))
    if parsed.article:
        yield Written(None, None, read(parsed.article.body), parsed.article.span(0, len(parsed.article.body)))


def _line(span: Span, line: int) -> Span:
    """From a line of a text, counted from 0, to the end of the text."""
    return span.text.span(span.text.line_span(min(line + 1, span.text.line_count))[0], span.end)
