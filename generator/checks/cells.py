"""B120, B124: each cell of a table has a column, for tables drop the others without a word (GitHub Flavored Markdown 0.29, 4.10).

Ordinary pages are MkDocs's to make, and its tables drop what ours drop; but a `|` in code or in an expression of a template divides
no cells there, and comments and raw HTML have no tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from generator.checks.context import Context
from generator.checks.written import Written
from generator.text.finding import Finding
from generator.text.headings import body_of
from generator.text.markdown import blocks, parsed
from generator.text.patterns import compiled
from generator.text.places import Span, Text

_LINE_END = compiled(r"\r\n?|\n")
_BEFORE = compiled(r"[\s>]*\|?")  # a row may stand in block quotes
_DIVISION = compiled(r"(?<!\\)\|")
_UNDER_HEAD = frozenset(" \t>|:-")  # all that the line under a table's head has
_RUN = compiled("`+")
_UNDIVIDED = (("{{", "}}"), ("{%", "%}"))
_APART = (("<!--", "-->"), ("<pre", "</pre>"), ("<script", "</script>"), ("<style", "</style>"))


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
            yield Finding("B120", _message(cell), _place(text, cell), _FIX, item=text.item)


def in_page(page: Text) -> Iterator[Finding]:
    """The rows of the tables of an ordinary page."""
    lines = _LINE_END.split(page.body)
    if not any("-" in line and "|" in line and _UNDER_HEAD.issuperset(line) for line in lines):
        return
    body = body_of(page.body)
    for opens, closes in _APART:
        body = _blanked(body, opens, closes)
    veiled = "\n".join(map(_veiled, _LINE_END.split(body)))
    for found in _lost(blocks(veiled), veiled.split("\n")):
        cell = found._replace(row=lines[found.line])
        yield Finding("B124", _message(cell), _at(page, cell), _FIX)


_FIX = "give the head another cell, or join two of the row's; a `|` that divides nothing is written `\\|`"


def _message(cell: Lost) -> str:
    return f"“{cell.words}” has no column: the table's head has fewer cells than this row, and nobody would see it"


def lost(source: str) -> Iterator[Lost]:
    """What the rows of a text's tables have beyond their columns."""
    return _lost(parsed(source), _LINE_END.split(source))


def _lost(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Lost]:
    columns = 0
    for token in tokens:
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


def _veiled(line: str) -> str:
    """A line of the same length in which nothing divides that stands in code or in an expression of a template."""
    for opens, closes in _UNDIVIDED:
        line = _blanked(line, opens, closes)
    runs = list(_RUN.finditer(line)) if "|" in line else []
    closing: dict[int, re.Match[str]] = {}
    ends: dict[int, int] = {}
    for run in reversed(runs):  # code ends with the next run of as many marks
        after = closing.get(len(run[0]))
        closing[len(run[0])] = run
        if after:
            ends[run.start()] = after.end()
    parts, at = [], 0
    for run in runs:
        if run.start() >= at and (end := ends.get(run.start())):
            parts += [line[at : run.start()], line[run.start() : end].replace("|", " ")]
            at = end
    return "".join((*parts, line[at:]))


def _blanked(text: str, opens: str, closes: str) -> str:
    """A text of the same lines and columns without what stands between two marks."""
    parts, at = [], 0
    while (start := text.find(opens, at)) >= 0 and (end := text.find(closes, start)) >= 0:
        parts += [text[at:start], re.sub(r"[^\r\n]", " ", text[start:end])]
        at = end
    return "".join((*parts, text[at:]))


def _place(text: Written, cell: Lost) -> Span:
    if text.location:
        return (text.span.find(cell.row.strip()) or text.span).narrow(cell.words)
    return _at(text.span.text, cell)


def _at(text: Text, cell: Lost) -> Span:
    start = text.line_span(cell.line + 1)[0] + cell.start
    return Span(text, start, text.line_span(cell.line + 1)[1]).narrow(cell.words)
