"""What briefs state, as entries of pages across briefs: a fact, a quote, each with its brief."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.items import Quote
from generator.pages.nodes import Date, IndexPlace, Link, PartPlace, Rich, Words
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.sections.actors import actor_page
from generator.pages.sections.facts import FactView
from generator.pages.sections.quotes import QuoteView


@dataclass(frozen=True)
class IndexedFact:
    """A fact with its status in words, and the brief that states it."""

    place: PartPlace
    text: Rich
    status: str
    status_words: str
    as_of: Date | None
    brief: Link


@dataclass(frozen=True)
class IndexedQuote:
    """A quote with its speaker, the day it was said or else published, and the brief that quotes it."""

    place: PartPlace
    text: Words
    speaker: Link
    role: Words
    caution: str
    date: Date | None
    brief: Link


def indexed_fact(collection: Collection, ready: Ready, fact: FactView) -> IndexedFact:
    """A fact, its status in the words of the publication's language."""
    status = collection.wording.label("fact status", fact["status"])
    return IndexedFact(fact.place, fact["text"], fact["status"], status, fact["as_of"] or ready.view.as_of, ready.link)


def indexed_quote(collection: Collection, ready: Ready, quote: QuoteView) -> IndexedQuote:
    """A quote, its speaker with the way to what else that actor said."""
    language, speaker = ready.view.language, quote["speaker"]
    return IndexedQuote(
        place=quote.place,
        text=quote.text,
        speaker=Link(Words(str(speaker), language), speaker_page(quote)),
        role=Words(quote.speaker_role, language),
        caution=quote.caution,
        date=collection.date(said_on(ready, quote)),
        brief=ready.link,
    )


def speaker_page(quote: QuoteView) -> IndexPlace | None:
    """The page of the actor who speaks."""
    to = quote["speaker"].to
    return actor_page(to.part) if isinstance(to, PartPlace) and not isinstance(to.part, str) else None


def said_on(ready: Ready, quote: QuoteView) -> date | None:
    """The day on which something was said; where nobody tells, the day on which its source was published."""
    item = ready.items[quote.ref]
    if not isinstance(item, Quote):
        raise TypeError(f"{quote.ref} is no quote")
    brief = ready.dossier.shown.brief
    source = next((source for source in brief.sources if source.id == item.source), None)
    return item.said or (source.published if source else None)
