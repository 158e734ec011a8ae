"""All quotes, `/quotes/`, by year; with the ways to those of one speaker or one brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.pages.artifacts import Page
from generator.pages.nodes import Link, PartPlace
from generator.pages.outputs.indexes.paging import Entry, Group, IndexPage, index_pages
from generator.pages.outputs.indexes.statements import IndexedQuote, indexed_quote, said_on
from generator.pages.outputs.ready import Collection
from generator.wording.labels import N_

INDEX = "quotes/"
HEADING = N_("In their own words")
INTRO = N_("Who said what, word for word, the newest first.")
MOST = 40  # speakers, or briefs, that a way leads to; the pages of actors and of briefs have the rest


@dataclass(frozen=True)
class QuoteGroup(Group):
    """The quotes of a year."""

    entries: tuple[IndexedQuote, ...]


@dataclass(frozen=True)
class QuoteIndex(IndexPage):
    """All quotes; `speakers` and `briefs` are those with the most, with their numbers of quotes."""

    template = "site/quotes.html.j2"
    group = QuoteGroup

    speakers: tuple[tuple[Link, int], ...]
    briefs: tuple[tuple[Link, int], ...]


def quotes(collection: Collection) -> Iterator[Page]:
    """The index of quotes, where there are any."""
    found = [(said_on(ready, quote) or date.min, ready, quote) for ready in collection.listed for quote in ready.view.section("quotes")]
    found.sort(key=lambda entry: entry[0], reverse=True)
    listed = [(day, indexed_quote(collection, ready, quote)) for day, ready, quote in found]
    wording = collection.wording
    entries = (Entry(str(day.year) if day > date.min else wording.gettext(N_("Undated")), quote) for day, quote in listed)
    yield from index_pages(
        collection,
        INDEX,
        QuoteIndex,
        wording.gettext(HEADING),
        wording.gettext(INTRO),
        entries,
        "foot",
        speakers=_most([quote.speaker for _, quote in listed]),
        briefs=_most([Link(ready.view.title.words, PartPlace(ready.view.slug, "quotes")) for _, ready, _ in found]),
    )


def _most(links: list[Link]) -> tuple[tuple[Link, int], ...]:
    """The most frequent of some links, the most frequent first."""
    return tuple(Counter(links).most_common(MOST))
