"""Parts of a whole and multiples, as a text says them: `half`, `two thirds`, `one in five`, `jeder dritte`, `doubled`, `three times`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from generator.prose.quantities.patterns import beginning, either, matches
from generator.prose.quantities.units import UNIT_OF
from generator.text.patterns import compiled

_COUNTS = {
    **{word: number for number, word in enumerate(["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])},
    **{word: number for number, word in enumerate(["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"], 1)},
    "a": 1, "an": 1, "eine": 1, "einer": 1, "einem": 1, "einen": 1, "once": 1, "hundred": 100, "twenty": 20, "zwanzig": 20,
}  # fmt: skip
_PARTS = {
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "eighth": 8,
    "eighths": 8, "tenth": 10, "tenths": 10, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10,
}  # fmt: skip
_EVERY = {"zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6, "siebte": 7, "achte": 8, "zehnte": 10}
_FOLD = {
    "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "doppelt": 2, "verdoppelt": 2, "verdoppelte": 2,
    "verdoppelten": 2, "thrice": 3, "triple": 3, "tripled": 3, "triples": 3, "tripling": 3, "dreifach": 3, "dreifache": 3,
    "verdreifacht": 3, "verdreifachte": 3, "verdreifachten": 3, "quadruple": 4, "quadrupled": 4, "vervierfacht": 4,
    "vervierfachte": 4, "verfünffacht": 5, "quintupled": 5,
    **{f"{word}fold": number for word, number in _COUNTS.items() if number > 1},
}  # fmt: skip
_COUNT = rf"(?:\d+|{either(_COUNTS)})"
_LOOK = compiled(
    r"hal[fvb]|thirds?\b|quarter|fifth|sixth|eighth|tenth|tel\b|hälfte|jede|times|mal\b|twice|doub|trip|quadrup|fach|fold\b|dopp"
    rf"|\b(?:in|of|von)\s(?:every\s|the\s|den\s)?{_COUNT}\b"
)  # of a text without capitals: an alternation is quicker with regard to case
# No ratio begins elsewhere: by a digit, or by the first letters of its first word.
_FIRSTS = {word[:3] for word in (*_COUNTS, *_FOLD, "half", "halb", "hälfte", "jede", "halve", "halving", "halbier") if word.isalpha()}
_BEGINS = compiled(rf"(?<!\w)(?:\d|{beginning(_FIRSTS)})", re.IGNORECASE)
_LARGEST = 100  # of how many a text may say how many


_RATIO = compiled(
    r"(?P<half_as>\bhalb\sso\s(?=[a-zäöüß]))|"
    r"(?P<half>(?<!first\s)(?<!second\s)(?<!and\sa\s)(?<![-\w])half\b(?!-|\s(?:der|die|das|den|dem|ihm|ihr|ihnen|mir|uns|bei|beim|mit|nicht|sich|auch|es|er|sie|ein|eine|einem|einer)\b|\san?\b|\s(?:hour|time|century|year|dozen|million|past))|\bhälfte\b)"
    rf"|\b(?P<over>{_COUNT})[\s-](?P<part>{either(_PARTS)})\b(?=\sof\b|\sder\b|\sdes\b|\saller\b|\s?[.,;]|\s\w+er\b|\s(?:more|less|fewer|below|above|lower|higher|up|down)\b"
    r"|(?<=s)|(?<=el))"
    rf"|\b(?P<few>{_COUNT})\s(?:in|out\sof|von)\s(?:every\s|the\s|den\s)?(?P<many>{_COUNT})\b(?!\s(?:to|or|and)\b)"
    rf"|\b(?P<some>{_COUNT})\s(?!of\b)[^\W\d_]{{3,}}\s(?:in|out\sof)\s(?P<one_in>{_COUNT})\b(?=\s?(?:[.,;:)]|$|(?:was|is|has|have|were|are|had|of|can|could|do|does|did|will|would|say|said)\b))"
    rf"|\bjede[rsnm]?\s(?P<every>{either(_EVERY)})[nrs]?\b"
    rf"|\b(?P<times>\d+[.,]\d+|{_COUNT}(?:\sand\sa\shalf)?)\s?(?:times|mal)\s(?:as|more|the|what|so|higher|larger|its)\b"
    rf"|\b(?P<fold>{either(_FOLD)})\b|\b(?P<halved>halve[ds]?|halving|halbier\w+)\b",
    re.IGNORECASE,
)


_OF_UNIT = compiled(rf"\sof\san?\s(?:{either(UNIT_OF)})\b", re.IGNORECASE)
"""What stands behind a quarter of a point."""
_CHANGE = compiled(
    r"\s(?:of\s[^,.;]{1,30}\s)?(?:more|less|fewer|below|above|lower|higher|up|down|increase|decrease|rise|fall|drop|decline|reduction|"
    r"(?-i:[a-zäöüß]{3,}(?<!üb)(?<!oth)(?<!nev)(?<!aft)(?<!ev)er(?:e[nrsm]?)?)|mehr|weniger)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Ratio:
    """A part of a whole, or a multiple of what was; `start` and `end` are offsets in the text."""

    kind: Literal["part", "multiple"]
    value: Fraction
    start: int
    end: int
    text: str
    is_change: bool = False
    """Whether it is what something changes by: halved."""


def is_change(text: str, end: int) -> bool:
    """Whether a part that ends at a place is what something grows or shrinks by: a fifth less."""
    return _CHANGE.match(text, end) is not None


def ratios(text: str) -> list[Ratio]:
    """All parts and multiples that a text says in words, in order."""
    if not _LOOK.search(text.casefold()):
        return []
    found = ((match, _read(match)) for match in matches(_BEGINS, _RATIO, text))
    return [
        Ratio(*read, match.start(), match.end(), match[0], match.lastgroup == "halved")
        for match, read in found
        if read and not _OF_UNIT.match(text, match.end())
    ]


def _read(match: re.Match[str]) -> tuple[Literal["part", "multiple"], Fraction] | None:
    kind = match.lastgroup or ""
    of: Mapping[str, Callable[[], Fraction | None]] = {
        "half": lambda: Fraction(1, 2),
        "part": lambda: Fraction(_count(match["over"]), _PARTS[match["part"].lower()]),
        "many": lambda: _part(_count(match["few"]), _count(match["many"])),
        "one_in": lambda: _part(_count(match["some"]), _count(match["one_in"])),
        "every": lambda: Fraction(1, _EVERY[match["every"].lower()]),
        "times": lambda: _times(match["times"].lower()),
        "fold": lambda: Fraction(_FOLD[match["fold"].lower()]),
        "halved": lambda: Fraction(1, 2),
        "half_as": lambda: Fraction(1, 2),
    }
    value = of[kind]()
    return ("multiple" if kind in ("times", "fold", "halved", "half_as") else "part", value) if value else None


def _part(few: int, many: int) -> Fraction | None:
    return Fraction(few, many) if 0 < few < many <= _LARGEST else None


def _times(words: str) -> Fraction:
    """Seven and a half, 2.5, three."""
    whole, is_half, _ = words.partition(" and a half")
    return Fraction(whole.replace(",", ".")) if re.search(r"[.,]", whole) else _count(whole) + (Fraction(1, 2) if is_half else Fraction(0))


def _count(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < 5 else _COUNTS.get(word.lower(), 0)
