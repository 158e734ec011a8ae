"""The names of months and days of the week, in all languages together."""

from __future__ import annotations

from generator.prose.languages import LANGUAGES


def _months(*, small: bool) -> dict[str, int]:
    named = (
        (language.months, number)
        for language in LANGUAGES
        if language.has_small_calendar is small
        for number in range(len(language.months))
    )
    return {name: number + 1 for months, number in named for name in months[number].split("/")}


SMALL_MONTHS = _months(small=True)
"""Months that are written with a small letter, by their spellings, from 1: Mars is the planet."""

CAPITAL_MONTHS = _months(small=False)
"""Months that are written with a capital, by their spellings in lower case."""

MONTHS = CAPITAL_MONTHS | SMALL_MONTHS

WEEKDAYS = {name: number for language in LANGUAGES for number, names in enumerate(language.weekdays) for name in names.split("/")}
"""Days of the week by their spellings as they are written, from Monday, 0."""

CALENDAR = frozenset([*MONTHS, *map(str.lower, WEEKDAYS)])
"""Names of months and of days of the week in lower case: they have capitals and name nobody."""

SHORT_WEEKDAYS = tuple(name for language in LANGUAGES for name in language.short_weekdays)
