"""What somebody denied, refused or did not manage, told as if it were so: negation by a verb, or by *without* and *lacks*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.prose.negations import denial, has_contrary, turns
from generator.prose.quantities import ratios
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift, pattern
from generator.prose.shifts.said import Said, said
from generator.text.patterns import compiled

_CLAUSES = compiled(r"[;:.!?]|\s(?:and|und)\s|,\s(?!dass\b|that\b|zu\b|den\b|die\b|das\b|der\b)")


@where(theirs=lambda tongue: tongue.shifting.denying_words, tells="denied")
def denied(pair: Pair) -> Iterator[Shift]:
    """A text that says of something what the evidence has under a word that denies it, without such a word of its own."""
    shifting, ours, near = pair.shifting, pair.ours, pair.near
    if not pair.is_close or near.set & shifting.nots or ours.set & shifting.opens:
        return
    match = pattern(shifting.denying).search(near.text)
    if not match or denial(ours.text) or denial(near.text) or ours.set & shifting.except_ or _is_told_otherwise(pair):
        return
    of = _governed(match, near, pair)
    shared = of.stems & ours.stems
    if shared and 2 * len(shared) >= len(of.stems) and not ratios(near.text):
        yield Shift("denied", "", match[0])


def _is_told_otherwise(pair: Pair) -> bool:
    """Whether a text has a word of its own that denies: the same one, a contrary, or a word turned by its beginning."""
    ours, near = pair.ours.text, pair.near.text
    if pattern(pair.shifting.denying).search(ours) or pair.ours.set & pair.shifting.falling:
        return True
    return has_contrary(ours) or turns(ours, near) or turns(near, ours)


def _governed(match: re.Match[str], near: Said, pair: Pair) -> Said:
    """What a word of denying is about: of *without* the word behind it, else what is behind it in its clause, or around it in German."""
    begins = max((each.end() for each in _CLAUSES.finditer(near.text, 0, match.start())), default=0)
    ends = next((each.start() for each in _CLAUSES.finditer(near.text, match.end())), len(near.text))
    behind = said(near.text[match.end() : ends])
    if match.lastgroup == "lacking":
        return said(next((word for word in behind.written if said(word).stems), ""))
    return said(near.text[begins:ends].replace(match[0], " ")) if pair.shifting.has_capital_nouns else behind
