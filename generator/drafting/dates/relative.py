"""Dates that count from the day a text was published: `yesterday`, `last week`, `three years ago`, `by the end of the year`.

A rule is a row of `RULES`: a pattern, and what its match means on a given day, as a day, month or year, or as `from/to`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import TypeVar

from generator.prose.calendar import MONTHS
from generator.prose.languages import LANGUAGES
from generator.prose.languages.guess import guess_language
from generator.prose.languages.language import Language
from generator.prose.quantities.patterns import either

Match = re.Match[str]
T = TypeVar("T")


def _all(own: Callable[[Language], Mapping[str, T]]) -> dict[str, T]:
    """The words of one kind in all languages."""
    return {word: meaning for each in LANGUAGES for word, meaning in own(each).items()}


_DAYS = _all(lambda each: each.days)
_SHIFTS = _all(lambda each: each.shifts)
_PERIODS = _all(lambda each: each.periods)
SEASONS = _all(lambda each: each.seasons)
_NUMBERS = _all(lambda each: each.counts)
_UNITS = "hour|day|week|month|year|decade|century"
_MANY = r"several|a few|few|some|many|a couple of"


def month_after(day: date, months: int) -> date:
    """The first day of the month that lies some months after a day's own."""
    index = day.year * 12 + day.month - 1 + months
    return date(min(max(index // 12, 1), 9999), index % 12 + 1, 1)


def range_of(first: date, last: date) -> str:
    """Two days as an interval."""
    return f"{first.isoformat()}/{last.isoformat()}"


def _day_word(match: Match, day: date) -> str:
    return (day + timedelta(_DAYS[" ".join(match[0].lower().split())])).isoformat()


def _period(match: Match, day: date) -> str:
    """`last week`, `this year`, `next summer`, `last October`."""
    shift, name = _SHIFTS[match["shift"].lower()], match["period"].lower()
    name = _PERIODS.get(name, name)
    if name in SEASONS:
        return _season(day, shift, SEASONS[name])
    if name in MONTHS:
        return f"{_year_of(day, shift, MONTHS[name]):04d}-{MONTHS[name]:02d}"
    if name == "weekend":
        shift -= shift > 0 and day.weekday() < 3
    monday = day - timedelta(day.weekday())
    if name == "weekend":
        return range_of(monday + timedelta(7 * shift + 5), monday + timedelta(7 * shift + 6))
    if name == "week":
        return range_of(monday + timedelta(7 * shift), monday + timedelta(7 * shift + 6))
    if name == "month":
        return month_after(day, shift).isoformat()[:7]
    if name == "quarter":
        first = month_after(day, 3 * shift - (day.month - 1) % 3)
        return f"{first.isoformat()[:7]}/{month_after(first, 2).isoformat()[:7]}"
    if name == "decade":
        begins = day.year - day.year % 10 + 10 * shift
        return f"{begins:04d}/{begins + 9:04d}"
    return f"{day.year + shift:04d}"


def _season(day: date, shift: int, month: int) -> str:
    first = date(_year_of(day, shift, month), month, 1)
    return range_of(first, month_after(first, 3) - timedelta(1))


def _year_of(day: date, shift: int, month: int) -> int:
    """The year of the last, this year's or next month or season."""
    return day.year + (-1 if shift < 0 and month >= day.month else 1 if shift > 0 and month <= day.month else 0)


def _ago(match: Match, day: date) -> str:
    """`three days ago`, to the unit that it counts in."""
    number, unit = _count(match["count"]), match["unit"].lower()
    return _before(day, number, unit)


def _before(day: date, number: int, unit: str) -> str:
    if unit in ("day", "hour", "week"):
        days = {"day": number, "hour": max(1, round(number / 24)) if number >= 12 else 0, "week": 7 * number}[unit]
        return (day - timedelta(min(days, day.toordinal() - 1))).isoformat()
    if unit == "month":
        return month_after(day, -number).isoformat()[:7]
    return f"{max(1, day.year - number * {'year': 1, 'decade': 10, 'century': 100}[unit]):04d}"


def _count(words: str) -> int:
    words = words.lower().strip("[]")
    if words.isdecimal():
        return min(int(words), 5000)
    return sum(_NUMBERS.get(part, 0) for part in re.split(r"[\s-]+", words)) or 1


def _long_ago(match: Match, day: date) -> str:
    return f"/{day.isoformat()}"


def _span_back(match: Match, day: date) -> str:
    """`the past 30 days`, `the last two years`; `the past few days` ends on the day and begins nobody knows when."""
    number = match["count"]
    if number and re.fullmatch(_MANY, number, re.IGNORECASE):
        return f"/{day.isoformat()}"
    unit = (match["unit"] or match["unit2"]).lower()
    count = _count(number) if number else 1
    first = _before(day, count, unit)
    first = f"{first}-{day.day:02d}" if len(first) == 7 and day.day <= monthrange(int(first[:4]), int(first[5:]))[1] else first
    return f"{first}/{day.isoformat()[: len(first)]}"


def _end_of(match: Match, day: date) -> str:
    """`the end of the year`, `year end`: the last day; `the beginning of the month`: the first."""
    unit = (match["of"] or match["unit"]).lower()
    starts = (match["edge"] or "end").lower() not in ("end", "close")
    if unit == "week":
        return (day + timedelta((0 if starts else 6) - day.weekday())).isoformat()
    first = day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)
    return (first if starts else month_after(first, 1 if unit == "month" else 12) - timedelta(1)).isoformat()


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


_COUNT = rf"\d{{1,4}}|\[?(?:{either(_NUMBERS)})(?:[\s-](?:{either(_NUMBERS)}))?\]?"
_CAPITALS = either([name.capitalize() for name in MONTHS if len(name) > 3])
_PERIOD_NAMES = (
    rf"{either(_PERIODS)}|spring|summer|autumn|fall(?!\s(?:in|of)\b)|winter|frühjahr|frühling|sommer|herbst"
    rf"|weekend|week|month|quarter|year|decade|(?-i:{_CAPITALS})"
)

Rule = Callable[[Match, date], str]
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (_pattern(rf"\bthe\s(?:past|last)\s(?P<count>{_COUNT}|{_MANY})\s(?P<unit>day|week|month|year|decade)s\b(?P<unit2>)"), _span_back),
    (_pattern(r"\bthe\s(?:past\s(?P<count>)(?P<unit>week|month|year)|(?:past|last)\s(?P<unit2>decade|century))\b"), _span_back),
    (_pattern(rf"(?<![\w-])(?!this\sweekend)(?P<shift>{either(_SHIFTS)})\s(?P<period>{_PERIOD_NAMES})(?!\w|-)(?!\sof\b)"), _period),
    (_pattern(rf"(?<![\w.,])(?P<count>{_COUNT})\s(?P<unit>{_UNITS})s?\sago\b"), _ago),
    (_pattern(rf"\b(?:{_MANY})\s(?:{_UNITS})s\sago\b"), _long_ago),
    (
        _pattern(
            r"\b(?:the\s)?(?:(?P<edge>end|close|beginning|start)\sof\s(?:the|this)\s(?P<of>week|month|year)|(?P<unit>year|month)(?:[’']s)?[\s-]end)\b"
        ),
        _end_of,
    ),
)
_NAME_BEFORE = re.compile(r"\b[A-Z]\w+\s$")  # a paper's, as in USA Today
_DAY_RULES = {each.tag: _pattern(rf"(?<![\w-])(?:{either(each.days)})(?!\w)") for each in LANGUAGES if each.days}


def relative(body: str) -> Iterator[tuple[Match, Rule]]:
    """All dates of a text that count from its day, and what each means on a day. `hier` is no day in German: the text's language tells."""
    days = _DAY_RULES.get(guess_language(body) or "en", _DAY_RULES["en"])
    for pattern, rule in ((days, _day_word), *RULES):
        for match in pattern.finditer(body):
            if not (match[0].istitle() and _NAME_BEFORE.search(body, max(0, match.start() - 20), match.start())):
                yield match, rule
