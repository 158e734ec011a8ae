"""What has changed from one text to another: the words of each changed line, in the manner of wdiff."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import zip_longest

from generator.text.matching.nearest import word_difference

_AROUND = 6  # words that are shown beside a change
_LONGEST = 2_000  # words of a line that are compared
_MARKED = re.compile(r"(\[-.*?-\]|\{\+.*?\+\})", re.DOTALL)


def differences(old: str, new: str) -> list[str]:
    """The lines that are not the same, empty ones aside: `[-old words-]`, `{+new words+}`, and a few words around them."""
    before, after = ([line for line in text.split("\n") if line.strip()] for text in (old, new))
    found: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [_line(one, other) for one, other in zip_longest(before[a:b], after[c:d])]
    return [change for change in found if _MARKED.search(change)]


def _line(old: str | None, new: str | None) -> str:
    words = word_difference((old or "").split()[:_LONGEST], (new or "").split()[:_LONGEST])
    parts = _MARKED.split(words)
    return "".join(part if index % 2 else _shortened(part, index == 0, index == len(parts) - 1) for index, part in enumerate(parts))


def _shortened(words: str, is_first: bool, is_last: bool) -> str:
    """Words between two changes, or before the first one, or after the last."""
    listed = words.split(" ")
    if is_first:
        return words if len(listed) <= _AROUND + 1 else f"… {' '.join(listed[-_AROUND - 1 :])}"
    if is_last:
        return words if len(listed) <= _AROUND + 1 else f"{' '.join(listed[: _AROUND + 1])} …"
    return words if len(listed) <= 2 * _AROUND + 2 else f"{' '.join(listed[: _AROUND + 1])} … {' '.join(listed[-_AROUND - 1 :])}"
