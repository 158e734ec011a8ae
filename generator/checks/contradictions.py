"""B406: two facts about the same actors, with the same unit and overlapping dates, do not give different figures unnoticed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator import markdown
from generator.checks.anchored import content_words
from generator.finding import Finding
from generator.model import Fact
from generator.parsing import ParsedBrief
from generator.quantities import Quantity, quantities

_SAME_TIME = 31  # days within which two facts speak of the same time
_SAME_MATTER = 0.5  # the share of the shorter fact's words that both have
_BOUNDS = ("at most", "less than", "more than", "at least")
_NEAR = Decimal("0.05")  # how far an *about* reaches
_COUNTED_END = re.compile(
    r"[.,;:!?()“”\"–—]|\b(?:of|to|in|from|and|or|at|on|by|for|with|that|who|which|as|since|until|were|was|is|are|be|been|has|have|had|will"
    r"|would|may|could|can|did|do|does)\b",
    re.IGNORECASE,
)
_MOST_COUNTED = 4  # words after a number among which is what it counts


@dataclass(frozen=True)
class _Figure:
    """A number in a fact, with the words for what it counts and for what the fact is about."""

    parsed: ParsedBrief
    index: int
    fact: Fact
    number: Quantity
    counted: frozenset[str]
    matter: frozenset[str]
    actors: frozenset[str]

    @property
    def day(self) -> date | None:
        return self.fact.as_of or self.parsed.brief.as_of


def check(briefs: Iterable[ParsedBrief]) -> Iterator[Finding]:
    """Pairs of facts of any briefs that contradict each other, until one names the other.

    Of facts that give one figure for one day only the last is compared with what follows: a thousand repetitions are one statement.
    """
    seen: dict[object, dict[object, _Figure]] = {}
    for parsed in briefs:
        for figure in _figures(parsed):
            group = seen.setdefault((figure.actors, figure.number.unit), {})
            for earlier in group.values():
                if _contradict(earlier, figure) and not _named(earlier, figure):
                    yield _finding(figure, earlier)
            group[figure.number.values, figure.number.qualifier, figure.day, figure.counted, figure.matter] = figure


def _figures(parsed: ParsedBrief) -> Iterator[_Figure]:
    if parsed.brief.status == "withdrawn":
        return
    for index, fact in enumerate(parsed.brief.facts):
        text = markdown.plain(fact.text)
        actors = frozenset(fact.by) | {link.target for link in markdown.links(fact.text) if link.scheme == "actor"}
        if not actors or fact.status == "refuted":
            continue
        for number in quantities(text):
            counted = _counted(text, number.end)
            if (number.unit or counted) and not number.name and number.unit != "ordinal" and number.qualifier not in _BOUNDS:
                yield _Figure(parsed, index, fact, number, counted, frozenset(content_words(text)), actors)


def _counted(text: str, end: int) -> frozenset[str]:
    """The words after a number up to where what it counts must have been named."""
    words = _COUNTED_END.split(text[end : end + 80], maxsplit=1)[0].split()
    return frozenset(content_words(" ".join(words[:_MOST_COUNTED])))


def _contradict(one: _Figure, other: _Figure) -> bool:
    if one.fact is other.fact or not _overlap(one.day, other.day) or _agree(one.number, other.number):
        return False
    shared = one.matter & other.matter
    alike = len(shared) >= _SAME_MATTER * min(len(one.matter), len(other.matter))
    return alike and (bool(one.counted & other.counted) or one.counted == other.counted == frozenset())


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are one, or as near as the *about* of one of them allows."""
    if one.values & other.values:
        return True
    reach = _NEAR if "about" in (one.qualifier, other.qualifier) else 0
    return any(abs(a - b) <= reach * max(a, b) for a in one.values for b in other.values)


def _overlap(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= _SAME_TIME


def _named(one: _Figure, other: _Figure) -> bool:
    """Whether one of two facts links to the other, or has its id in its note."""
    for figure, target in ((one, other.fact.id), (other, one.fact.id)):
        linked = any(link.scheme == "fact" and link.target == target for link in markdown.links(figure.fact.text))
        if linked or re.search(rf"(?<![\w-]){re.escape(target)}(?![\w-])", figure.fact.note or ""):
            return True
    return False


def _finding(figure: _Figure, earlier: _Figure) -> Finding:
    span = figure.parsed.span("facts", figure.index, "text")
    name = f"{earlier.parsed.slug}#{earlier.fact.id}"
    message = f"“{figure.number.text}” here, “{earlier.number.text}” in {name}: the same actors, the same thing counted, the same time"
    here = figure.parsed.slug == earlier.parsed.slug
    naming = f"link to the other fact in a note, [as here](fact:{earlier.fact.id})" if here else f"name the other fact in a note, `{name}`"
    fix = f"{naming}, or correct one of the two"
    return Finding("B406", message, span.narrow(figure.number.text), fix, brief=figure.parsed.slug, item=f"fact:{figure.fact.id}")
