"""Dialogue that dashes introduce: which words of it are spoken, and which say who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.prose.speech import SAYING
from generator.text.patterns import compiled

Span = tuple[int, int]

_TURN = compiled(r"\s*[—–―-]\s*(?=\S)")
_DASHES = "—–―"


_ASIDE = compiled(
    rf"(?:[,!?.…]|\s*[{_DASHES}])\s*(?:[^\W\d]+\s){{0,2}}?(?:{SAYING}|dit-\w+|\w+-t-(?:il|elle|on)s?)\b[^,.!?{_DASHES}]*", re.IGNORECASE
)
"""Who says so, after spoken words: “…, said Ada Example”, “… — dit-elle”."""


def dialogue(body: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """What is spoken in paragraphs that begin with a dash, of which some of those in a row say who speaks; else they are a list."""
    turns: list[tuple[Span, list[Span]]] = []
    for start, end in (*paragraphs, (len(body), len(body))):
        opening = _TURN.match(body, start, end)
        if opening:
            asides = [match.span() for match in _ASIDE.finditer(body, opening.end(), end)]
            turns.append(((opening.end(), end), asides))
            continue
        if any(asides for _, asides in turns):
            for turn, asides in turns:
                yield from _spoken(body, turn, asides)
        turns = []


def _spoken(body: str, turn: Span, asides: list[Span]) -> Iterator[Span]:
    """The stretches of a turn without what says who speaks; after that, speech goes on behind a comma or a dash only."""
    start, end = turn
    for first, last in asides:
        yield start, first + 1
        goes_on = body[last : last + 1] in {",", *_DASHES}
        start = last + 1 if goes_on else end
    if start < end:
        yield start, end
