"""What pages across briefs are made of: a little of each brief, so that the brief itself need not be there when they are made.

All of it is public, and in the words that pages show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from generator.items import ItemRef
from generator.pages.nodes import Date, FilePlace, IndexPlace, Link, PartPlace, Picture, Rich, SourcePlace, Words
from generator.pages.views import HandoutView
from generator.text.packing import Unread


@dataclass(frozen=True, slots=True)
class BriefEntry:
    """A brief as lists show it."""

    slug: str
    place: PartPlace
    title: Rich
    summary: Rich
    language: str
    direction: str
    mark: str | None
    mark_words: str | None
    published: Date | None
    as_of: Date | None
    topics: tuple[Link, ...]
    counts: tuple[Link, ...]
    handouts: tuple[HandoutView, ...]

    @property
    def link(self) -> Link:
        """The brief by its title."""
        return Link(self.title.words, self.place)


@dataclass(frozen=True, slots=True)
class IndexedFact:
    """A fact with its status in words, and the brief that states it."""

    place: PartPlace
    text: Rich
    status: str
    status_words: str
    as_of: Date | None
    brief: Link


@dataclass(frozen=True, slots=True)
class IndexedQuote:
    """A quote with its speaker, the day it was said or else published, and the brief that quotes it."""

    place: PartPlace
    text: Words
    speaker: Link
    role: Words
    caution: str
    date: Date | None
    brief: Link


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class IndexedEvent:
    """An event, the fact that it tells of where there is one, and the brief whose timeline has it."""

    date: Date
    text: Rich
    fact: PartPlace | None
    brief: Link


@dataclass(frozen=True, slots=True)
class IndexedCorrection:
    """A correction of a brief; `item` leads to what it concerns."""

    date: Date
    text: Rich
    kind: str
    kind_words: str
    item: Link | None
    brief: Link


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A brief that uses a source: the way to its evidence in context, and what of it rests there, such as "8 facts"."""

    brief: Link
    page: SourcePlace | None
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexedSource:
    """A document, as the brief that used it last describes it."""

    title: Words
    authors: str
    publisher: str
    published: Date | None
    kind_words: str
    url: str | None
    archive_url: str | None
    uses: tuple[SourceUse, ...]


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """Something to tell: `id` is its name for ever, `url` where it stands, `text` plain words."""

    id: str
    url: str
    title: str
    text: str
    published: datetime
    updated: datetime
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An actor as a brief has it. `said` is its name and `said_roles` are its roles in the site's language, where they are said in it.

    `of` is the id of the actor that it belongs to, or empty; `quotes` and `facts` are how many are its own; `graph` is what its page
    says of it to programs.
    """

    ref: ItemRef
    place: PartPlace
    page: IndexPlace
    name: str
    aliases: tuple[str, ...]
    kind: str
    roles: tuple[str, ...]
    caution: str
    said: Words
    said_roles: tuple[str, ...]
    about: Rich | None
    wikidata: str | None
    of: str
    quotes: int
    facts: int
    graph: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FactRecord:
    """A fact, the actors who state it, and those whom its text names with a link."""

    fact: IndexedFact
    by: tuple[ItemRef, ...]
    names: tuple[ItemRef, ...]


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """A quote, the day on which it was said or else published, and who speaks."""

    quote: IndexedQuote
    day: date | None
    speaker: ItemRef | None


@dataclass(frozen=True)
class QuestionRecord:
    """A question by its status."""

    status: str
    question: Unread[IndexedQuestion] = Unread()  # noqa: RUF009 - a descriptor, and no default


@dataclass(frozen=True)
class EventRecord:
    """An event, and the day on which it began."""

    begins: date
    event: Unread[IndexedEvent] = Unread()  # noqa: RUF009 - as above


@dataclass(frozen=True)
class SourceRecord:
    """A source by the digest of its file, the day of its publication, and what the brief takes from it."""

    digest: str
    published: date | None
    source: Unread[IndexedSource] = Unread()  # noqa: RUF009 - as above


@dataclass(frozen=True, eq=False)
class Record:
    """What is known of a brief across briefs. Two are never the same.

    `text` is the brief as Markdown, `picture` what stands for it, with its sizes where they are known; `topics` are as they were written.
    `news`, `corrected` and `answered` are what feeds tell of it, `catalogue` is its entry of briefs.json, `rows` are its lines of tables.
    """

    brief: BriefEntry
    withdrawn: bool
    text: FilePlace
    picture: FilePlace | None
    sizes: Picture | None
    topics: tuple[str, ...]
    actors: tuple[ActorRecord, ...]
    quotes: tuple[QuoteRecord, ...]
    questions: tuple[QuestionRecord, ...]
    events: tuple[EventRecord, ...]
    sources: tuple[SourceRecord, ...]
    corrections: tuple[IndexedCorrection, ...]
    news: FeedEntry
    corrected: tuple[FeedEntry, ...]
    answered: tuple[FeedEntry, ...]
    catalogue: Mapping[str, Any]
    rows: Mapping[str, str]
    facts: Unread[tuple[FactRecord, ...]] = Unread()  # noqa: RUF009 - as above
