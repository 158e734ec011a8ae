"""Dates that say themselves when they are: days of the calendar, years, decades, centuries, seasons of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from generator.drafting.dates.relative import SEASONS, month_after, range_of
from generator.prose.calendar import MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from generator.prose.quantities import DateMention, dates
from generator.prose.quantities.patterns import either
from generator.text.edtf import parse_edtf

Named = tuple[int, int, str]
"""Start, end, and an ISO date or interval."""

_WEEKDAY_BEFORE = re.compile(rf"\b(?:{either([*WEEKDAYS, *SHORT_WEEKDAYS])})\.?,?\s(?:the\s|den\s)?$")
_YEAR = re.compile(
    r"(?<![\w.,$€£#/°–-])(?<!\d\s)(?P<first>1\d{3}|20\d\d)(?:[–-](?P<last>(?:1\d|20)\d\d|\d\d))?"
    r"(?!\w|[–-]\w|[.,:/]\d|\s?[%°€]|\s(?:km|kg|[ap]\.?m|hours|hrs|local|UTC|GMT|[A-Z]{2}T|US|[A-Z]+\d\w*)\b)"
)
# After these a four-digit number is a year; after those it is one, unless something is counted (`the 2000 people`).
_SURELY_YEAR = re.compile(
    r"(?:\b(?:in|since|during|year|early|late|mid|circa|until|till|seit|jahr|en|depuis)[\s\u00a0]|\(|\bmid-)$", re.IGNORECASE
)
_LIKELY_YEAR = re.compile(
    r"(?:\b(?:by|or|around|about|than|as|from|before|after|between|and|to|through|the|a|an|his|her|its|their|our|this|bis|ab)\s|[’']s\s|s[’']\s|[–-]\s"
    r"|\b[A-Z][\w’'-]*\s)$"
)
_THING = r"(?!levels\b|elections\b|games\b|prices\b|figures\b|results\b|is\b|was\b|has\b|as\b|this\b|plus\b)"
_COUNTED = re.compile(
    rf"[\s\u00a0](?:(?!the\b|a\b|his\b|her\b|its\b|their\b|in\b|on\b|when\b|and\b|as\b)[a-z]+\s)?{_THING}(?:people|(?:\w*child|wo|\b)(?:ren|men)|troops|year[\s-]old|dollars|euros|[a-z]+[^\Wsui]s)\b"
)
_ANY_NOUN = re.compile(
    r"[\s\u00a0](?!(?:in|on|at|and|to|by|for|is|was|has|had|as|or|when|that|with|but|from|until|after|before|who|which|would|will|where"
    r"|levels|elections)\b)[a-z]{3,}"
)
# After these it is none; nor in `resolutions 1718, 1874 and 2270`.
_NUMBERED_BEFORE = re.compile(
    r"\b(?:resolution|article|section|flight|route|room|page|number|windows|boeing|ISO|no\.?|nr\.|USD|EUR|GBP|arXiv:?)s?\s"
    r"(?:\d+(?:,\s|,?\sand\s))*$",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d.,]?\d)")
_MONTH = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Bb]y|[Ff]rom|[Bb]etween|[Ee]arly|[Ll]ate|[Mm]id|[Bb]efore|[Aa]fter|of|to|and|im|seit|bis)[\s-]"
    rf"(?P<month>{either([name.capitalize() for name in MONTHS if len(name) > 3 or name in ('may', 'mai')])})"
    r"(?![\w-]|\s\d|\.?\s\d|,\s\d{4}|\s(?:be|have|not|of\s\d|[A-Z]))"
)
_HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31), "new year's day": (1, 1),
    "valentine's day": (2, 14), "st. patrick's day": (3, 17),
}  # fmt: skip
_HOLIDAY_NAMES = either(_HOLIDAYS).replace("'", "[’']")
_HOLIDAY = re.compile(rf"\b(?P<name>{_HOLIDAY_NAMES})(?:,?\s(?P<year>20\d\d))?\b", re.IGNORECASE)
_NOT_MAY = re.compile(r"\b(?:[Bb]y|[Bb]efore|[Aa]fter|of|to|and|[Bb]etween)\sMay\b")  # rather a person
_PERSON = re.compile(r"\b(?:Theresa|Brian|James|M(?:r|s|rs)\.?|[Mm]inister|President|Secretary|Dr\.?)\s(?:May|June|April|August)\b")
_DECADE = re.compile(r"(?<![\w.,-])(?:(?P<decade>1\d\d0|20\d0)[’']?(?:s|er)|[’'‘](?P<short>\d0)s)\b")
_CENTURIES = {"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
_CENTURY = re.compile(rf"\b(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{either(_CENTURIES)}))[\s-][Cc]entury\b", re.IGNORECASE)
_SEASON = re.compile(r"\b(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:\sof)?\s(?P<year>1\d{3}|20\d\d)\b")


def named_years(body: str) -> Iterator[Named]:
    """Years, decades, centuries and seasons of a year; of `2004–2009` both years."""
    groups = _GROUPED.search(body) is not None
    for match in _YEAR.finditer(body):
        if _is_year(body, match, groups):
            yield match.start("first"), match.end("first"), match["first"]
            if match["last"]:
                yield match.start("last"), match.end("last"), match["first"][: 4 - len(match["last"])] + match["last"]
    for match in _DECADE.finditer(body):
        first = int(match["decade"] or f"{'20' if match['short'] < '30' else '19'}{match['short']}")
        yield match.start(), match.end(), f"{first}/{first + 9}"
    for match in _CENTURY.finditer(body):
        number = int(match["number"] or _CENTURIES[match["word"].lower()])
        if 1 < number <= 21:
            yield match.start(), match.end(), f"{number - 1:02d}01/{number:02d}00"
    for match in _SEASON.finditer(body):
        begins = date(int(match["year"]), SEASONS[match["season"].lower()], 1)
        yield match.start(), match.end(), range_of(begins, month_after(begins, 3) - timedelta(1))


def _is_year(body: str, match: re.Match[str], groups: bool) -> bool:
    """Whether four digits are a year; a text that groups its thousands (`1,500`) would write a number otherwise."""
    before = body[max(0, match.start() - 60) : match.start()]
    if _NUMBERED_BEFORE.search(before):
        return False
    is_near = "1900" <= match["first"] < "2100"
    surely = _SURELY_YEAR.search(before)
    if (surely and match["first"] >= "1500") or (groups and is_near and not re.match(r"\s?year[\s-]old", body[match.end() :][:12])):
        return True
    counts = _COUNTED if surely or _LIKELY_YEAR.search(before) else _ANY_NOUN
    return (surely is not None or match["first"] >= "1500") and not counts.match(body, match.end())


def named_days(body: str) -> Iterator[tuple[int, int, list[DateMention]]]:
    """Days and months of the calendar with the day of the week before them: start, end, and the one or more that are named there."""
    for (start, end), mentions in groupby(dates(body), key=lambda mention: (mention.start, mention.end)):
        before = _WEEKDAY_BEFORE.search(body, max(0, start - 14), start)
        yield before.start() if before else start, end - _ends_sentence(body, start, end), list(mentions)


def _ends_sentence(body: str, start: int, end: int) -> bool:
    """Whether the full stop at the end of a date is the sentence's and not an abbreviation's."""
    word = re.search(r"([^\W\d_]+)\.$", body[start:end])
    return word is not None and (len(word[1]) > 4 or word[1] in ("May", "June", "July", "Juni", "Juli", "Mai", "März", "mars", "juin"))


def named_months(body: str) -> Iterator[tuple[int, int, int]]:
    """Months without a year: start, end and number."""
    people = _PERSON.search(body) is not None
    for match in _MONTH.finditer(body):
        if not (match["month"] in ("May", "June", "April", "August") and people) and not _NOT_MAY.fullmatch(match[0]):
            yield match.start("month"), match.end("month"), MONTHS[match["month"].lower()]


def holidays(body: str) -> Iterator[tuple[int, int, list[DateMention]]]:
    """Days that have a name and a fixed place in the calendar, in the form of `named_days`."""
    for match in _HOLIDAY.finditer(body):
        month, day = _HOLIDAYS[match["name"].lower().replace("’", "'")]
        year = int(match["year"]) if match["year"] else None
        yield match.start(), match.end(), [DateMention(year, month, day, match.start(), match.end(), match[0])]


def month_meant(month: int, ahead: bool, day: date) -> str:
    """What a month without a year means in a text of some day."""
    year = day.year + (ahead and month < day.month) - (not ahead and month > day.month)
    return f"{year:04d}-{month:02d}"


def days_meant(mentions: list[DateMention], day: date | None) -> str | None:
    """What named days mean in a text of some day: of several, from the first to the last."""
    isos = [_iso(mention, day) for mention in mentions]
    if None in isos:
        return None
    return isos[0] if len(isos) == 1 else f"{isos[0]}/{isos[-1]}"


def _iso(mention: DateMention, day: date | None) -> str | None:
    """What a day or month means; without a year the one that is nearest, a little rather behind than ahead."""
    year = mention.year
    if year is None and day is not None:
        ahead = mention.month + (mention.day or 15) / 31 - day.month - day.day / 31
        year = day.year + (-1 if ahead > 5 else 1 if ahead < -8 else 0)
    if year is None:
        return None
    iso = f"{year:04d}-{mention.month:02d}" + (f"-{mention.day:02d}" if mention.day else "")
    return iso if parse_edtf(iso) else None
