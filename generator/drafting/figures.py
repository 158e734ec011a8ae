"""Numbers that say how many or how much, as a text gives them, with their units and the words that bound them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.drafting.dates import find_dates
from generator.prose.quantities import Quantity, quantities

# What is counted: a plural, with up to two words before it, as in `1,500 special forces` and `eight North Korean officers`.
_WORD = re.compile(r"(?:[\s-](?:or more|or so|or less|or fewer|plus)(?=\s))?[\s\u00a0]([^\W\d_][\w’'-]*)")
_PLURAL = re.compile(
    r"[^\W\d_A-Z][\w’-]+(?:(?<![sui’'])s|[^s]es)|[A-Z]\w+(?:ns|ese)|people|\w*(?:men|children)|police|troops|personnel|cattle|feet"
    r"|Menschen|Soldaten|Tote|Verletzte|Personen|Prozent"
)
_NO_NOUN = frozenset({
    "a", "about", "after", "against", "ago", "all", "also", "always", "an", "and", "are", "as", "at", "be", "because", "been", "before",
    "but", "by", "can", "could", "did", "does", "during", "each", "for", "from", "gets", "goes", "had", "has", "have", "he", "her", "his",
    "however", "if", "in", "into", "is", "it", "its", "makes", "may", "might", "minus", "nor", "not", "of", "on", "or", "over", "per",
    "perhaps", "plus", "said", "says", "she", "should", "since", "so", "than", "that", "the", "their", "then", "these", "they", "this",
    "those", "thus", "times", "to", "towards", "under", "unless", "until", "up", "versus", "was", "we", "were", "when", "where", "which",
    "while", "who", "will", "with", "within", "would", "yes", "you",
})  # fmt: skip
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\b")
_REFERENCE = re.compile(r"\d{4}\.\d{5}")  # of a preprint
_NUMBERED = re.compile(r"(?:#|\b(?:number|No\.?|nos?\.|Nr\.?|numéro)\s)$", re.IGNORECASE)
_TO = re.compile(r"\s?(?:[–-]|to|and|or|bis|und|oder|à|ou)\s?")
_HURT = frozenset({"dead", "wounded", "injured", "missing", "hurt", "Tote", "Verletzte"})
_NO_FIGURES = frozenset({"time of day", "ordinal"})


@dataclass(frozen=True)
class Figure:
    """A number of a text: `unit` is a canonical unit or the words for what is counted, `qualifier` the words that bound it."""

    start: int
    end: int
    text: str
    value: int | float
    unit: str | None
    qualifier: str | None


def find_figures(body: str) -> tuple[Figure, ...]:
    """All figures of a text in order; dates, times of day, ordinals and numbers that are part of a name are none."""
    dated = {offset for found in find_dates(body) for offset in range(found.start, found.end)}
    found = [each for each in quantities(body) if _counts(body, each) and each.start not in dated]
    figures: list[Figure] = []
    for each in reversed(found):
        unit = each.unit or _counted(body, each.end)
        following = figures[-1] if figures else None
        if not unit and following and _TO.fullmatch(body, each.end, following.start):
            unit = following.unit
        figures.append(Figure(each.start, each.end, each.text, _value(each), unit, _qualifier(each)))
    return tuple(reversed(figures))


def _counts(body: str, found: Quantity) -> bool:
    if found.name is not None or found.unit in _NO_FIGURES or _ORDINAL.match(found.text) or _REFERENCE.fullmatch(found.text):
        return False
    return not _NUMBERED.search(body, max(0, found.start - 10), found.start)


def _value(found: Quantity) -> int | float:
    """Of what the digits may mean the most likely: `1,500` and `1.500` are thousands, but no percentage and no ratio is."""
    value: Decimal = (min if found.unit in ("percent", "percentage point") else max)(found.values)
    return int(value) if value == value.to_integral_value() else float(value)


def _qualifier(found: Quantity) -> str | None:
    return " ".join(found.bound.lower().split()) if found.bound else None


def _counted(body: str, end: int) -> str | None:
    """The plural after a number with the words between, where it follows at once."""
    words: list[str] = []
    counted = None
    while len(words) < 4 and (match := _WORD.match(body, end)) and match[1].lower() not in _NO_NOUN:
        words.append(match[1])
        end = match.end()
        if _PLURAL.fullmatch(match[1]):
            return " ".join(words)
        if match[1] in _HURT and len(words) == 1:
            counted = match[1]  # `two wounded`, but `two wounded soldiers`
    return counted
