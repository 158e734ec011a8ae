"""What the patterns of numbers and of dates share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LONGEST = 120  # characters of an ending
# What is a letter without regard to case, besides its own two cases.
_SAME = {"i": "ıİ", "k": "\u212a", "s": "ſ", "å": "\u212b", "µ": "μ", "μ": "µ"}


def either(spellings: Iterable[str]) -> str:
    """A pattern for any of some spellings, the longest first."""
    return "|".join(re.escape(spelling) for spelling in sorted(spellings, key=len, reverse=True))


def beginning(spellings: Iterable[str], *, ignores_case: bool = True) -> str:
    """A pattern for any of some beginnings, by their first letters: without regard to case, each branch of an alternation is tried else."""
    behind: dict[str, list[str]] = {}
    for spelling in sorted(spellings):
        behind.setdefault(spelling[0], []).append(re.escape(spelling[1:]))
    return "|".join(f"{_cases(first) if ignores_case else first}(?:{'|'.join(rests)})" for first, rests in behind.items())


def _cases(letter: str) -> str:
    """A class of what a letter matches without regard to case."""
    return f"(?-i:[{re.escape(letter.lower() + letter.upper()[:1])}{_SAME.get(letter.lower(), '')}])"


def matches(begins: re.Pattern[str], whole: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `whole.finditer` finds, tried only where `begins` finds a place for it to begin."""
    end = 0
    for begin in begins.finditer(text):
        match = whole.match(text, begin.start()) if begin.start() >= end else None
        if match:
            end = match.end()
            yield match


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
