"""Headings and what is set out of an article: their capitals are no names, and what they repeat of it is no second quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from generator.drafting.speech.continuity import Voiced
from generator.text.matching.normal import fold

_LETTERS = re.compile(r"[^\W\d_][\w’'-]*")
LONGEST = 160  # characters of a heading
_LONG = 4  # letters of a word that a headline gives a capital to
_FEW = 4  # words that may stand in a text twice by chance


class Part(Protocol):
    """A paragraph, as far as it matters here."""

    @property
    def number(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def is_heading(self) -> bool: ...


def is_headline(body: str, part: Part) -> bool:
    """Whether a paragraph is a heading whose words have capitals whether they name somebody or not: “Bridge Collapse Sparks Anger”.

    In a language that gives every noun one a heading has small letters, too.
    """
    if part.end - part.start > LONGEST:
        return False
    words = _LETTERS.findall(body, part.start, part.end)
    return len(words) >= _FEW and all(word[0].isupper() for word in words if len(word) >= _LONG)


def without_repeats(body: str, parts: Sequence[Part], found: Iterable[Voiced]) -> Iterator[Voiced]:
    """The quotations but for those of a heading, or of a paragraph of nothing else, whose words a paragraph of the article has, too."""
    found = list(found)
    set_out = {one.number for one in parts if one.is_heading} | {
        one.paragraph for one in found if one.fills_paragraph and one.voice is None
    }
    told = [body[one.start : one.end] for one in parts if one.number not in set_out]
    article = _words("\n".join(told))
    for one in found:
        words = _words(body[slice(*one.quoted.inside)])
        is_repeated = one.quoted.words >= _FEW and words in article
        if one.paragraph not in set_out or not is_repeated:
            yield one


def _words(text: str) -> str:
    """Words without their marks, each with a space around it."""
    return f" {' '.join(_LETTERS.findall(fold(text).casefold()))} "
