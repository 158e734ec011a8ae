"""B120: each cell of a table has a column, for tables drop the others without a word (GitHub Flavored Markdown 0.29, 4.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.context import Context
from generator.checks.written import Written
from generator.text.finding import Finding
from generator.text.markdown import parsed
from generator.text.places import Span

_LINE_END = re.compile(r"\r\n?|\n")
_BEFORE = re.compile(r"[\s>]*\|?")  # a row may stand in block quotes
_DIVISION = re.compile(r"(?<!\\)\|")


class Lost(NamedTuple):
    """The words from the first cell of a row that has no column: the row, its line counted from 0, and where they begin in it."""

    row: str
    line: int
    start: int

    @property
    def words(self) -> str:
        return self.row[self.start :].strip(" \t|")


def check(context: Context) -> Iterator[Finding]:
    """The rows of all tables, in all texts."""
    for text in context.written:
        for cell in lost(text.source) if "|" in text.source else ():
            message = f"“{cell.words}” has no column: the table's head has fewer cells than this row, and nobody would see it"
            yield Finding("B120", message, _place(text, cell), _FIX, item=text.item)


_FIX = "give the head another cell, or join two of the row's; a `|` that divides nothing is written `\\|`"


def lost(source: str) -> Iterator[Lost]:
    """What the rows of a text's tables have beyond their columns."""
    lines = _LINE_END.split(source)
    columns = 0
    for token in parsed(source):
        if token.type == "thead_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and columns and token.map:
            row = lines[token.map[0]]
            first = _BEFORE.match(row).end()  # type: ignore[union-attr]
            starts = [first, *(division.end() for division in _DIVISION.finditer(row, first))]
            cell = Lost(row, token.map[0], starts[columns]) if len(starts) > columns else None
            if cell and cell.words:
                yield cell


def _place(text: Written, cell: Lost) -> Span:
    if text.location:
        return (text.span.find(cell.row.strip()) or text.span).narrow(cell.words)
    whole = text.span.text
    start = whole.line_span(cell.line + 1)[0] + cell.start
    return Span(whole, start, whole.line_span(cell.line + 1)[1]).narrow(cell.words)
