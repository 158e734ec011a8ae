"""The numbers and dates of some evidence, read once, with what follows from them read where somebody asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache

from generator.prose.negations import tops
from generator.prose.quantities import DateMention, Quantity, dates, derived, implied, is_change, quantities, ratios
from generator.prose.quantities.patterns import prefix
from generator.text.patterns import compiled

_LOST = compiled(
    r"\b(?:lost|los(?:es?|ing)|shed|gain(?:s|ed)?|by|um|verl(?:or|oren|iert)|eingebüßt)\s(?:(?:about|almost|nearly|roughly|around|some|over|just|more\sthan"
    r"|up\sto|rund|etwa|fast|knapp|gut|mehr\sals|bis\szu|beinahe|nahezu|an?|eine?)\s)*$",
    re.IGNORECASE,
)
_YEAR = compiled(r"\b(?:1\d|20)\d\d\b")
_AT_BOUNDS = compiled(r"\bat (?:least|most)\b", re.IGNORECASE)  # bounds, and no superlatives


@dataclass(frozen=True)
class Carried:
    """The numbers and dates of some evidence: the numbers each kind once, and by what they may mean; `published` are its sources' days.

    `ours` and `theirs` are what findings call the text that is held to it, and the evidence; `parts` are those of which this is joined.
    """

    evidence: str
    published: tuple[date, ...]
    found: tuple[Quantity, ...]
    by_value: Mapping[Decimal, list[Quantity]]
    names: frozenset[str | None]
    dates: Sequence[DateMention]
    ours: str
    theirs: str
    parts: tuple[Carried, ...] = ()

    @cached_property
    def implied(self) -> Carried:
        """The same with the numbers that these imply: looked at for a number that they are not, for that takes its time."""
        numbers = [each for part in self.parts for each in part.implied.found]
        numbers = numbers or [*self.found, *implied(self.evidence, quantities(self.evidence))]
        return self._of(self.evidence, self.published, numbers, self.dates, self.ours, self.theirs)

    @cached_property
    def ratios(self) -> frozenset[tuple[str, Fraction]]:
        """The parts and multiples, in words or per cent."""
        return frozenset((each.kind, each.value) for each in ratios(self.evidence)) | {
            ("part", Fraction(value) / 100) for number in self.found if number.unit == "percent" for value in number.values
        }

    @cached_property
    def changes(self) -> frozenset[tuple[str, Fraction]]:
        """The parts by which something grows or shrinks: a fifth less, halved."""
        said = ratios(self.evidence)
        grown = (("part", each.value - 1) for each in said if each.kind == "multiple" and each.value > 1)  # tripled, by 200 per cent
        return frozenset(
            ("part", each.value)
            for each in said
            if is_change(self.evidence, each.end) or each.is_change or _LOST.search(prefix(self.evidence, each.start))
        ) | {*grown}

    @cached_property
    def years(self) -> frozenset[int]:
        """What looks like a year, by its four digits."""
        return frozenset(map(int, _YEAR.findall(self.evidence)))

    @cached_property
    def has_tops(self) -> bool:
        """Whether something is the most or the least of its kind."""
        return bool(tops(_AT_BOUNDS.sub(" ", self.evidence)))

    @cached_property
    def reckoned(self) -> Carried:
        """The same with the numbers that follow from these: looked at for a number that they do not say."""
        numbers = (*self.found, *derived(self.evidence, quantities(self.evidence), self.dates, self.published))
        return self._of(self.evidence, self.published, numbers, self.dates, self.ours, self.theirs)

    @classmethod
    def of(cls, evidence: str, published: Iterable[date | None], ours: str = "the fact", theirs: str = "the evidence") -> Carried:
        return cls._of(evidence, published, quantities(evidence), dates(evidence), ours, theirs)

    @classmethod
    def joined(cls, parts: Iterable[Carried], ours: str, theirs: str) -> Carried:
        """What several carry together."""
        parts = tuple(parts)
        published = {day for part in parts for day in part.published}
        numbers = [number for part in parts for number in part.found]
        mentions = [mention for part in parts for mention in part.dates]
        return cls._of(" \n ".join(part.evidence for part in parts), published, numbers, mentions, ours, theirs, parts)

    @classmethod
    def _of(
        cls,
        evidence: str,
        published: Iterable[date | None],
        numbers: Sequence[Quantity],
        mentions: Sequence[DateMention],
        ours: str,
        theirs: str,
        parts: tuple[Carried, ...] = (),
    ) -> Carried:
        found = tuple({(each.values, each.unit, each.qualifier, each.name, each.moves): each for each in numbers}.values())
        by_value: dict[Decimal, list[Quantity]] = {}
        for each in found:
            for value in each.values:
                by_value.setdefault(value, []).append(each)
        days = tuple(sorted({day for day in published if day}))
        once = {(each.year, each.month, each.day): each for each in reversed(mentions)}
        return cls(evidence, days, found, by_value, frozenset(each.name for each in found), [*reversed(once.values())], ours, theirs, parts)


@lru_cache(maxsize=64)
def says(what: re.Pattern[str], text: str) -> bool:
    """Whether a text has such words: looked at once for all of its numbers, as both may be long."""
    return what.search(text) is not None
