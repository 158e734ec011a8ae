"""What briefs are about: `/topics/`, and a page for each topic with its briefs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.items import Topic
from generator.pages import nodes
from generator.pages.artifacts import Page
from generator.pages.nodes import IndexPlace, Rich
from generator.pages.outputs.indexes.paging import Entry, Group, IndexPage, index_pages
from generator.pages.outputs.ready import Collection
from generator.pages.records import BriefEntry, Record
from generator.pages.topics import topic_page
from generator.wording.labels import N_, NN_

INDEX = "topics/"
HEADING = N_("Topics")
INTRO = N_("What these briefs are about.")


@dataclass(frozen=True)
class IndexedTopic:
    """A topic, and how many briefs are about it, in words."""

    page: IndexPlace
    name: str
    description: Rich | None
    count: str


@dataclass(frozen=True)
class TopicGroup(Group):
    """Topics, in order of their names."""

    entries: tuple[IndexedTopic, ...]


@dataclass(frozen=True)
class TopicIndex(IndexPage):
    """All topics."""

    template = "site/topics.html.j2"
    group = TopicGroup


@dataclass(frozen=True)
class BriefGroup(Group):
    """Briefs, the newest first."""

    entries: tuple[BriefEntry, ...]


@dataclass(frozen=True)
class TopicPage(IndexPage):
    """The briefs about a topic."""

    template = "site/topic.html.j2"
    group = BriefGroup

    description: Rich | None


def topics(collection: Collection) -> Iterator[Page]:
    """The index of topics, and a page for each that a brief is about."""
    wording = collection.wording
    ordered = sorted(about(collection), key=lambda entry: entry[0].topic.casefold())
    entries = (Entry("", _indexed(collection, topic, len(briefs)), f"{topic!r} {len(briefs)}") for topic, briefs in ordered)
    yield from index_pages(collection, INDEX, TopicIndex, wording.gettext(HEADING), wording.gettext(INTRO), entries, "main")
    for topic, briefs in ordered:
        intro = wording.gettext("The briefs about {topic}.", topic=topic.topic)
        described, address = _described(collection, topic), topic_page(topic).address
        listed = (Entry("", record.brief, collection.digest(record)) for record in briefs)
        yield from index_pages(collection, address, TopicPage, topic.topic, intro, listed, "", f"{address}feed.xml", description=described)


def indexed_topics(collection: Collection) -> list[IndexedTopic]:
    """All topics, those of most briefs first."""
    ordered = sorted(about(collection), key=lambda entry: len(entry[1]), reverse=True)
    return [_indexed(collection, topic, len(briefs)) for topic, briefs in ordered]


def about(collection: Collection) -> Iterable[tuple[Topic, list[Record]]]:
    """Each topic with its briefs."""
    found: dict[str, tuple[Topic, list[Record]]] = {}
    for record in collection.listed:
        for topic in dict.fromkeys(map(collection.site.topic, record.topics)):
            found.setdefault(topic_page(topic).address, (topic, []))[1].append(record)
    return found.values()


def _indexed(collection: Collection, topic: Topic, number: int) -> IndexedTopic:
    count = collection.wording.ngettext(*NN_("{number} brief", "{number} briefs"), number)
    return IndexedTopic(topic_page(topic), topic.topic, _described(collection, topic), count)


def _described(collection: Collection, topic: Topic) -> Rich | None:
    """Its description; a link in it may lead to the web, never to an item, which belongs to a brief."""
    return nodes.block(topic.description, collection.site.language, lambda link: None) if topic.description else None
