"""Numbers that evidence does not say, and that follow from those that it does: a share, a sum, a century, a bound told by a noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from generator.checks.carried import Carried
from generator.checks.numbers import lacks
from generator.prose.negations import denial
from generator.prose.quantities import (
    BEYOND,
    Quantity,
    Ratio,
    compounds,
    fractions,
    is_apart,
    is_change,
    is_share,
    may_be_one,
    quantities,
    rates,
    ratios,
)
from generator.prose.quantities.patterns import prefix
from generator.text.patterns import compiled

_CENTURY = compiled(r"century$", re.IGNORECASE)
_CENTURY_BEHIND = compiled(r"\.?[\s-](?:century|jahrhundert)", re.IGNORECASE)
_SCORE = compiled(r"(?<![\d:.,])(\d{1,3})\s?[:–-]\s?(\d{1,3})(?![\d:]|[.,]\d)")
_FROM_ON = compiled(r"\b(?:ab|from)\s$", re.IGNORECASE)
_ONE_SIDED = compiled(r"over|above|beyond|more\sthan|under|below|less\sthan|über|unter|mehr\sals|weniger\sals", re.IGNORECASE)
_NOT_UNTIL = compiled(r"\b(?:erst\sab|only\sfrom)\b", re.IGNORECASE)
# Nouns that are a bound of what they name.
_LIMIT = {
    "at most": compiled(
        r"\b(?:höchst(?!ens)|maxim|begrenz|beschränk|gedeckelt|obergrenze|tempo|spätestens|ceiling|latest|limit|cap(?:s|ped|ping)?\b|teils\b|teilweise|mitunter|manch|zum\sTeil)\w*",
        re.IGNORECASE,
    ),
    "at least": compiled(r"\b(?:mindest(?!ens)|minim|untergrenze|floor\b)\w*", re.IGNORECASE),
}
_SHARE, _ABOUT_SHARE = Fraction(7, 1000), Fraction(35, 1000)  # how far per cent may be from a part: 33 and about 30 of a third


def follows(number: Quantity, text: str, numbers: Sequence[Quantity], carried: Carried) -> bool:
    """Whether a number that the evidence does not say follows from what it does."""
    there = carried.implied
    return (
        _in_score(number, text, carried.evidence)
        or _is_century(number, text, carried)
        or _is_ratio(number, text, there)
        or _is_reckoned(number, text, numbers, there)
        or _is_limit(number, text, there)
        or _is_next_whole(number, text, there)
    )


def _is_next_whole(number: Quantity, text: str, there: Carried) -> bool:
    """Whether a bound is the one beside it of whole numbers: at most 49, of fewer than 50; ab 66 Jahren, of over 65."""
    way = {"at most": (1, "less than"), "less than": (-1, "at most"), "at least": (-1, "more than"), "more than": (1, "at least")}
    bound = number.qualifier or ("at least" if _FROM_ON.search(prefix(text, number.start)) else None)
    step, theirs = way.get(bound or "", (0, None))
    return any(
        found.qualifier == theirs and may_be_one(number.unit, found.unit)
        for value in number.values
        if step and value == int(value)
        for found in there.by_value.get(value + step, ())
    )


def _is_reckoned(number: Quantity, text: str, numbers: Sequence[Quantity], there: Carried) -> bool:
    """Whether a number follows from those of the evidence, or is of a time that does: two hours and 20 minutes."""
    known = (*quantities(there.evidence), *fractions(there.evidence))
    if lacks(number, there.reckoned, text) is None or is_share(number, text, known, there.evidence) or is_apart(number, text, known):
        return True
    mine = [each for each in rates(text) if each.start <= number.start < each.end]
    if any(one.is_same(other) for one in mine for other in rates(there.evidence)):
        return True
    whole = next((each for each in compounds(text, numbers) if each.start <= number.start < each.end), None)
    return whole is not None and lacks(whole, there) is None


def _is_limit(number: Quantity, text: str, there: Carried) -> bool:
    """Whether a bound stands in a noun or in *bis* on one side, or is turned by a denial: a minimum age of 16; over 16, no."""
    is_from = not number.qualifier and _FROM_ON.search(prefix(text, number.start))
    ours, is_denied = "at least" if is_from else number.qualifier, denial(text) is not None
    if ours == "more than" and is_denied and _LIMIT["at most"].search(there.evidence):
        ours = "at most"  # nobody beyond 75; at 75 at the latest
    for found in (found for value in number.values for found in there.by_value.get(value, ()) if may_be_one(number.unit, found.unit)):
        theirs = found.qualifier
        is_until = not theirs and re.search(rf"(?<!\d\s)\bbis\s{re.escape(found.text)}", there.evidence)
        if (is_until and ours == "at most") or (not ours and (found.bound or "").lower() == "keine"):
            return True
        if not ours and theirs in _LIMIT and _LIMIT[theirs].search(text):
            return True
        if not theirs and ours in _LIMIT and _LIMIT[ours].search(there.evidence):
            return True
        if ("at most" if is_until else theirs) == BEYOND.get(ours or "at least") and (
            is_denied != (denial(there.evidence) is not None and not _is_bound_by_denial(found)) or _NOT_UNTIL.search(text)
        ):
            return True
    return False


def _is_bound_by_denial(number: Quantity) -> bool:
    """Whether it is a negation that bounds a number: must not rise above."""
    return number.qualifier in ("at most", "at least") and _ONE_SIDED.fullmatch(number.bound or "") is not None


def _in_score(number: Quantity, text: str, evidence: str) -> bool:
    """Whether a number is of a score that the evidence gives too, from either side: 3:1, 1:3."""
    here = next((match for match in _SCORE.finditer(text) if match.start() <= number.start < match.end()), None)
    return here is not None and any(sorted(match.groups()) == sorted(here.groups()) for match in _SCORE.finditer(evidence))


def _is_ratio(number: Quantity, text: str, there: Carried) -> bool:
    """Whether a number is part of a ratio that the evidence gives in other words: 25 per cent, a quarter.

    Where it gives other ratios, it is not the number that is wrong.
    """
    if not there.ratios:
        return False
    if number.unit == "percent":
        same = (found for value in number.values for found in there.by_value.get(value, ()) if found.unit == "percent")
        if number.qualifier and any(found.qualifier for found in same):
            return False  # the evidence says it in per cent, and bounds it otherwise
        carried = there.changes if number.moves == "by" or is_change(text, number.end) else there.ratios
        slack = _ABOUT_SHARE if number.qualifier == "about" else _SHARE
        return any(kind == "part" and abs(Fraction(value) / 100 - share) <= slack for value in number.values for kind, share in carried)
    around: list[Ratio] = [each for each in ratios(text) if each.start <= number.start < each.end]
    return any(each.kind in {kind for kind, _ in there.ratios} for each in around)


def _is_century(number: Quantity, text: str, there: Carried) -> bool:
    """Whether a number is that of a century of which the evidence has a year."""
    if not _CENTURY.search(number.text) and not _CENTURY_BEHIND.match(text, number.end):
        return False
    return any(Decimal(year // 100 + 1) in number.values for year in there.years)
