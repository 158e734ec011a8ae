"""When something is, where no day tells it: in spring, in the 1840s, early in March."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.prose.calendar import CAPITAL_MONTHS, MONTHS
from generator.prose.quantities.patterns import either
from generator.prose.shifts.pair import Pair, Shift
from generator.text.patterns import compiled

_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
    "zwanzigerjahre": 20, "dreißigerjahre": 30, "vierzigerjahre": 40, "fünfzigerjahre": 50, "sechzigerjahre": 60, "siebzigerjahre": 70,
    "achtzigerjahre": 80, "neunzigerjahre": 90,
}  # fmt: skip
_DECADE = compiled(
    rf"(?<![.,\d])(?P<century>1\d|20)?(?P<tens>\d0)(?:[’']?s\b|er[\s-]?[Jj]ahren?\b)|\bthe\s(?P<words>{either(_DECADES)})\b|\b(?P<german>{either(_DECADES)})n?\b",
    re.IGNORECASE,
)
_MAY_BE_DECADE = compiled(r"0(?:[’']?s|er)", re.IGNORECASE)  # a quick look
_AGED = compiled(r"\b(?:his|her|their|aged?)\s(?:early\s|mid-?|late\s)?$", re.IGNORECASE)  # in his sixties
_FAR = 20  # characters before a decade in which it may be said whose age it is
_YEAR = compiled(r"\b(?:1\d|20)\d\d\b")
_PARTS = {
    "early": 1, "beginning of": 1, "start of": 1, "mid": 2, "mid-": 2, "middle of": 2, "late": 3, "end of": 3, "anfang": 1, "mitte": 2,
    "ende": 3,
}  # fmt: skip
_OF_MONTH = compiled(
    rf"\b(?P<part>{either(_PARTS)})[\s-]?(?:(?:the|der|des)\s)?(?P<of>(?:{either(CAPITAL_MONTHS)})\b|(?:1\d|20)\d0[’']?s|(?:1\d|20)\d0er)",
    re.IGNORECASE,
)
_MONTH = compiled(rf"\b(?:{either(map(str.capitalize, CAPITAL_MONTHS))})\b")
_CENTURY = frozenset(["century", "jahrhundert", "jahrhunderts"])
_CENTURIES = compiled(r"(?<!\d)(?P<number>[12]?\d)(?:(?:st|nd|rd|th)[\s-]century|\.\sjahrhundert)", re.IGNORECASE)
_LOOK = frozenset(["early", "beginning", "start", "mid", "middle", "late", "end", "anfang", "mitte", "ende"])


def moments(pair: Pair) -> Iterator[Shift]:
    """Another season, another decade, another part of a month."""
    seasons = pair.language.seasons
    if pair.ours.set & seasons.keys() and pair.theirs.set & seasons.keys() and not _MONTH.search(pair.theirs.text):
        mine, theirs = (_seasons(text, tuple(seasons)) for text in (pair.ours.text, pair.theirs.text))
        if mine and theirs and not {seasons[each] for each in mine} & {seasons[each] for each in theirs}:
            yield Shift("stretch", mine[0], theirs[0])
    if _MAY_BE_DECADE.search(pair.ours.text) or pair.ours.set & _DECADES.keys():
        yield from _decades(pair)
    if pair.ours.set & _CENTURY:
        yield from _centuries(pair)
    if pair.ours.set & _LOOK and pair.theirs.set & _LOOK:
        here, there = _parts(pair.ours.text), _parts(pair.theirs.text)
        for of in here.keys() & there.keys():
            if here[of][0] != there[of][0]:
                yield Shift("stretch", here[of][1], there[of][1])


@cache
def _season(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:in|this|last|next|by|until|since|of|for|im|am|bis|zum|seit|vom|kommenden|vergangenen|nächsten|letzten|early|late|mid)[\s-]"
        rf"(?:the\s|early\s|late\s|mid-?\s?|kommenden\s|vergangenen\s)?(?P<season>{either(names)})s?\b",
        re.IGNORECASE,
    )


def _seasons(text: str, names: tuple[str, ...]) -> list[str]:
    return [match["season"].lower() for match in _season(names).finditer(text)]


def _decades(pair: Pair) -> Iterator[Shift]:
    mine, theirs = list(_decades_of(pair.ours.text)), list(_decades_of(pair.theirs.text))
    if not mine or not theirs:
        return
    known = {(century, tens) for century, tens, _ in theirs} | {
        (int(year) // 100 * 100, int(year) % 100 // 10 * 10) for year in _YEAR.findall(pair.theirs.text)
    }
    any_century = {tens for _, tens in known}
    for century, tens, words in mine:
        is_there = tens in any_century if century is None else bool({(century, tens), (None, tens)} & known)
        if not is_there:
            yield Shift("stretch", words, theirs[0][2])
            return


def _decades_of(text: str) -> Iterator[tuple[int | None, int, str]]:
    """Decades with the century that they are of, where it is said."""
    for match in _DECADE.finditer(text):
        if _AGED.search(text[max(0, match.start() - _FAR) : match.start()]):
            continue
        named = match["words"] or match["german"]
        yield 100 * int(match["century"]) if match["century"] else None, _DECADES[named.lower()] if named else int(match["tens"]), match[0]


def _centuries(pair: Pair) -> Iterator[Shift]:
    """Another century than that of each year of the evidence."""
    here = _CENTURIES.search(pair.ours.text)
    years = [match[0] for match in _YEAR.finditer(pair.theirs.text)]
    if here and years and not _CENTURY & pair.theirs.set and all(int(year) // 100 + 1 != int(here["number"]) for year in years):
        yield Shift("stretch", here[0], years[0])


def _parts(text: str) -> dict[str, tuple[int, str]]:
    """Months and decades of which a part is told, by which it is."""
    return {
        str(MONTHS.get(match["of"].lower(), match["of"][:4])): (_PARTS[match["part"].lower()], match[0])
        for match in _OF_MONTH.finditer(text)
    }
