"""Numbers that a text says without writing them: 2:21:14 in hours, minutes and seconds; what lies between 9 and 7 per cent; a fortnight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.prose.languages.english import ONES, TENS
from generator.prose.languages.german import NUMBERS
from generator.prose.quantities.bounds import bound_before
from generator.prose.quantities.numbers import Quantity
from generator.prose.quantities.patterns import either, prefix
from generator.prose.quantities.stretches import stretches
from generator.prose.quantities.units import UNIT_OF, is_of_time
from generator.text.patterns import compiled

_CLOCK = compiled(r"\d{1,2}:\d{2}:\d{2}")
_FRACTION_LOOK = compiled(r"half|quarter|tenth|viertel|halb", re.IGNORECASE)  # a quick look: what it saves has all units
_AND_A_HALF_LOOK = compiled(r"\sand\sa\shalf\b", re.IGNORECASE)


_FRACTION = compiled(
    rf"\b(?:(?P<part>half|quarter|tenth|viertel|halbe[nrs]?)[\s-](?:of\s)?(?:an?\s)?|(?P<joined>(?:drei)?viertel|halb)(?=jahr|stunde|punkt|liter|meter|kilo|tonne))"
    rf"(?P<unit>{either(UNIT_OF)})\b",
    re.IGNORECASE,
)


_AND_A_HALF = compiled(rf"\b(?:an?|one)\s(?P<unit>{either(UNIT_OF)})\sand\sa\shalf\b", re.IGNORECASE)


_RANK = compiled(
    r"\b(?P<rank>third|fourth|fifth|sixth|dritt|viert|fünft|sechst)(?:[\s-]?\w+est\b|[^\W\d_]+(?<!t)[sß]te[nrs]?\b)", re.IGNORECASE
)
_RANKS = {"third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6}
_PARTS = {
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "tenth": Decimal("0.1"),
    "viertel": Decimal("0.25"),
    "dreiviertel": Decimal("0.75"),
}
_MINUTES = {"hour": Decimal(60), "minute": Decimal(1), "second": Decimal(1) / 60}
_NEXT = compiled(r"(?:,|\s|and|und)+")
_FROM = compiled(r"\b(?:from|von)\s+$", re.IGNORECASE)
_A_YEAR_AND = compiled(r"\b(?:an?|one|ein(?:em|es|er)?)\s(?:year|jahre?s?)\s(?:and|und)\s$", re.IGNORECASE)
_SPELLINGS = [spelling for spelling, unit in UNIT_OF.items() if is_of_time(unit) and unit != "second"]  # not: a second
_ONE = compiled(
    rf"\b(?:an?|one|last|past|next|first|over\sthe|the(?=\s(?:decade|century)\b)"
    rf"|(?:eine[mnrs]?|letzten|vergangenen|kommenden|nächsten)(?=\s(?:jahr(?:zehnt|hundert)?|woche|monat|tag|stunde|minute)\b))\s(?P<unit>{either(_SPELLINGS)})\b",
    re.IGNORECASE,
)
_ONE_POINT = compiled(r"\b(?:an?|one|eine[nm]?)\s(?:percentage\spoint|prozentpunkt)\b", re.IGNORECASE)
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
_ORDINALS = {_IRREGULAR.get(word, f"{word}th"): number for number, word in enumerate(ONES) if number} | {
    f"{ten[:-1]}ieth": 20 + 10 * index for index, ten in enumerate(TENS)
}
_ORDINAL_LOOK = compiled(r"(?:irst|econd|ird|[fhnrx]th|ieth)\b")  # a quick look
_ORDINAL = compiled(rf"\b(?:(?P<ten>{either(TENS)})-)?(?P<one>{either(_ORDINALS)})\b", re.IGNORECASE)
_STEMS = {"drei": "dritt", "sieben": "siebt", "acht": "acht"}
_GERMAN_ORDINALS = {f"{_STEMS.get(word, f'{word}t')}en": number for word, number in NUMBERS.items() if number < 20}
# In the twelfth match in a row: for twelve matches.
_IN_A_ROW = compiled(
    rf"\b(?P<nth>{either(_GERMAN_ORDINALS)})\s[^\W\d_]+\s(?:in\s(?:folge|serie)|hintereinander|nacheinander)\b", re.IGNORECASE
)
_RUNNING = compiled(
    r"\s(?:straight\s|consecutive\s)?([^\W\d_]+)(?:\s(?:in\sa\srow|running|in\ssuccession)|(?<=year)|(?<=month)|(?<=week)|(?<=day))\b"
)
_TURN = compiled(r"\s(?:term|time|attempt|season|spell|marriage|child|title|win|victory|defeat|mandate|bid|try|edition|stint)\b")
_UNDER = compiled(r"\b(?:(?P<under>under)|over)-(?P<age>\d{1,2})s\b", re.IGNORECASE)  # the under-25s
_ROW_LOOK = compiled(r"folge|serie|einander", re.IGNORECASE)  # a quick look
_MIDNIGHT = compiled(r"\b(?:mitternacht|midnight)\b", re.IGNORECASE)
_ITEM = r"[^\W\d_][^,.;:()\d]{1,40}"
_LAST_ITEM = compiled(r"\s(?:and|und|et)\s")
_LIST = compiled(rf"(?:\b{_ITEM},\s){{2,12}}(?:and|und|et)\s|(?:\b{_ITEM},\s){{1,12}}{_ITEM}\s(?:and|und|et)\s", re.IGNORECASE)
_YEAR = compiled(r"[12]\d{3}")
_FAR = 40  # characters before a stretch of time in which its bound may stand
_LEAST_APART = 10  # less is too often another number of the text
_TO = compiled(r"\s+(?:to|auf)\s+", re.IGNORECASE)


def implied(text: str, numbers: Sequence[Quantity]) -> Iterator[Quantity]:
    """The numbers that follow from those of a text, and those that words say: times that somebody needed, in both notations, parts of a
    unit and a single stretch of time, what lies between two, ordinals, how many are before the third largest, how long a list is.
    """
    yield from halves(text)
    for match in _ONE.finditer(text):
        bound = bound_before(text[max(0, match.start() - _FAR) : match.start()])
        yield Quantity(frozenset({Decimal(1)}), UNIT_OF[match["unit"].lower()], bound, match.start(), match.end(), match[0])
    for each in stretches(text):
        yield Quantity(frozenset({Decimal(each.months)}), "month", None, 0, 0, each.text)
    yield from _ordinals(text)
    for match in _UNDER.finditer(text) if "der-" in text or "ver-" in text else ():
        bound = "less than" if match["under"] else "more than"
        yield Quantity(frozenset({Decimal(match["age"])}), None, bound, match.start(), match.end(), match[0])
    for match in _LIST.finditer(text) if ", " in text and _LAST_ITEM.search(text) else ():
        listed = match[0].count(",") + (1 if match[0].rpartition(" ")[0].rpartition(" ")[0].endswith(",") else 2)
        yield Quantity(frozenset({Decimal(listed)}), None, None, match.start(), match.end(), match[0])
    for match in _RANK.finditer(text):
        before = frozenset({Decimal(_RANKS[match["rank"].lower()] - 1)})
        yield Quantity(before, None, None, match.start(), match.end(), match[0])
    for match in _IN_A_ROW.finditer(text) if _ROW_LOOK.search(text) else ():
        yield Quantity(frozenset({Decimal(_GERMAN_ORDINALS[match["nth"].lower()])}), None, None, match.start(), match.end(), match[0])
    for match in _MIDNIGHT.finditer(text):
        yield Quantity(frozenset({Decimal(0), Decimal(1440)}), "time of day", None, match.start(), match.end(), match[0])
    yield from fractions(text)
    for number in numbers:
        yield from _of_clock(number)
    yield from compounds(text, numbers)
    yield from _years_and_months(text, numbers)
    for low, high in pairwise(numbers):
        if _TO.fullmatch(text, low.end, high.start) and _FROM.search(prefix(text, low.start)):
            unit = high.unit or low.unit
            between = frozenset(abs(one - other) for one in low.values for other in high.values)
            yield replace(high, values=between, unit="percentage point" if unit == "percent" else unit, qualifier=None, moves="by")
        else:
            yield from _between(low, high)


def _ordinals(text: str) -> Iterator[Quantity]:
    """The ordinals in words; for how many years it is in the fourth year in a row, and how many terms were before a third."""
    for match in _ORDINAL.finditer(text) if _ORDINAL_LOOK.search(text) else ():
        rank = _ORDINALS[match["one"].lower()] + (20 + 10 * TENS.index(match["ten"].lower()) if match["ten"] else 0)
        at = Quantity(frozenset({Decimal(rank)}), "ordinal", None, match.start(), match.end(), match[0])
        yield at
        if running := _RUNNING.match(text, match.end()):
            yield replace(at, unit=UNIT_OF.get(running[1].lower()))
        if rank > 1 and _TURN.match(text, match.end()):
            yield replace(at, values=frozenset({Decimal(rank - 1)}), unit=None)


def halves(text: str) -> Iterator[Quantity]:
    """One and a half of a unit: a litre and a half."""
    for match in _AND_A_HALF.finditer(text) if _AND_A_HALF_LOOK.search(text) else ():
        yield Quantity(frozenset({Decimal("1.5")}), UNIT_OF[match["unit"].lower()], None, match.start(), match.end(), match[0])


def fractions(text: str) -> Iterator[Quantity]:
    """Parts of one unit: half an hour, a quarter of a point."""
    for match in _FRACTION.finditer(text) if _FRACTION_LOOK.search(text) else ():
        value = _PARTS.get((match["part"] or match["joined"]).lower(), _PARTS["half"])
        yield Quantity(frozenset({value}), UNIT_OF[match["unit"].lower()], None, match.start(), match.end(), match[0])


def one_point(text: str) -> Iterator[Quantity]:
    """A single percentage point, which no number word counts."""
    for match in _ONE_POINT.finditer(text) if "oint" in text or "punkt" in text else ():
        yield Quantity(frozenset({Decimal(1)}), "percentage point", None, match.start(), match.end(), match[0], moves="by")


def compounds(text: str, numbers: Sequence[Quantity]) -> Iterator[Quantity]:
    """The times of a text that have several units: two hours and 20 minutes, as a time of day is said."""
    for index, number in enumerate(numbers):
        yield from _time(text, numbers[index : index + 3]) if number.unit == "hour" else ()
    yield from _years_and_months(text, numbers)


def _years_and_months(text: str, numbers: Sequence[Quantity]) -> Iterator[Quantity]:
    """The months of a time that has years, too: three years and six months."""
    for years, months in pairwise(numbers):
        if years.unit == "year" and months.unit == "month" and _NEXT.fullmatch(text, years.end, months.start):
            total = frozenset(12 * one + other for one in years.values for other in months.values)
            yield replace(years, values=total, unit="month", end=months.end, text=text[years.start : months.end])
    for months in numbers:
        if months.unit == "month" and (year := _A_YEAR_AND.search(prefix(text, months.start))):
            start = months.start - len(year[0])
            yield replace(months, values=frozenset(12 + one for one in months.values), start=start, text=text[start : months.end])


def _of_clock(number: Quantity) -> Iterator[Quantity]:
    """The hours, minutes and seconds of 2:21:14, and the bare hour of a full one: nine, for 9 a.m."""
    if _CLOCK.fullmatch(number.text):
        parts = (Decimal(part) for part in number.text.split(":"))
        yield from (replace(number, values=frozenset({part}), unit=unit) for part, unit in zip(parts, _MINUTES, strict=True))
    elif number.unit == "time of day":
        hours = frozenset((value / 60 - 1) % 12 + 1 for value in number.values if value % 60 == 0)
        yield from [replace(number, values=hours, unit=None)] if hours else []


def _between(low: Quantity, high: Quantity) -> Iterator[Quantity]:
    """What lies between two numbers of the same: of percentages in points, of times of day in hours."""
    if low.unit != high.unit or low.unit == "ordinal" or low.name or high.name or _YEAR.fullmatch(low.text) or _YEAR.fullmatch(high.text):
        return
    apart = frozenset(abs(one - other) for one in low.values for other in high.values)
    if low.unit == "percent":
        yield replace(high, values=apart, unit="percentage point", qualifier=None, moves=None)
    elif low.unit == "time of day":
        yield replace(high, values=frozenset(minutes / 60 for minutes in apart), unit="hour", qualifier=None, moves=None)
    else:
        values = frozenset(value for value in apart if value >= _LEAST_APART)
        yield from [replace(high, values=values, qualifier=None, moves=None)] if values else ()


def _time(text: str, numbers: Sequence[Quantity]) -> Iterator[Quantity]:
    """Hours, minutes and perhaps seconds behind each other, as a clock says them."""
    total, last = Decimal(0), numbers[0]
    for number, unit in zip(numbers, _MINUTES, strict=False):
        if number.unit != unit or (number is not last and not _NEXT.fullmatch(text, last.end, number.start)):
            break
        total, last = total + min(number.values) * _MINUTES[unit], number
    if last is not numbers[0]:
        for unit in ("time of day", "minute"):
            yield replace(numbers[0], values=frozenset({total}), unit=unit, end=last.end, text=text[numbers[0].start : last.end])
