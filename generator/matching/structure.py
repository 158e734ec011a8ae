"""The structure of a source that matching needs: its paragraphs and its pairs of quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WRAP_COLUMN = 100
MAX_SINGLE_QUOTED = 2000  # how far a closing single mark is looked for; keeps the reading linear

_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*")
_LINE_END = re.compile(r"\r\n|\r|\n")

# Which marks close what a mark opened, most usual first. One mark may open in one habit and close in another.
_CLOSERS = {
    "“": '”"“',
    "„": '“”"',
    "‟": "”",
    '"': '"”',
    "”": "”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    "'": "'",
}
_MARK = re.compile("[" + "".join({*"".join(_CLOSERS), *"".join(_CLOSERS.values())}) + "]")
_OPENING_BEFORE = " \t\r\n\u00a0\u2009\u202f([{-–—/¡¿" + "".join(_CLOSERS)
_SINGLE = "'’"


def paragraphs(body: str) -> tuple[tuple[int, int], ...]:
    """The paragraphs as (start, end) offsets, blank ones left out.

    In a text wrapped at a column (no line beyond 100 characters) paragraphs end at blank lines; otherwise each line is one.
    """
    wrapped = all(len(line) <= WRAP_COLUMN for line in _LINE_END.split(body))
    breaks = (_BLANK if wrapped else _LINE_END).finditer(body)
    found: list[tuple[int, int]] = []
    start = 0
    for match in breaks:
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(body)))
    return tuple((start, end) for start, end in found if body[start:end].strip())


@dataclass(frozen=True)
class Quotations:
    """The insides of a text's pairs of quotation marks, ready to be asked what encloses a span."""

    starts: Sequence[int]
    reach: Sequence[int]  # the farthest end of any pair that starts at or before starts[i]
    ends: frozenset[int]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> Quotations:
        ordered = sorted(pairs)
        reach: list[int] = []
        for _, end in ordered:
            reach.append(max(end, reach[-1] if reach else end))
        return cls([start for start, _ in ordered], reach, frozenset(end for _, end in ordered))

    def enclose(self, start: int, end: int) -> bool:
        """Whether one pair of marks holds the whole of `start` to `end`."""
        index = bisect_right(self.starts, start) - 1
        return index >= 0 and self.reach[index] >= end


def quotations(body: str, parts: Sequence[tuple[int, int]]) -> Quotations:
    """All pairs of quotation marks in `body`, read paragraph by paragraph (`parts`).

    A pair may go over several paragraphs where each of them opens with the mark again, as printers have it. A mark that is
    never closed makes no pair.
    """
    pairs: list[tuple[int, int]] = []
    carried: _Open | None = None
    for start, end in parts:
        found, carried = _paragraph(body, start, end, carried)
        pairs += found
    return Quotations.of(pairs)


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
        depth = next((d for d in range(len(opened) - 1, -1, -1) if mark in _CLOSERS[opened[d].mark]), None)
        if depth is not None and _closes(body, offset, end, opened[depth].mark):
            pairs.append((opened[depth].inside, offset))
            del opened[depth:]
        elif mark in _CLOSERS and _opens(body, offset, start, end):
            opened.append(_Open(mark, offset + 1))
    return pairs, opened[0] if opened else None


def _opens(body: str, offset: int, start: int, end: int) -> bool:
    mark = body[offset]
    follows = body[offset + 1] if offset + 1 < end else " "
    before = body[offset - 1] if offset > start else " "
    if mark in "“„‟«「『‘‚‹":
        return True
    return before in _OPENING_BEFORE and not follows.isspace()


def _closes(body: str, offset: int, end: int, opener: str) -> bool:
    mark = body[offset]
    before = body[offset - 1]
    after = body[offset + 1] if offset + 1 < end else " "
    if mark in _SINGLE:
        return not after.isalnum() and not before.isspace() and not _later_close(body, offset, end, mark)
    if mark in '"“' and opener != "„":  # a mark that may as well open
        return not before.isspace() and not after.isalnum()
    return True


def _later_close(body: str, offset: int, end: int, mark: str) -> bool:
    """Whether this apostrophe stands after a plain letter (boys’ books) and a likelier closing mark follows."""
    if not body[offset - 1].isalnum():
        return False
    for later in range(offset + 1, min(end, offset + MAX_SINGLE_QUOTED)):
        if body[later] in "‘‚":
            return False
        if body[later] == mark and body[later - 1] in ".,;:!?…":
            return mark == "’" or not body[later + 1 : later + 2].isalnum()
    return False
