"""What a sentence loses where it is cut: the negation, the condition or the hedge that a clause stands under.

A negation or a hedge reaches to the end of its clause, and into what it governs (never said that …); a condition to the end of the
sentence, but for what a *but* begins. All of it is read in the words of every language, for a quote may be in another one than its brief.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from generator.prose.languages import LANGUAGES, any_of
from generator.prose.languages.language import Language
from generator.prose.negations import without_no_denials
from generator.prose.speech import SAYING

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


@cache
def _no_condition() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_of(lambda each: each.no_conditions)})\b", re.IGNORECASE)


@cache
def _aside() -> re.Pattern[str]:
    """Who says so, in the middle of a sentence: “, he said,”."""
    return re.compile(rf",[”’\"»]?\s(?:[^,;:.]{{1,30}}\s)?{SAYING}\b[^,;:.]{{0,60}},\s?[“‘\"«]?", re.IGNORECASE)


@cache
def _clause() -> re.Pattern[str]:
    """Where a clause of its own begins: after a colon, a dash, or a word that joins it, with its own subject."""
    subject = rf"(?:{_of(lambda each: each.subjects)})"
    joined = rf"[,\s]\s*(?:{_of(lambda each: each.joins)})\s+(?={subject}\b)"
    return re.compile(rf"[;:]\s|\s[–—-]+\s|—|{joined}|,\s*(?:but|aber|sondern|mais)\s|,\s+(?={subject}\b)", re.IGNORECASE)


@cache
def _turn() -> re.Pattern[str]:
    return re.compile(r"[;:]\s|[,\s]\s*(?:but|yet|although|though|aber|doch|obwohl|mais|bien que)\s", re.IGNORECASE)


def lost_before(left: str, first: str) -> Loss | None:
    """What words lose that are cut from the beginning of their sentence, `left`; `first` is the first of them."""
    left = _aside().sub(" ", left)
    whole = f"{left.rstrip()} {first}"
    condition = _first("condition", left[_last(_turn(), whole) :])
    clause = left[_last(_clause(), whole) :]
    return condition or _first("negation", clause) or _first("hedge", clause)


def lost_between(omitted: str) -> Loss | None:
    """What words lose of which some in their midst are left out."""
    omitted = _aside().sub(" ", omitted)
    return _first("negation", omitted) or _first("condition", omitted) or _first("hedge", omitted)


def may_lose(text: str) -> bool:
    """Whether there is anything in a text that its rest could lose: a quick look before a thorough one."""
    return any(_compiled(kind).search(text) for kind in KINDS)


def carries(text: str, kind: Kind) -> bool:
    """Whether a text has a word of this kind itself."""
    return _first(kind, text) is not None


def _first(kind: Kind, text: str) -> Loss | None:
    text = without_no_denials(text) if kind == "negation" else text
    text = _no_condition().sub(" ", text) if kind == "condition" else text
    match = _compiled(kind).search(text)
    return Loss(kind, match[0].strip()) if match else None


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern ends."""
    return max((match.end() for match in pattern.finditer(text)), default=0)
