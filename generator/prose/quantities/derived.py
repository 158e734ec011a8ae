"""Numbers that a reader reckons from those of a text: how long it was from one date to another, the year four years before 2032, the 300
that are a third of 930, half of what has doubled, both ends of a range. Reckoned only for a number that a text does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise
from typing import NamedTuple

from generator.prose.calendar import CALENDAR, CAPITAL_MONTHS, MONTHS, WEEKDAYS
from generator.prose.quantities.bounds import bound_before
from generator.prose.quantities.calendar_days import DateMention
from generator.prose.quantities.implied import fractions, one_point
from generator.prose.quantities.numbers import Quantity
from generator.prose.quantities.patterns import either, prefix
from generator.prose.quantities.ratios import Ratio, is_change, ratios
from generator.prose.quantities.reckoned_days import reckoned_days
from generator.prose.quantities.units import CURRENCY_CODES, UNIT_OF, converted, is_of_time, may_be_one
from generator.text.patterns import compiled

_YEAR = compiled(r"1\d{3}|20\d{2}")
_SEASON = compiled(r"\b(spring|summer|autumn|fall|frühjahr|frühling|sommer|herbst)\s(?:of\s|des\sjahres\s)?([12]\d{3})\b", re.IGNORECASE)
_IN_SEASON = {"spring": 4, "frühjahr": 4, "frühling": 4, "summer": 7, "sommer": 7, "autumn": 10, "fall": 10, "herbst": 10}
_MONTH_ALONE = compiled(
    rf"\b(?:in|since|until|till|by|from|of|and|to|last|next|im|seit|bis|ab|(?P<about>mid-|[Mm]iddle of|[Ee]arly|[Ll]ate|[Ee]nd of|Ende"
    rf"|Anfang|Mitte))\s?(?P<month>{either(map(str.capitalize, CAPITAL_MONTHS))})\b(?!\s\d)"
)
_ABOUT = {"mid-": 15, "middle of": 15, "mitte": 15, "early": 5, "anfang": 5, "late": 25, "end of": 28, "ende": 28}
_WEEKDAY = compiled(rf"\b({either(WEEKDAYS)})(?:morgen|mittag|vormittag|nachmittag|abend|nacht)?s?\b")
_COMPARED = compiled(
    r"\b(?:from|compared|against|instead|rather|than|versus|vs|von|statt|gegenüber|als|nach|earlier|before|ago|previous|last|vor|zuvor|waren|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_SENTENCE_END = compiled(r"[.!?]\s|\n")
_AND = compiled(r"[^.;:!?\n\d]{1,40}\b(?:and|und|plus)\b[^.;:!?\n\d]{0,20}")
_VOTE = compiled(r"\b(?:vote|ballot|stimm|abst[ie]mm|gestimmt)", re.IGNORECASE)
_FOR_TO = compiled(r"\s(?:(?:votes|stimmen|voices)\s)?(?:to|against|zu|gegen|bei)\s", re.IGNORECASE)
_IS_AGAINST = compiled(r"[^.;:!?\n\d]{1,40}\d+\s(?:[^.;:!?\n\d]{1,30}\s)?(?:against|no|opposed|dagegen|nein)\b", re.IGNORECASE)
_BETWEEN = compiled(r"\b(?:between|zwischen)\s+$", re.IGNORECASE)
_RANGE = compiled(r"\s*(?:[-–—]|and|und|to|bis)\s*")
_NO_RANGE_BEFORE = compiled(r"\b(?:from|von|by|um|to|auf|of|ed)\s+$|ed\s+$", re.IGNORECASE)
_OF_THEM = compiled(r"\b(?:of|von)\s(?:(?:the|den|ihren|insgesamt)\s)?$", re.IGNORECASE)
_OTHER = compiled(r"\b(?:other|remaining|übrigen|anderen|restlichen)\s$", re.IGNORECASE)
_OF_WHOM = compiled(r"\s(?!to\b|auf\b|bis\b)[^,.;:()]*")  # of ten children four cannot
_OF_ALL = compiled(r"\s(?:out\s)?(?:of|der|von)\s(?:the\s|its\s|their\s|den\s)?")
_ONE_OF = compiled(
    r"\b(?:one|eine[rsm]?|[^\W\d_]+[sß]te[nrs]?|[^\W\d_]+est)\s(?:out\s)?(?:of|der|von)\s(?:the\s|its\s|their\s|den\s)?$", re.IGNORECASE
)
_TIMES = compiled(r"\s[^\W\d_]+\sof\s")
_EACH = compiled(r"\s(?:each|apiece)\b")
_EVERY = compiled(r"\b(?:every|alle)\s$", re.IGNORECASE)
_OF = compiled(r"\s(?:of|der|des|aller|all)\s(?:the\s|its\s|his\s|her\s|their\s|all\s)?")
_SHARE_OF = compiled(
    r"\s(?:of\s(?:the|its|their|his|her|all)|der|des)\s[^.;:]+$|\s(?:of\s(?:the|its|their)|der|des)\s[^.;:]+[.;]", re.IGNORECASE
)
_OF_IT = compiled(r"\s(?:of\s(?:it|them|those|which|whom)|davon)\b")
IS_LESS = compiled(
    r"\b(?:f[ae]ll(?:en|s)?|drop\w*|declin\w+|shr[aiu]nk\w*|los[te]\w*|cut|down|less|fewer|lower|smaller|rest|remain\w*|but|not|no"
    r"|sank|gesunken|fiel|gefallen|weniger|minus|übrig\w*|rest|weg\w*|verl[oi]\w+|verschw[ua]nd\w*|gestrichen|gekürzt|kein\w*|nicht"
    r"|leer\sausg\w+|leer\saus)\b",
    re.IGNORECASE,
)
_MULTIPLE_OF = compiled(r",?\s(?:the|to|auf|its)?\s?")
# What is left of about so many, of more, of less.
_OTHER_SIDE = {
    "about": ("about", "more than", "less than"), "more than": ("less than", "about"), "less than": ("more than", "about"),
    "at least": ("at most",), "at most": ("at least",),
}  # fmt: skip
# What was less than half where something has more than doubled.
_TURNED = {"more than": "less than", "less than": "more than"}
# 70 members, about a third.
_APPOSED = compiled(
    r"(?:\s[^\W\d_]+)?,\s(?:also\s|oder\s|or\s)?(?:(?:etwa|rund|fast|knapp|gut|ungefähr|about|some|nearly|almost)\s)?", re.IGNORECASE
)
_MORE_OF_IT = compiled(r"\s(?:weitere[nrsm]?|zusätzliche[nrsm]?|additional|further)\b", re.IGNORECASE)
_FAR = 40  # characters between a number and what it is a multiple of
_FEW = 3  # amounts of a text, one of which something grew to
_HALF = Fraction(1, 2)  # the half: of what was named before
MOST = 12  # numbers of a text that are set against each other: of more any number could be reckoned
_OF_EACH = compiled(
    r"\s(?:of|in|on|from|out\sof|von)\s(?:each|every|the|an?|jede[mnrs]?|eine[mnrs]?)\s(?:dollar|euro|pound|franc|pfund|franken)\b",
    re.IGNORECASE,
)
BY_BEFORE = compiled(
    r"\b(?:by|um|mit|fehl\w+(?:\snoch)?|lacks?|(?:majority|margin|lead|gap|difference|mehrheit|vorsprung|rückstand|abstand|unterschied)\s(?:of|von))\s(?:just\s|only\s|nur\s)?$",
    re.IGNORECASE,
)
_BOTH = compiled(r"\b(?:both|couple|twice|twin|twins|duo|beide[nrsm]?|zweimal|paar)\b", re.IGNORECASE)
_BOTH_NAMES = compiled(r"\b[A-Z][a-zà-ÿ]+\s(?:and|und)\s[A-Z][a-zà-ÿ]+\b")
_BOTH_NOUNS = compiled(
    r"\b(?:the|an?|his|her|its|their|der|die|das|ein|eine|sein|seine|ihre?)\s[^\W\d_]+\s(?:and|und)\s(?:the|an?|his|her|its|their|der|die|das|eine?|seine?|ihre?)"
    r"\s[^\W\d_]+",
    re.IGNORECASE,
)
# Nouns that say how many, or how many years.
_COLLECTIVES = {
    "trio": 3, "triplets": 3, "hat-trick": 3, "quartet": 4, "quadruplets": 4, "quintet": 5, "quintuplets": 5, "sextet": 6, "centenary": 100,
    "centennial": 100, "bicentenary": 200, "drillinge": 3, "quartett": 4, "vierlinge": 4, "quintett": 5, "hundertjähriges": 100,
    "hundertjährigen": 100,
}  # fmt: skip
_COLLECTIVE = compiled(rf"\b({either(_COLLECTIVES)})\b", re.IGNORECASE)
_CENTURY = compiled(
    r"(?:\b(?P<which>first|second|third|last|final|erste|zweite|dritte|letzte)[nrsm]?\s(?P<part>half|third|quarter|hälfte|drittel|viertel)\s(?:of|des)\s(?:the\s)?)?"
    r"\b(?P<century>\d{1,2})(?:st|nd|rd|th|\.)[\s-](?:century|jahrhundert)",
    re.IGNORECASE,
)
_NTH = {"first": 1, "second": 2, "third": 3, "erste": 1, "zweite": 2, "dritte": 3}
_HOW_MANY = {"half": 2, "third": 3, "quarter": 4, "hälfte": 2, "drittel": 3, "viertel": 4}
_DIFFERENCE = compiled(
    r"(?:\s[^\W\d_]+)?\s(?:(?P<more>more|higher|mehr|höher)|(?P<less>less|fewer|lower|weniger|niedriger))\s(?:than|als)\b"
    r"|\s(?:(?P<under>below|under|unter)|above|over|über)\s(?:that|those|the|der|dem|den|denen)\b",
    re.IGNORECASE,
)
_A_WEEK, _WEEK = compiled(r"\s(?:a|per|each|in\sder|pro|die)\s(?:week|woche)\b", re.IGNORECASE), 7
CURRENCIES = {UNIT_OF[code.lower()] for code in CURRENCY_CODES}
_MONTH_DAYS, _YEAR_DAYS = Decimal("30.4375"), Decimal("365.25")
PER_CENT = CENTS = 100
_IN_YEARS = {"year": 1, "decade": 10, "century": 100}


class _Point(NamedTuple):
    """A place in time: a day, or somewhere in a month, or in a year where no month is said; `about` is the day that this may be."""

    year: int | None
    month: int | None
    day: int | None
    about: int = 1


def derived(text: str, numbers: Sequence[Quantity], mentions: Sequence[DateMention], published: Sequence[date]) -> Iterator[Quantity]:
    """The numbers that follow from those of a text, from its dates and from the days on which it was published."""
    counts = [number for number in numbers if not number.name and not is_year(number)][:MOST]
    points = [*_points(text, numbers, mentions), *(_Point(day.year, day.month, day.day) for day in published)]
    for one, other in combinations(dict.fromkeys(points[:MOST]), 2):
        yield from _span(one, other)
    yield from _moments(counts, sorted({point.year for point in points if point.year}))
    for begun, ended in combinations(dict.fromkeys(WEEKDAYS[match[1]] for match in _WEEKDAY.finditer(text)), 2):
        days = Decimal((ended - begun) % 7)
        yield from (_plain(days + more, "day") for more in (0, 1))  # without and with the first
        yield from (_plain(days - less, "day", qualifier="more than") for less in (0, 1) if days > less)
        yield from (_plain(days + more, "day", qualifier="less than") for more in (0, 1))
    yield from _times_of_day(counts)
    yield from _parts(text, [number for number in numbers if not number.name][:MOST])
    yield from _rest(text, counts)
    yield from _others(text, counts)
    yield from _all(text, counts)
    yield from _of_play(counts)
    yield from _two(text)
    for match in _COLLECTIVE.finditer(text):
        yield Quantity(frozenset({Decimal(_COLLECTIVES[match[1].lower()])}), None, None, match.start(), match.end(), match[0])
    yield from _changed(text, numbers)
    yield from _before_growth(text, counts)
    yield from _in_century(text)
    yield from (_plain(Decimal(day), "ordinal") for _, day in reckoned_days(text))
    yield from (_plain(max(each.values) - 1, None, each) for each in filter(is_count, counts) if _ONE_OF.search(prefix(text, each.start)))
    for number in counts:
        yield from _rate(text, number)
        if number.unit == "day" and not number.qualifier and _A_WEEK.match(text, number.end):
            yield replace(number, values=frozenset(_WEEK - value for value in number.values if value < _WEEK))
    apart = [number for number in counts if not is_of_time(number.unit)]
    for low, high in dict.fromkeys((*pairwise(counts), *pairwise(apart))):
        yield from _of_two(text, low, high)


def is_count(number: Quantity) -> bool:
    """Whether a number counts or measures: no share, no rank, no time of day, no year."""
    return not number.name and not is_year(number) and number.unit not in ("percent", "percentage point", "ordinal", "time of day")


def is_year(number: Quantity) -> bool:
    """Whether a number may be that of a year."""
    return not number.unit and _YEAR.fullmatch(number.text) is not None


def _plain(value: Decimal | Fraction, unit: str | None, like: Quantity | None = None, qualifier: str | None = None) -> Quantity:
    exact = value if isinstance(value, Decimal) else Decimal(value.numerator) / value.denominator
    at = like or Quantity(frozenset(), None, None, 0, 0, "")
    return replace(at, values=frozenset({exact}), unit=unit, qualifier=qualifier, moves=None, name=None)


def _points(text: str, numbers: Sequence[Quantity], mentions: Sequence[DateMention]) -> Iterator[_Point]:
    for mention in mentions:
        yield _Point(mention.year, mention.month, mention.day)
    for match in _SEASON.finditer(text):
        yield _Point(int(match[2]), _IN_SEASON[match[1].lower()], None)
    for match in _MONTH_ALONE.finditer(text):
        yield _Point(None, MONTHS[match["month"].lower()], None, _ABOUT.get((match["about"] or "").lower(), 1))
    for number in numbers:
        if is_year(number):
            yield _Point(int(number.text), None, None)


def _span(one: _Point, other: _Point) -> Iterator[Quantity]:
    """How long it is between two points in time, as one says it: in days, months, years; of a year the months are not known."""
    if one.month is None or other.month is None:
        if one.year and other.year and one.year != other.year:
            years = Decimal(abs(one.year - other.year))
            yield from (_plain(years, "year", qualifier=bound) for bound in (None, "about", "at least"))  # 2024, and not before 2027
        return
    year = one.year or other.year or 2001
    first, last = (date(each.year or year, each.month or 1, min(each.day or each.about, 28)) for each in (one, other))
    days = Decimal(abs((last - first).days))
    exact = one.day is not None and other.day is not None
    if exact and days:
        yield from (_plain(days, "day"), _plain(days + 1, "day"))  # with and without the first
    for unit, length in (("week", Decimal(7)), ("month", _MONTH_DAYS), ("year", _YEAR_DAYS)):
        yield from _rounded(days / length, unit, exact=exact)


def _rounded(value: Decimal, unit: str, *, exact: bool) -> Iterator[Quantity]:
    """A span in whole and half units: the nearest, what it is more than and less than."""
    half = Decimal("0.5")
    nearest = (value / half).quantize(Decimal(1)) * half
    if not nearest:
        return
    below, above = Decimal(int(value)), Decimal(int(value) + 1)
    yield _plain(nearest, unit, qualifier="about")
    if abs(value - nearest) <= (Decimal("0.1") if exact else Decimal("0.2")):
        yield _plain(nearest, unit)
    if below and value > below:
        yield _plain(below, unit, qualifier="more than")
    yield _plain(above, unit, qualifier="less than")


def _moments(counts: Sequence[Quantity], years: Sequence[int]) -> Iterator[Quantity]:
    """Years before and after years: four years before 2032."""
    for number in counts:
        if number.unit not in _IN_YEARS or number.qualifier:
            continue
        for value in number.values:
            size = int(value * _IN_YEARS[number.unit])
            yield from (_plain(Decimal(year + way * size), None, number) for year in years for way in (1, -1))


def _times_of_day(counts: Sequence[Quantity]) -> Iterator[Quantity]:
    """Times of day before and after others: two hours after half past nine."""
    for clock in counts:
        for number in counts if clock.unit == "time of day" else ():
            minutes = [converted(value, number.unit, "minute") or value for value in number.values] if is_of_time(number.unit) else []
            moments = frozenset(value + way * more for value in clock.values for more in minutes if more for way in (1, -1))
            yield from [replace(clock, values=moments)] if moments else ()


def _parts(text: str, counts: Sequence[Quantity]) -> Iterator[Quantity]:
    """How many a part of so many are, and how many there were before they doubled."""
    said: list[Ratio] = [
        *ratios(text),
        *(Ratio("part", Fraction(value) / 100, each.start, each.end, each.text) for each in counts if each.unit == "percent"
          for value in each.values),
    ]  # fmt: skip
    yield from _share_of_all(text, counts)
    for ratio in said:
        for number in counts:
            if ratio.start <= number.start < ratio.end or not (is_count(number) or is_year(number)):
                continue
            behind = text[ratio.end : number.start] if ratio.end <= number.start else ""
            apart = text[number.end : ratio.start] if number.end <= ratio.start else ""
            if is_year(number) and not _OF.fullmatch(behind):
                continue  # a third of the 1200 employees
            for value in number.values:
                if ratio.kind == "part" and behind and _OF.fullmatch(behind):
                    share = Fraction(value) * ratio.value
                    yield _plain(share, number.unit, number, "about")
                    yield from [_plain(share, number.unit, number)] if share.denominator == 1 else ()
                elif (
                    ratio.kind == "part"
                    and apart
                    and len(apart) < _FAR
                    and (_OF_IT.match(text, ratio.end) or (ratio.value == _HALF and not _SENTENCE_END.search(apart)))
                ):
                    yield _plain(Fraction(value) * ratio.value, number.unit, number)
                elif ratio.kind == "part" and apart and _APPOSED.fullmatch(apart):
                    yield _plain(Fraction(value) / ratio.value, number.unit, number, "about")
                    yield _plain(Fraction(value) / ratio.value, number.unit, number)
                elif ratio.kind == "multiple" and behind and _MULTIPLE_OF.fullmatch(behind):
                    bound = bound_before(text[: ratio.start])
                    yield from [_plain(Fraction(value) / ratio.value, number.unit, number, _TURNED[bound])] if bound in _TURNED else []
                    yield _plain(Fraction(value) * ratio.value, number.unit, number)
                    yield _plain(Fraction(value) / ratio.value, number.unit, number)
                elif ratio.kind == "multiple" and behind and len(behind) <= _FAR and not _SENTENCE_END.search(behind):
                    yield _plain(Fraction(value) / ratio.value, number.unit, number)
                elif ratio.kind == "multiple" and apart and len(apart) <= _FAR and not _SENTENCE_END.search(apart):
                    yield _plain(Fraction(value) / ratio.value, number.unit, number, "about")
                    yield _plain(Fraction(value) / ratio.value, number.unit, number)


def _share_of_all(text: str, counts: Sequence[Quantity]) -> Iterator[Quantity]:
    """How much the one share of a text is of the one amount that it gives: 60 per cent of the cost, which is put at £1.5 million."""
    shares = [each for each in counts if each.unit == "percent"]
    amounts = [each for each in counts if is_count(each) and not is_of_time(each.unit)]
    if len(shares) == len(amounts) == 1 and _SHARE_OF.match(text, shares[0].end) and shares[0].end < amounts[0].start:
        values = frozenset(value * share / PER_CENT for value in amounts[0].values for share in shares[0].values)
        yield replace(amounts[0], values=values, moves=None)


def _rest(text: str, counts: Sequence[Quantity]) -> Iterator[Quantity]:
    """What is left of a hundred per cent, by one share or by all of them; of a dollar, by so many of its cents."""
    shares = [max(each.values) for each in counts if each.unit == "percent" and each.moves in (None, "of") and not each.qualifier]
    for each in counts:
        if each.unit == "cent" and not each.qualifier and _OF_EACH.match(text, each.end):
            yield replace(each, unit="percent")
            shares += [max(each.values)]
    for each in counts:
        ways = _OTHER_SIDE.get(each.qualifier or "", ()) if each.unit == "percent" and each.moves in (None, "of") else ()
        yield from (_plain(PER_CENT - value, "percent", None, way) for value in each.values if 0 < value < PER_CENT for way in ways)
    for share in {*shares, sum(shares)}:
        if 0 < share < PER_CENT:
            yield _plain(Decimal(PER_CENT) - share, "percent")


def _others(text: str, counts: Sequence[Quantity]) -> Iterator[Quantity]:
    """Those who are left of so many, when several numbers of them are said: of 16, eleven agreed and two abstained."""
    for at, whole in enumerate(counts):
        if not is_count(whole) or whole.qualifier or not _OF_THEM.search(prefix(text, whole.start)):
            continue
        end = next((match.start() for match in _SENTENCE_END.finditer(text, whole.end)), len(text))
        parts = [each for each in counts[at + 1 :] if each.start < end and each.unit == whole.unit and not each.qualifier]
        left = max(whole.values) - sum(max(each.values) for each in parts)
        if len(parts) > 1 and left > 0:
            yield _plain(left, whole.unit, whole)


def _all(text: str, counts: Sequence[Quantity]) -> Iterator[Quantity]:
    """All, of some and the others: two were found, the other nine are missing; the fourth is done, the other three are not."""
    for at, others in enumerate(counts):
        if is_count(others) and not others.qualifier and _OTHER.search(prefix(text, others.start)):
            some = [max(each.values) for each in counts[:at] if is_count(each) and not each.unit and not each.qualifier]
            yield from (_plain(max(others.values) + one, others.unit, others) for one in (*some, Decimal(1)))


def _of_play(counts: Sequence[Quantity]) -> Iterator[Quantity]:
    """The minute, by its number, that something lasted until: after 63 minutes, in the 63rd."""
    yield from (replace(each, unit="ordinal") for each in counts if is_of_time(each.unit) and not each.qualifier)


def _two(text: str) -> Iterator[Quantity]:
    """The two of both, twice, a couple, or of two names, which are of no unit."""
    for match in (*_BOTH.finditer(text), *_BOTH_NAMES.finditer(text), *_BOTH_NOUNS.finditer(text)):
        if not {word.lower() for word in match[0].split()} & CALENDAR:
            yield Quantity(frozenset({Decimal(2)}), "count", None, match.start(), match.end(), match[0])


def _changed(text: str, numbers: Sequence[Quantity]) -> Iterator[Quantity]:
    """What there was before a change, from what it changed by and what it came to; what another is that is so much more or less."""
    counts = [each for each in (*numbers, *fractions(text), *one_point(text)) if not each.name and not is_year(each)][:MOST]
    for by in counts:
        more = _DIFFERENCE.match(text, by.end)
        if not more and not BY_BEFORE.search(prefix(text, by.start)):
            continue
        sentence = text[_sentence_start(text, by.start) :]
        shrank = bool(more["less"] or more["under"]) if more else IS_LESS.search(_SENTENCE_END.split(sentence)[0]) is not None
        unit = "percent" if by.unit in ("percentage point", "point") else by.unit
        for to in counts:
            apart = text[min(by.end, to.end) : max(by.start, to.start)]
            if (
                to is not by
                and (may_be_one(unit, to.unit) or (unit == "cent" and to.unit in CURRENCIES))
                and to.moves != "by"
                and not _SENTENCE_END.search(apart)
            ):
                cents = 100 if by.unit == "cent" and to.unit in CURRENCIES else 1
                changes = [change / cents * (1 if shrank else -1) for change in by.values]
                before = frozenset(there + change for there in to.values for change in changes)
                yield replace(to, values=before, unit=to.unit or unit, moves=None)


def _before_growth(text: str, counts: Sequence[Quantity]) -> Iterator[Quantity]:
    """What there was before a change by so many per cent or a part, from what it came to: about €500 million, of 12 per cent less, now
    €440 million.
    """
    grown = [max(each.values) / PER_CENT for each in counts if each.unit == "percent" and each.moves == "by" and not each.qualifier]
    parts = (each.value for each in ratios(text) if each.kind == "part" and is_change(text, each.end))
    grown += [Decimal(part.numerator) / part.denominator for part in parts]
    amounts = [each for each in counts if is_count(each) and not is_of_time(each.unit)]
    if len(grown) != 1 or len(amounts) > _FEW:
        return
    for to in amounts:
        for way in (1 + grown[0], 1 - grown[0]):
            if way > 0:
                before = replace(to, values=frozenset(value / way for value in to.values), qualifier=None, moves=None)
                yield from (before, replace(before, qualifier="about"))


def _sentence_start(text: str, at: int) -> int:
    return max((match.end() for match in _SENTENCE_END.finditer(text, 0, at)), default=0)


def _in_century(text: str) -> Iterator[Quantity]:
    """The years at both ends of a century or of a part of it."""
    for match in _CENTURY.finditer(text):
        begin, length = 100 * (int(match["century"]) - 1), 100
        if match["part"]:
            parts = _HOW_MANY.get(match["part"].lower(), 1)
            begin += 100 * (_NTH.get(match["which"].lower(), parts) - 1) // parts
            length = 100 // parts
        yield from (_plain(Decimal(year), None) for year in (begin, begin + 1, begin + length))


def _rate(text: str, number: Quantity) -> Iterator[Quantity]:
    """How often something is that is every 20 minutes: three times an hour."""
    if not is_of_time(number.unit) or not _EVERY.search(prefix(text, number.start)):
        return
    for longer in ("minute", "hour", "day", "week", "year"):
        one = converted(Decimal(1), longer, number.unit)
        times = one / max(number.values) if one and max(number.values) else Decimal(0)
        if times > 1 and times == int(times):
            yield _plain(times, None, number)


def total(text: str, low: Quantity, high: Quantity) -> Iterator[Quantity]:
    """The sum of two counts of the same that an *and* joins, or of votes for and against: 72 men and 48 women, by 72 to 48."""
    is_plain = not low.qualifier and not high.qualifier and (low.unit == high.unit or not low.unit or not high.unit)
    is_plain = is_plain and is_count(low) and is_count(high) and not is_of_time(high.unit or low.unit)
    between = text[low.end : high.start]
    is_joined = _AND.fullmatch(between) or (_VOTE.search(text) and (_FOR_TO.fullmatch(between) or _IS_AGAINST.match(text, low.end)))
    if is_plain and is_joined:
        values = frozenset(one + other for one in low.values for other in high.values)
        yield replace(high, values=values, qualifier=None, moves=None)


def _of_two(text: str, low: Quantity, high: Quantity) -> Iterator[Quantity]:
    """Of two numbers of the same that stand together: their sum, how far they are apart where they are compared, the ends of a range."""
    if low.unit != high.unit and low.unit and high.unit:
        return
    between, unit = text[low.end : high.start], high.unit or low.unit
    pairs = [(one, other) for one in low.values for other in high.values]
    is_plain = not low.qualifier and not high.qualifier
    yield from total(text, low, high)
    if is_plain and is_count(low) and is_count(high) and _MORE_OF_IT.match(text, high.end) and not _SENTENCE_END.search(between):
        both = frozenset(one + other for one, other in pairs)
        yield from (replace(high, values=both, qualifier=way, moves=None) for way in (None, "at most"))
    if _OF_ALL.fullmatch(between):
        yield replace(high, values=frozenset(other - one for one, other in pairs), qualifier=None, moves=None)
    if is_plain and is_count(low) and is_count(high) and _OF_THEM.search(prefix(text, low.start)) and _OF_WHOM.fullmatch(between):
        rest = frozenset(one - other for one, other in pairs if one > other)
        yield from [replace(low, values=rest, qualifier=None, moves=None)] if rest else ()
    if is_plain and is_of_time(high.unit) and _TIMES.fullmatch(between) and _EACH.match(text, high.end):
        yield replace(high, values=frozenset(one * other for one, other in pairs), moves=None)
    if _COMPARED.search(between) and not _SENTENCE_END.search(between):
        apart = frozenset(abs(one - other) for one, other in pairs)
        cents = frozenset(100 * value for value in apart)
        yield replace(high, values=apart, unit="percentage point" if unit == "percent" else unit, qualifier=None, moves=None)
        yield from [replace(high, values=cents, unit="cent", qualifier=None, moves=None)] if low.unit is None else ()
    before = text[: low.start]
    if (
        _RANGE.fullmatch(between)
        and not low.moves
        and (_BETWEEN.search(before) or between.strip() == "bis" or not _NO_RANGE_BEFORE.search(before))
    ):
        yield replace(low, unit=unit, qualifier="at least")
        yield replace(high, unit=unit, qualifier="at most")
