"""What editors may put into somebody's words, in brackets: what explains, and nothing that turns or colours them."""

from __future__ import annotations

import re

from generator.prose.languages import LANGUAGES, any_of
from generator.prose.negations import denial
from generator.text.patterns import compiled

_WORD = compiled(r"[^\W\d_]+")
_WORD_OR_NUMBER = compiled(r"\w+(?:[’'.,-]\w+)*")
_NUMBER = compiled(r"\d")
_STEM = 4  # letters that forms of a word have in common


_SWAYS = compiled(rf"(?:{any_of(each.sways for each in LANGUAGES)})", re.IGNORECASE)


_ARTICLES = compiled(rf"(?:{any_of(each.articles for each in LANGUAGES)})", re.IGNORECASE)


_STAND_INS = compiled(rf"(?:{any_of(each.stand_ins for each in LANGUAGES)})", re.IGNORECASE)


def colours(inserted: str, *, is_ending: bool, is_alone: bool) -> bool:
    """Whether words in brackets turn or colour a sentence: `[not]`, `[gladly]`; `is_ending` of a word, `is_alone` in place of none."""
    words = _WORD.findall(inserted)
    if is_ending or not words:
        return False
    if is_alone and not denial(inserted):
        return all(_SWAYS.fullmatch(word) for word in words)
    return denial(inserted) is not None or _SWAYS.fullmatch(words[0]) is not None


def loses_nothing(replaced: str, inserted: str) -> bool:
    """Whether words in brackets may stand for others: for pronouns, articles and the like, and for another form of themselves."""
    if _NUMBER.search(replaced):
        return replaced in inserted
    stems = {word[:_STEM].casefold() for word in _WORD.findall(inserted)}
    return all(_STAND_INS.fullmatch(word) or word[:_STEM].casefold() in stems for word in _WORD.findall(replaced))


def content(inserted: str) -> int:
    """How many words there are in brackets, articles left out."""
    return sum(1 for word in _WORD_OR_NUMBER.findall(inserted) if not _ARTICLES.fullmatch(word))
