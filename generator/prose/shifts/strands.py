"""Of whom something is told, where the evidence tells of several in turn: what it says of one, told of another.

A strand is a stretch of the evidence that begins with a name: Lena Abt built a drone; Noor Haddad wrote a program.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from generator.prose.calendar import CALENDAR
from generator.prose.languages.shifting import words
from generator.prose.negations import denial
from generator.prose.quantities.units import UNIT_OF
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import Said, stems
from generator.text.patterns import compiled

_APART = compiled(
    r"(?<=[^\W\d_]{3})[.!?][”’\"»“]?\s|(?<=\d)[.!?]\s|;\s|:\s|,\s(?:while|but|although|though|whereas|and|während|aber|doch|obwohl|und)\s"
    r"|,\s(?=(?:the|die|der|das|in|im)\s)"
)
_MAY_PART = compiled(r"[.,;:!?][”’\"»“]?\s")
_BEFORE = compiled(r"[a-zäöüß,]\s")
_WORD = compiled(r"\w")
_FIRST = 6  # words of a strand of which one is a name
_LEAST = 3  # letters of a name
_SCALES = words("million millionen milliarde milliarden prozent")
_LINKING = words(
    """
    he she they it his her their its him them who whose which former latter both each other together too also same
    er sie ihr sein ihre seine
    ihren seinen beide beiden jener dieser auch ebenfalls gemeinsam
    """
)


class _Strand(NamedTuple):
    """A strand, the beginnings of the names with which it begins, and those of all its words."""

    said: Said
    names: frozenset[str]
    words: frozenset[str]


@where(tells="crossed")
def told_of_another(pair: Pair) -> Iterator[Shift]:
    """What one strand says, told of whom another is about, and who is not named in the first."""
    may_part = _MAY_PART.search(pair.theirs.text)
    parts = pair.theirs.parts(_APART) if may_part else ()
    mine = _names(pair.ours, pair) if len(parts) > 1 and len(pair.theirs.words) >= 2 * _FIRST else frozenset[str]()
    strands = [_Strand(part, _names(part, pair, _FIRST), part.short_stems) for part in parts] if mine else []
    for own, other in permutations(strands, 2):
        if not own.names or not other.names or own.names & other.names or not mine & own.names:
            continue
        if mine & other.words or own.names & other.words or other.said.set & _LINKING:
            continue
        ours = pair.ours.stems - own.names
        rest = frozenset[str]().union(*(strand.words for strand in strands if strand is not other))
        taken, kept = ours & other.words - rest, ours & own.words - other.words
        is_same = bool(denial(pair.ours.text)) == bool(denial(other.said.text))
        if len(taken) > 1 and not kept and is_same and 3 * len(taken) >= len(ours):
            yield Shift("crossed", pair.ours.text.strip(" ."), other.said.text.strip(" ,.;"))
            return


def _names(text: Said, pair: Pair, first: int | None = None) -> frozenset[str]:
    """The beginnings of the names of a text, or of those among its first words."""
    written = text.written[:first]
    found = [
        word.lower()
        for at, word in enumerate(written)
        if word[0].isupper() and (at > 0 or (len(text.written) > 1 and text.written[1][0].isupper()) or _is_name(word, pair))
    ]
    if pair.shifting.has_capital_nouns:
        found = [word for word in found if word in set(text.names(has_capital_nouns=True)) and word not in UNIT_OF and word not in _SCALES]
    return stems((word for word in found if word not in CALENDAR), _LEAST)


def _is_name(word: str, pair: Pair) -> bool:
    """Whether a word has its capital elsewhere than at the beginning of a sentence."""
    text = f"{pair.theirs.text} {pair.ours.text}"
    at = text.find(word)
    while at >= 0:
        if _BEFORE.match(text[max(0, at - 2) : at]) and not _WORD.match(text, at + len(word)):
            return True
        at = text.find(word, at + 1)
    return False
