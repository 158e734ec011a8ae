"""The home page: a brief that leads, what is new, what nobody knows, what was corrected, topics and people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import TypeVar

from generator.pages.artifacts import HomePart
from generator.pages.contexts import Context
from generator.pages.nodes import FilePlace, IndexPlace, Link, Words
from generator.pages.outputs.indexes import briefs, corrections, questions, topics
from generator.pages.outputs.indexes.topics import IndexedTopic, indexed_topics
from generator.pages.outputs.ready import Collection
from generator.pages.records import ActorRecord, BriefEntry, IndexedCorrection, IndexedQuestion, Record
from generator.pages.writer import PageWriter

QUESTIONS, CORRECTIONS, TOPICS, PEOPLE = 5, 3, 12, 9
T = TypeVar("T")

RECENT = 24  # briefs in which people are in the news


@dataclass(frozen=True)
class Person:
    """Somebody who speaks in the newest briefs, and in which of them last."""

    name: Link
    role: Words
    brief: Link


@dataclass(frozen=True)
class HomePage(Context):
    """What the home page ends with; each list has a few, and a way to all where there are more."""

    template = "site/home.html.j2"

    lead: BriefEntry | None
    picture: FilePlace | None  # of what leads
    sized: tuple[tuple[str, str], ...]  # the attributes that say how large that is
    briefs: tuple[BriefEntry, ...]
    all_briefs: IndexPlace | None
    questions: tuple[IndexedQuestion, ...]
    all_questions: IndexPlace
    corrections: tuple[IndexedCorrection, ...]
    all_corrections: IndexPlace
    topics: tuple[IndexedTopic, ...]
    all_topics: IndexPlace
    people: tuple[Person, ...]


@dataclass(frozen=True)
class BrokenList(Context):
    """In a preview, the briefs of which there is nothing to show but what is wrong with them."""

    template = "site/broken.html.j2"

    briefs: tuple[Link, ...]


def home_page(collection: Collection) -> Iterator[HomePart]:
    """The home page, below what the publication says there itself; what is broken comes first."""
    site, listed = collection.site, collection.listed
    lead, shown = (listed[0] if listed else None), listed[: briefs.ON_HOME_PAGE]
    writer, render = PageWriter(site, "", site.language), collection.renderer.render
    context = HomePage(
        site=site,
        lead=lead.brief if lead else None,
        picture=lead.picture if lead else None,
        sized=tuple((name, str(value)) for name, value in writer.sized(lead.sizes if lead else None).items()),
        briefs=tuple(record.brief for record in shown[1:]),
        all_briefs=IndexPlace(briefs.INDEX) if len(listed) > len(shown) else None,
        questions=_questions(shown),
        all_questions=IndexPlace(questions.INDEX),
        corrections=tuple(corrections.newest_first(collection)[:CORRECTIONS]),
        all_corrections=IndexPlace(corrections.INDEX),
        topics=tuple(indexed_topics(collection)[:TOPICS]),
        all_topics=IndexPlace(topics.INDEX),
        people=_people(listed[:RECENT]),
    )
    broken = render(writer, BrokenList(site, collection.broken)) if collection.broken else ""
    yield HomePart(broken + render(writer, context))


def _questions(shown: tuple[Record, ...]) -> tuple[IndexedQuestion, ...]:
    """What briefs leave open."""
    unanswered = [[each.question for each in record.questions if each.status != "answered"] for record in shown]
    return tuple(islice(_in_turn(unanswered), QUESTIONS))


def _people(recent: tuple[Record, ...]) -> tuple[Person, ...]:
    """Those who are quoted; of one of whom nobody knows that they exist, nothing is said here."""
    quoted = [
        [(record, actor) for actor in record.actors if actor.kind == "person" and actor.quotes and not actor.caution] for record in recent
    ]
    found = {actor.page: _person(record.brief, actor) for record, actor in _in_turn(quoted)}
    return tuple(islice(found.values(), PEOPLE))


def _in_turn(lists: Sequence[Sequence[T]]) -> Iterator[T]:
    """The first of each list, then the second of each: some of all, not all of one."""
    for row in zip_longest(*lists):
        yield from (entry for entry in row if entry is not None)


def _person(brief: BriefEntry, actor: ActorRecord) -> Person:
    role = Words(actor.roles[-1] if actor.roles else "", brief.language)
    return Person(Link(Words(actor.name, brief.language), actor.page), role, brief.link)
