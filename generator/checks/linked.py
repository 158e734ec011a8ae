"""B321, B322: a sentence that links to a fact or a quote says no other figures and dates than these, and denies what they deny.

Facts and quotes may be another brief's. Events and questions with evidence of their own are held to that in the same way (`occasions`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from operator import itemgetter

from generator.checks import occasions
from generator.checks.denials import CLAUSE_END, LEAST_SHARED, denied_about
from generator.checks.evidence import Anchored, content_words
from generator.checks.figures import lacking
from generator.checks.grounds import Ground, Grounds
from generator.checks.shifted import told
from generator.checks.written import Written
from generator.items import Correction
from generator.items.fields import each
from generator.prose.antonyms import contrary
from generator.prose.negations import denial, has_contrary, without_no_denials
from generator.prose.quantities import dates, quantities
from generator.prose.sentences import sentences
from generator.prose.shifts import Kind, Shift, shifts
from generator.text.finding import Finding
from generator.text.matching.structure import quotations
from generator.text.patterns import compiled

HELD: frozenset[Kind] = frozenset(["scope", "ratio", "period", "stretch", "comparison", "superlative", "stronger", "cause", "contrary"])
"""What a clause is held to; more is the item's own."""
_OF_FIGURES = ("ratio", "period")  # what a figure is held to, whatever else is said beside it
_FIGURE = compiled(r"\d[\d.,]*\d")


@dataclass(frozen=True)
class Linking:
    """A sentence with its links to items: where each begins and ends in it."""

    text: Written
    start: int
    words: str
    links: tuple[tuple[int, int, Ground], ...]
    is_correction: bool

    def finding(self, code: str, at: int, words: str, message: str, fix: str) -> Finding:
        """A finding at some words of the sentence."""
        start = self.start + at
        return Finding(code, message, self.text.place(start, start + len(words)), fix, item=self.text.item)


def check(anchored: Anchored) -> Iterator[Finding]:
    """Every sentence with a link to a fact or a quote, in every text, and what events and questions say."""
    grounds = Grounds(anchored)
    yield from occasions.check(grounds)
    for sentence in _linking(anchored, grounds):
        yield from _figures(sentence, grounds)
        if not sentence.is_correction:
            yield from _polarity(sentence, grounds)


def _linking(anchored: Anchored, grounds: Grounds) -> Iterator[Linking]:
    context = anchored.context
    corrections = {ref for ref, _, _ in each(context.parsed.brief, Correction)}
    for text in context.written:
        if not text.may_have("[<"):
            continue
        found = ((start, end, ref) for start, end, link in text.reading.links if (ref := grounds.led(link)))
        links = sorted(found, key=itemgetter(0, 1))
        for start, end in text.reading.blocks if links else ():
            for first, last in sentences(text.reading.words[start:end], context.parsed.brief.language):
                at, to = start + first, start + last
                here = links[bisect_left(links, (at,)) : bisect_left(links, (to,))]
                if here:
                    own = tuple((begin - at, close - at, ref) for begin, close, ref in here)
                    yield Linking(text, at, text.reading.words[at:to], own, text.item in corrections)


def _figures(sentence: Linking, grounds: Grounds) -> Iterator[Finding]:
    """Figures under a link are its item's; others are written somewhere in the brief or a source, in digits at least.

    Of a correction, which tells what was wrong, only the former are held. What stands in quotation marks is held to the sources.
    """
    numbers, mentions = quantities(sentence.words), dates(sentence.words)
    quoted = quotations(sentence.words, [(0, len(sentence.words))]) if numbers or mentions else []
    mine: frozenset[Ground] = frozenset(ref for ref in (sentence.text.item,) if ref in grounds.items and ref)
    for at, text in [*((number.start, number.text) for number in numbers), *((mention.start, mention.text) for mention in mentions)]:
        refs = frozenset(ref for start, end, ref in sentence.links if start <= at < end)
        is_free = sentence.is_correction or not re.search(r"\d", text) or grounds.is_in_a_source(text)
        if any(start <= at < end for start, end in quoted) or (not refs and is_free):
            continue
        of_it = [number for number in numbers if number.start == at], [mention for mention in mentions if mention.start == at]
        for words, message, fix in lacking(sentence.words, *of_it, grounds.carried(refs | mine if refs else refs)):
            yield sentence.finding("B321", at, words, message, fix)


