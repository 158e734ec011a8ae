"""How a number stands to those of another text that does not say it: a share of them, what they leave, the other side of a bound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise

from generator.prose.quantities.bounds import bound_before
from generator.prose.quantities.derived import BY_BEFORE, CENTS, CURRENCIES, IS_LESS, MOST, PER_CENT, is_count, is_year, total
from generator.prose.quantities.numbers import Quantity, quantities
from generator.prose.quantities.patterns import prefix
from generator.prose.quantities.ratios import ratios
from generator.prose.quantities.units import converted, may_be_one
from generator.text.patterns import compiled

_ABOUT_BEFORE = compiled(r"\b(?:about|around|roughly|nearly|almost|some|just (?:over|under)|rund|etwa|knapp|fast)\s$", re.IGNORECASE)
_MOST_OF = compiled(r"\b(?:meisten|mehrheit|most|majority)\b", re.IGNORECASE)
BEYOND = {"more than": "at most", "at most": "more than", "less than": "at least", "at least": "less than"}
_MORE_BEHIND = compiled(
    r"(?:\s[^\W\d_]+)?\s(?:more|less|fewer|mehr|weniger|apart|ahead|behind|short|missing|lacking|below|under|above|over|vorsprung|rückstand|unterschied|lead|margin|(?-i:[a-zäöüß]{3,}er)\s(?:than|als))\b",
    re.IGNORECASE,
)
_LIES_BETWEEN = compiled(
    r"\b(?:between|zwischen)\b.*\b(?:gap|difference|lie[sn]?|lay|liegen|lagen|liegt|klafft|klaffen)\b"
    r"|\b(?:separat|divid|trenn)\w+\b",
    re.IGNORECASE,
)
_ARTICLE = compiled(r"(?<=\s)(?:die|der|the)\s$", re.IGNORECASE)
_NEAR, _NEAR_ABOUT = 0.025, 0.07  # how far a share may be from the exact one, plain and with `about` or another bound


def is_apart(number: Quantity, text: str, numbers: Sequence[Quantity]) -> bool:
    """Whether a number says how far two others are apart, in a text that compares: €3 more, of €15 and €12; by three points, of 31–28."""
    is_compared = number.moves == "by" or _MORE_BEHIND.match(text, number.end) or BY_BEFORE.search(prefix(text, number.start))
    if not is_compared and not _LIES_BETWEEN.search(text):
        return False
    counts = [each for each in (replace(each, name=None) for each in numbers) if is_count(each) or each.unit == "percent"][:MOST]
    return any(
        _is_one_of(abs(first - second), one.unit or other.unit, number)
        for one, other in combinations(counts, 2)
        if may_be_one(one.unit, other.unit)
        for first in one.values
        for second in other.values
    )


def _is_one_of(value: Decimal, unit: str | None, number: Quantity) -> bool:
    """Whether a value is what a number says, in its unit or in another."""
    if unit == "percent":
        return number.unit == "percentage point" and value in number.values
    if may_be_one(number.unit, unit):
        return value in number.values
    if number.unit == "cent" and unit in CURRENCIES:
        return value * CENTS in number.values
    return converted(value, unit, number.unit) in number.values


def is_rest(numbers: Sequence[Quantity], known: Sequence[Quantity]) -> bool:
    """Whether a text counts those that are left by others: 3 of 20, where 17 of 20 are known; of these the contrary holds."""
    said = {value for each in known for value in each.values}
    new = {(value, each.unit) for each in numbers if not each.name for value in each.values if value not in said}
    counts = [each for each in known if not each.name and not is_year(each)][:MOST] if new else []
    shares = {(PER_CENT - value, each.unit) for each in counts if each.unit == "percent" for value in each.values}
    left = {
        (abs(first - second), unit)
        for one, other in combinations(counts, 2)
        for first in one.values
        for second in other.values
        for unit in {one.unit, other.unit}
    }
    return not new.isdisjoint(shares | left)


def is_other_part(text: str, known: str) -> bool:
    """Whether a text speaks of the part that another leaves out: two in three, where the other speaks of a third; the contrary holds."""
    mine = {each.value for each in ratios(text) if each.kind == "part"}
    if not mine and not _MOST_OF.search(text):
        return False
    if (sides := {_side(text), _side(known)}) == {"less than", "more than"} and sides:
        return True  # fewer than half, more than half
    theirs = {each.value for each in ratios(known) if each.kind == "part"}
    counts = [int(max(each.values)) for each in quantities(known) if is_count(each) and not each.unit][:MOST]
    theirs |= {Fraction(min(two), max(two)) for two in combinations(counts, 2) if min(two) > 0}
    if _MOST_OF.search(text):
        mine |= {1 - share for share in theirs if 2 * share < 1}
    return not (mine - theirs).isdisjoint(1 - value for value in theirs)


def is_beyond(numbers: Sequence[Quantity], known: Sequence[Quantity]) -> bool:
    """Whether a text speaks of those on the other side of a bound: under 16, where the other says at least 16; the contrary holds."""
    sides = {(value, BEYOND[each.qualifier]) for each in known if each.qualifier in BEYOND for value in each.values}
    return any((value, each.qualifier) in sides for each in numbers for value in each.values)


def _side(text: str) -> str | None:
    """On which side of a half a text puts a part."""
    halves = (each for each in ratios(text) if each.kind == "part" and 2 * each.value == 1)
    found = next((bound for each in halves if (bound := bound_before(_ARTICLE.sub("", prefix(text, each.start))))), None)
    return {"at most": "less than", "at least": "more than"}.get(found or "", found)


def is_share(number: Quantity, text: str, numbers: Sequence[Quantity], known: str) -> bool:
    """Whether a number says, in per cent or as a ratio, how two counts of another text relate, or one and both together: a quarter, of
    1,150 and 4,600; three fifths, of 72 for and 48 against.
    """
    around = [each for each in ratios(text) if each.start <= number.start < each.end]
    shares = [float(value) / PER_CENT for value in number.values] if number.unit == "percent" else []
    shares += [float(each.value) for each in around if each.kind == "part"]
    multiples = [float(each.value) for each in around if each.kind == "multiple"]
    if not shares and not multiples:
        return False
    counts = [each for each in numbers if is_count(each)][:MOST]
    counts += [whole for low, high in pairwise(counts) for whole in total(known, low, high)]
    is_about = number.qualifier or any(_ABOUT_BEFORE.search(prefix(text, each.start)) for each in around)
    slack = _NEAR_ABOUT if is_about else _NEAR
    is_less = IS_LESS.search(text) is not None
    for one, other in combinations(counts, 2):
        if one.unit != other.unit:
            continue
        small, large = sorted((float(max(one.values)), float(max(other.values))))
        exact = [small / large] if 0 < small < large else []
        exact += [1 - share for share in exact if is_less]
        if any(abs(share - value) <= slack * max(value, 0.2) for share in shares for value in exact):
            return True
        if exact and any(min(abs(multiple - large / small), abs(multiple - small / large)) <= slack * multiple for multiple in multiples):
            return True
    return False
