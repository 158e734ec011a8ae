"""What all briefs share: the actors of `actors.yml`, the terms of `glossary.yml` and the topics of `topics.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.items import Actor, Glossary, ItemRef, SharedActors, Term, Topic, Topics
from generator.items.fields import items, meant, references
from generator.parsing.unseen import finding, hiding, stacking
from generator.parsing.yaml_file import M, Reading, decode, read
from generator.text.finding import Finding
from generator.text.slugs import slug_as_written

ACTORS = "actors.yml"
GLOSSARY = "glossary.yml"
TOPICS = "topics.yml"


@dataclass(frozen=True, eq=False)
class Shared:
    """Shared actors, terms and topics, as read once: `lost` are those that could not be, `unread` the kinds of which nothing could."""

    actors: tuple[Actor, ...] = ()
    terms: tuple[Term, ...] = ()
    topics: tuple[Topic, ...] = ()
    lost: frozenset[ItemRef] = frozenset()
    unread: frozenset[str] = frozenset()

    def may_have(self, kind: str, name: str) -> bool:
        """Whether an item may be among what could not be read."""
        return kind in self.unread or (kind, name) in self.lost


def parse_shared(files: Mapping[str, bytes], docs_path: str) -> tuple[Shared, tuple[Finding, ...]]:
    """The shared files, where they are there."""
    actors, terms = _parse(SharedActors, files, docs_path, ACTORS), _parse(Glossary, files, docs_path, GLOSSARY)
    topics = _parse(Topics, files, docs_path, TOPICS)
    unread = {"actor"} if actors.value is None else set()
    if terms.value is None or terms.lost:  # terms have no ids to tell which are lost
        unread.add("term")
    found_actors = actors.value.actors if actors.value else ()
    found_terms = terms.value.terms if terms.value else ()
    found_topics = topics.value.topics if topics.value else ()
    shared = Shared(found_actors, found_terms, found_topics, actors.lost, frozenset(unread))
    trees = ((SharedActors, actors.tree), (Glossary, terms.tree), (Topics, topics.tree))
    written = [(model, tree.span.text, lambda tree=tree: tree) for model, tree in trees if tree]
    hidden = (finding(each.span, each.found, each.item) for whole in written for each in hiding(*whole))
    piled = (each for whole in written for each in stacking(*whole))
    found = (*actors.findings, *terms.findings, *topics.findings)
    return shared, (*found, *hidden, *piled, *_repeated(actors), *_dangling(actors), *_ambiguous(topics))


def _parse(model: type[M], files: Mapping[str, bytes], docs_path: str, name: str) -> Reading[M]:
    text, found = decode(f"{docs_path}/{name}", files.get(name, b""))
    return read(model, text) if text else Reading(None, None, {}, frozenset(), found)


def _repeated(reading: Reading[SharedActors]) -> Iterator[Finding]:
    """B202: an actor's id stands once."""
    seen: dict[ItemRef, int] = {}
    for ref, location, _ in items(reading.value) if reading.value else ():
        span = reading.span(*location, "id")
        if ref in seen:
            yield Finding("B202", f"the id `{ref.key}` is already taken by the actor in line {seen[ref]}", span, "choose another id")
        seen.setdefault(ref, span.line)


def _dangling(reading: Reading[SharedActors]) -> Iterator[Finding]:
    """B201: a shared actor belongs to a shared one."""
    known = {*reading.lost, *(entry.ref for entry in items(reading.value))} if reading.value else set()
    for reference in references(reading.value) if reading.value else ():
        if known.isdisjoint(meant(reference)):
            message = f"there is no shared actor `{reference.text}`"
            yield Finding("B201", message, reading.span(*reference.location), "add it here")


def _ambiguous(reading: Reading[Topics]) -> Iterator[Finding]:
    """B202: a name stands for one topic."""
    seen: dict[str, int] = {}
    for index, topic in enumerate(reading.value.topics if reading.value else ()):
        span = reading.span("topics", index, "topic")
        for name in dict.fromkeys(slug_as_written(name) for name in (topic.topic, *topic.aliases)):
            if name in seen:
                yield Finding("B202", f"the topic in line {seen[name]} is called `{name}`, too", span, "make one topic of them")
            seen.setdefault(name, span.line)
