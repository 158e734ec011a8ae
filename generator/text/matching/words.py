"""Where words begin and end: a match never starts or stops in the middle of one.

"He went" must not be found in "she went", nor "nuclear" in "non-nuclear", nor "500" in "1,500", nor "I can" in
"I can’t". Scripts that set no spaces between words (and Korean, whose particles are joined to nouns) know no such edge.
"""

from __future__ import annotations

import re
import unicodedata

from generator.text.matching.markup import breaks_after, breaks_before
from generator.text.matching.normal import CONJOINING, INVISIBLE

_HYPHENS = "-‐‑"
_MINUS_SIGNS = "-−"
_APOSTROPHES = "'’"
_DIGIT_JOINTS = ".,:/−\u00a0\u2009\u202f"  # 1,500 · 7.5 · 19:04 · 2024/25 · 1 500 with a space that does not break
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
# French, Italian and Catalan words that lose their vowel before another word; not n’, which negates it.
_ELIDED = re.compile(r"(?:[ldcsjmt]|(?:lors|jus|puis|quoi)?qu|un|quell|quest|(?:de|ne|a|da|su)ll)\Z", re.IGNORECASE)
_LONGEST_ELIDED = 6


def splits_word(body: str, at: int) -> bool:
    """Whether the offset `at` lies inside a word or a number of `body`."""
    left_at = at - 1
    while left_at >= 0 and body[left_at] in INVISIBLE:
        left_at -= 1
    right_at = at
    while right_at < len(body) and body[right_at] in INVISIBLE:
        right_at += 1
    if left_at < 0 or right_at >= len(body):
        return False
    left, right = body[left_at], body[right_at]
    if _combines(right):
        return True
    if _UNSPACED.match(left) or _UNSPACED.match(right):
        return False
    if _in_word(left):
        return right.isalnum() or _joined_after(body, left, right_at) or breaks_after(body, left_at + 1)
    return right.isalnum() and (_joined_before(body, left_at, right) or breaks_before(body, right_at))


def is_spaced_letter(character: str) -> bool:
    """Whether it is a letter or digit of a script that sets spaces between words."""
    return character.isalnum() and not _UNSPACED.match(character)


def _combines(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or character in CONJOINING


def _in_word(character: str) -> bool:
    return character.isalnum() or _combines(character)


def _joined_after(body: str, left: str, joint: int) -> bool:
    """Whether the character at `joint`, after the word character `left`, goes on with the same word."""
    follows = body[joint + 1 : joint + 2]
    if not is_spaced_letter(follows):
        return False
    mark = body[joint]
    if mark in _APOSTROPHES:
        possessive = follows in "sS" and not body[joint + 2 : joint + 3].isalnum()
        return not possessive
    return mark in _HYPHENS or (mark in _DIGIT_JOINTS and left.isdigit() and follows.isdigit())


def _joined_before(body: str, joint: int, right: str) -> bool:
    """Whether the character at `joint`, before the alphanumeric `right`, continues a word."""
    mark = body[joint]
    before = body[joint - 1] if joint else " "
    if not _in_word(before):
        return mark in _MINUS_SIGNS and right.isdigit() and before != mark
    if _UNSPACED.match(before):
        return False
    if mark in _APOSTROPHES:
        return not _is_elided(body, joint)
    return mark in _HYPHENS or (mark in _DIGIT_JOINTS and before.isdigit() and right.isdigit())


def _is_elided(body: str, apostrophe: int) -> bool:
    """Whether the whole word before the apostrophe is one of `_ELIDED`: `l’`, `qu’`, `dell’`."""
    found = _ELIDED.search(body, max(0, apostrophe - _LONGEST_ELIDED), apostrophe)
    return found is not None and not body[max(0, found.start() - 1) : found.start()].isalnum()
