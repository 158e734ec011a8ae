"""The structure of a source that matching needs: its paragraphs and its pairs of quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.text.matching.words import is_spaced_letter
from generator.text.quotation_marks import ALWAYS_OPENING, ANY, CLOSERS, DOUBLE, OPENING

WRAP_COLUMN = 100
MAX_SINGLE_QUOTED = 2000  # how far a closing single mark is looked for
MAX_SIBLINGS = 256  # pairs before a place among which those around it are looked for
MAX_OPEN = 8  # pairs inside one another; keeps a text of nothing but opening marks linear

_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*")
_LINE_END = re.compile(r"\r\n|\r|\n")

_MARK = re.compile(f"[{ANY}]")
_OPENING_BEFORE = f" \t\r\n\u00a0\u2009\u202f\u3000([{{-–—/:¡¿，。、：；！？（{OPENING}"
_APOSTROPHES = "'’"
_DECADE = re.compile(r"\d\ds?\b")
_LIKELY_CLOSE = re.compile(r"[.,;:!?…](['’])|[‘‚]|(?<=\s)'(?=\w)")  # a group, or a mark that opens the next quotation


def paragraphs(body: str) -> tuple[tuple[int, int], ...]:
    """The paragraphs as (start, end) offsets, blank ones left out.

    Blank lines divide a text into blocks. A block wrapped at a column (no line beyond 100 characters, unless it is one
    long word, such as an address) is one paragraph; of any other block each line is one.
    """
    return tuple((start, end) for start, end in _pieces(body) if body[start:end].strip())


def _pieces(body: str) -> Iterator[tuple[int, int]]:
    for start, end in _split(_BLANK, body, 0, len(body)):
        lines = list(_split(_LINE_END, body, start, end))
        if all(b - a <= WRAP_COLUMN or len(body[a:b].split(maxsplit=1)) < 2 for a, b in lines):
            yield start, end
        else:
            yield from lines


def _split(pattern: re.Pattern[str], body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(body, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


@dataclass(frozen=True)
class Quotations:
    """The insides of a text's pairs of quotation marks, ready to be asked what encloses a span."""

    starts: Sequence[int]
    ends: Sequence[int]
    reach: Sequence[int]  # the farthest end of any pair that starts at or before starts[i]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> Quotations:
        ordered = sorted(pairs)
        reach: list[int] = []
        for _, end in ordered:
            reach.append(max(end, reach[-1] if reach else end))
        return cls([start for start, _ in ordered], [end for _, end in ordered], reach)

    @property
    def pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs, in order."""
        return zip(self.starts, self.ends, strict=True)

    def enclose(self, start: int, end: int) -> bool:
        """Whether one pair of marks holds the whole of `start` to `end`."""
        index = bisect_right(self.starts, start) - 1
        return index >= 0 and self.reach[index] >= end

    def around(self, start: int, end: int) -> list[tuple[int, int]]:
        """The pairs that hold the whole of `start` to `end`, the innermost first."""
        found: list[tuple[int, int]] = []
        index = bisect_right(self.starts, start) - 1
        last = max(-1, index - MAX_SIBLINGS)
        while index > last and self.reach[index] >= end:
            if self.ends[index] >= end:
                found.append((self.starts[index], self.ends[index]))
            index -= 1
        return found


def quotations(body: str, parts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The insides of all pairs of quotation marks in `body`, read paragraph by paragraph (`parts`).

    A pair may go over several paragraphs where each of them opens with the mark again, as printers have it. A mark that is
    never closed makes no pair.
    """
    pairs: list[tuple[int, int]] = []
    carried: _Open | None = None
    for start, end in parts:
        found, carried = _paragraph(body, start, end, carried)
        pairs += found
    return pairs


def in_other_habit(words: str) -> str:
    """Words with single marks for double ones and double ones for single ones, wherever they make a pair: “a ‘b’ c” as ‘a “b” c’."""
    marks = list(words)
    for start, end in quotations(words, [(0, len(words))]):
        for at in (start - 1, end):
            marks[at] = "'" if words[at] in DOUBLE else '"'
    return "".join(marks)


@dataclass(frozen=True)
class _Open:
    mark: str
    inside: int  # offset where the quoted words begin


def _paragraph(body: str, start: int, end: int, carried: _Open | None) -> tuple[list[tuple[int, int]], _Open | None]:
    """The pairs that close in one paragraph, and the mark left open at its end."""
    opened: list[_Open] = []
    pairs: list[tuple[int, int]] = []
    first = start + len(body[start:end]) - len(body[start:end].lstrip())
    for match in _MARK.finditer(body, start, end):
        offset, mark = match.start(), match[0]
        if carried and offset == first and mark == carried.mark:
            opened.append(carried)
            continue
        depth = next((d for d in range(len(opened) - 1, -1, -1) if mark in CLOSERS[opened[d].mark]), None)
        opens = mark in CLOSERS and _opens(body, offset, start, end)
        if depth is not None and _closes(body, offset, end, opened[depth].mark, opens=opens):
            pairs.append((opened[depth].inside, offset))
            del opened[depth:]
        elif opens:
            opened.append(_Open(mark, offset + 1))
            del opened[:-MAX_OPEN]
    return pairs, opened[0] if opened else None


def _opens(body: str, offset: int, start: int, end: int) -> bool:
    """Whether the mark at `offset` may open a quotation."""
    mark = body[offset]
    if mark in "'‘" and _DECADE.match(body, offset + 1):  # the ’90s
        return False
    if mark in ALWAYS_OPENING:
        return True
    follows = body[offset + 1] if offset + 1 < end else " "
    before = body[offset - 1] if offset > start else " "
    unspaced = before.isalnum() and not is_spaced_letter(before)
    return (before in _OPENING_BEFORE or unspaced) and not follows.isspace()


def _closes(body: str, offset: int, end: int, opener: str, *, opens: bool) -> bool:
    """Whether the mark at `offset`, which can close what `opener` opened, does; `opens`: it may as well open."""
    mark = body[offset]
    before = body[offset - 1]
    after = body[offset + 1] if offset + 1 < end else " "
    apart = not before.isspace() and not is_spaced_letter(after)
    if mark in _APOSTROPHES:
        return apart and not _closes_later(body, offset, end)
    if opens and (mark == opener or mark in '"“') and opener != "„":
        return apart
    return True


def _closes_later(body: str, offset: int, end: int) -> bool:
    """Whether this apostrophe stands after a plain letter (the soldiers’ families) and a likelier closing mark follows."""
    if not body[offset - 1].isalnum():
        return False
    later = _LIKELY_CLOSE.search(body, offset + 1, min(end, offset + MAX_SINGLE_QUOTED))
    while later and later[1] and later[1] != body[offset]:
        later = _LIKELY_CLOSE.search(body, later.end(), min(end, offset + MAX_SINGLE_QUOTED))
    return later is not None and later[1] is not None
