"""B310: the numbers, units and dates of a fact are carried by its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.checks.carried import Carried
from generator.checks.days import is_year, is_year_of, lacks_day
from generator.checks.evidence import Anchored
from generator.checks.following import follows
from generator.checks.numbers import lacks
from generator.prose.quantities import DateMention, Quantity
from generator.prose.quantities.patterns import prefix
from generator.text.finding import Finding
from generator.text.patterns import compiled

# Before a number word: what it counts was named before (the two countries).
_COUNTED_BEFORE = compiled(
    r"\b(?:the|these|those|both|all|its|their|his|her|our|other|remaining|übrigen|anderen|restlichen|diese[rn]?|ihre[rn]?|seine[rn]?)\s$",
    re.IGNORECASE,
)
_MOST_FOLLOWED = 100  # numbers of a text, each of which is tried with all of the evidence; what has more is a table, and has to be carried


def check(anchored: Anchored) -> Iterator[Finding]:
    """Each number and date in a fact's text stands in a passage of its evidence, with its unit and its bound."""
    for ref, location, _, read, passages, evidence in anchored.facts:
        if not read.quantities and not read.dates:
            continue
        carried = Carried.of(" \n ".join(evidence), (source.source.published for _, source in passages))
        for words, message, fix in lacking(read.text, read.quantities, read.dates, carried):
            span = anchored.context.parsed.span(*location, "text")
            yield Finding("B310", message, span.narrow(words), fix, item=ref)


def lacking(text: str, numbers: Sequence[Quantity], mentions: Iterable[DateMention], carried: Carried) -> Iterator[tuple[str, str, str]]:
    """What the evidence does not carry of numbers and dates in a text: their words, what is wrong with them, the fix."""
    for number in map(_without_until, numbers):
        if _is_counted_before(number, text) or (is_year(number) and is_year_of(number, text, carried)):
            continue
        problem = lacks(number, carried, text)
        if problem and len(numbers) <= _MOST_FOLLOWED:
            problem = lacks(number, carried.implied, text)
            problem = problem if problem and not follows(number, text, numbers, carried) else None
        if problem:
            yield number.text, *problem
    for mention in mentions:
        if wrong := lacks_day(mention, text, carried):
            yield mention.text, *wrong


def _is_counted_before(number: Quantity, text: str) -> bool:
    """Whether a small number word sums up what was named before: the two countries."""
    return number.text.isalpha() and max(number.values) <= 10 and bool(_COUNTED_BEFORE.search(prefix(text, number.start)))


def _without_until(number: Quantity) -> Quantity:
    """A year without the bound that only says until when: up to 2010."""
    is_until = is_year(number) and (number.bound or "").lower() == "up to"
    return replace(number, qualifier=None, bound=None) if is_until else number
