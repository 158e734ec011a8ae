"""Two of which the evidence gives a figure each, compared the wrong way: 11 hours and 13, the one longer than the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from generator.prose.quantities import may_be_one, quantities
from generator.prose.quantities.units import is_of_time
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import COMPARING, said
from generator.text.patterns import compiled

_THAN = compiled(r"\b(?:than|als)\b", re.IGNORECASE)
_PARTS = compiled(r"[.;](?!\d)\s*|,\s|\s(?:while|whereas|but|and|against|compared\s(?:with|to)|während|aber|und|dagegen|gegenüber|gegen)\s")
_LEAST = 3  # words of a part that says something of its own
_MOST = 8  # parts of the evidence
_YEAR = compiled(r"(?:1\d|20)\d\d")


class _Part(NamedTuple):
    """What a part of the evidence speaks of, and its only number."""

    text: str
    words: frozenset[str]
    value: Decimal
    unit: str | None


@where(ours=lambda _: COMPARING)
def miscompared(pair: Pair) -> Iterator[Shift]:
    """A comparison of two that their figures in the evidence do not bear out."""
    if _THAN.search(pair.theirs.text) or pair.is_turned or quantities(pair.ours.text):
        return
    first, than, second = (part.strip() for part in _THAN.sub("\0than\0", pair.ours.text, count=1).partition("\0than\0"))
    ways = {way for word in said(first).words if (way := _way(word, pair))}
    parts = _parts(pair) if than and len(ways) == 1 else []
    if not 1 < len(parts) <= _MOST or len(parts) != len({part.value for part in parts}):
        return
    one, other = (said(words).short_stems for words in (first, second))
    one, other = one - other, other - one
    for mine, theirs in permutations(parts, 2):
        own, rival = mine.words - theirs.words, theirs.words - mine.words
        is_told = one & own and other & rival and not (one & rival and other & own)
        if not is_told or not may_be_one(mine.unit, theirs.unit):
            continue
        is_quicker = ways <= {"faster", "slower"}  # which takes less time, of whose speed nothing is known
        is_more = (mine.value > theirs.value) != is_quicker
        if is_more == bool(ways & {"less", "slower"}) and (not is_quicker or is_of_time(mine.unit or theirs.unit)):
            compared = next(word for word in said(first).words if _way(word, pair))
            yield Shift("comparison", f"{compared} … {second.strip(' .')}", f"{mine.text.strip()} … {theirs.text.strip()}")
        return


def _way(word: str, pair: Pair) -> str:
    """Which way a comparative compares: more or less, of time faster or slower."""
    if word in pair.shifting.quicker:
        return "faster"
    if word in pair.shifting.slower:
        return "slower"
    return "more" if word in pair.shifting.larger else "less" if word in pair.shifting.lesser else ""


def _parts(pair: Pair) -> list[_Part]:
    """The parts of the evidence that have a number, each with what stands before it up to the number of another."""
    found: list[_Part] = []
    waiting = ""
    for part in _PARTS.split(pair.theirs.text):
        is_noun = pair.shifting.has_capital_nouns  # der Bus 75
        numbers = [each for each in quantities(part or "") if (is_noun or not each.name) and not _YEAR.fullmatch(each.text)]
        if len(numbers) == 1:
            words = f"{waiting} {part}"
            found.append(_Part(words, said(words).short_stems, max(numbers[0].values), numbers[0].unit))
            waiting = ""
        elif len(numbers) > 1:
            return []
        elif found and not waiting and not _begins(part):
            found[-1] = found[-1]._replace(words=found[-1].words | said(part or "").short_stems)
        else:
            waiting = f"{waiting} {part}"
    return found


def _begins(part: str | None) -> bool:
    """Whether a part without a number is the beginning of one: the hovercraft, 20."""
    return len((part or "").split()) < _LEAST
