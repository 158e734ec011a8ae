"""All questions, `/questions/`: those that nobody has answered first, those of the newest briefs before others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.artifacts import Page
from generator.pages.nodes import Date, Link, PartPlace, Rich
from generator.pages.outputs.indexes.paging import Entry, Group, IndexPage, index_pages
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.sections.questions import QuestionView
from generator.wording.labels import N_

INDEX = "questions/"
HEADING = N_("What we don’t know")
INTRO = N_("The questions that these briefs leave open, what would answer them, and those that have been answered.")
_ORDER = ("open", "partly", "answered")


@dataclass(frozen=True)
class IndexedQuestion:
    """A question of a brief; `since` is when readers were first told of it, `answers` are the facts that answer it."""

    place: PartPlace
    question: Rich
    status: str
    known: Rich | None
    watch_for: Rich | None
    answers: tuple[Link, ...]
    since: Date | None
    brief: Link


@dataclass(frozen=True)
class QuestionGroup(Group):
    """The questions of a status."""

    entries: tuple[IndexedQuestion, ...]


@dataclass(frozen=True)
class QuestionIndex(IndexPage):
    """All questions."""

    template = "site/questions.html.j2"
    group = QuestionGroup


def questions(collection: Collection) -> Iterator[Page]:
    """The index of questions, where there are any."""
    wording = collection.wording
    found = [(ready, question) for ready in collection.listed for question in ready.view.section("questions")]
    found.sort(key=lambda entry: _ORDER.index(entry[1]["status"]))
    entries = (Entry(wording.label("question status", question["status"]), indexed_question(ready, question)) for ready, question in found)
    yield from index_pages(collection, INDEX, QuestionIndex, wording.gettext(HEADING), wording.gettext(INTRO), entries, "main")


def indexed_question(ready: Ready, question: QuestionView) -> IndexedQuestion:
    """A question with its brief."""
    return IndexedQuestion(
        place=question.place,
        question=question["question"],
        status=question["status"],
        known=question["known"],
        watch_for=question["watch_for"],
        answers=question["answered_by"],
        since=ready.view.published,
        brief=ready.link,
    )
