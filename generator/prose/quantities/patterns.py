"""What the patterns of numbers and of dates share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_LONGEST = 120  # characters of an ending


def either(spellings: Iterable[str]) -> str:
    """A pattern for any of some spellings, the longest first."""
    return "|".join(re.escape(spelling) for spelling in sorted(spellings, key=len, reverse=True))


def prefix(text: str, start: int) -> str:
    """What stands right before a place: as much as a pattern for an ending looks at, and not all of a long text for each of its places."""
    return text[max(0, start - _LONGEST) : start]


class Ending(NamedTuple):
    """A pattern for the end of a text, tried only where the last word is one that it ends with, for most are not."""

    words: frozenset[str]
    pattern: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        last = text.split()[-1:]
        return self.pattern.search(text) if last and last[0].lower() in self.words else None
