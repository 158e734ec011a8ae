"""What everything rests on: `/sources/`, each document once, with what the briefs take from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.pages.artifacts import Page
from generator.pages.nodes import Link
from generator.pages.outputs.indexes.paging import Entry, Group, IndexPage, index_pages
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.records import IndexedSource, SourceRecord, SourceUse
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
class SourceGroup(Group):
    """The documents of a year."""

    entries: tuple[IndexedSource, ...]


@dataclass(frozen=True)
class SourceIndex(IndexPage):
    """All documents."""

    template = "site/sources.html.j2"
    group = SourceGroup

    @staticmethod
    def shown(entry: Sequence[SourceRecord]) -> IndexedSource:
        """A document as the newest brief has it, with all that use it."""
        return replace(entry[0].source, uses=tuple(use for one in entry for use in one.source.uses))


def sources(collection: Collection) -> Iterator[Page]:
    """The index of sources, where there are any; two briefs that use files of the same bytes use one document."""
    found: dict[str, list[tuple[SourceRecord, str]]] = {}
    for source, made_of in collection.each(lambda record: record.sources):
        found.setdefault(source.digest, []).append((source, made_of))
    dated = sorted(found.values(), key=lambda known: known[0][0].published or date.min, reverse=True)
    wording = collection.wording
    undated = wording.gettext(N_("Undated"))
    entries = (
        Entry(
            str(day.year) if (day := known[0][0].published) else undated,
            [source for source, _ in known],
            " ".join(parts) if all(parts := [made_of for _, made_of in known]) else "",
        )
        for known in dated
    )
    yield from index_pages(collection, INDEX, SourceIndex, wording.gettext(HEADING), wording.gettext(INTRO), entries, "foot")


def source_record(ready: Ready, view: SourceView) -> SourceRecord:
    """A source of a brief."""
    published = ready.dossier.shown.sources[view.ref.key].source.published
    indexed = IndexedSource(
        title=view.title,
        authors=view.authors,
        publisher=view["publisher"] or "",
        published=ready.site_day(published),
        kind_words=ready.site_wording.label("source kind", view["kind"]),
        url=view["url"],
        archive_url=view["archive_url"],
        uses=(_use(ready, view),),
    )
    return SourceRecord(view.digest, published, indexed)


def _use(ready: Ready, view: SourceView) -> SourceUse:
    items = {excerpt.anchor.item for excerpt in ready.dossier.shown.excerpts.values() if excerpt.anchor.source == view.ref.key}
    kinds = Counter(item.kind for item in items)
    counts = tuple(ready.site_wording.ngettext(*words, kinds[kind]) for kind, words in _COUNTED.items() if kinds[kind])
    return SourceUse(Link(ready.view.title.words, view.place), view.page if view.cited else None, counts)
