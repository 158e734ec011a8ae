"""The numbers and bullets that a word processor draws before the items of lists: they are shown, and stand nowhere in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

BULLET = "- "
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
          (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 30_000  # beyond it a number is shown in figures, as word processors do


def _roman(number: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        written, number = written + letters * (number // worth), number % worth
    return written


def _letters(number: int) -> str:
    """a to z, then aa to zz, as word processors count."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _places(number: int) -> str:
    """a to z, then aa, ab, as the columns of a table are named."""
    written = ""
    while number:
        number, letter = divmod(number - 1, 26)
        written = chr(ord("a") + letter) + written
    return written


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str, "decimalZero": lambda number: f"{number:02}", "none": lambda number: "",
    "lowerLetter": _letters, "upperLetter": lambda number: _letters(number).upper(),
    "lowerPlaces": _places, "upperPlaces": lambda number: _places(number).upper(),
    "lowerRoman": _roman, "upperRoman": lambda number: _roman(number).upper(),
}  # fmt: skip


@dataclass(frozen=True)
class Level:
    """How a level of a list numbers its items: `text` has `%1` to `%A` where the number of the level stands; None for a bullet."""

    text: str | None = None
    form: str = "decimal"
    start: int = 1


@dataclass
class Counters:
    """The numbers that a list has come to, by its levels from 0."""

    reached: dict[int, int] = field(default_factory=dict)

    def next(self, levels: Mapping[int, Level], at: int) -> str:
        """The mark of the next item at a level, with a space after it; empty where none is drawn."""
        level = levels.get(at, Level())
        self.reached[at] = self.reached[at] + 1 if at in self.reached else level.start
        for deeper in [each for each in self.reached if each > at]:
            del self.reached[deeper]
        if level.text is None:
            return BULLET
        mark = re.sub(r"%([1-9A])", lambda match: self._number(levels, int(match[1], 16) - 1), level.text).strip()
        return f"{mark} " if mark else ""

    def _number(self, levels: Mapping[int, Level], at: int) -> str:
        level = levels.get(at, Level())
        number = self.reached.get(at, level.start)
        return _FORMS.get(level.form, str)(number) if 0 < number < _MOST else str(number)
