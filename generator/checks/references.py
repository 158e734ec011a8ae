"""B201: an id that is referred to exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.checks.checked import Context
from generator.finding import Finding

_Reference = tuple[str, str, tuple[str | int, ...], str]  # kind, id, location, item


def check(context: Context) -> Iterator[Finding]:
    """Speakers, sources, facts, actors and briefs that are named by id are there."""
    known = known_ids(context)
    for kind, name, location, item in _references(context):
        if name in known[kind] or f"{kind}:{name}" in context.parsed.lost:
            continue
        close = get_close_matches(name, known[kind], n=1, cutoff=0.5)
        fix = f"did you mean `{close[0]}`?" if close else _MISSING[kind].format(name)
        yield Finding("B201", f"there is no {kind} `{name}`", context.parsed.span(*location), fix, item=item or None)


_MISSING = {
    "actor": "add it under `actors:` here or in actors.yml: {{id: {0}, name: …, kind: person}}",
    "source": "add it under `sources:`",
    "fact": "add it under `facts:`",
    "quote": "add it under `quotes:`",
    "question": "add it under `questions:`",
    "brief": "name the folder of a brief",
    "term": "add it under `terms:` here or in glossary.yml",
}


def known_ids(context: Context) -> dict[str, set[str]]:
    """All ids that may be referred to, by kind."""
    brief = context.parsed.brief
    return {
        "actor": set(context.actors),
        "source": {source.id for source in brief.sources},
        "fact": {fact.id for fact in brief.facts},
        "quote": {quote.id for quote in brief.quotes},
        "question": {question.id for question in brief.questions},
        "brief": set(context.slugs),
        "term": set(context.terms),
    }


def _references(context: Context) -> Iterator[_Reference]:
    brief = context.parsed.brief
    for index, fact in enumerate(brief.facts):
        yield from _each("actor", fact.by, ("facts", index, "by"), f"fact:{fact.id}")
    for index, actor in enumerate(brief.actors):
        if actor.of:
            yield "actor", actor.of, ("actors", index, "of"), f"actor:{actor.id}"
    for index, quote in enumerate(brief.quotes):
        yield "actor", quote.speaker, ("quotes", index, "speaker"), f"quote:{quote.id}"
    for index, question in enumerate(brief.questions):
        yield from _each("fact", question.answered_by, ("questions", index, "answered_by"), f"question:{question.id}")
    for index, event in enumerate(brief.timeline):
        if event.fact:
            yield "fact", event.fact, ("timeline", index, "fact"), f"event:{index + 1}"
    for index, correction in enumerate(brief.corrections):
        kind, _, name = (correction.item or "").partition(":")
        if kind in _MISSING and name:
            yield kind, name, ("corrections", index, "item"), ""
    for cited in context.cited():
        yield "source", cited.source, (*cited.location[:-1], "source"), cited.item
    if brief.translation_of:
        yield "brief", brief.translation_of, ("translation_of",), ""


def _each(kind: str, names: Iterable[str], location: tuple[str | int, ...], item: str) -> Iterator[_Reference]:
    for number, name in enumerate(names):
        yield kind, name, (*location, number), item
