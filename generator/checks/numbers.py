"""A number of a text beside those of its evidence: the same, in its unit and its bound, or rounded, or in another unit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from generator.checks.carried import Carried, says
from generator.prose.quantities import BARELY, NEARLY, Quantity, converted, may_be_one
from generator.text.patterns import compiled

_WITHIN = compiled(r"\b(?:within|inside|innerhalb|binnen)\s", re.IGNORECASE)
_NEEDED = compiled(r"\b(?:requir|need|must\b|voraus|nötig|erforderlich|brauch|muss\b|müssen\b)", re.IGNORECASE)
# So many of others, behind their number; and what speaks of a hundred.
_OF_SO_MANY = r"\s(?:out\s)?(?:of|von|der)\s(?:the\s|its\s|their\s|den\s)?(?!100\b)\d"
_HUNDRED = compiled(r"%|per\s?cent|prozent|hundred|hundert|points?\b|punkte|\b100\b|half|hälfte", re.IGNORECASE)
_MOST_SHOWN = 12  # numbers of the evidence in a fix
# What a bound in a fact may rest on besides itself: on the same number, and on one that it rounds. It claims no more than these do.
_ON_SAME = {"at least": ("more than",), "at most": ("less than",), "about": (None,)}
_ON_ROUNDED = {
    "about": (None,),
    **dict.fromkeys(("more than", "at least"), (None, "more than", "at least")),
    **dict.fromkeys(("less than", "at most"), (None, "less than", "at most")),
}
# Bounds that may say how far something went, as well as how far it may go, as `up to an altitude of` does.
_REACHED = ("as long as", "as far as", "as high as")
# A growth of 5 per cent is what something grows by, also where it comes to that.
_GROWING = compiled(r"\b(?:growth|inflation|shrinkage|wachstum|teuerung)", re.IGNORECASE)
_CONVERTED = 0.02  # how far a number in another unit may be from the exact one
_COARSEST = Decimal("0.1")  # how far one may be that is said as about so many, and is rounded to the next whole one
_ROUNDED = {"about": (0.95, 1.05), "more than": (1, 1.2), "at least": (1, 1.2), "less than": (0.85, 1), "at most": (0.85, 1)}


def lacks(number: Quantity, there: Carried, text: str = "") -> tuple[str, str] | None:
    """What of a number the evidence does not carry, and the fix; None where it carries all. `text` is what it stands in, if in any."""
    if number.name and number.name not in there.names:
        return None  # a name that the evidence does not use
    same = [found for value in number.values for found in there.by_value.get(value, ())]
    united = [found for found in same if may_be_one(number.unit, found.unit) and not _is_of_hundred(number, found, there, text)]
    rounded = [found for found in there.found if _rounds(number, found)] if number.qualifier and not united else []
    united = united or [found for found in there.found if _is_converted(number, found)]
    if not united and not rounded:
        if same:
            return f"“{number.text}” has another unit in {there.theirs}", f"write “{same[0].text}”"
        return f"the number “{number.text}” is not in {there.theirs}", _number_to_write(number, there)
    if (
        number.moves
        and united
        and not says(_GROWING, there.evidence)
        and (number.moves == "by" or {found.moves for found in united} == {"by"})
        and {found.moves for found in united}.isdisjoint({number.moves, None})
        and "by" in {number.moves, united[0].moves}
    ):
        return _moved(number, united[0], there)
    carrying: tuple[str | None, ...] = (_ON_ROUNDED if rounded else _ON_SAME).get(number.qualifier or "", ())
    if number.bound and (number.bound.endswith("of") or number.bound.lower() in _REACHED):
        carrying = (*carrying, None)
    if number.qualifier in ("at most", "at least") and (there.has_tops or says(_WITHIN, there.evidence)):
        carrying = (*carrying, None)  # the cheapest costs 22 euros, the dearest 145; within six years
    if not number.qualifier and says(_NEEDED, text):  # what something needs is the least
        carrying = (*carrying, "at least")
    if number.qualifier == "about" and number.unit == "time of day":
        carrying = (*carrying, "more than", "less than")  # just after four
    if any(found.qualifier in (number.qualifier, *carrying) for found in (*united, *rounded)):
        return None
    if any(_is_near(number, found) for found in united):
        return None
    if not number.qualifier and any((found.bound or "").endswith("of") for found in united):
        return None  # it climbed up to an altitude of
    return _unbound(number, (united or rounded)[0], there, number.text if united else rounded[0].text)


def _is_of_hundred(number: Quantity, found: Quantity, there: Carried, text: str) -> bool:
    """Whether the one is so many, and the other so many in a hundred: 62 of those asked, 62 per cent; 18 of 200, 18 per cent."""
    if number.unit is None and found.unit == "percent":
        return text != "" and not says(_HUNDRED, text)
    return number.unit == "percent" and found.unit is None and re.search(re.escape(found.text) + _OF_SO_MANY, there.evidence) is not None


def _is_near(number: Quantity, found: Quantity) -> bool:
    """Whether a number says as a bound of the same what comes near to it: less than, of nearly so many; about, of *gut* so many."""
    bound = (found.bound or "").lower()
    return (bound in NEARLY and _is_nearly(number)) or (bound in BARELY and number.qualifier == "about")


def _is_nearly(number: Quantity) -> bool:
    """Whether a number is bounded as what comes near to it from below: nearly, just under, less than."""
    return number.qualifier == "less than" or (number.bound or "").lower() in NEARLY


def _is_converted(number: Quantity, found: Quantity) -> bool:
    """Whether a number says what was found in another unit: 24.9 miles for 40 km."""
    exact = (converted(value, found.unit, number.unit) for value in found.values) if number.unit and found.unit else ()
    slack = Decimal(_ROUNDED["about"][1] - 1 if number.qualifier == "about" else _CONVERTED)
    nearest = _COARSEST if number.qualifier == "about" or (number.unit or "").startswith("degree") else 0  # degrees begin anywhere
    return any(
        abs(value - ours) <= slack * abs(ours) or (abs(value - ours) <= nearest * abs(ours) and round(value) == ours)
        for value in exact
        if value is not None
        for ours in number.values
    )


def _rounds(number: Quantity, found: Quantity) -> bool:
    """Whether `about 1,500` or `more than 1,500` is a fair rounding of what was found, 1,523, in its own unit or another."""
    low, high = _ROUNDED[number.qualifier or "about"]
    if may_be_one(number.unit, found.unit):
        values: Iterable[Decimal] = found.values
    else:
        if converted(Decimal(0), found.unit, number.unit):  # degrees have no zero from which parts of them could be told
            low, high = _ROUNDED["about"]
        values = [value for exact in found.values if (value := converted(exact, found.unit, number.unit)) is not None]
    return any(low <= float(exact) / float(rounded) <= high for exact in values for rounded in number.values if rounded)


def _moved(number: Quantity, found: Quantity, there: Carried) -> tuple[str, str]:
    """What is wrong where a number is how much something changes by, and in the evidence what it comes to, or the other way round."""
    by, to = (there.ours, there.theirs) if number.moves == "by" else (there.theirs, there.ours)
    return f"something changes by “{number.text}” in {by}, and comes to it in {to}", f"say what “{found.text}” is in {there.theirs}"


def _unbound(number: Quantity, found: Quantity, there: Carried, given: str) -> tuple[str, str]:
    """What is wrong where fact and evidence bound a number otherwise."""
    if found.qualifier:
        message = f"{there.theirs} bounds “{given}” by “{found.qualifier}”, and {there.ours} does not say so"
        return message, f"write “{found.qualifier} {given}”"
    return f"{there.ours} says “{number.qualifier} {number.text}”, {there.theirs} only “{found.text}”", f"write “{found.text}”"


def _number_to_write(number: Quantity, there: Carried) -> str:
    """What to write for a number that the evidence does not have: of all numbers there the likest, and which there are."""
    if not there.found:
        return f"cite the passage that gives the number, or leave it out: there is none in {there.theirs}"
    likest = min(there.found, key=lambda found: (found.unit != number.unit, abs(_size(found) - _size(number))))
    stands = ", ".join(dict.fromkeys(found.text for found in there.found[:_MOST_SHOWN]))
    return f"write “{likest.text}”, or cite the passage that says “{number.text}”; the numbers in {there.theirs}: {stands}"


def _size(number: Quantity) -> int:
    """The number of digits of a number, by which one is told that is mistaken for another."""
    return max(value.adjusted() for value in number.values)
