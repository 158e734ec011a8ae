"""All questions, `/questions/`: those that nobody has answered first, those of the newest briefs before others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.artifacts import Page
from generator.pages.outputs.indexes.paging import Entry, Group, IndexPage, index_pages
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.records import IndexedQuestion, QuestionRecord
from generator.pages.sections.questions import QuestionView
from generator.wording.labels import N_

INDEX = "questions/"
HEADING = N_("What we don’t know")
INTRO = N_("The questions that these briefs leave open, what would answer them, and those that have been answered.")
ANSWERED = N_("Answered questions")
ANSWERS = f"{INDEX}answered.xml"
"""The feed of those that have been answered, and what it is called."""
_ORDER = ("open", "partly", "answered")


@dataclass(frozen=True)
class QuestionGroup(Group):
    """The questions of a status."""

    entries: tuple[IndexedQuestion, ...]


@dataclass(frozen=True)
class QuestionIndex(IndexPage):
    """All questions."""

    template = "site/questions.html.j2"
    group = QuestionGroup

    @staticmethod
    def shown(entry: QuestionRecord) -> IndexedQuestion:
        return entry.question


def questions(collection: Collection) -> Iterator[Page]:
    """The index of questions, where there are any."""
    wording = collection.wording
    found = sorted(collection.each(lambda record: record.questions), key=lambda one: _ORDER.index(one[0].status))
    entries = (Entry(wording.label("question status", question.status), question, made_of) for question, made_of in found)
    heading, intro, of_feed = (wording.gettext(words) for words in (HEADING, INTRO, ANSWERED))
    feed = ANSWERS if any(question.status == "answered" for question, _ in found) else ""
    yield from index_pages(collection, INDEX, QuestionIndex, heading, intro, entries, "main", feed, of_feed)


def question_record(ready: Ready, question: QuestionView) -> QuestionRecord:
    """A question with its brief."""
    indexed = IndexedQuestion(
        place=question.place,
        question=question["question"],
        status=question["status"],
        known=question["known"],
        watch_for=question["watch_for"],
        answers=question["answered_by"],
        since=ready.said_by_site(ready.view.published) if ready.view.published else None,
        brief=ready.link,
    )
    return QuestionRecord(indexed.status, indexed)
