"""Whose a number is, of those that the evidence gives to several: 14 by the army's count, of 14 by the rebels'; Weiss is 71, Roos is 64.

By the names of each sentence (`given`), and by what each part of a list begins with (`taken`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from generator.prose.languages.shifting import Shifting, words
from generator.prose.quantities import Quantity, may_be_one, quantities
from generator.prose.shifts.calling import where
from generator.prose.shifts.numbered import LONGEST, NUMBER, NUMBER_WORDS
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import Said, said, stem, stems
from generator.text.patterns import compiled

_SENTENCES = compiled(
    r"(?<=[^\W\d_]{3}[.!?])[”’\"»“]?\s|(?<=\d[.!?])\s|;\s|,?\s(?=(?:while|whereas|but|though|although|während|aber|doch|sondern|dagegen)\s)"
    r"|,\s(?=(?:and\s|und\s)?(?:those|die|der|das|in|im|bei)\s)"
)
_PARTS = compiled(
    r"(?<=[^\W\d_]{3}[.!?])[”’\"»“]?\s|(?<=\d[.!?])\s|;\s|,\s"
    r"|,?\s(?=(?:while|whereas|and|but|though|although|und|während|aber|doch|sondern|dagegen)\s)"
)
_YEAR = compiled(r"\b(?:1\d|20)\d\d\b")
_LEAD = words(
    "while whereas and but though although whilst und während aber doch sondern dagegen the a an der die das its their his her ihr sein"
)
# Words with which no subject begins, or one that was named before.
_NO_SUBJECT = words(
    """
    he she it they who which that those these this one both all most some in on at of for from by with after before since until during as
    about around over under more less than only just not no there then now today later last next each every another others other up down out
    er sie es das man wer dies diese dieser jene alle beide im am in an auf aus bei mit nach seit vor von zu für um bis über unter etwa rund
    mehr weniger nur noch nicht kein keine dann heute später davon darunter davor dabei january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday januar februar märz april mai juni juli
    august oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag year years month week
    was were is are had has have war waren ist sind hatte hat
    """
)
_LEAST = 3  # letters of the words of an owner
_COUNTED = compiled(rf"\W*(?:(?:and|but|the|und|aber|die|der)\s)*(?:\d|(?:{NUMBER_WORDS})\b)", re.IGNORECASE)


class _Part(NamedTuple):
    """A part of the evidence, what it is about by the beginning of a word, and its numbers with their units."""

    text: str
    about: str
    numbers: tuple[tuple[Decimal, str | None], ...]


@where(tells="crossed")
def given(pair: Pair) -> Iterator[Shift]:
    """A number of one whom a text does not name, given to another who has one of the same kind in the evidence."""
    mine = [each for each in quantities(pair.ours.text) if not each.name]
    here = _owners(pair.ours, pair.shifting) if mine else frozenset[str]()
    parts = [(part.text, _owners(part, pair.shifting)) for part in pair.theirs.parts(_SENTENCES)] if here else []
    if all(here.isdisjoint(owners) for _, owners in parts) or all(owners <= here for _, owners in parts):
        return  # it names nobody of there, or all: no number is looked for
    known = [(part, quantities(part), owners) for part, owners in parts]
    of_ours = {value for each in mine for value in each.values}
    for number in mine:
        having = [(part, owners) for part, numbers, owners in known if any(_is_one(number, each) for each in numbers)]
        if len(having) != 1:
            continue
        whole, own = having[0]
        for part, numbers, other in known:
            if part is whole or not _is_given_on(here, own, other):
                continue
            if any(may_be_one(each.unit, number.unit) and not each.values & of_ours and not each.name for each in numbers):
                yield Shift("crossed", _whole(min(here & (other - own)), pair.ours.text) + " … " + number.text, whole.strip(" ,.;"))
                return


def _is_given_on(here: frozenset[str], own: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a text names whom only the other part does, and nobody whom only the first does."""
    return not own <= other and here.isdisjoint(own - other) and not here.isdisjoint(other - own)


def _is_one(number: Quantity, other: Quantity) -> bool:
    return bool(number.values & other.values) and may_be_one(number.unit, other.unit)


def _owners(text: Said, shifting: Shifting) -> frozenset[str]:
    """What a text names, by the beginnings of names; where all nouns have capitals, of names of two words."""
    return stems(text.names(has_capital_nouns=shifting.has_capital_nouns))


def _whole(first: str, text: str) -> str:
    found: str = next(word for word in said(text).written if word.lower().startswith(first))
    return found


@where(tells="crossed")
def taken(pair: Pair) -> Iterator[Shift]:
    """A number that the evidence has for another of those that it lists."""
    if not NUMBER.search(pair.ours.text) or len(pair.theirs.text) > LONGEST or len(pair.ours.text) > LONGEST or pair.is_turned:
        return
    mine = _numbers(pair.ours.text)
    about = _about(pair.ours, pair) if mine else ""
    capitals = () if pair.shifting.has_capital_nouns else (word.lower() for word in pair.ours.written[1:] if word[0].isupper())
    named = stems(capitals, _LEAST) | {about} - {""}
    ours = pair.ours.short_stems
    parts = _parts(pair, named, ours) if named else []
    values = {value for value, _ in mine}
    for value, unit in mine:
        having = [part for part in parts if any(value == number and may_be_one(unit, other) for number, other in part.numbers)]
        if len(having) != 1 or not having[0].about or having[0].about in ours:
            continue
        theirs = said(having[0].text).short_stems
        if theirs & ours - {about} and len(theirs & ours) > 1 and not named & {part.about for part in parts}:
            continue
        for part in parts:
            rivals = [number for number, other in part.numbers if may_be_one(unit, other) and number not in values]
            if part is not having[0] and rivals and part.about in named and part.about not in theirs:
                yield Shift("crossed", pair.ours.text.strip(" ."), having[0].text.strip(" ,.;"))
                return


def _numbers(text: str) -> tuple[tuple[Decimal, str | None], ...]:
    found = [(value, each.unit) for each in quantities(text) if not each.name and each.unit != "ordinal" for value in each.values]
    return (*found, *((Decimal(match[0]), "year") for match in _YEAR.finditer(text)))


def _parts(pair: Pair, named: frozenset[str], ours: frozenset[str]) -> list[_Part]:
    """The parts of the evidence that have numbers; none where not one is about what a text names, and one about what it does not."""
    parts = pair.theirs.parts(_PARTS)
    known = [(part, _about(part, pair)) for part in parts if NUMBER.search(part.text)] if len(parts) > 1 else []
    is_of_two = any(about in named for _, about in known) and any(about and about not in ours for _, about in known)
    return [_Part(part.text, about, _numbers(part.text)) for part, about in known] if is_of_two else []


def _about(part: Said, pair: Pair) -> str:
    """What a part begins with that may do something, by the beginning of its name or noun."""
    lead = takewhile(lambda word: word in _LEAD, part.words)
    at = len(list(lead))
    word = part.words[at] if at < len(part.words) else ""
    if word in _NO_SUBJECT or _COUNTED.match(part.text):
        return ""
    if pair.shifting.has_capital_nouns:
        is_noun = at < len(part.written) and (part.written[at][0].isupper() or word.endswith(("ste", "sten")))
        return (stem(word, _LEAST) or "") if is_noun else ""
    return "" if word.endswith(("ed", "ing", "ly")) or word in pair.shifting.pasts else (stem(word, _LEAST) or "")
