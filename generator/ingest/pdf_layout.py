"""The lines of a PDF’s page in the order in which they are read.

What draws a page writes column by column, or row by row across the columns: then the columns are found by the gap between them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from statistics import median
from typing import Any

from generator.ingest.raised import AMBIGUOUS, set_apart

_LEAST_ROWS = 4  # that a gap must part to be one between columns
_LEAST_LETTERS = 18  # of a line of running text in a column: a table's cells have fewer
_DEEPEST = 4
_ONE_LETTER_WORDS = "AIOÀÉYVUЯАИОУВСК"
_LEAST_NUMBERS = 8  # in a margin, to be those of its lines
INVISIBLE, TURNED, NUMBERED = "invisible text", "turned on its side", "the number of a line"


@dataclass(frozen=True)
class Line:
    """A line of a page: its words, the size of its type, and its place in points from the left and from the foot."""

    text: str
    size: float
    left: float
    right: float
    baseline: float
    page: int = 1
    angle: int = 0
    aside: str = ""
    """Why it is no line of the text, where that shows in it."""
    checks: tuple[str, ...] = ()

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top, in the direction in which it is read."""
        return self.left, round(self.baseline - 0.25 * self.size, 2), self.right, round(self.baseline + self.size, 2)

    def is_beside(self, other: Line) -> bool:
        """Whether it stands on the baseline of another line."""
        return abs(self.baseline - other.baseline) < 0.3 * min(self.size, other.size)


def lines_of(number: int, rows: Sequence[Sequence[Any]]) -> list[Line]:
    """The lines of a page, of the pieces that were read of it; those that are no lines of the text come last."""
    found = [_piece(number, *row) for row in rows]
    angles = Counter(piece.angle for piece in found for _ in piece.text)
    main = angles.most_common(1)[0][0] if angles else 0
    found = [piece if piece.angle == main else replace(piece, aside=TURNED) for piece in found]
    numbers = _line_numbers(found)
    found = [replace(piece, aside=NUMBERED) if id(piece) in numbers else piece for piece in found]
    lines: list[Line] = []
    for piece in (*_by_columns([piece for piece in found if not piece.aside]), *(piece for piece in found if piece.aside)):
        if lines and piece.is_beside(lines[-1]) and piece.left >= lines[-1].left and piece.aside == lines[-1].aside:
            last = lines[-1]
            text, checks = f"{last.text} {piece.text}", last.checks + piece.checks
            lines[-1] = replace(last, text=text, right=max(last.right, piece.right), checks=checks)
        else:
            lines.append(piece)
    return _with_initials([line for line in lines if line.text])


def _with_initials(lines: Sequence[Line]) -> list[Line]:
    """Lines with the large initials that hang beside their first words."""
    done: list[Line] = []
    for line in lines:
        initial = done[-1] if done else line
        beside = line.left > initial.left and initial.baseline < line.baseline < initial.baseline + initial.size
        if len(initial.text) == 1 and initial.text.isalpha() and initial.size > 1.8 * line.size and beside:
            is_word = initial.text in _ONE_LETTER_WORDS
            text = initial.text + line.text if line.text[:1].islower() or not is_word else f"{initial.text} {line.text}"
            checks = (*line.checks, f"an initial: “{text.split()[0]}”") if is_word else line.checks
            done[-1] = replace(line, text=text, left=initial.left, checks=checks)
        else:
            done.append(line)
    return done


def _piece(
    page: int, runs: list[tuple[str, bool]], size: float, left: float, right: float, baseline: float, is_hidden: bool, angle: int
) -> Line:
    """A piece of a line, whose raised figures are set apart."""
    text, is_sure = "", True
    for words, is_raised in runs:
        added, sure = set_apart(text, words) if is_raised else (words, True)
        follows_mark = text.endswith("]") and added[:1].isalnum()
        text += " " * follows_mark + added + " " * (is_raised and words[-1:].isspace())
        is_sure = is_sure and sure
    checks = () if is_sure else (AMBIGUOUS,)
    return Line(" ".join(text.split()), size, left, right, baseline, page, angle, INVISIBLE if is_hidden else "", checks)


def _line_numbers(pieces: Sequence[Line]) -> set[int]:
    """The pieces that number the lines of a page in its margin, as in minutes of courts and parliaments."""
    numbers = [piece for piece in pieces if re.fullmatch(r"\d{1,3}", piece.text)]
    found: set[int] = set()
    for first in numbers[:3]:
        column = sorted((piece for piece in numbers if abs(piece.right - first.right) < 3), key=lambda piece: -piece.baseline)
        steps = Counter(int(below.text) - int(above.text) for above, below in pairwise(column))
        step, times = steps.most_common(1)[0] if steps else (0, 0)
        is_margin = not any(piece.left < first.left - 20 for piece in pieces if piece not in column)
        if step in (1, 5) and times >= _LEAST_NUMBERS and times > 0.9 * (len(column) - 1) and is_margin:
            found |= {id(piece) for piece in column}
    return found


def _by_columns(pieces: list[Line], depth: int = 0) -> list[Line]:
    """Pieces in the order of reading: where columns were drawn by rows, the left column of each band comes before the right one."""
    gutter = _gutter(pieces) if depth < _DEEPEST else None
    if gutter is None:
        return pieces
    ordered: list[Line] = []
    band: list[list[Line]] = []
    for row in (*_rows(pieces), None):
        if row is not None and not any(piece.left < gutter < piece.right for piece in row):
            band.append(row)
            continue
        sides = [[piece for row in band for piece in row if (piece.left < gutter) is is_left] for is_left in (True, False)]
        is_columns = all(_is_running_text(side) for side in sides)
        ordered += chain.from_iterable(_by_columns(side, depth + 1) for side in sides) if is_columns else chain(*band)
        ordered += row or ()
        band = []
    return ordered


def _gutter(pieces: Sequence[Line]) -> float | None:
    """The middle of the gap that parts the most rows, of those that were drawn across it."""
    gaps = [(a.right, b.left) for a, b in pairwise(pieces) if a.is_beside(b) and b.left - a.right > 0.5 * a.size]
    if len(gaps) < _LEAST_ROWS:
        return None
    best = max((left for left, _ in gaps), key=lambda at: sum(left <= at < right for left, right in gaps))
    parted = [(left, right) for left, right in gaps if left <= best < right]
    return (best + min(right for _, right in parted)) / 2 if len(parted) >= _LEAST_ROWS else None


def _is_running_text(side: Sequence[Line]) -> bool:
    """Whether lines are those of a column of text, and no cells of a table."""
    if len(side) < _LEAST_ROWS or median(len(piece.text) for piece in side) < _LEAST_LETTERS:
        return False
    width = max(piece.right for piece in side) - min(piece.left for piece in side)
    return median(piece.right - piece.left for piece in side) > 0.6 * width


def _rows(pieces: Sequence[Line]) -> Iterator[list[Line]]:
    """Pieces on one baseline together, from the top."""
    row: list[Line] = []
    for piece in sorted(pieces, key=lambda each: -each.baseline):
        if row and not piece.is_beside(row[0]):
            yield sorted(row, key=lambda each: each.left)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda each: each.left)
