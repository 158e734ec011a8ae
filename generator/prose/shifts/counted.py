"""Whose a number is, of those that a sentence lists with one each, and what it counts: Weiss is 71, Roos is 64; nine stations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from generator.prose.languages.shifting import words
from generator.prose.quantities import Quantity, may_be_one, quantities
from generator.prose.quantities.units import UNIT_OF, is_of_time
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import Said, said, stem, stems

_PARTS = re.compile(
    r"(?<=[^\W\d_]{3}[.!?])[”’\"»“]?\s|(?<=\d[.!?])\s|;\s|,\s"
    r"|,?\s(?=(?:while|whereas|and|but|though|although|und|während|aber|doch|sondern|dagegen)\s)"
)
_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w+zehn"
    r"|\w+zig|\w+ßig|half|third|quarter"
)
_NUMBER = re.compile(rf"\d|\b(?:{_WORDS})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
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
_LONGEST = 1500  # characters of texts whose numbers are set against each other: one that is longer lists no few things
_FAR = 60  # characters behind a number in which what it counts is named
_COUNTED = re.compile(rf"\W*(?:(?:and|but|the|und|aber|die|der)\s)*(?:\d|(?:{_WORDS})\b)", re.IGNORECASE)
_OF = re.compile(r"\s(?:out\s)?(?:of|in|von)\s(?:the\s|every\s|den\s)?(?:\d|[a-zäöü]+\b)", re.IGNORECASE)
_OF_BEFORE = re.compile(r"\b(?:of|von)\s(?:the\s|den\s|insgesamt\s)?$", re.IGNORECASE)
_HUNDRED = re.compile(r"\bhundred\b|\bhundert\b|\b100\b", re.IGNORECASE)
_WHOLE = Decimal(100)


class _Part(NamedTuple):
    """A part of the evidence, what it is about by the beginning of a word, and its numbers with their units."""

    text: str
    about: str
    numbers: tuple[tuple[Decimal, str | None], ...]


@where(tells="crossed")
def taken(pair: Pair) -> Iterator[Shift]:
    """A number that the evidence has for another of those that it lists."""
    if not _NUMBER.search(pair.ours.text) or len(pair.theirs.text) > _LONGEST or len(pair.ours.text) > _LONGEST or pair.is_turned:
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


def miscounted(pair: Pair) -> Iterator[Shift]:
    """A number of other things than those that the evidence counts with it: nine hours, of nine stations."""
    if not _NUMBER.search(pair.ours.text) or len(pair.theirs.text) > _LONGEST or len(pair.ours.text) > _LONGEST or not pair.is_close:
        return
    known = [each for each in quantities(pair.near.text) if not each.name] if len(pair.theirs.sentences) == 1 else []
    values = {value for each in quantities(pair.ours.text) for value in each.values}
    for mine in quantities(pair.ours.text) if known else ():
        same = [each for each in known if each.values & mine.values]
        if not same or mine.unit is None or mine.name or any(each.unit is not None for each in same) or _WHOLE in mine.values:
            continue
        others = [each for each in known if each.unit == mine.unit and not each.values & values]
        nouns = [_noun(pair.near.text, each.end) for each in same]
        if is_of_time(mine.unit) and others and all(nouns) and not pair.ours.set & set(nouns):
            yield Shift("crossed", mine.text, f"{same[0].text} {nouns[0]}")
            return
        if mine.unit != "percent" or any(each.unit == "percent" for each in known) or _HUNDRED.search(pair.near.text):
            continue
        if any(_is_of_number(pair.near.text, each.end) for each in same) or _is_of_counted(pair.near.text, same[0]):
            yield Shift("ratio", mine.text, _around(pair.near.text, same[0]))
            return


def _around(text: str, number: Quantity) -> str:
    return " ".join(text[number.start :].split()[:5]).strip(" ,.;")


def _is_of_counted(text: str, number: Quantity) -> bool:
    """Whether a number is so many of others that were counted before it: of 250 wells, 85."""
    return any(
        max(each.values) > max(number.values) and _OF_BEFORE.search(text[: each.start]) and "." not in text[each.end : number.start]
        for each in quantities(text)
        if each.end <= number.start and each.unit is None and not each.name
    )


def _is_of_number(text: str, end: int) -> bool:
    """Whether a number is so many of others: three out of ten."""
    match = _OF.match(text, end)
    behind = text[match.end() - 1 :] if match else ""
    first = next(iter(quantities(text[end : end + 24])), None)
    return bool(behind) and first is not None and first.start < len(match[0] if match else "") + 1 and _WHOLE not in first.values


def _noun(text: str, end: int) -> str:
    """The noun of several things behind a number, where it is no unit."""
    behind = said(text[end : end + _FAR]).written[:2]
    return next((word.lower() for word in behind if word.lower() not in UNIT_OF and (word[0].isupper() or word.endswith("s"))), "")


def _numbers(text: str) -> tuple[tuple[Decimal, str | None], ...]:
    found = [(value, each.unit) for each in quantities(text) if not each.name and each.unit != "ordinal" for value in each.values]
    return (*found, *((Decimal(match[0]), "year") for match in _YEAR.finditer(text)))


def _parts(pair: Pair, named: frozenset[str], ours: frozenset[str]) -> list[_Part]:
    """The parts of the evidence that have numbers; none where not one is about what a text names, and one about what it does not."""
    parts = pair.theirs.parts(_PARTS)
    known = [(part, _about(part, pair)) for part in parts if _NUMBER.search(part.text)] if len(parts) > 1 else []
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
