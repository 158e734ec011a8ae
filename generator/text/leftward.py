"""Numbers in words that are written from right to left, whose digits run to the right.

The Unicode bidirectional algorithm (UAX #9) takes a sign before a number for punctuation and sets it behind, and turns the groups of a
number about that spaces or hyphens part: `+12%` becomes `12%+`, `+966 11 234` becomes `234 11 966+`. CLDR's patterns for Arabic, Persian
and Hebrew have marks of direction in such numbers, so that they stand as elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_D = "[0-9\u06f0-\u06f9]"  # of the class EN; Arabic-Indic digits, of the class AN, have their signs on the right (CLDR)
_MONEY = "[$¢-¥\u20a0-\u20cf]"
_SIGN = rf"(?:(?<!{_D})[+−±]|(?<!\w)-)"  # behind a letter a hyphen joins, as Hebrew joins its prepositions
_ONE = rf"(?:{_D}{{1,3}}(?:[ \u2009]{_D}{{3}})+(?!{_D})(?:[.,]{_D}+)?|{_D}+(?:[.,:/\u066b\u066c'’\u00a0\u202f]{_D}+)*)"
_UNIT = "(?:[\u00a0\u202f]?[%‰\u066a]|°[CF]?)"
_NUMBER = re.compile(
    rf"\+{_D}{{1,3}}(?:[ -]\(?{_D}+\)?)+"  # a telephone's
    rf"|(?:{_MONEY}{_SIGN}|{_SIGN}{_MONEY}?){_ONE}(?:{_UNIT}|{_MONEY})?"
    rf"|(?<![\w.,:/+−-])(?:0{_D}+(?:[ -]{_D}+)+|{_D}+(?:-{_D}+){{2,}}|{_ONE}{_UNIT}?)(?!{_D})"  # two with a hyphen are a range, or a score
)
_PLAIN = re.compile(rf"(?:{_D}|[.,:/\u00a0\u202f])+")  # which the algorithm leaves as it is


def numbers(words: str) -> Iterator[tuple[int, int]]:
    """The stretches that are numbers with more in them than digits, to be shut in as what runs to the right.

    Behind Latin letters they run on with them, and need it not. Nor do ranges, scores, and amounts of money without a sign, which Arabic
    reads from right to left.
    """
    done, is_latin = 0, False
    for found in _NUMBER.finditer(words):
        is_latin = _ends_in_latin(words[done : found.start()], is_latin)
        done = found.end()
        if not is_latin and not _PLAIN.fullmatch(found[0]):
            yield found.span()


def _ends_in_latin(words: str, before: bool) -> bool:
    """Whether the last letter is one of a script that is written from left to right, or that `before` is where there is no letter."""
    strong = (unicodedata.bidirectional(character) for character in reversed(words))
    return next((kind == "L" for kind in strong if kind in ("L", "R", "AL")), before)
