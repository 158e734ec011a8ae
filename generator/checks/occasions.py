"""B321, B322: what an event or a question says is carried by the evidence of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.evidence import Anchored
from generator.checks.figures import Carried, lacking
from generator.checks.grounds import Grounds
from generator.checks.linked import denied_about
from generator.items import Event, ItemRef, Question
from generator.items.fields import Location, each, led_to, linked
from generator.prose.antonyms import contrary
from generator.prose.negations import denial, has_contrary
from generator.prose.quantities import dates, quantities
from generator.text.finding import Finding
from generator.text.places import Span
from generator.text.reading import read

_FIX = "say what the evidence says, or cite the passage that says this"


def check(anchored: Anchored) -> Iterator[Finding]:
    """The text of an event and what a question says is known, where they cite passages."""
    parsed = anchored.context.parsed
    grounds = Grounds(anchored)
    for ref, location, written, evidence, others in _founded(anchored, grounds):
        span, text = parsed.span(*location), _unlinked(written, grounds)
        words = " \n ".join((*evidence, *others))
        carried = Carried.of(words, (source.published for source in parsed.brief.sources), "this", "the evidence")
        for part, message, fix in lacking(text, quantities(text), dates(text), carried):
            yield Finding("B321", message, span.narrow(part), fix, item=ref)
        yield from _polarity(ref, text, evidence, span)


def _unlinked(written: str, grounds: Grounds) -> str:
    """The words of a text without those under links to what has evidence of its own, which are held to that."""
    reading = read(written)
    words = list(reading.words)
    for start, end, link in reading.links:
        if led_to(link) in grounds.items:
            words[start:end] = " " * (end - start)
    return "".join(words)


def _founded(anchored: Anchored, grounds: Grounds) -> Iterator[tuple[ItemRef, Location, str, list[str], list[str]]]:
    """What rests on passages: the item, the place and the Markdown of its text, the passages, and what else may carry its figures."""
    brief = anchored.context.parsed.brief
    for ref, location, event in each(brief, Event):
        if event.text and event.evidence and len(passages := grounds.cited.get(ref, [])) == len(event.evidence):
            others = [grounds.words(other) for other in linked(event.text) if other in grounds.items]
            yield ref, (*location, "text"), event.text, passages, [event.date, *others]
    for ref, location, question in each(brief, Question):
        if question.known and question.evidence and len(passages := grounds.cited.get(ref, [])) == len(question.evidence):
            yield ref, (*location, "known"), question.known, passages, [grounds.words(other) for other in grounds.items]


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
