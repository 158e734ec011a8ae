"""Where words begin and end: a match never starts or stops in the middle of one.

"He went" must not be found in "she went", nor "nuclear" in "non-nuclear", nor "500" in "1,500", nor "I can" in
"I can’t". Scripts that set no spaces between words (and Korean, whose particles are joined to nouns) know no such edge.
"""

from __future__ import annotations

import re

_HYPHENS = "-‐‑"
_APOSTROPHES = "'’"
_SEPARATORS = ".,"
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_ELIDED_ARTICLE = re.compile(r"(?:^|[^\w])(?:l|d|c|s|j|m|t|qu)$", re.IGNORECASE)


def splits_word(body: str, at: int) -> bool:
    """Whether the offset `at` lies inside a word or a number of `body`."""
    left_at = at - 1
    while left_at >= 0 and body[left_at] in _INVISIBLE:
        left_at -= 1
    right_at = at
    while right_at < len(body) and body[right_at] in _INVISIBLE:
        right_at += 1
    if left_at < 0 or right_at >= len(body):
        return False
    left, right = body[left_at], body[right_at]
    if _UNSPACED.match(left) or _UNSPACED.match(right):
        return False
    if left.isalnum():
        return right.isalnum() or _joined_after(body, left, right_at)
    return right.isalnum() and _joined_before(body, left_at, right)


def _joined_after(body: str, left: str, joint: int) -> bool:
    """Whether the character at `joint`, after the alphanumeric `left`, goes on with the same word."""
    follows = body[joint + 1 : joint + 2]
    if not follows.isalnum() or _UNSPACED.match(follows):
        return False
    mark = body[joint]
    if mark in _APOSTROPHES:
        possessive = follows in "sS" and not body[joint + 2 : joint + 3].isalnum()
        return not possessive
    return mark in _HYPHENS or (mark in _SEPARATORS and left.isdigit() and follows.isdigit())


def _joined_before(body: str, joint: int, right: str) -> bool:
    """Whether the character at `joint`, before the alphanumeric `right`, continues a word."""
    before = body[joint - 1] if joint else ""
    if not before.isalnum() or _UNSPACED.match(before):
        return False
    mark = body[joint]
    if mark in _APOSTROPHES:
        return not _ELIDED_ARTICLE.search(body[max(0, joint - 3) : joint])
    return mark in _HYPHENS or (mark in _SEPARATORS and before.isdigit() and right.isdigit())
