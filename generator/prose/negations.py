"""Negations: words that deny, and words by which a text may say the same without one."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.prose.languages import LANGUAGES, any_of
from generator.text.patterns import compiled

_NO_DENIAL = compiled(rf"\b(?:{any_of(each.no_denials for each in LANGUAGES)})\b", re.IGNORECASE)
_NEGATION = compiled(rf"\b(?:{any_of(each.negations for each in LANGUAGES)})\b|n[’']t\b", re.IGNORECASE)
_SHORT = 4  # letters of a comparative
_MOST = ("est", "ste", "te")
_WORD = compiled(r"[^\W\d_]+")
_TURNED = compiled(r"\b(?:un|in|im|ir|il|dis|non-?)([^\W\d_]{4,})\b", re.IGNORECASE)
_TOPPING = compiled(rf"\b(?:{any_of(each.tops for each in LANGUAGES)})\b", re.IGNORECASE)
_UNTOPPING = compiled(rf"\b(?:{any_of(each.untopped for each in LANGUAGES)})\b", re.IGNORECASE)
_CONTRARY = compiled(rf"\b(?:{any_of(each.contraries for each in LANGUAGES)})", re.IGNORECASE)


@lru_cache(maxsize=2048)  # several rules ask for the same texts
def denial(text: str) -> str | None:
    """The first negation of a text."""
    match = _NEGATION.search(text) and _NEGATION.search(without_no_denials(text))  # most texts have none
    return match[0] if match else None


def behind_denial(text: str) -> str:
    """What stands behind the first negation of a text; nothing where it has none."""
    match = _NEGATION.search(without_no_denials(text))
    return text[match.end() :] if match else ""


@lru_cache(maxsize=2048)
def without_no_denials(text: str) -> str:
    """A text with spaces for what looks like a negation and denies nothing: not only, no fewer than."""
    return _NO_DENIAL.sub(lambda found: " " * len(found[0]), text)


def turns(text: str, other: str) -> bool:
    """Whether a text turns a word of another by its beginning: undamaged, non-smokers, unverletzt for damaged, smokers, verletzt."""
    words = {word.lower() for word in _WORD.findall(other)}
    return any(match[1].lower() in words for match in _TURNED.finditer(text))


def says_top(text: str, other: str) -> bool:
    """Whether two texts say that nothing exceeds something, the one with a negation: no lake is deeper, the deepest."""
    return (untopped(text) and (tops(other) or untopped(other))) or (denial(text) is not None and _compares(text, other))


def _compares(text: str, other: str) -> bool:
    """Whether a text has the comparative of a superlative of another: faster, fastest; kleiner, kleinste."""
    ways = {word.removesuffix("er") for word in _WORD.findall(text.lower()) if word.endswith("er") and len(word) > _SHORT}
    highest = {f"{way}{ending}" for way in ways for ending in _MOST}
    lengths = {len(top) for top in highest}
    return bool(highest) and any(word[:length] in highest for word in _WORD.findall(other.lower()) for length in lengths)


@lru_cache(maxsize=2048)
def tops(text: str) -> bool:
    """Whether a text says so without a negation: the deepest, a record, more than any other."""
    return _TOPPING.search(text) is not None


@lru_cache(maxsize=2048)
def untopped(text: str) -> bool:
    """Whether a text denies that something is exceeded: no other, never so many, nobody younger than."""
    return denial(text) is not None and _UNTOPPING.search(text) is not None


def has_contrary(text: str, other: str = "") -> bool:
    """Whether a text has a word, and another has it not, by which it may say what the other says with a negation: dismissed, unable."""
    same = other.lower()
    if not same:
        return _CONTRARY.search(text) is not None
    return any(word not in same for word in {match[0].lower() for match in _CONTRARY.finditer(text)})
