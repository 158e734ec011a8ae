"""The home page: a brief that leads, what is new, what nobody knows, what was corrected, topics and people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import TypeVar

from generator.pages.artifacts import HomePart
from generator.pages.contexts import Context
from generator.pages.nodes import FilePlace, IndexPlace, Link, Rich, Words
from generator.pages.outputs.indexes import briefs, corrections, questions, topics
from generator.pages.outputs.indexes.corrections import IndexedCorrection, indexed_correction
from generator.pages.outputs.indexes.questions import IndexedQuestion, indexed_question
from generator.pages.outputs.indexes.topics import IndexedTopic, indexed_topics
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.sections.actors import ActorView
from generator.pages.viewing import pictures
from generator.pages.views import BriefView
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

    lead: BriefView | None
    picture: FilePlace | None  # of what leads
    sized: tuple[tuple[str, str], ...]  # the attributes that say how large that is
    briefs: tuple[BriefView, ...]
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
    lead, shown = (listed[0].view if listed else None), listed[: briefs.ON_HOME_PAGE]
    picture = _picture(lead) if lead else None
    writer, render = PageWriter(site, "", site.language), collection.renderer.render
    sized = writer.sized(pictures(listed[0].dossier.shown).get(picture)) if picture else {}
    context = HomePage(
        site=site,
        lead=lead,
        picture=picture,
        sized=tuple((name, str(value)) for name, value in sized.items()),
        briefs=tuple(ready.view for ready in shown[1:]),
        all_briefs=IndexPlace(briefs.INDEX) if len(listed) > len(shown) else None,
        questions=_questions(shown),
        all_questions=IndexPlace(questions.INDEX),
        corrections=tuple(indexed_correction(collection, *each) for each in corrections.newest_first(collection)[:CORRECTIONS]),
        all_corrections=IndexPlace(corrections.INDEX),
        topics=tuple(indexed_topics(collection)[:TOPICS]),
        all_topics=IndexPlace(topics.INDEX),
        people=_people(listed[:RECENT]),
    )
    broken = render(writer, BrokenList(site, collection.broken)) if collection.broken else ""
    yield HomePart(broken + render(writer, context))


def _picture(view: BriefView) -> FilePlace | None:
    """The image that stands for it, or the first one of its story."""
    article = view.section("article")
    images = article.images if isinstance(article, Rich) else ()
    return view.picture or next((image for image in images if isinstance(image, FilePlace)), None)


def _questions(shown: tuple[Ready, ...]) -> tuple[IndexedQuestion, ...]:
    """What briefs leave open."""
    unanswered = [[(ready, one) for one in ready.view.section("questions") if one["status"] != "answered"] for ready in shown]
    return tuple(indexed_question(*each) for each in islice(_in_turn(unanswered), QUESTIONS))


def _people(recent: tuple[Ready, ...]) -> tuple[Person, ...]:
    """Those who are quoted; of one of whom nobody knows that they exist, nothing is said here."""
    quoted = [
        [(ready, actor) for actor in ready.view.section("actors") if actor["kind"] == "person" and actor.quotes and not actor.caution]
        for ready in recent
    ]
    found = {actor.page: _person(ready, actor) for ready, actor in _in_turn(quoted)}
    return tuple(islice(found.values(), PEOPLE))


def _in_turn(lists: Sequence[Sequence[T]]) -> Iterator[T]:
    """The first of each list, then the second of each: some of all, not all of one."""
    for row in zip_longest(*lists):
        yield from (entry for entry in row if entry is not None)


def _person(ready: Ready, actor: ActorView) -> Person:
    language = ready.view.language
    role = Words(actor.roles[-1] if actor.roles else "", language)
    return Person(Link(Words(actor["name"], language), actor.page), role, ready.link)
