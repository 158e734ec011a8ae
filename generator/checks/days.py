"""The days and years of a text that its evidence gives, or that its source’s own day supplies."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from generator.checks.carried import Carried, says
from generator.prose.calendar import CAPITAL_MONTHS, MONTHS, WEEKDAYS
from generator.prose.quantities import DateMention, Quantity, dates, reckoned_days, stretches
from generator.prose.quantities.patterns import prefix
from generator.text.patterns import compiled

_WEEKDAY = compiled(rf"\b({'|'.join(WEEKDAYS)})\b")
_RELATIVE_DAY = compiled(r"\b(?:today|tonight|yesterday|tomorrow|overnight|this (?:morning|afternoon|evening|week))\b", re.IGNORECASE)
_RELATIVE_YEAR = compiled(r"\b(?:(last|previous|past)|(next|coming)) (?:year|january|february|march|april|may|june|july|august"
                            r"|september|october|november|december)\b", re.IGNORECASE)  # fmt: skip
_RELATIVE = ("last", "previous", "past", "next", "coming")  # a quick look
_NEW_DATE = compiled(
    r"\b(?:new\s|neue[nrsm]?\s|ersatz)(?:(?:date|day|termin|datum|tag)(?:\s(?:of|for|für|de[rs])\s[^,.;:]{1,40}?)?)?(?:\s(?:is|on|of|ist|am|vom))?"
    r"(?:\s(?:the|der))?\s$",
    re.IGNORECASE,
)
_MOVED_DATE = compiled(
    r"\b(?:from|vom)\s(?P<old>(?:the\s)?(?:[A-Z]\w+\s)?(?P<day>\d{1,2})[^,;:!?]{0,15}?)\s(?:to|auf)\s(?:the\s|den\s)?(?=\d|[A-Z])"
)
_ABOUT_DAY = compiled(r"\b(?:around|about|um\sden|gegen\sden|etwa\sam|ungefähr\sam)\s(?:the\s)?$", re.IGNORECASE)
_MIDDLE = compiled(rf"\b(?i:mid-|middle\sof|mitte)\s?({'|'.join(map(str.capitalize, CAPITAL_MONTHS))})\b")
_MIDDLE_DAY = 15
_MONTHS = {month: "|".join(name.capitalize() for name in CAPITAL_MONTHS if MONTHS[name.lower()] == month) for month in range(1, 13)}
_LEAP_YEAR = 2024
# A year by the one that was named: of the following year; a year before.
_YEAR_BESIDE = compiled(
    r"\b(?:(following\syear|year\s(?:later|after(?:wards)?)|jahr\s(?:später|darauf|danach)|folgejahr\w*|folgenden\sjahr\w*)"
    r"|year\s(?:before|earlier)|previous\syear|jahr\s(?:zuvor|davor|früher)|vorjahr\w*)\b",
    re.IGNORECASE,
)
_YEAR_APART = compiled(r"\b(?:a|one|ein)\s(?:year|jahr)\s(?:after|before|nach|vor)\b", re.IGNORECASE)
# What says the same of a year and of the one beside it.
_YEARS_BESIDE = tuple(
    (compiled(rf"\b(?:{words})\s$", re.IGNORECASE), others, way)
    for words, others, way in (
        ("after|nach", "since|from|seit|ab", 1), ("since|from|seit|ab", "after|nach", -1),
        ("before|vor", "until|till|bis", -1), ("until|till|bis", "before|vor", 1),
    )
)  # fmt: skip


def is_year(number: Quantity) -> bool:
    """Whether a number may be a year."""
    return not number.unit and number.text.isdecimal() and 1000 <= int(number.text) <= 2200


def is_year_of(number: Quantity, text: str, there: Carried) -> bool:
    """Whether the evidence means a year, or the one beside it by words that say the same: after 2018, since 2019."""
    return int(number.text) in _years(there) or any(
        words.search(prefix(text, number.start))
        and says(re.compile(rf"\b(?:{others})\s{int(number.text) + way}\b", re.IGNORECASE), there.evidence)
        for words, others, way in _YEARS_BESIDE
    )


@lru_cache(maxsize=256)
def _years_beside(evidence: str) -> tuple[frozenset[int], frozenset[int]]:
    """How many years what the evidence means by a word is from its source's own year, and from the years that it names."""
    small = evidence.lower()
    relative = _RELATIVE_YEAR.finditer(evidence) if any(word in small for word in _RELATIVE) else ()
    beside = {1 if match[1] else -1 for match in _YEAR_BESIDE.finditer(evidence)} if "year" in small or "jahr" in small else set()
    beside |= {1, -1} if _YEAR_APART.search(evidence) else set()
    return frozenset({0, *(-1 if match[1] else 1 for match in relative)}), frozenset(beside)


