"""Hedges: words by which a text says that it does not vouch for what it says, or that it is not sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from generator.prose.languages import LANGUAGES, any_of, language
from generator.prose.languages.guess import guess_language
from generator.text.patterns import compiled

_CLAUSE_END = compiled(r"[.;:!?—–()…]|\s-\s")
_UNSURE = compiled(rf"\b(?:{any_of(each.unsure for each in LANGUAGES)})", re.IGNORECASE)
_DOUBTING = compiled(
    rf"\b(?:(?P<possible>{any_of(each.possible for each in LANGUAGES)})|(?P<modal>{any_of(each.modals for each in LANGUAGES)})"
    rf"|(?P<alleged>{any_of(each.alleged for each in LANGUAGES)}))(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Hedge:
    """A hedge and its place."""

    start: int
    end: int
    text: str


@cache
def _pattern(tag: str | None) -> re.Pattern[str]:
    """The hedges of a language; of all of them for None."""
    own = any_of(each.hedges for each in LANGUAGES) if tag is None else "|".join(language(tag).hedges or language("en").hedges)
    return re.compile(rf"\b(?:{own})\b", re.IGNORECASE)


def find_hedges(body: str) -> tuple[Hedge, ...]:
    """All hedges of a text, in order, in the language that it is in."""
    found = _pattern(guess_language(body) or "en").finditer(body)
    return tuple(Hedge(match.start(), match.start() + len(match[0].rstrip()), match[0].rstrip()) for match in found)


def is_unsure(text: str) -> bool:
    """Whether a text has a word by which it may keep a hedge of another that is no hedge of its own: a possible cause."""
    return _UNSURE.search(text) is not None


def first_hedge(text: str) -> str | None:
    """The first hedge of a short text, whose language cannot be told."""
    match = _pattern(None).search(text)
    return match[0].rstrip() if match else None


class Doubt(NamedTuple):
    """A word by which a text is not sure, what stands behind it in its sentence, and whether it only tells what somebody holds."""

    word: str
    behind: str
    is_modal: bool
    is_alleged: bool


@lru_cache(maxsize=512)
def doubts(text: str) -> tuple[Doubt, ...]:
    """The hedges of a text that leave open whether something is so, and not only who says so, in order."""
    return tuple(
        Doubt(
            match[0].rstrip(),
            _CLAUSE_END.split(text[match.end() :], maxsplit=1)[0],
            match["modal"] is not None,
            match["alleged"] is not None,
        )
        for match in _DOUBTING.finditer(text)
    )
