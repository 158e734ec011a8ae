"""A text read for comparing it with another: its words, its sentences and what of them carries its matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise, repeat

from generator.prose.languages import LANGUAGES
from generator.text.patterns import compiled

_WORD = compiled(r"[^\W\d_]+")
_END = compiled(
    r"(?<=[.!?…])(?!(?<=\d\.)\s(?:Ja|Fe|Mär|Ap|Ma|Ju|Au|Se|Ok|No|De))[”\"’»)\]]*\s+(?=[^\W\d_a-zà-ÿ]|\d|[“„«\"‘(])|\s*\n\s*|\s…\s"
)
_TWO = compiled(r"(?<!\bdas\s)\b(?:[A-ZÄÖÜ][^\W\d_]+\s){1,3}[A-ZÄÖÜ][^\W\d_]+")  # a name where all nouns have capitals
_CLAUSE = compiled(r"[.,;:!?]")
_STEM = 5  # letters by which words are one: deploy, deployed
_LEAST = 4  # letters of a word that carries matter
_SHORT = 3  # letters of one where even the short ones tell apart: men, gas
COMPARING = frozenset(["than", "als"])
"""Words before that with which something is compared."""

_FUNCTION_WORDS = frozenset().union(*(each.function_words | each.shifting.function_words for each in LANGUAGES))


@lru_cache(maxsize=8192)
def stem(word: str, least: int = _LEAST) -> str | None:
    """The beginning of a word that carries matter."""
    return word[:_STEM] if len(word) >= least and word not in _FUNCTION_WORDS else None


def stems(words: Iterable[str], least: int = _LEAST) -> frozenset[str]:
    """The beginnings of those words that carry matter."""
    return frozenset(filter(None, map(stem, words, repeat(least))))


class Said:
    """What a text says, read once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.written = _WORD.findall(text)
        self.words = [*map(str.lower, self.written)]
        self.set = frozenset(self.words)
        self._parts: dict[re.Pattern[str], tuple[Said, ...]] = {}

    @cached_property
    def matter(self) -> tuple[str, ...]:
        """The words that carry matter, by their beginnings, in order."""
        return tuple(filter(None, map(stem, self.words)))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The same in no order."""
        return frozenset(self.matter)

    @cached_property
    def short_stems(self) -> frozenset[str]:
        """The same of words of three letters, too."""
        return stems(self.words, _SHORT)

    def marks(self, particles: frozenset[str]) -> frozenset[str]:
        """The words, and each verb together with what stands behind it or ends its clause and belongs to it: turned_down, nahm_zu."""
        if not particles & self.set:
            return self.set
        beside = {f"{word}_{after}" for word, after in pairwise(self.words) if after in particles}
        clauses = (_WORD.findall(clause) for clause in _CLAUSE.split(self.text.lower()))
        return self.set.union(
            beside, (f"{word}_{clause[-1]}" for clause in clauses if clause and clause[-1] in particles for word in clause[:-1])
        )

    def names(self, *, has_capital_nouns: bool) -> Iterator[str]:
        """The words of names, in lower case: those with a capital behind the first; of two words or more where all nouns have capitals."""
        capitals = (word for words in _TWO.findall(self.text) for word in words.split()) if has_capital_nouns else self.written[1:]
        return (word.lower() for word in capitals if word[0].isupper())

    @cached_property
    def sentences(self) -> tuple[Said, ...]:
        """The sentences, each read."""
        parts = parts_of(self.text, _END)
        return tuple(map(said, parts)) if len(parts) > 1 else (self,)

    def parts(self, cut: re.Pattern[str]) -> tuple[Said, ...]:
        """The parts between the places where a pattern cuts, but for empty ones, each read: once for all that the text is compared with."""
        found = self._parts.get(cut)
        if found is None:
            found = self._parts[cut] = tuple(map(said, parts_of(self.text, cut)))
        return found

    def nearest(self, other: Said) -> Said:
        """The sentence that shares most of its matter with another text."""
        return self if len(self.sentences) == 1 else max(self.sentences, key=lambda sentence: len(sentence.stems & other.stems))


def parts_of(text: str, cut: re.Pattern[str]) -> list[str]:
    """The parts of a text between the places where it is cut, but for empty ones."""
    return [part for part in cut.split(text) if part and part.strip()]


@lru_cache(maxsize=512)
def said(text: str) -> Said:
    """A text read; most are looked at more than once."""
    return Said(text)
