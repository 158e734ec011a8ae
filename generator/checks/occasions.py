"""B321, B322: what an event or a question says is carried by the evidence of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.checks.carried import Carried
from generator.checks.denials import denied_about
from generator.checks.figures import lacking
from generator.checks.grounds import Grounds
from generator.checks.shifted import told
from generator.items import Event, ItemRef, Question
from generator.items.fields import Location, each, linked
from generator.prose.antonyms import contrary
from generator.prose.negations import denial, has_contrary
from generator.prose.quantities import dates, quantities
from generator.prose.shifts import shifts
from generator.text.finding import Finding
from generator.text.patterns import compiled
from generator.text.places import Span
from generator.text.reading import read

_NAMES = ("this", "the evidence")
_NEWS = 7  # days before its publication of which a source may speak without a date
_RELATIVE = compiled(
    r"\b(?:later|after|before|following|next|previous|earlier|ago|since|then|spät\w*|dan[na]\w*|darauf\w*|zuvor|vorher|nach\w*|vor|folgend\w*"
    r"|nächst\w*|seit\w*|après|avant|suivant\w*|lendemain|veille)\b",
    re.IGNORECASE,
)
_FIX = "say what the evidence says, or cite the passage that says this"


class Occasion(NamedTuple):
    """An event or a question that cites passages: the place and the Markdown of what it says, the passages, and what else may carry it.

    `others` are items; None stands for all of them.
    """

    ref: ItemRef
    location: Location
    written: str
    evidence: list[str]
    date: str
    others: frozenset[ItemRef] | None


def check(grounds: Grounds) -> Iterator[Finding]:
    """The text of an event and what a question says is known, where they cite passages."""
    for occasion in _occasions(grounds):
        span, text = grounds.anchored.context.parsed.span(*occasion.location), _unlinked(occasion.written, grounds)
        numbers, mentions = quantities(text), dates(text)
        if numbers or mentions:
            for part, message, fix in lacking(text, numbers, mentions, _carried(occasion, grounds)):
                yield Finding("B321", message, span.narrow(part), fix, item=occasion.ref)
        yield from _dated(occasion, grounds)
        yield from _polarity(occasion.ref, text, occasion.evidence, span)
        for shift in shifts(text, " \n ".join(occasion.evidence), grounds.anchored.context.parsed.brief.language):
            if shift.kind != "contrary" or not contrary(text, " . ".join(occasion.evidence)):  # which B322 says
                code, message, fix = told(shift, *_NAMES)
                yield Finding(code, message, span.narrow(shift.ours) if shift.ours in text else span, fix, item=occasion.ref)


def _dated(occasion: Occasion, grounds: Grounds) -> Iterator[Finding]:
    """The day of an event is one of those that its evidence gives, where it gives days and none by their distance from another."""
    when, evidence = dates(occasion.date), " \n ".join(occasion.evidence)
    if not when or _RELATIVE.search(evidence) or not any(mention.day for mention in dates(evidence)):
        return
    told_of = Carried.of(evidence, grounds.published, *_NAMES)
    is_news = any(0 <= (day - date(when[0].year or 1, when[0].month, when[0].day or 1)).days <= _NEWS for day in told_of.published)
    for part, message, fix in () if is_news else lacking(occasion.date, (), when[:1], told_of):
        span = grounds.anchored.context.parsed.span(*occasion.location[:-1], "date")
        yield Finding("B321", message, span.narrow(part), fix, item=occasion.ref)


def _carried(occasion: Occasion, grounds: Grounds) -> Carried:
    own = Carried.of(" \n ".join((*occasion.evidence, occasion.date)), grounds.published)
    if occasion.others is None:
        return Carried.joined((own, grounds.carried(frozenset())), *_NAMES)
    return Carried.joined((own, *(grounds.carried(frozenset({other})) for other in occasion.others)), *_NAMES)


def _unlinked(written: str, grounds: Grounds) -> str:
    """The words of a text without those under links to what has evidence of its own, which are held to that."""
    reading = read(written)
    words = list(reading.words)
    for start, end, link in reading.links:
        if grounds.led(link):
            words[start:end] = " " * (end - start)
    return "".join(words)


def _occasions(grounds: Grounds) -> Iterator[Occasion]:
    """The events and questions whose passages all have places."""
    brief = grounds.anchored.context.parsed.brief
    for ref, location, event in each(brief, Event):
        if event.text and event.evidence and len(passages := grounds.cited.get(ref, [])) == len(event.evidence):
            others = frozenset(other for other in linked(event.text) if other in grounds.items)
            yield Occasion(ref, (*location, "text"), event.text, passages, event.date, others)
    for ref, location, question in each(brief, Question):
        if question.known and question.evidence and len(passages := grounds.cited.get(ref, [])) == len(question.evidence):
            yield Occasion(ref, (*location, "known"), question.known, passages, "", None)


def _polarity(ref: ItemRef, text: str, evidence: list[str], span: Span) -> Iterator[Finding]:
    words = " . ".join(evidence)
    denied, turned = denial(text), contrary(text, words)
    if turned:
        yield Finding("B322", f"“{turned[0]}” stands here, “{turned[1]}” in the evidence", span.narrow(turned[0]), _FIX, item=ref)
    elif denied and not any(denial(passage) or has_contrary(passage) for passage in evidence):
        yield Finding(
            "B322", f"this denies something (“{denied}”), and no passage of its evidence does", span.narrow(denied), _FIX, item=ref
        )
    elif not denied and (lost := denied_about(text, words)):
        yield Finding("B322", f"the evidence denies something (“{lost}”), and this does not", span, _FIX, item=ref)
