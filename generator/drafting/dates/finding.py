"""Dates of a text: those that say themselves when they are, and those that count from the day the text was published.

Of two proposals that overlap, the earlier and longer one stands. The day to count from is the given one, or that of the last dateline
above: a page may hold several articles.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.drafting.dates.named import days_meant, holidays, month_meant, named_days, named_months, named_years
from generator.drafting.dates.relative import relative
from generator.drafting.dates.weekdays import looks_ahead, weekday_meant, weekdays, weekend_meant, weekends
from generator.prose.calendar import WEEKDAYS
from generator.prose.quantities.patterns import either
from generator.text.quotation_marks import DOUBLE

_DAY_LENGTH = len("2024-10-22")
_BEGINNING = 400  # characters
_DATELINE_WORDS = 9  # in a line that holds hardly more than its date
_NO_DATELINE = re.compile(rf"©|[{DOUBLE}]|\b(?:[Ii]mage|[Pp]hoto|[Ff]ile|[Pp]icture|[Cc]redit|[Ff]oto|[Bb]ild)\b|[a-z]\s*[.!?](?:\s|$)")
_WEEKDAY = rf"(?:{either(WEEKDAYS)}),"
_PLACE = re.compile(r"(?:[^\W\d_][\w.’'-]*[\s,/]+){1,5}\(?")  # `PARIS, ` before the date of wire copy

Meaning = Callable[[date | None], str | None]


@dataclass(frozen=True)
class Dated:
    """A date as a text gives it, and what it means (`iso`: a day, month or year, or `from/to`; None where that cannot be told)."""

    start: int
    end: int
    text: str
    iso: str | None


def find_dates(body: str, published: date | None = None) -> tuple[Dated, ...]:
    """All dates of a text, in order."""
    lines = [(0, published)] if published else datelines(body)
    starts = [start for start, _ in lines]

    def day_at(offset: int) -> date | None:
        return lines[max(0, bisect_right(starts, offset) - 1)][1] if lines else None

    kept: list[Dated] = []
    # Without a dateline, a day that the text begins with gives the year of those without one; no day of the week counts from it.
    named = next((day for start, _, day in _full_days(body) if start < _BEGINNING), None)
    for start, end, meant, is_named in sorted(_proposed(body), key=lambda each: (each[0], -each[1])):
        day = day_at(start)
        iso = meant(day or named if is_named else day)
        if (not kept or start >= kept[-1].end) and (iso or not day):
            kept.append(Dated(start, end, body[start:end], iso))
    return tuple(kept)


def datelines(body: str) -> list[tuple[int, date]]:
    """Where a text says when it was published: lines that hold hardly more than a date, and the place and date that begin wire copy."""
    return [(start, day) for start, end, day in _full_days(body) if _is_dateline(body, start, end)]


def _full_days(body: str) -> Iterator[tuple[int, int, date]]:
    for start, end, mentions in named_days(body):
        iso = days_meant(mentions, None)
        if iso and len(iso) == _DAY_LENGTH:
            yield start, end, date.fromisoformat(iso)


def _is_dateline(body: str, start: int, end: int) -> bool:
    first = body.rfind("\n", 0, start) + 1
    last = body.find("\n", end)
    before, after = body[first:start], body[end : last if last >= 0 else len(body)]
    if first == 0 and not after.strip() and re.match(_WEEKDAY, body[start:end]):
        return True  # a headline that ends with its date
    if _PLACE.fullmatch(before) and re.match(r"\s?[)(–—-]", after):
        return True
    return len(f"{before} {after}".split()) <= _DATELINE_WORDS and not _NO_DATELINE.search(before + after)


def _proposed(body: str) -> Iterator[tuple[int, int, Meaning, bool]]:
    """All that may be a date: start, end, what it means on a day or on none that is known, and whether the calendar names it."""
    for start, end, mentions in (*named_days(body), *holidays(body)):
        yield start, end, partial(days_meant, mentions), True
    for start, end, iso in named_years(body):
        yield start, end, partial(_always, iso), False
    for start, end, month in named_months(body):
        yield start, end, partial(_on, partial(month_meant, month, looks_ahead(body, start, end))), True
    for match, rule in relative(body):
        yield *match.span(), partial(_on, partial(rule, match)), False
    for match, number, ahead in weekdays(body):
        yield *match.span(), partial(_on, partial(weekday_meant, match, number, ahead)), False
    for match, ahead in weekends(body):
        yield *match.span(), partial(_on, partial(weekend_meant, match, ahead)), False


def _always(iso: str, day: date | None) -> str | None:
    return iso


def _on(meant: Callable[[date], str | None], day: date | None) -> str | None:
    try:
        return meant(day) if day else None
    except (OverflowError, ValueError):  # the week before the calendar's first day, the one after its last
        return None
