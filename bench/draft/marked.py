"""Invented articles with their dates and figures marked by hand, and how well what was found agrees with the marks.

A date is `{words|value}`, a figure `{words|number|unit|qualifier}` (the last two may be left out): a value of four digits, or
with hyphens, is a date’s, unless a unit follows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

ARTICLES = Path(__file__).parent / "sources"
_MARK = re.compile(r"\{(?P<words>[^{}|]+)\|(?P<values>[^{}]+)\}")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")


class Place(Protocol):
    """Whatever stands somewhere in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True)
class Mark:
    """A marked stretch of a text, and what is written behind it."""

    start: int
    end: int
    values: tuple[str, ...]

    @property
    def is_date(self) -> bool:
        return len(self.values) == 1 and _DATE.fullmatch(self.values[0]) is not None


P = TypeVar("P", bound=Place)


def marked(source: str) -> tuple[str, list[Mark]]:
    """A marked article as its text and its marks."""
    marks: list[Mark] = []
    text, position = "", 0
    for match in _MARK.finditer(source):
        text += source[position : match.start()]
        marks.append(Mark(len(text), len(text) + len(match["words"]), tuple(match["values"].split("|"))))
        text, position = text + match["words"], match.end()
    return text + source[position:], marks


def pairs(found: Sequence[P], expected: Iterable[Mark]) -> Iterator[tuple[P | None, Mark | None]]:
    """Pairs of what was found and what is marked, where they share at least half of their characters; None for what has no partner."""
    free = list(expected)
    for each in found:
        best = max(free, key=lambda mark: _overlap(each, mark), default=None)
        if best is not None and _overlap(each, best) >= 0.5:
            free.remove(best)
            yield each, best
        else:
            yield each, None
    yield from ((None, mark) for mark in free)


def _overlap(one: Place, other: Place) -> float:
    """Characters that two places share, as a part of all that they cover."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


class Score:
    """Precision, recall, F1, and the share of right values."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found = self.expected = self.both = self.right = 0

    def add(self, text: str, found: Sequence[P], expected: Iterable[Mark], is_right: Callable[[P, Mark], bool], *, show: bool) -> None:
        """Count one text; with `show`, print what is missed, found in vain, or has a wrong value."""
        for each, mark in pairs(found, expected):
            right = each is not None and mark is not None and is_right(each, mark)
            self.found += each is not None
            self.expected += mark is not None
            self.both += each is not None and mark is not None
            self.right += right
            place = each or mark
            if show and place and not right:
                words = f"{text[max(0, place.start - 40) : place.start]}[{text[place.start : place.end]}]{text[place.end : place.end + 30]}"
                print(f"  {each}\n  {mark and mark.values}: {words!r}")

    def __str__(self) -> str:
        precision, recall = self.both / max(1, self.found), self.both / max(1, self.expected)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        value = f"right value {self.right / max(1, self.both):.1%} of {self.both}"
        return f"{self.name}: precision {precision:.1%}, recall {recall:.1%}, F1 {f1:.1%}, {value}"