def _years(there: Carried) -> set[int | None]:
    """The years that the evidence names, and those in which its sources were published, which they need not name."""
    shifts, beside = _years_beside(there.evidence)
    return {
        *(mention.year for mention in there.dates),
        *(day.year + shift for day in there.published for shift in shifts),
        *(year + way for way in beside for year in there.years),
    }


def lacks_day(mention: DateMention, text: str, there: Carried) -> tuple[str, str] | None:
    """What is wrong with a day of a text, and the fix; None where the evidence gives it."""
    is_about = _ABOUT_DAY.search(prefix(text, mention.start)) and _in_middle(mention, there.evidence)
    if not (is_about or _is_given(mention, there) or _is_anniversary(mention, there)):
        return f"the date “{mention.text}” is not in {there.theirs}", _date_to_write(mention, there)
    if _is_old(mention, text, there.evidence):
        return f"“{mention.text}” is the old date in {there.theirs}", "write the date to which it was moved"
    return None


def _is_given(mention: DateMention, there: Carried) -> bool:
    """Whether the evidence gives a date, or leaves out what its source's own date supplies."""
    given, evidence, published = there.dates, there.evidence, there.published
    for found in given:
        same_day = mention.day is None or mention.day == found.day
        if found.month == mention.month and same_day and _may_be_of(mention, found, published):
            return True
    named = {month for each in stretches(evidence) for month in each.ends}
    if mention.day is None and mention.month in named and (mention.year is None or str(mention.year) in evidence):
        return True
    if mention.day and ((mention.month, mention.day) in reckoned_days(evidence) or _is_end(mention, evidence)):
        return True
    candidates = (day for when in published for day in _days_meant(evidence, when, dated=bool(given)))
    return any(day.month == mention.month and mention.day in (None, day.day) and mention.year in (None, day.year) for day in candidates)


def _is_anniversary(mention: DateMention, there: Carried) -> bool:
    """Whether a date is so many years from one of the evidence as that says."""
    same_day = any((found.month, found.day) == (mention.month, mention.day) for found in there.dates)
    return bool(same_day and mention.year and Decimal(mention.year) in there.reckoned.by_value)


def _is_old(mention: DateMention, text: str, evidence: str) -> bool:
    """Whether a date is called the new one, and is the one from which the evidence says that something was moved."""
    if mention.day is None or not _NEW_DATE.search(prefix(text, mention.start)):
        return False
    return any(mention.day == day and month in (None, mention.month) for day, month in _old_days(evidence))


@lru_cache(maxsize=64)
def _old_days(evidence: str) -> frozenset[tuple[int | None, int | None]]:
    """The days from which something was moved, each with its month, where that stands with it."""
    moved = ((dates(match["old"]), int(match["day"])) for match in _MOVED_DATE.finditer(evidence))
    return frozenset((old[0].day, old[0].month) if old else (day, None) for old, day in moved)


def _in_middle(mention: DateMention, evidence: str) -> bool:
    """Whether a day is about the middle of a month, and the evidence says so."""
    months = {MONTHS[match[1].lower()] for match in _MIDDLE.finditer(evidence)}
    return mention.month in months and mention.day is not None and abs(mention.day - _MIDDLE_DAY) <= 2


def _is_end(mention: DateMention, evidence: str) -> bool:
    """Whether a day is the last of a month, and the evidence speaks of that month's end."""
    if not mention.day or mention.day != monthrange(min(max(mention.year or _LEAP_YEAR, 1), 9999), mention.month)[1]:
        return False
    return says(re.compile(rf"\b(?i:end\sof|ende)\s(?:{_MONTHS[mention.month]})\b"), evidence)


def _may_be_of(mention: DateMention, found: DateMention, published: Sequence[date]) -> bool:
    """Whether the years agree; where the evidence names none, it means a year next to its source's own."""
    if mention.year is None or found.year is not None:
        return found.year in (mention.year, None) or mention.year is None
    return not published or any(abs(day.year - mention.year) <= (day.month != mention.month) for day in published)


def _days_meant(evidence: str, published: date, *, dated: bool) -> list[date]:
    """The days that a source may mean by *on Tuesday* or *yesterday*, or without a word about the day."""
    day = published.toordinal()
    around = [date.fromordinal(near) for near in range(max(1, day - 7), min(date.max.toordinal(), day + 7) + 1)]
    named = {WEEKDAYS[match[1]] for match in _WEEKDAY.finditer(evidence)}
    meant = [day for day in around if day.weekday() in named]
    if _RELATIVE_DAY.search(evidence):
        meant += [day for day in around if abs((day - published).days) <= 2]
    return meant or ([] if dated else [day for day in around if day <= published])


def _date_to_write(mention: DateMention, there: Carried) -> str:
    likest = min(there.dates, key=lambda found: (found.month != mention.month, found.day != mention.day), default=None)
    cite = "cite the passage that gives the date"
    return f"write “{likest.text}”, or {cite}" if likest else cite
