"""All quotes, `/quotes/`, by year; with the ways to those of one speaker or one brief; and what is kept of a brief's quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.items import ItemRef, Quote
from generator.pages.artifacts import Page
from generator.pages.nodes import Link, PartPlace, Words
from generator.pages.outputs.indexes.paging import Entry, Group, IndexPage, index_pages
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.records import IndexedQuote, QuoteRecord
from generator.pages.sections.actors import actor_page
from generator.pages.sections.quotes import QuoteView
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
    found = sorted(collection.each(lambda record: record.quotes), key=lambda one: _day(one[0]), reverse=True)
    wording = collection.wording
    entries = (Entry(str(one.day.year) if one.day else wording.gettext(N_("Undated")), one.quote, made_of) for one, made_of in found)
    yield from index_pages(
        collection,
        INDEX,
        QuoteIndex,
        wording.gettext(HEADING),
        wording.gettext(INTRO),
        entries,
        "foot",
        speakers=_most([one.quote.speaker for one, _ in found]),
        briefs=_most([Link(one.quote.brief.words, PartPlace(one.quote.place.brief, "quotes")) for one, _ in found]),
    )


def newest_first(quotes: Iterable[QuoteRecord]) -> list[QuoteRecord]:
    """Quotes by the days on which they were said, those of which nobody knows it last."""
    return sorted(quotes, key=_day, reverse=True)


def _day(quote: QuoteRecord) -> date:
    return quote.day or date.min


def quote_record(ready: Ready, quote: QuoteView) -> QuoteRecord:
    """A quote, its speaker with the way to what else that actor said."""
    language, speaker, day = ready.view.language, quote["speaker"], _said_on(ready, quote)
    ref = speaker.to.part if isinstance(speaker.to, PartPlace) and isinstance(speaker.to.part, ItemRef) else None
    indexed = IndexedQuote(
        place=quote.place,
        text=quote.text,
        speaker=Link(Words(str(speaker), language), actor_page(ref) if ref else None),
        role=Words(quote.speaker_role, language),
        caution=quote.caution,
        date=ready.site_day(day),
        brief=ready.link,
    )
    return QuoteRecord(indexed, day, ref)


def _said_on(ready: Ready, quote: QuoteView) -> date | None:
    """The day on which something was said; where nobody tells, the day on which its source was published."""
    item = ready.items[quote.ref]
    if not isinstance(item, Quote):
        raise TypeError(f"{quote.ref} is no quote")
    brief = ready.dossier.shown.brief
    source = next((source for source in brief.sources if source.id == item.source), None)
    return item.said or (source.published if source else None)


def _most(links: list[Link]) -> tuple[tuple[Link, int], ...]:
    """The most frequent of some links, the most frequent first."""
    return tuple(Counter(links).most_common(MOST))
