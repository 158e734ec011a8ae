"""What a sentence loses where it is cut: the negation, the condition or the hedge that a clause stands under.

A negation or a hedge reaches to the end of its clause, and into what it governs (never said that …); a condition to the end of the
sentence, but for what a *but* begins. All of it is read in the words of every language, for a quote may be in another one than its
brief, and a source in several; but for words that the text's own language (`tag`) has with another meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from generator.prose.languages import LANGUAGES, any_of, language
from generator.prose.languages.language import Language
from generator.prose.negations import without_no_denials
from generator.prose.speech import SAYING
from generator.text.patterns import compiled

Kind = Literal["negation", "condition", "hedge"]


KINDS: tuple[Kind, ...] = ("negation", "condition", "hedge")


class Loss(NamedTuple):
    """What is lost, and the word that says it."""

    kind: Kind
    word: str


def _of(*fields: Callable[[Language], tuple[str, ...]]) -> str:
    return any_of(field(each) for field in fields for each in LANGUAGES)


@cache
def _compiled(kind: Kind) -> re.Pattern[str]:
    patterns = {
        "negation": _of(lambda each: each.negations, lambda each: each.denies, lambda each: each.disowns),
        "condition": _of(lambda each: each.conditions),
        "hedge": _of(lambda each: each.hedges, lambda each: each.doubts),
    }
    contracted = r"|n[’']t\b" if kind == "negation" else ""
    return re.compile(rf"\b(?:{patterns[kind]})(?!\w){contracted}", re.IGNORECASE)


_NO_CONDITION = compiled(rf"\b(?:{_of(lambda each: each.no_conditions)})\b", re.IGNORECASE)


@cache
def _alike(tag: str | None) -> re.Pattern[str]:
    own = "|".join(language(tag).alike) if tag else ""
    return re.compile(rf"\b(?:{own or '(?!)'})\b", re.IGNORECASE)


_HEDGE = _of(lambda each: each.hedges, lambda each: each.doubts)
_GOVERNS = compiled(rf"\b((?:{_HEDGE})|sagen|gesagt|behaupten|behauptet),(?=\s|$)", re.IGNORECASE)
"""A hedge, or a verb of saying, that governs the clause behind its comma: as far as I know, it works; ich glaube, es geht."""


_ASIDE = compiled(rf",[”’\"»]?\s(?:[^,;:.]{{1,30}}\s)?{SAYING}\b[^,;:.]{{0,60}},\s?[“‘\"«]?", re.IGNORECASE)
"""Who says so, in the middle of a sentence: “, he said,”."""


_SUBJECT = rf"(?:{_of(lambda each: each.subjects)})"
_JOINED = rf"[,\s]\s*(?:{_of(lambda each: each.joins)})\s+(?={_SUBJECT}\b)"
_CLAUSE = compiled(rf"[;:]\s|\s[–—-]+\s|—|{_JOINED}|,\s*(?:but|aber|sondern|mais)\s|,\s+(?={_SUBJECT}\b)", re.IGNORECASE)
"""Where a clause of its own begins: after a colon, a dash, or a word that joins it, with its own subject."""


_TURN = compiled(r"[;:]\s|[,\s]\s*(?:but|yet|although|though|aber|doch|obwohl|mais|bien que)\s", re.IGNORECASE)


def lost_before(left: str, first: str, tag: str | None = None) -> Loss | None:
    """What words lose that are cut from the beginning of their sentence, `left`; `first` is the first of them."""
    left = _GOVERNS.sub(r"\1", _ASIDE.sub(" ", left))
    whole = f"{left.rstrip()} {first}"
    condition = _first("condition", left[_last(_TURN, whole) :], tag)
    begins = _last(_CLAUSE, whole)
    return condition or _first("negation", left, tag, begins) or _first("hedge", left, tag, begins)


def lost_between(omitted: str, tag: str | None = None) -> Loss | None:
    """What words lose of which some in their midst are left out."""
    omitted = _ASIDE.sub(" ", omitted)
    return _first("negation", omitted, tag) or _first("condition", omitted, tag) or _first("hedge", omitted, tag)


def may_lose(text: str) -> bool:
    """Whether there is anything in a text that its rest could lose: a quick look before a thorough one."""
    return any(_compiled(kind).search(text) for kind in KINDS)


def carries(text: str, kind: Kind, besides: str = "", tag: str | None = None) -> bool:
    """Whether a text has a word of this kind itself, besides those of other words that it may repeat."""
    return _count(kind, text, tag) > _count(kind, besides, tag)


def _count(kind: Kind, text: str, tag: str | None) -> int:
    return sum(1 for _ in _compiled(kind).finditer(_without_lookalikes(kind, text, tag)))


def _first(kind: Kind, text: str, tag: str | None, begins: int = 0) -> Loss | None:
    """The first one of a kind that ends in a clause, or begins with it: as far as I know."""
    found = _compiled(kind).finditer(_without_lookalikes(kind, text, tag))
    return next((Loss(kind, match[0].strip()) for match in found if match.end() > begins), None)


def _without_lookalikes(kind: Kind, text: str, tag: str | None) -> str:
    text = _alike(tag).sub(lambda found: " " * len(found[0]), text)
    if kind == "hedge":
        return text
    return without_no_denials(text) if kind == "negation" else _NO_CONDITION.sub(" ", text)


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern ends."""
    return max((match.end() for match in pattern.finditer(text)), default=0)
