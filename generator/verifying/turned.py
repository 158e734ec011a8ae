"""How often words stand in a text that runs to the left, where what is drawn may be read in more than one way.

Among letters that run to the left, “Bridge-2026” and “2026-Bridge” are drawn alike, and so are “1-3” in Arabic and “3-1” in Hebrew: the
bidirectional algorithm (UAX #9, W1–W7, N0–N2) gives numbers and punctuation the direction of what stands before them, and nothing in a
file says what that was. `layer.logical` reads what is drawn in one way. So words and numbers between two letters that run to the left
are compared whatever their order, each of them whole; their order is held by the digests of the pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dossier.printed import squeezed, times
from generator.verifying.layer import LEFTWARDS

_PARTS = re.compile(rf"[{LEFTWARDS}]+|[^{LEFTWARDS}]+")
_LEFTWARD = re.compile(rf"[{LEFTWARDS}]")
_TOKENS = re.compile(r"[^\W\d_]+|\d+(?:[.,:/]\d+)*|\S")
_MOST = 500  # steps in which a stretch is taken apart


def runs_left(layer: str) -> bool:
    """Whether a text has letters that run to the left."""
    return bool(_LEFTWARD.search(layer))


def standing(words: str, layer: str) -> int:
    """How often words stand in a squeezed text with letters that run to the left."""
    groups: list[tuple[str, ...]] = []
    pattern = ""
    for part in _PARTS.findall(words):
        tokens = tuple(map(squeezed, _TOKENS.findall(part)))
        length = sum(map(len, tokens))
        if _LEFTWARD.match(part) or len(tokens) < 2:
            pattern += re.escape(squeezed(part))
        else:
            groups.append(tuple(filter(None, tokens)))
            pattern += rf"(.{{{length}}})"
    if not groups:
        return times(words, layer)
    found = re.finditer(pattern, layer) if runs_left(words) else _beginning(groups[0], layer)
    return sum(all(map(_is_of, match.groups(), groups)) for match in found)


def _beginning(tokens: tuple[str, ...], layer: str) -> Iterator[re.Match[str]]:
    """The stretches of a text that begin with one of some words, and are as long as all of them."""
    first = "|".join(map(re.escape, dict.fromkeys(tokens)))
    return re.finditer(rf"(?={first})(?=(.{{{sum(map(len, tokens))}}}))", layer)


def _is_of(stretch: str, tokens: tuple[str, ...]) -> bool:
    """Whether a stretch is made of some words and numbers, each once, in any order."""
    if sorted(stretch) != sorted("".join(tokens)):
        return False
    pending: list[tuple[int, tuple[str, ...]]] = [(0, tuple(sorted(tokens, key=len)))]
    for _ in range(_MOST):
        if not pending:
            return False
        at, left = pending.pop()
        if not left:
            return True
        pending += [(at + len(one), _without(one, left)) for one in dict.fromkeys(left) if stretch.startswith(one, at)]
    return False


def _without(one: str, tokens: tuple[str, ...]) -> tuple[str, ...]:
    place = tokens.index(one)
    return tokens[:place] + tokens[place + 1 :]
