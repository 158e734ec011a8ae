"""What everything rests on: `/sources/`, each document once, with what the briefs take from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.pages.artifacts import Page
from generator.pages.nodes import Date, Link, SourcePlace, Words
from generator.pages.outputs.indexes.paging import Entry, Group, IndexPage, index_pages
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.sections.sources import SourceView
from generator.text.ref import Kind
from generator.wording.labels import N_, NN_

INDEX = "sources/"
HEADING = N_("Sources")
INTRO = N_("The documents that these briefs rest on, and what rests on each.")
_COUNTED: Mapping[Kind, tuple[str, str]] = {
    "fact": NN_("{number} fact", "{number} facts"),
    "quote": NN_("{number} quote", "{number} quotes"),
    "question": NN_("{number} question", "{number} questions"),
    "event": NN_("{number} event", "{number} events"),
}


@dataclass(frozen=True)
class SourceUse:
    """A brief that uses a source: the way to its evidence in context, and what of it rests there, such as "8 facts"."""

    brief: Link
    page: SourcePlace | None
    counts: tuple[str, ...]


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class SourceGroup(Group):
    """The documents of a year."""

    entries: tuple[IndexedSource, ...]


@dataclass(frozen=True)
class SourceIndex(IndexPage):
    """All documents."""

    template = "site/sources.html.j2"
    group = SourceGroup


def sources(collection: Collection) -> Iterator[Page]:
    """The index of sources, where there are any; two briefs that use files of the same bytes use one document."""
    found: dict[str, list[tuple[Ready, SourceView]]] = {}
    for ready in collection.listed:
        for source in ready.view.section("sources"):
            found.setdefault(source.digest, []).append((ready, source))
    dated = sorted(((_published(*known[0]) or date.min, known) for known in found.values()), key=lambda entry: entry[0], reverse=True)
    wording = collection.wording
    undated = wording.gettext(N_("Undated"))
    entries = (Entry(str(day.year) if day > date.min else undated, _indexed(collection, known)) for day, known in dated)
    yield from index_pages(collection, INDEX, SourceIndex, wording.gettext(HEADING), wording.gettext(INTRO), entries, "foot")


def _published(ready: Ready, view: SourceView) -> date | None:
    return ready.dossier.shown.sources[view.ref.key].source.published


def _indexed(collection: Collection, known: list[tuple[Ready, SourceView]]) -> IndexedSource:
    ready, view = known[0]
    return IndexedSource(
        title=view.title,
        authors=view.authors,
        publisher=view["publisher"] or "",
        published=collection.date(_published(ready, view)),
        kind_words=collection.wording.label("source kind", view["kind"]),
        url=view["url"],
        archive_url=view["archive_url"],
        uses=tuple(_use(collection, *each) for each in known),
    )


def _use(collection: Collection, ready: Ready, view: SourceView) -> SourceUse:
    items = {excerpt.anchor.item for excerpt in ready.dossier.shown.excerpts.values() if excerpt.anchor.source == view.ref.key}
    kinds = Counter(item.kind for item in items)
    counts = tuple(collection.wording.ngettext(*words, kinds[kind]) for kind, words in _COUNTED.items() if kinds[kind])
    return SourceUse(Link(ready.view.title.words, view.place), view.page if view.cited else None, counts)
