"""Rates and how often something is, as a text says them: $4 million a month, twice a year, quarterly, every six months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.prose.quantities.implied import halves
from generator.prose.quantities.numbers import Quantity, quantities
from generator.prose.quantities.patterns import either, prefix
from generator.prose.quantities.units import converted, may_be_one
from generator.text.patterns import compiled

_UNITS = {
    "second": "second sekunde",
    "minute": "minute",
    "hour": "hour stunde",
    "day": "day night tag nacht",
    "week": "week woche",
    "fortnight": "fortnight",
    "month": "month monat",
    "quarter": "quarter quartal vierteljahr",
    "half year": "half-year halbjahr",
    "year": "year jahr",
    "decade": "decade jahrzehnt",
}
_PERIODS = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_ADVERBS = {
    "hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month",
    "quarterly": "quarter", "yearly": "year", "annually": "year", "annual": "year", "stündlich": "hour", "täglich": "day",
    "wöchentlich": "week", "monatlich": "month", "vierteljährlich": "quarter", "halbjährlich": "half year", "jährlich": "year",
}  # fmt: skip
_COUNTS = {
    "once": 1, "twice": 2, "thrice": 3, "einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4, "fünfmal": 5, "sechsmal": 6, "zwölfmal": 12,
}  # fmt: skip
_IN_MONTHS = {"quarter": 3, "half year": 6}
_PER = compiled(
    rf"\b(?:an?|per|each|every|pro|je|im|in\sder|am|jede[nrs]?)\s(?P<period>{either(_PERIODS)})\b(?!\s(?:ago|later|after|before|earlier)\b)"
    rf"|\b(?P<adverb>{either(_ADVERBS)})(?:e[nrsm]?)?\b"
    rf"|\b(?:every|alle)\s(?P<many>[^\W_]+)\s(?P<periods>{either(_PERIODS)})(?:e?n|e|s)\b",
    re.IGNORECASE,
)
_LEADS = compiled(r"(?:every|each|per|jede[nrs]?|pro)\s", re.IGNORECASE)
_TIMES = compiled(rf"\b(?P<word>{either(_COUNTS)})\b(?:\s[^\W\d_]+){{0,2}}\s?$", re.IGNORECASE)
_FAR = 40  # characters from a number to the time in which it is
_SLACK = Decimal("0.02")


@dataclass(frozen=True)
class Rate:
    """How many of a unit, or how often where it is None, are in so many seconds; `start` and `end` are offsets in the text."""

    value: Decimal
    unit: str | None
    seconds: Decimal
    start: int
    end: int

    def is_same(self, other: Rate) -> bool:
        """Whether another says the same of another time."""
        mine, theirs = self.value * other.seconds, other.value * self.seconds
        return may_be_one(self.unit, other.unit) and abs(mine - theirs) <= _SLACK * abs(mine)


@lru_cache(maxsize=512)
def rates(text: str) -> tuple[Rate, ...]:
    """All rates of a text, in order."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Rate]:
    for match in _PER.finditer(text):
        if match["periods"]:
            number = next((each for each in quantities(text) if each.start == match.start("many")), None)
            if number and max(number.values) > 0:
                seconds = _length(match["periods"]) * max(number.values)
                yield Rate(Decimal(1), None, seconds, match.start(), match.end())
                for each in _before(text, match.start())[-1:] or _behind(text, match.end())[:1]:
                    start, end = min(each.start, match.start()), max(each.end, match.end())
                    yield from (Rate(value, each.unit, seconds, start, end) for value in each.values)
            continue
        seconds = _length(match["period"] or match["adverb"])
        near = _before(text, match.start())
        leads = not near and match["period"] and _LEADS.match(text, match.start())
        begins = not near and re.search(r"(?:^|[.;:!?]\s)$", text[max(0, match.start() - 2) : match.start()])  # jährlich 12.000 Euro
        if leads or begins:
            following = _behind(text, match.end())[:1]
            yield from (Rate(value, each.unit, seconds, match.start(), each.end) for each in following for value in each.values)
            if leads and not following:
                yield Rate(Decimal(1), None, seconds, match.start(), match.end())  # every quarter
        for number in near[-1:]:
            if not re.search(r"[.;:!?]\s", text[number.end : match.start()]):
                yield from (Rate(value, number.unit, seconds, number.start, match.end()) for value in number.values)
        if leads:
            behind = text[match.end() : match.end() + _FAR]
            yield from (
                Rate(value, each.unit, seconds, match.start(), match.end() + each.end) for each in halves(behind) for value in each.values
            )
        times = _TIMES.search(prefix(text, match.start()))
        if times:
            yield Rate(Decimal(_COUNTS.get(times["word"].lower(), 1)), None, seconds, times.start(), match.end())
        elif match["adverb"] and not near:
            yield Rate(Decimal(1), None, seconds, match.start(), match.end())


def _before(text: str, start: int) -> list[Quantity]:
    """The numbers that stand shortly before a place."""
    return [each for each in quantities(text) if start - _FAR <= each.end <= start]


def _behind(text: str, end: int) -> list[Quantity]:
    """The numbers that stand shortly behind a place."""
    return [each for each in quantities(text) if end <= each.start <= end + _FAR]


def _length(word: str) -> Decimal:
    """The seconds of a period by its name or its adverb: month, monthly."""
    period = _PERIODS.get(word.lower()) or _ADVERBS.get(word.lower(), "")
    count, unit = (_IN_MONTHS[period], "month") if period in _IN_MONTHS else (1, period)
    return (converted(Decimal(1), unit, "second") or Decimal(1)) * count
