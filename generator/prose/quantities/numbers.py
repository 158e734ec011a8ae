"""Numbers, as a text says them: what they may mean, their units, and what bounds or names them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from generator.prose.languages.english import ONES, TENS
from generator.prose.languages.german import NUMBERS as GERMAN_NUMBERS
from generator.prose.quantities.bounds import QUALIFIER_ENDS, QUALIFIER_OF, SPAN, bound_around
from generator.prose.quantities.calendar_days import dates
from generator.prose.quantities.patterns import Ending, beginning, either, matches, prefix
from generator.prose.quantities.units import CURRENCY_CODES, UNIT_OF, is_of_time
from generator.text.patterns import compiled

# fünfundzwanzig, zweieinhalb, anderthalb
_GERMAN_ONES = {"ein": 1, **{word: number for word, number in GERMAN_NUMBERS.items() if number < 10}}
_GERMAN_TENS = {word: number for word, number in GERMAN_NUMBERS.items() if number >= 20}
_COMPOUND = {f"{one}und{ten}": low + high for one, low in _GERMAN_ONES.items() for ten, high in _GERMAN_TENS.items()}
_AND_A_HALF = {f"{one}einhalb": number + Decimal("0.5") for one, number in _GERMAN_ONES.items()} | {"anderthalb": Decimal("1.5")}
_SMALL: Mapping[str, int | Decimal] = {
    **{word: number for number, word in enumerate(ONES)},
    **{word: 20 + 10 * index for index, word in enumerate(TENS)},
    **GERMAN_NUMBERS,
    **_COMPOUND,
    **_AND_A_HALF,
}
_SCALES = {
    "hundred": 100, "hundert": 100, "k": 1_000,
    "thousand": 1_000, "tausend": 1_000, "mille": 1_000, "viertelmillion": 250_000,
    "viertelmilliarde": 250 * 10**6, "m": 10**6, "mn": 10**6, "million": 10**6,
    "millions": 10**6, "millionen": 10**6, "bn": 10**9, "billion": 10**9, "milliarde": 10**9, "milliarden": 10**9, "milliard": 10**9,
    "milliards": 10**9, "mio": 10**6, "mrd": 10**9, "tn": 10**12, "trillion": 10**12, "dozen": 12, "dutzend": 12,
}  # fmt: skip
# A time of day in words: half past nine, four in the morning, eight o'clock.
_PAST = Ending(
    frozenset(["past", "to", "halb", "viertel", "nach", "vor"]),
    compiled(r"\b(?:(half|quarter)\s(past|to)|(halb|viertel)(?:\s(nach|vor))?)\s$", re.IGNORECASE),
)
_HOUR_AFTER = compiled(
    r"\s(?:(?:a\.?m|p\.?m)\b|o[’']clock\b|uhr\b|(?:in\sthe\s(?:early\s|late\s)?(?:morning|afternoon|evening)|at\s(?:night|noon))\b)",
    re.IGNORECASE,
)
_LAST_HOUR = 24
_MINUTES_PAST = compiled(r"\s(?:minutes?\s|minuten\s)?(?:past|nach)\s", re.IGNORECASE)
_BIG = r"(?:thousand|million|billion|trillion|milliarde|viertelmilli(?:on|arde)|dozen|dutzend)"
_UNDER_HUNDRED = (
    rf"(?:(?:{either(TENS)})(?:[\s-]+(?:{either(ONES[1:10])})\b)?|{either(ONES)}"
    rf"|(?:{either(_GERMAN_ONES)})(?:und(?:{either(_GERMAN_TENS)})|einhalb)|anderthalb|{either(GERMAN_NUMBERS)})\b"
)
_GROUP = rf"(?:(?:(?:{_UNDER_HUNDRED}|an?)[\s-]+)?hundred\b(?:\s+(?:and\s+)?{_UNDER_HUNDRED})?|{_UNDER_HUNDRED}(?:\s+and\s+a\s+half\b)?)"
_CHUNK = rf"(?:(?:{_GROUP}|half\s+an?|half|halbe[nrs]?|an?|ein)[\s-]+)?{_BIG}\b"
_WORDS_BEGIN = (
    "|".join(sorted({word[:3] for word in (*_SMALL, *_SCALES, "half") if len(word) > 2})) + rf"|(?:an?|ein)[\s-]+(?:hundred|{_BIG})"
)
_WORDS = rf"(?:{_CHUNK}(?:\s+{_CHUNK})*(?:\s+(?:and\s+)?{_GROUP}(?!\s+{_BIG}))?|{_GROUP})"
# Atomic, so that a number is read to its end or not at all.
_DIGITS = r"(?>\d{1,3}(?:[ ]\d{3})+(?!\d)|\d+(?:[.,\u202f\u00a0\u2009’']\d+)*)"
_LONGEST = 40  # characters of digits: more count nothing
_CLOCK = r"(?>\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\.\d{2}(?=\s?(?:[ap]\.?m|Uhr)\b))"
_HALF_DAY = r"\s?(?P<half>[ap]\.?m\b\.?)"
_LETTER_UNITS = {"m", "t", "h", "c", "f", "g"}
_UNITS_BEGIN = beginning({spelling[:2] for spelling in UNIT_OF.keys() - _LETTER_UNITS})
_LONG_SCALES = _SCALES.keys() - {"k", "m"}
_SCALE = rf"(?={beginning({spelling[:2] for spelling in _LONG_SCALES})})(?P<scale>{either(_LONG_SCALES)})"
_UNIT = rf"(?={_UNITS_BEGIN})(?:{either(UNIT_OF.keys() - _LETTER_UNITS)})|(?-i:[mthgCF])"
_CODES = either(CURRENCY_CODES)
_NUMBER = compiled(
    rf"(?P<currency>(?<!\w)(?:(?:US|CA?|AU?|NZ|HK)\$|(?-i:{_CODES}))\s?|[$€£]\s?)?(?<![\w.,:/’'])(?<![^\W\d_]-)"
    rf"(?:(?P<clock>{_CLOCK})(?:{_HALF_DAY})?|(?P<hour>\d{{1,2}}){_HALF_DAY.replace('half', 'noon')}"
    rf"|(?:(?P<digits>{_DIGITS})(?P<ordinal>(?:st|nd|rd|th)\b)?|(?P<words>{_WORDS}))"
    rf"(?:(?P<letter>(?<=\d)(?:k|m|bn|tn|mn))\b|[\s\u00a0-]?{_SCALE}\b(?:(?<=mio)\.|(?<=mrd)\.)?)?"
    rf"(?:[\s\u00a0\u202f-]?(?P<unit>{_UNIT})(?!\w))?)"
    r"(?![\w/])(?!(?<=\d0)[’']s\b)(?!-(?:first|second|third|[a-z]+th|thirds|quarters?|fold)\b)",
    re.IGNORECASE,
)
# No number begins elsewhere. Characters of a class are skipped to at once (where both cases are written out), and a look at three letters
# saves trying the whole pattern at each of them.
_INITIALS = {case for word in (*_SMALL, *_SCALES, "half", "a", "NZ", "HK", *CURRENCY_CODES) for case in (word[0].lower(), word[0].upper())}
_BEGINS = compiled(
    rf"[\d$€£ſ\u212a{''.join(sorted(_INITIALS))}](?:(?<=[$€£])|(?<!\w.)(?:(?<=\d)|(?<=(?=(?i:{_WORDS_BEGIN}|US|(?:CA?|AU?|NZ|HK)\$|(?-i:{_CODES}))).)))",
    re.DOTALL,
)
# Over the kilometres on which something lies, likewise.
_SPREAD = compiled(
    r"\b(?:spread(?:s|ing)?|scattered|distributed|dispersed|strewn|dotted|stretch(?:es|ed|ing)?|extend(?:s|ed|ing)?|sprawl(?:s|ed|ing)?"
    r"|verteilt\w*|erstreck\w*|verstreut\w*)\s(?:sich\s)?(?:out\s)?(?:over|über)\s+$",
    re.IGNORECASE,
)
_FROM_ZERO = compiled(r"\b(?:below|above|unter|über)\s$", re.IGNORECASE)
_INDEFINITE = compiled(r"\b(?:several|few|many|couple of)\s$", re.IGNORECASE)
_MOVES = compiled(
    rf"(?:\b(?P<by>by|um)|(?<!\bup )\b(?:to|auf))\s+(?:(?:{either(QUALIFIER_OF)}|a|an|eine[nm]?|another|weitere)\s+)*$", re.IGNORECASE
)
_RANGE = compiled(r"\s*(?:[-–—]|to|and|or|bis|auf|à|(?:instead\sof|statt)(?:\s[^\W\d_]+){0,2})\s*")
_YEAR = compiled(r"(?:19|20)\d\d(?<!00)")
_THAN_YEAR = compiled(r"\b(?:than|als)\s$", re.IGNORECASE)
_AGO = compiled(r"\s(?:ago|earlier|before|previously|zuvor|vorher)\b")
_DEGREES = frozenset(["degree", "degree Celsius", "degree Fahrenheit"])
_MINUS = compiled(r"\bminus\s$|(?:^|\s)[-−–]\s?$", re.IGNORECASE)
_MINUS_WORD = compiled(r"\bminus\s$", re.IGNORECASE)
_BELOW_ZERO = compiled(r"\s(?:(?:Celsius|Fahrenheit)\s)?(?:below\s(?:zero|freezing)|unter\snull|minus)\b", re.IGNORECASE)
# What one speaks, fights or fears about, with the word for what something changes by.
_CONCERNED = compiled(
    r"\b(?:fürcht|befürcht|bang|sorg|kämpf|streit|stritt|gestritten|handel|geht|ging|gehen|dreht|bitte|bat|werb|warb|spiel)\w*(?:\s(?:es|sich))?\s$",
    re.IGNORECASE,
)
_COMPARES = r"(?:more|less|fewer|higher|lower|much|many|high|low|mehr|weniger)\s(?:than|as|als|wie)\s"
_MORE_THAN = compiled(rf"\s(?:[^\W\d_]+\s)?{_COMPARES}", re.IGNORECASE)  # behind how many more
_PART_MORE_THAN = compiled(
    rf"\b(?:half|thirds?|quarters?|fifths?|tenths?|twice|times|drittel|viertel|fünftel|doppelt)\s(?:[^\W\d_]+\s)??(?:as\s|so\s)?{_COMPARES}$",
    re.IGNORECASE,
)
_NO_NOUN = compiled(r"\W*$|[,.;:)]|\s(?-i:[a-zäöü])")
_TO = compiled(r"\b(?:to|auf)\b")
_FROM = compiled(r"\b(?:from|between|von|zwischen)\s+$", re.IGNORECASE)
_YEAR_BEGUN = compiled(r"[12]\d{3}")
# A capitalised word before a short number makes it a name, unless sentences or dates begin so.
_NAME_BEFORE = compiled(r"(?<![\w’'])([A-Z][a-z]+|[A-Z]{2,})\s$")
_NO_NAME = frozenset({
    "a", "about", "above", "after", "all", "almost", "although", "an", "and", "another", "any", "april", "around", "as", "at", "august",
    "before", "below", "between", "both", "but", "by", "december", "exactly", "february", "for", "friday", "from", "if", "in", "its",
    "january", "july", "june", "just", "killing", "later", "march", "may", "monday", "more", "nearly", "no", "november", "october", "of",
    "on", "only", "or", "other", "over", "roughly", "saturday", "says", "september", "since", "so", "some", "sunday", "than", "that",
    "the", "their", "then", "these", "they", "this", "those", "thursday", "tuesday", "under", "until", "up", "we", "wednesday", "when",
    "where", "which", "while", "with", "within", "you",
    "ab", "allein", "bis", "die", "etwa", "ende", "erst", "fast", "für", "im", "insgesamt", "knapp", "mit", "mitte", "nach", "noch", "nur",
    "rund", "seit", "und", "von", "vor", "zwischen", "über",
})  # fmt: skip
_NAME_AFTER = compiled(r"\s([A-Z]+\d[A-Z\d]*)\b")
_ORDINAL_NAME = compiled(r"\s([A-Z]\w+)")


Way = Literal["by", "to", "of"]
_GROWTH = compiled(
    r"\b(?:growth|increase|rise|gain|fall|drop|decline|decrease|cut|reduction|plus|minus|zuwachs|anstieg|rückgang|wachstum|erhöhung|senkung)\s(?:of|von)\s$"
    r"|\b(?:grew|grown|rose|risen|fell|fallen|dropped|climbed|gained|lost|shrank|jumped)\s(?:(?:about|almost|nearly|over|just)\s)?$",
    re.IGNORECASE,
)
_GROWTH_BEHIND = compiled(
    r"\s(?:more|less|fewer|higher|lower|dearer|cheaper|longer|shorter|(?:rise|increase|growth|drop|fall|cut|decline)\b"
    r"|mehr|weniger|höher|niedriger|teurer|billiger|länger|kürzer|größer|kleiner)",
    re.IGNORECASE,
)
_OF_WHAT = compiled(r"\sof\s(?!gdp\b)", re.IGNORECASE)
_SHARE_BEHIND = compiled(r"\s(?:of\s(?:the|all|its|their|his|her|those)|(?:aller|der|des)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Quantity:
    """A number as a text gives it.

    `values` are what the digits may mean (`1.500` is 1500 or 1.5; a time of day is its minutes); `unit` and `qualifier` are canonical names
    or None, `bound` the qualifier in the text's own words; `name` is the word that makes it part of a name, in lower case; `moves` says
    whether something changes *by* it or comes *to* it, or it is a share *of* something; `start` and `end` are offsets in the text.
    """

    values: frozenset[Decimal]
    unit: str | None
    qualifier: str | None
    start: int
    end: int
    text: str
    name: str | None = None
    bound: str | None = None
    moves: Way | None = None


@lru_cache(maxsize=1024)
def quantities(text: str) -> tuple[Quantity, ...]:
    """All numbers of a text that are not part of a date, in order."""
    taken = {offset for mention in dates(text) for offset in range(mention.start, mention.end)}
    found: list[Quantity] = []
    for match in matches(_BEGINS, _NUMBER, text):
        values = None if match.start() in taken else _values(match)
        before = text[max(0, match.start() - 40) : match.start()]
        if values is None or (match["words"] and (_INDEFINITE.search(before) or (values == {0} and _FROM_ZERO.search(before)))):
            continue
        unit = _unit(match)
        if unit is None and (moments := _in_words(values, before, text, match.end())):
            values, unit = moments, "time of day"
        name = _name(match, before, text[match.end() : match.end() + 30]) if unit in (None, "ordinal") else None
        is_degree = unit in _DEGREES or (unit is None and _MINUS_WORD.search(before))
        if is_degree and (_MINUS.search(before) or _BELOW_ZERO.match(text, match.end())):
            values = frozenset(-value for value in values)
        is_span = (is_of_time(unit) and SPAN.search(before) and not _AGO.match(text, match.end())) or (unit and _SPREAD.search(before))
        qualifier, bound = (None, None) if is_span else bound_around(before, text, match.end())
        if bound and _THAN_YEAR.search(before) and unit is None and _YEAR.fullmatch(match[0]) and _NO_NOUN.match(text, match.end()):
            qualifier, bound = None, None  # three points more than 2019
        if bound and is_of_time(unit) and _AGO.match(text, match.end()) and _is_compared(before, text, found, match.start()):
            qualifier, bound = None, None  # nine points more than four years ago
        if bound and bound.lower() == "gegen" and unit != "time of day":
            qualifier, bound = None, None  # Anklage gegen zwei Männer
        moves = _MOVES.search(before) if unit else None
        if moves and moves["by"] and _is_no_change(before[: moves.start()], moves["by"].lower(), unit, text, match.end()):
            moves = None  # spoken by 12 per cent of pupils; fürchten um 40 Prozent
        way: Way | None = (
            ("by" if moves["by"] else "to") if moves else _share_or_change(before, text, match.end()) if unit == "percent" else None
        )
        if unit == "time of day" and found and _MINUTES_PAST.fullmatch(text[found[-1].end : match.start()]):
            begun = found.pop()  # ten past three
            values = frozenset({value + max(begun.values) for value in values if value > _LAST_HOUR})
            found.append(
                Quantity(values, unit, begun.qualifier, begun.start, match.end(), text[begun.start : match.end()], None, begun.bound)
            )
            continue
        found.append(Quantity(values, unit, qualifier, match.start(), match.end(), match[0], name, bound, way))
    return tuple(_ranges(text, found))


def _is_no_change(before: str, by: str, unit: str | None, text: str, end: int) -> bool:
    """Whether *by* or *um* before a number says who does something, or about what it is, and not what something changes by."""
    return unit == "percent" and _OF_WHAT.match(text, end) is not None if by == "by" else _CONCERNED.search(before) is not None


def _is_compared(before: str, text: str, found: Sequence[Quantity], start: int) -> bool:
    """Whether what bounds a number compares something with that time: so many more, or twice as much as, four years ago."""
    return (bool(found) and _MORE_THAN.fullmatch(text, found[-1].end, start) is not None) or _PART_MORE_THAN.search(before) is not None


def _share_or_change(before: str, text: str, end: int) -> Way | None:
    """Whether so many per cent are what something grows by, or a share of it."""
    if _GROWTH_BEHIND.match(text, end) or _GROWTH.search(before):
        return "by"
    return "of" if _SHARE_BEHIND.match(text, end) else None


def _in_words(values: frozenset[Decimal], before: str, text: str, end: int) -> frozenset[Decimal] | None:
    """The minutes of a time of day that words around a number make of it, in either half of the day; and the bare hour beside them."""
    hour = max(values)
    if not 0 < hour <= _LAST_HOUR or hour != int(hour):
        return None
    past = _PAST.search(before)
    if not past and not _HOUR_AFTER.match(text, end):
        return None
    minutes = hour * 60
    if past and past[1]:
        minutes += (30 if past[1].lower() == "half" else 15) * (1 if past[2].lower() == "past" else -1)
    elif past:
        minutes += -30 if past[3].lower() == "halb" else -15 if (past[4] or "").lower() == "vor" else 15
    return frozenset({minutes, (minutes + 720) % 1440}) | (frozenset() if past else values)


def _unit(match: re.Match[str]) -> str | None:
    if match["clock"] or match["hour"]:
        return "time of day"
    if match["ordinal"]:
        return "ordinal"
    unit = match["currency"] or match["unit"]
    return UNIT_OF[" ".join(unit.lower().split())] if unit else None


def _name(match: re.Match[str], before: str, after: str) -> str | None:
    """The word that makes a number part of a name, in lower case."""
    if match["scale"] or match["letter"] or not match["digits"] or not match["digits"].isdecimal():
        return None
    following = (_ORDINAL_NAME if match["ordinal"] else _NAME_AFTER).match(after)
    if following:
        return following[1].lower()
    word = _NAME_BEFORE.search(before)
    return word[1].lower() if word and word[1].lower() not in _NO_NAME | QUALIFIER_ENDS else None


def _ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """In `5 to 7 million dollars` the 5 has the scale and the unit of the 7; in `$5 to 7`, the 7 that of the 5; of `1994-95` 1995."""
    for index in range(len(found) - 2, -1, -1):
        low, high = found[index], found[index + 1]
        is_of_day = high.unit == "time of day" and text[low.end : high.start] == " und "
        if not (_RANGE.fullmatch(text, low.end, high.start) or is_of_day) or low.name or high.name:
            continue
        if is_of_time(low.unit) and high.unit is None and _YEAR_BEGUN.fullmatch(high.text):
            continue  # the three years to 2022
        if _YEAR_BEGUN.fullmatch(low.text) and re.fullmatch(r"\d\d", high.text):
            found[index + 1] = replace(high, values=frozenset({Decimal(low.text[:2] + high.text)}))
            continue
        if (
            low.unit == "percent"
            and high.unit is None
            and _TO.search(text[low.end : high.start])
            and not _FROM.search(prefix(text, low.start))
        ):
            continue  # up 14 per cent to 212 million
        scales = [_SCALES.get(word, 0) for word in re.findall("[a-z]+", high.text.lower()) if len(word) > 1]
        scale = next((scale for scale in scales if scale >= 1000), 1)
        values = low.values if re.search("[a-z]", low.text) else low.values | {value * scale for value in low.values}
        if high.unit == "time of day" and low.unit is None:
            values |= {value * 60 for value in low.values if value <= _LAST_HOUR}  # between 8 and 18 Uhr
        found[index] = replace(low, values=values, unit=low.unit or high.unit)
        found[index + 1] = replace(high, unit=high.unit or low.unit)
    return found


def _values(match: re.Match[str]) -> frozenset[Decimal] | None:
    if match["clock"] or match["hour"]:
        return _read_clock(match["clock"] or match["hour"], match["half"] or match["noon"])
    scale = Decimal(_SCALES[match["scale"].lower()]) if match["scale"] else Decimal(1)
    if match["words"]:
        number = _read_words(match["words"].lower())
        return None if number is None else frozenset({number * scale})
    values = _read_digits(match["digits"])
    if not values:
        return None
    if match["letter"]:
        by_letter = {value * _SCALES[match["letter"].lower()] for value in values}
        # `140m` may be metres as well, where no sign of a currency says otherwise.
        return frozenset(by_letter if match["currency"] or match["letter"].lower() != "m" else by_letter | values)
    return frozenset(value * scale for value in values) if match["scale"] else frozenset(values)


def _read_clock(written: str, half: str | None) -> frozenset[Decimal] | None:
    """A time of day in minutes; `7:04` without a.m. or p.m. may be 19:04 as well."""
    hour, minute, second = (int(part) for part in f"{written}:0:0".replace(".", ":").split(":")[:3])
    if hour > 24 or minute > 59 or second > 60 or (half and hour > 12):
        return None
    hours = {hour % 12 + (12 if half[0] in "pP" else 0)} if half else {hour, hour + 12} if hour <= 12 else {hour}
    return frozenset(Decimal(hour * 60 + minute) + Decimal(second) / 60 for hour in hours)


def _read_digits(digits: str) -> set[Decimal]:
    """What digits with separators may mean: groups of three, or a decimal fraction; nothing where they are neither (2.4.1) or endless."""
    if digits.isdecimal() and len(digits) <= _LONGEST:
        return {Decimal(digits)}
    groups = re.split(r"[ .,\u202f\u00a0\u2009’']", digits)
    values: set[Decimal] = set()
    if len(digits) > _LONGEST or not all(len(group) == 3 for group in groups[1:-1]):
        return values
    if all(len(group) == 3 for group in groups[1:]):
        values.add(Decimal("".join(groups)))
    if len(groups) > 1 and digits[-len(groups[-1]) - 1] in ".,":
        values.add(Decimal("".join(groups[:-1]) + "." + groups[-1]))
    return values or {Decimal("".join(groups))}


def _read_words(words: str) -> Decimal | None:
    """Number words as a number; None for a lone `one` or `half`, which rarely counts anything."""
    parts = [part for part in re.split(r"[\s-]+", words) if part not in ("and", "a", "an", "ein")]
    if parts in (["one"], ["half"]):
        return None
    total, current = Decimal(0), Decimal(0)
    for part in parts:
        if part in _SMALL or part.startswith("hal"):
            current += _SMALL.get(part, Decimal("0.5"))
        elif part in ("hundred", "dozen", "dutzend"):
            current = (current or Decimal(1)) * _SCALES[part]
        else:
            total += (current or Decimal(1)) * _SCALES[part]
            current = Decimal(0)
    return total + current
