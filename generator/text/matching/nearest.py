"""What stands in a source instead of words that were not found there.

Every word of the quote that the source has votes for the places where the quote would begin; the rarest words vote, so
that the cost does not grow with the commonest. The best place is compared word by word (difflib's Ratcliff-Obershelp).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from generator.text.matching.normal import fold

MAX_VOTES = 400  # places that one word may vote for
VOTERS = 24  # words of a quote that vote
MAX_COMPARED = 400  # words of a quote that are compared
LEAST_LIKENESS = 0.34

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


@dataclass(frozen=True)
class Nearest:
    """The most similar passage: original offsets, likeness from 0 to 1, and the difference as wdiff writes it.

    In `difference`, `[-words-]` stand in the quote only and `{+words+}` in the source only.
    """

    start: int
    end: int
    likeness: float
    difference: str


@lru_cache(maxsize=16)
def _index(body: str) -> tuple[list[tuple[int, int]], list[str], dict[str, list[int]]]:
    """The word spans of `body`, the words as compared, and where each stands."""
    spans = [match.span() for match in _WORD.finditer(body)]
    words = [_key(body[start:end]) for start, end in spans]
    places: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        places.setdefault(word, []).append(number)
    return spans, words, places


def _key(word: str) -> str:
    return fold(word).casefold()


def nearest(body: str, quote: str) -> Nearest | None:
    """The passage of `body` most like `quote`, or None where nothing is like it."""
    quoted = [match[0] for match in _WORD.finditer(quote)][:MAX_COMPARED]
    keys = [_key(word) for word in quoted]
    spans, words, places = _index(body)
    if not keys or not spans:
        return None
    voters = sorted((len(places[key]), number) for number, key in enumerate(keys) if key in places)[:VOTERS]
    votes: Counter[int] = Counter()
    for count, number in voters:
        for place in places[keys[number]][:MAX_VOTES]:
            votes[(place - number) // 3] += 1 + (count < 5)
    best: tuple[float, int, int] | None = None
    for bucket, _ in votes.most_common(4):
        best = max(filter(None, (best, _compare(keys, words, bucket * 3))), default=None)
    if best is None or best[0] < LEAST_LIKENESS:
        return None
    likeness, first, last = best
    start, end = spans[first][0], spans[last][1]
    return Nearest(start, end, likeness, word_difference(quoted, [body[a:b] for a, b in spans[first : last + 1]]))


def _compare(keys: list[str], words: list[str], around: int) -> tuple[float, int, int] | None:
    """Likeness and the first and last word of the passage near word number `around`."""
    low = max(0, around - 4)
    window = words[low : around + 2 * len(keys) + 8]
    matcher = SequenceMatcher(None, keys, window, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    same = sum(block.size for block in blocks)
    first, last = blocks[0].b, blocks[-1].b + blocks[-1].size - 1
    first = max(0, first - blocks[0].a)  # words at either end may differ, too
    last = min(len(window) - 1, last + len(keys) - (blocks[-1].a + blocks[-1].size))
    return 2 * same / (len(keys) + last - first + 1), low + first, low + last


def word_difference(ours: list[str], theirs: list[str]) -> str:
    """Two lists of words as one line in the manner of wdiff: `[-ours-]`, `{+theirs+}`."""
    matcher = SequenceMatcher(None, [_key(word) for word in ours], [_key(word) for word in theirs], autojunk=False)
    parts: list[str] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            parts.append(" ".join(theirs[c:d]))
            continue
        if a < b:
            parts.append(f"[-{' '.join(ours[a:b])}-]")
        if c < d:
            parts.append("{+" + " ".join(theirs[c:d]) + "+}")
    return " ".join(parts)
