"""B201: an id that is referred to exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.checks.context import Context
from generator.text.finding import Finding
from generator.text.markdown import ITEM_SCHEMES
from generator.text.slugs import slug_as_written

Location = tuple[str | int, ...]
_Reference = tuple[str, str, Location, str | None]  # kind, id, location, item


def check(context: Context) -> Iterator[Finding]:
    """Whatever is named by id is there, and so is the author who owns a question."""
    for kind, name, location, item in _references(context):
        if not context.is_known(kind, name):
            yield _missing(context, kind, name, location, item)
    yield from _corrected_items(context)
    yield from _owners(context)


def all_there(context: Context) -> bool:
    """Whether everything that is named by id is there, and nothing of it merely could not be read."""
    return all(name in context.ids[kind] for kind, name, _, _ in _references(context))


def _missing(context: Context, kind: str, name: str, location: Location, item: str | None) -> Finding:
    close = get_close_matches(name, sorted(context.ids[kind]), n=1, cutoff=0.5)
    fix = f"did you mean `{close[0]}`?" if close else _MISSING[kind].format(name)
    return Finding("B201", f"there is no {kind} `{name}`", context.parsed.span(*location), fix, item=item)


_MISSING = {
    "actor": "add it under `actors:` here or in actors.yml: {{id: {0}, name: …, kind: person}}",
    "source": "add it under `sources:`",
    "fact": "add it under `facts:`",
    "quote": "add it under `quotes:`",
    "question": "add it under `questions:`",
    "brief": "name the folder of a brief",
    "term": "add it under `terms:` here or in glossary.yml",
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
    for cited in context.cited():
        yield "source", cited.source, (*cited.location[:-1], "source"), cited.item
    if brief.translation_of:
        yield "brief", brief.translation_of, ("translation_of",), None


def _each(kind: str, names: Iterable[str], location: Location, item: str) -> Iterator[_Reference]:
    for number, name in enumerate(names):
        yield kind, name, (*location, number), item


def _corrected_items(context: Context) -> Iterator[Finding]:
    """A correction names its item by address or by bare id."""
    brief, lost = context.parsed.brief, context.parsed.lost
    for index, correction in enumerate(brief.corrections):
        if correction.item is None:
            continue
        location, item = ("corrections", index, "item"), f"correction:{index + 1}"
        kind, colon, name = brief.address(correction.item).partition(":")
        if colon and kind in ITEM_SCHEMES:
            known_name = slug_as_written(name) if kind == "term" else name
            if not context.is_known(kind, known_name):
                yield _missing(context, kind, name, location, item)
        elif not any(address.endswith(f":{correction.item}") for address in lost):
            fix = f"name it as {', '.join(f'{scheme}:…' for scheme in ITEM_SCHEMES)} or by its id"
            yield Finding("B201", f"there is no item `{correction.item}`", context.parsed.span(*location), fix, item=item)


def _owners(context: Context) -> Iterator[Finding]:
    names = [author.name for author in context.parsed.brief.authors]
    for index, question in enumerate(context.parsed.brief.questions):
        if question.owner is not None and question.owner not in names:
            close = get_close_matches(question.owner, names, n=1, cutoff=0.5)
            fix = f"did you mean `{close[0]}`?" if close else "name one of `authors:`, or add the author there"
            span = context.parsed.span("questions", index, "owner")
            yield Finding("B201", f"there is no author `{question.owner}`", span, fix, item=f"question:{question.id}")