@dataclass(frozen=True)
class _Clause:
    """A clause beside an item that it leads to, which is looked at once, however many links lead there."""

    words: str
    item: str  # all that is said of it
    said: str  # what it says

    @cached_property
    def turned(self) -> tuple[str, str] | None:
        return contrary(self.words, self.item)

    @cached_property
    def denied(self) -> str | None:
        """What it denies and its item does not."""
        found = denial(self.words)
        return found if found and not denial(self.item) and not has_contrary(self.item) else None

    @cached_property
    def lost(self) -> str | None:
        """What its item denies and it does not."""
        return None if denial(self.words) else denied_about(self.words, self.said)

    @cached_property
    def shifted(self) -> tuple[Shift, ...]:
        """What it makes of its item by words of its own."""
        return tuple(shift for shift in shifts(self.words, self.item, kinds=HELD) if shift.kind in HELD and shift.ours)

    def shifted_by(self, linked: str) -> Iterator[Shift]:
        """The same, and what the words under a link say to the contrary."""
        for shift in self.shifted:
            if shift.kind != "contrary" or (shift.ours in linked and not self.turned):
                yield shift

    def has_figure_of(self, linked: str) -> bool:
        """Whether the words under a link give a figure of the item."""
        return bool({*_FIGURE.findall(linked)} & {*_FIGURE.findall(self.item)})

    @cached_property
    def is_about(self) -> bool:
        return _is_about(self.words, self.item, LEAST_SHARED)


def _polarity(sentence: Linking, grounds: Grounds) -> Iterator[Finding]:
    """The clause of a link denies something if its item does."""
    words = without_no_denials(sentence.words)
    parting = [match.span() for match in CLAUSE_END.finditer(words)]
    beside = cache(lambda at, last, ref: _Clause(words[at:last], grounds.words(ref), grounds.says(ref)))
    for start, end, ref in sentence.links:
        at, last = _bounds(parting, start, end, len(words))
        clause: _Clause = beside(at, last, ref)
        linked = sentence.words[start:end]
        is_about = clause.is_about or _is_about(linked, clause.item, 1) or bool(clause.turned)
        if not is_about and not clause.has_figure_of(linked):
            continue
        for shift in clause.shifted_by(linked):
            if not is_about and shift.kind not in _OF_FIGURES:
                continue
            code, message, fix = told(shift, "this sentence", f"`{ref}`")
            yield sentence.finding(code, at + max(0, clause.words.find(shift.ours)), shift.ours, message, fix)
        if not is_about:
            continue
        if clause.turned:
            message = f"“{clause.turned[0]}” leads to `{ref}`, which says “{clause.turned[1]}”"
            yield sentence.finding("B322", at, clause.turned[0], message, "say what the item says, or lead to another")
        elif clause.denied:
            message = f"this denies something (“{clause.denied}”) that `{ref}` does not deny"
            yield sentence.finding("B322", at, clause.denied, message, "say what the item says, or lead to another")
        elif clause.lost:
            message = f"`{ref}` denies something (“{clause.lost}”), and this does not"
            yield sentence.finding("B322", start, sentence.words[start:end], message, "say what the item says, or lead to another")


def _bounds(parting: list[tuple[int, int]], start: int, end: int, length: int) -> tuple[int, int]:
    """Where the clause of a link begins and ends, by what parts the clauses of its sentence."""
    before = bisect_right(parting, start, key=itemgetter(1))
    after = bisect_left(parting, end, key=itemgetter(0))
    return parting[before - 1][1] if before else 0, parting[after][0] if after < len(parting) else length


def _is_about(words: str, item: str, least: int) -> bool:
    """Whether some words, those of a clause or under its link, speak of the matter of an item, and do not only name it."""
    ours = content_words(words)
    shared = ours & content_words(item)
    return len(shared) >= least and 2 * len(shared) >= len(ours)
