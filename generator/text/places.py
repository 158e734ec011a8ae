"""Decoded text with a path, and places in it.

Everything else points into a `Text` by `Span`. Offsets count code points of the decoded
file, so `body[start:end]` are the words, whatever the encoding, the line ends or the script.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_LINE_END = re.compile(r"\r\n|\r|\n")
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True)
class Text:
    """A decoded file.

    `path` is relative to the publication's root, with forward slashes; `body` is the whole decoded
    file, a byte order mark included, so that offsets agree with `bytes.decode("utf-8")`.
    """

    path: str
    body: str

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first code point of each line; a line ends with LF, CRLF or CR."""
        return (0, *(match.end() for match in _LINE_END.finditer(self.body)))

    def line_column(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column (in code points) of `offset`; a byte order mark has no column."""
        index = bisect_right(self.line_starts, offset) - 1
        start = self.line_starts[index]
        if start == 0 and self.body.startswith(BYTE_ORDER_MARK):
            start = min(1, offset)
        return index + 1, offset - start + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a 1-based line and column; the inverse of `line_column`."""
        start = self.line_starts[line - 1]
        if start == 0 and self.body.startswith(BYTE_ORDER_MARK):
            start = 1
        return start + column - 1

    def line(self, number: int) -> str:
        """The 1-based line without its line end and without a byte order mark."""
        start, end = self.line_span(number)
        return self.body[start:end].rstrip("\r\n").removeprefix(BYTE_ORDER_MARK)

    def line_span(self, number: int) -> tuple[int, int]:
        """Start and end offset of a 1-based line, its line end included."""
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.body)
        return self.line_starts[number - 1], end

    @property
    def line_count(self) -> int:
        """How many lines an editor shows; a final line end opens no further line."""
        return len(self.line_starts) - (self.line_starts[-1] == len(self.body) and len(self.line_starts) > 1)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The span from `start` to `end` (both 0: the place at the very top)."""
        return Span(self, start, start if end is None else end)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, half open: `text.body[start:end]`."""

    text: Text
    start: int
    end: int

    @property
    def path(self) -> str:
        return self.text.path

    @property
    def words(self) -> str:
        return self.text.body[self.start : self.end]

    @property
    def line(self) -> int:
        return self.text.line_column(self.start)[0]

    @property
    def column(self) -> int:
        return self.text.line_column(self.start)[1]

    @property
    def end_line(self) -> int:
        return self.text.line_column(self.end)[0]

    @property
    def end_column(self) -> int:
        return self.text.line_column(self.end)[1]

    def narrow(self, words: str) -> Span:
        """The first place of `words` inside this span, or this span where they do not stand."""
        return (self.find(words) if words else None) or self

    def find(self, words: str) -> Span | None:
        """The first place of `words` inside this span.

        They may be written over several lines, or with the doubled marks and escapes of a YAML scalar (YAML 1.2.2, 5.7 and 7.3). A place
        where they are no part of longer ones (the 5 in 15) comes before one where they are.
        """
        broken = _BREAK if "\\" in self.words else ""
        written = broken.join(_written(part) for part in _PARTS.findall(words))
        found = re.search(rf"(?<![\w.,]){written}(?!\w|[.,]\d)", self.words) or re.search(written, self.words)
        return Span(self.text, self.start + found.start(), self.start + found.end()) if found else None


_PARTS = re.compile(r"\s+|\S")
_BREAK = r"(?:\\\r?\n[ \t]*)?"  # in double quotes, a backslash at the end of a line continues a word
_MARKED = {"'": "''?", '"': r'\\?"', "\\": r"\\\\?", "/": r"\\?/"}


def _written(part: str) -> str:
    """A pattern for the ways in which white space, or another character, may be written."""
    if part.isspace():
        return r"(?:\s|\\[ tn_NLP]|\\\r?\n)+"
    code = ord(part)
    if code < 0x80:
        return _MARKED.get(part) or re.escape(part)
    return rf"(?:{part}|\\(?i:x{code:02x}|u{code:04x}|U{code:08x}))"
