"""Hedges: words by which a text says that it does not vouch for what it says, or that it is not sure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from generator.prose.languages import LANGUAGES, any_of, language
from generator.prose.languages.guess import guess_language


@dataclass(frozen=True)
class Hedge:
    """A hedge and its place."""

    start: int
    end: int
    text: str


def _compiled(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


_of_language = cache(lambda tag: _compiled(language(tag).hedges or language("en").hedges))
_OF_ANY = re.compile(rf"\b(?:{any_of(each.hedges for each in LANGUAGES)})\b", re.IGNORECASE)


def find_hedges(body: str) -> tuple[Hedge, ...]:
    """All hedges of a text, in order, in the language that it is in."""
    found = _of_language(guess_language(body) or "en").finditer(body)
    return tuple(Hedge(match.start(), match.start() + len(match[0].rstrip()), match[0].rstrip()) for match in found)


def first_hedge(text: str) -> str | None:
    """The first hedge of a short text, whose language cannot be told."""
    match = _OF_ANY.search(text)
    return match[0].rstrip() if match else None
