"""B406: two facts about the same actors, with the same unit and overlapping dates, do not give different figures unnoticed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.checks.evidence import content_words
from generator.items import ItemRef
from generator.items.fields import linked
from generator.parsing import ParsedBrief
from generator.prose.quantities import Quantity
from generator.text.finding import Finding
from generator.text.patterns import compiled

_SAME_TIME = 31  # days within which two facts speak of the same time
_SAME_MATTER = 0.5  # the share of the shorter fact's words that both have
_BOUNDS = ("at most", "less than", "more than", "at least")
_NEAR = Decimal("0.05")  # how far an *about* reaches
_COUNTED_END = compiled(
    r"[.,;:!?()“”\"–—]|\b(?:of|to|in|from|and|or|at|on|by|for|with|that|who|which|as|since|until|were|was|is|are|be|been|has|have|had|will"
    r"|would|may|could|can|did|do|does)\b",
    re.IGNORECASE,
)
_MOST_COUNTED = 4  # words after a number among which is what it counts


@dataclass(frozen=True)
class Figure:
    """A number in a fact: all that comparing it with the facts of other briefs takes.

    `counted` are the words for what it counts, `matter` those for what the fact is about; `linked` are the facts that its text links to.
    """

    slug: str
    index: int
    fact: str
    number: Quantity
    day: date | None
    counted: frozenset[str]
    matter: frozenset[str]
    actors: frozenset[str]
    linked: frozenset[str]
    note: str


@dataclass(frozen=True)
class Clash:
    """Two figures of which one contradicts the other, the earlier one second."""

    figure: Figure
    earlier: Figure


def figures(parsed: ParsedBrief) -> Iterator[Figure]:
    """The figures of a brief that others may contradict."""
    brief = parsed.brief
    for index, (fact, read) in enumerate(zip(brief.facts, parsed.fact_texts, strict=True)):
        if brief.status == "withdrawn" or fact.status == "refuted" or not read.quantities:
            continue
        named = tuple(linked(fact.text))
        actors = frozenset(fact.by) | {ref.key for ref in named if ref.kind == "actor"}
        facts = frozenset(ref.key for ref in named if ref.kind == "fact")
        matter = frozenset(content_words(read.text))
        for number in read.quantities if actors else ():
            counted = _counted(read.text, number.end)
            if (number.unit or counted) and not number.name and number.unit != "ordinal" and number.qualifier not in _BOUNDS:
                day = fact.as_of or brief.as_of
                yield Figure(parsed.slug, index, fact.id, number, day, counted, matter, actors, facts, fact.note or "")


def clashes(found: Iterable[Figure]) -> Iterator[Clash]:
    """Pairs of figures that contradict each other, until one fact names the other.

    Of facts that give one figure for one day only the last is compared with what follows: a thousand repetitions are one statement.
    """
    seen: dict[object, dict[object, Figure]] = {}
    for figure in found:
        group = seen.setdefault((figure.actors, figure.number.unit), {})
        for earlier in group.values():
            if _contradict(earlier, figure) and not _named(earlier, figure):
                yield Clash(figure, earlier)
        group[figure.number.values, figure.number.qualifier, figure.day, figure.counted, figure.matter] = figure


def finding(parsed: ParsedBrief, clash: Clash) -> Finding:
    """The finding for a clash, in the brief of its later figure."""
    figure, earlier = clash.figure, clash.earlier
    span = parsed.span("facts", figure.index, "text")
    name = f"{earlier.slug}#{earlier.fact}"
    message = f"“{figure.number.text}” here, “{earlier.number.text}” in {name}: the same actors, the same thing counted, the same time"
    here = figure.slug == earlier.slug
    naming = f"link to the other fact in a note, [as here](fact:{earlier.fact})" if here else f"name the other fact in a note, `{name}`"
    fix = f"{naming}, or correct one of the two"
    return Finding("B406", message, span.narrow(figure.number.text), fix, brief=figure.slug, item=ItemRef("fact", figure.fact))


def _counted(text: str, end: int) -> frozenset[str]:
    """The words after a number up to where what it counts must have been named."""
    words = _COUNTED_END.split(text[end : end + 80], maxsplit=1)[0].split()
    return frozenset(content_words(" ".join(words[:_MOST_COUNTED])))


def _contradict(one: Figure, other: Figure) -> bool:
    if (one.slug, one.fact) == (other.slug, other.fact) or not _overlap(one.day, other.day) or _agree(one.number, other.number):
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


def _named(one: Figure, other: Figure) -> bool:
    """Whether one of two facts links to the other, or has its id in its note."""
    pairs = ((one, other.fact), (other, one.fact))
    return any(name in figure.linked or re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", figure.note) for figure, name in pairs)
