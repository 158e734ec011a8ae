"""What a number counts: nine hours, of nine stations; so many per cent, of so many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.prose.quantities import Quantity, quantities
from generator.prose.quantities.units import UNIT_OF, is_of_time
from generator.prose.shifts.numbered import LONGEST, NUMBER
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import said
from generator.text.patterns import compiled

_FAR = 60  # characters behind a number in which what it counts is named
_OF = compiled(r"\s(?:out\s)?(?:of|in|von)\s(?:the\s|every\s|den\s)?(?:\d|[a-zäöü]+\b)", re.IGNORECASE)
_OF_BEFORE = compiled(r"\b(?:of|von)\s(?:the\s|den\s|insgesamt\s)?$", re.IGNORECASE)
_HUNDRED = compiled(r"\bhundred\b|\bhundert\b|\b100\b", re.IGNORECASE)
_WHOLE = Decimal(100)


def miscounted(pair: Pair) -> Iterator[Shift]:
    """A number of other things than those that the evidence counts with it: nine hours, of nine stations."""
    if not NUMBER.search(pair.ours.text) or len(pair.theirs.text) > LONGEST or len(pair.ours.text) > LONGEST or not pair.is_close:
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
