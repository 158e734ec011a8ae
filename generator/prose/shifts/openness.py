"""What the evidence asks, or what nobody could show, told as if it were so, or as if it were not so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.prose.languages.shifting import words
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift, pattern
from generator.prose.shifts.said import Said, said, stem
from generator.text.patterns import compiled

_SETTLED = words(
    """
    settled ruled established agree agreed proved proven confirmed certain known clear decided fest geklärt entschieden erwiesen
    sicher einig
    """
)
_ASKS = compiled(r"[?？]\W*$")


@where(tells="open")
def opened(pair: Pair) -> Iterator[Shift]:
    """A question, or what nobody could show, that became a statement or a denial."""
    shifting = pair.shifting
    may_open = pair.theirs.set & shifting.open_words
    if (not may_open and "?" not in pair.theirs.text) or _is_kept(pair):
        return
    if "?" in pair.theirs.text and (question := _question(pair)):
        yield Shift("open", "", question)
    elif (match := pattern(shifting.open).search(pair.near.text) if may_open else None) and _is_told(pair) and _is_about(match, pair):
        yield Shift("open", "", match[0].strip())


def _is_kept(pair: Pair) -> bool:
    """Whether a text leaves something open itself: by a word for it, or by denying that it is known."""
    ours, shifting = pair.ours, pair.shifting
    return bool(ours.set & shifting.opens) or "?" in ours.text or pattern(shifting.unshown).search(ours.text) is not None


def _is_told(pair: Pair) -> bool:
    """Whether a sentence of the evidence is near to a text, or somewhat near to one that calls something settled."""
    return pair.is_near or (pair.is_close and bool(pair.ours.set & _SETTLED))


def _question(pair: Pair) -> str:
    """The question of the evidence that a text answers: the sentence nearest to it, or one that asks whether something is so."""
    if _ASKS.search(pair.near.text) and pair.is_near:
        return pair.near.text.strip()
    for sentence in pair.theirs.sentences:
        asked = len(sentence.stems & pair.ours.stems)
        if _ASKS.search(sentence.text) and sentence.words[0] not in pair.shifting.question_words and asked > 1:
            return sentence.text.strip() if 2 * asked >= len(sentence.stems) else ""
    return ""


def _is_about(match: re.Match[str], pair: Pair) -> bool:
    """Whether what is left open is what a text states: most of it, or more of it than of what stands around."""
    sides = (match.string[match.end() :].split(","), match.string[: match.start()].split(",")[::-1])
    clauses = [next((clause for part in side if (clause := said(part)).stems), Said("")) for side in sides]
    clauses.append(said(match[0]))  # no link between the factory and the rash has been shown
    asked = max(clauses, key=lambda clause: len(clause.stems & pair.ours.stems))
    shared = len(asked.stems & pair.ours.stems)
    around = pair.near.stems & pair.ours.stems - asked.stems
    if not pair.shifting.has_capital_nouns:  # who asks or finds nothing is named around it
        around -= {stem(word.lower()) for word in pair.near.written if word[0].isupper()}
    return 0 < shared >= len(around)
