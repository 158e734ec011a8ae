"""What feeds say, in no form yet: briefs as they were published or updated, corrections, answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from generator.items import Correction
from generator.items.fields import each
from generator.pages.outputs.indexes import questions
from generator.pages.outputs.indexes.topics import about
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.records import FeedEntry, Record
from generator.pages.topics import topic_page
from generator.text import markdown
from generator.text.moments import begins, day_of
from generator.wording.labels import N_

MOST = 50  # entries of a feed: who reads it has the older ones already


@dataclass(frozen=True)
class Feed:
    """Entries, the newest first; `path` is the feed's own from the site's root, `page` the address of the page that it follows.

    `made_of` is a digest of all that it is made of, empty where nobody knows.
    """

    path: str
    page: str
    title: str
    root: str
    language: str
    entries: tuple[FeedEntry, ...]
    made_of: str = ""

    @property
    def updated(self) -> datetime:
        return max((entry.updated for entry in self.entries), default=datetime(1970, 1, 1, tzinfo=UTC))


def of_briefs(collection: Collection) -> Feed:
    """All briefs."""
    return _feed(collection, "feed.xml", "", "", (record.news for record in collection.listed))


def of_topics(collection: Collection) -> Iterator[Feed]:
    """The briefs about each topic."""
    for topic, briefs in about(collection):
        address = topic_page(topic).address
        yield _of_records(collection, address, topic.topic, briefs)


def of_actors(collection: Collection) -> Iterator[Feed]:
    """The briefs that name each actor."""
    named: dict[str, tuple[str, list[Record]]] = {}
    for record in collection.listed:
        for actor in record.actors:
            named.setdefault(actor.page.address, (actor.name, []))[1].append(record)
    for address, (name, briefs) in named.items():
        yield _of_records(collection, address, name, briefs)


def of_corrections(collection: Collection) -> Feed:
    """The corrections of all briefs, withdrawn ones included."""
    found = (entry for record in collection.briefs for entry in record.corrected)
    return _feed(collection, "corrections.xml", "corrections/", collection.wording.gettext(N_("Corrections")), found)


def of_answers(collection: Collection) -> Feed:
    """The questions that have been answered, with the facts that answer them."""
    found = (entry for record in collection.listed for entry in record.answered)
    return _feed(collection, questions.ANSWERS, questions.INDEX, collection.wording.gettext(questions.ANSWERED), found)


def _of_records(collection: Collection, address: str, title: str, briefs: list[Record]) -> Feed:
    path = f"{address}feed.xml"
    made_of = collection.made_of(path, map(collection.digest, briefs), title)
    return _feed(collection, path, address, title, (record.news for record in briefs), made_of)


def _feed(collection: Collection, path: str, page: str, title: str, found: Iterable[FeedEntry], made_of: str = "") -> Feed:
    site = collection.site
    newest = sorted(found, key=lambda entry: (entry.updated, entry.id), reverse=True)[:MOST]
    return Feed(path, f"{site.url}{page}", f"{site.name}: {title}" if title else site.name, site.url, site.language, tuple(newest), made_of)


# What is kept of a brief


def news_of(ready: Ready) -> FeedEntry:
    """A brief with its answer, and with what was last put right in it."""
    view, brief = ready.view, ready.dossier.shown.brief
    published, updated = _days(ready)
    news = (
        ready.wording.label("correction kind", one.kind) + ": " + markdown.plain(one.text)
        for one in brief.corrections
        if one.date == day_of(updated, ready.site.zone)
    )
    return FeedEntry(
        id=view.address,
        url=view.address,
        title=view.title.words.text,
        text="\n\n".join((view.summary.words.text, *_changes(ready), *news)),
        published=published,
        updated=updated,
        authors=tuple(author.name for author in brief.authors),
        topics=tuple(str(topic) for topic in view.topics),
        language=view.language,
    )


def _changes(ready: Ready) -> Iterator[str]:
    """A sentence on what changed last, since the state that was recorded before."""
    for step in ready.view.steps[:1]:
        if step.since:
            yield ready.wording.gettext(N_("Changed since {date}: {changes}."), date=step.since.words.text, changes=step.words)


def _days(ready: Ready) -> tuple[datetime, datetime]:
    """When a brief was published, and when it was last changed in substance; a preview has briefs that bear no date yet."""
    brief = ready.dossier.shown.brief
    published = begins(brief.published or brief.updated or date(1970, 1, 1), ready.site.zone)
    days = (brief.updated, *(one.date for one in brief.corrections))
    return published, max((published, *(begins(day, ready.site.zone) for day in days if day)))


def corrected_in(ready: Ready) -> Iterator[FeedEntry]:
    """What was put right in a brief."""
    return (_correction(ready, entry.item) for entry in each(ready.dossier.shown.brief, Correction))


def answered_in(ready: Ready) -> Iterator[FeedEntry]:
    """The questions of a brief that have been answered."""
    published, updated = _days(ready)
    for question in ready.view.section("questions"):
        if question["status"] == "answered":
            address = f"{ready.view.address}#question-{question.ref.key}"
            answers = " ".join(str(answer) for answer in question["answered_by"])
            yield FeedEntry(address, address, question["question"].words.text, answers, published, updated, (), (), ready.view.language)


def _correction(ready: Ready, correction: Correction) -> FeedEntry:
    view, words = ready.view, markdown.plain(correction.text)
    made = begins(correction.date, ready.site.zone)
    name = hashlib.sha256(f"{correction.date} {correction.text}".encode()).hexdigest()[:12]
    return FeedEntry(
        id=f"{view.address}#correction-{name}",
        url=f"{view.address}#corrections",
        title=f"{ready.wording.label('correction kind', correction.kind)}: {view.title.words.text}",
        text=words,
        published=made,
        updated=made,
        authors=(),
        topics=(),
        language=view.language,
    )
