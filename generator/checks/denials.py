"""What a clause denies, beside what another text says of the same matter."""

from __future__ import annotations

import re

from generator.checks.evidence import content_words
from generator.prose.negations import denial, has_contrary, without_no_denials
from generator.text.patterns import compiled

LEAST_SHARED = 2  # words that a clause and an item must share to speak of one matter

CLAUSE_END = compiled(r"[.,;:!?—–()…]\s|\b(?:and|but|because|while|that|who|which|und|aber|weil|dass|et|mais|que|qui)\b", re.IGNORECASE)


def denied_about(clause: str, said: str) -> str | None:
    """The negation in a clause of an item that speaks of the same, where none of its clauses says so without one.

    Nothing, where a word that only this clause has may say the same: dismissed, empty.
    """
    said = without_no_denials(said)
    if denial(said) is None:
        return None
    mine, theirs = content_words(clause), content_words(said)
    if has_contrary(" ".join(word for word in clause.split() if not content_words(word) & theirs)):
        return None
    about = [each for each in CLAUSE_END.split(said) if len(content_words(each) & mine) >= LEAST_SHARED]
    denials = [denial(each) for each in about]
    return denials[0] if denials and all(denials) else None
