"""A fact and what it rests on, side by side."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Literal, NamedTuple

from generator.prose.languages import language
from generator.prose.languages.language import Language
from generator.prose.languages.shifting import Shifting
from generator.prose.negations import denial
from generator.prose.shifts.said import Said

Kind = Literal[
    "name", "scope", "only", "part", "condition", "plan", "past", "contrary", "stronger", "comparison", "superlative", "open", "sayer",
    "future", "ratio", "period", "stretch", "cause", "roles", "crossed", "denied",
]  # fmt: skip


class Shift(NamedTuple):
    """What a fact makes of its evidence: the words of the one and of the other by which it shows; `ours` may be empty where words lack."""

    kind: Kind
    ours: str
    theirs: str


class Pair:
    """What is said, what it rests on, and the sentence of that which is nearest to it."""

    def __init__(self, ours: Said, theirs: Said, tongue: Language) -> None:
        self.ours = ours
        self.theirs = theirs
        self.language = tongue
        self.shifting = tongue.shifting

    @cached_property
    def near(self) -> Said:
        return self.theirs.nearest(self.ours)

    @cached_property
    def is_near(self) -> bool:
        """Whether one sentence of the evidence has at least half of what the fact speaks of."""
        return 2 * len(self.ours.stems & self.near.stems) >= len(self.ours.stems) > 0

    @cached_property
    def is_close(self) -> bool:
        """The same of two fifths, which is enough for words that say something of nothing else."""
        return 5 * len(self.ours.stems & self.near.stems) >= 2 * len(self.ours.stems) > 0

    @cached_property
    def is_extract(self) -> bool:
        """Whether a text has the words of its evidence in their order, with some left out."""
        rest = iter(self.theirs.words)
        return self.ours.set <= self.theirs.set and all(word in rest for word in self.ours.words)

    @cached_property
    def is_alike(self) -> bool:
        """Whether the fact says little that this sentence does not: at most a quarter of its words, or one."""
        return len(self.ours.stems - self.near.stems) <= max(1, len(self.ours.stems) // 4)

    @cached_property
    def has_contraries(self) -> bool:
        """Whether the fact has a word whose contrary this sentence has: fewer than half passed, more than half failed."""
        known = self.shifting.contraries_of
        return any(self.near.set & opposed.other for word in self.ours.set & known.keys() for opposed in known[word])

    @cached_property
    def is_turned(self) -> bool:
        """Whether one of both denies or undoes and the other doesn't, which turns what excludes each other into the same."""
        return self.turned_but("")

    def turned_but(self, word: str) -> bool:
        """The same where a word of the evidence undoes nothing, as it is itself what excludes: avoided, of met and avoided."""
        return _turns(self.ours, self.shifting) != _turns(self.near, self.shifting, word)


def _turns(said: Said, shifting: Shifting, but: str = "") -> bool:
    if denial(said.text) is not None or said.set & shifting.undoing - {but}:
        return True
    return "from" in said.set and pattern(shifting.keeping).search(said.text) is not None


@cache
def pattern(of: str) -> re.Pattern[str]:
    """A pattern of a language's table; a space in one is any white space."""
    one_line = " ".join(of.split())
    return re.compile(one_line.replace(" |", "|").replace(" ", r"\s"), re.IGNORECASE)


@cache
def conditional(tag: str) -> re.Pattern[str]:
    """What makes a condition, in a language."""
    own = language(tag)
    return pattern(rf"\b(?:{'|'.join((*own.conditions, own.shifting.conditions))})(?!\w)")


@cache
def unconditional(tag: str) -> re.Pattern[str]:
    """What looks like a condition and is none, in a language."""
    return pattern(rf"\b(?:{'|'.join(language(tag).no_conditions) or '(?!)'})\b")
