"""The actors: the index `/actors/`, and a page for each with all that the briefs have of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from generator.items import ItemRef
from generator.library.survey import remembered
from generator.pages.addresses import page_of
from generator.pages.artifacts import Page, SearchEntry
from generator.pages.contexts import Context
from generator.pages.nodes import IndexPlace, Link, PartPlace, Rich, Target, Words
from generator.pages.outputs.indexes.paging import Entry, Group, IndexPage, index_pages
from generator.pages.outputs.indexes.statements import IndexedFact, IndexedQuote, indexed_fact, indexed_quote, said_on
from generator.pages.outputs.linked_data import of_actor
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.sections.actors import ActorView, actor_page, role_words
from generator.pages.writer import PageWriter
from generator.wording.labels import N_, NN_
from generator.wording.wording import Wording

INDEX = "actors/"
HEADING = N_("Who’s who")
INTRO = N_("Everybody who acts or speaks in these briefs, and where.")


@dataclass(frozen=True)
class IndexedActor:
    """An actor as the brief that names it last has it; `counts` are such as "3 facts"."""

    page: IndexPlace
    name: Words
    kind_words: str
    roles: tuple[str, ...]
    caution: str
    counts: tuple[str, ...]


@dataclass(frozen=True)
class ActorGroup(Group):
    """Actors whose names begin with a letter."""

    entries: tuple[IndexedActor, ...]


@dataclass(frozen=True)
class ActorIndex(IndexPage):
    """The index of actors, in order of their names."""

    template = "site/actors.html.j2"
    group = ActorGroup


@dataclass(frozen=True)
class ActorPage(Context):
    """All that the briefs have of an actor: what it says is so, what it said, and which briefs tell of it."""

    template = "site/actor.html.j2"

    actor: IndexedActor
    about: Rich | None
    wikidata: str | None
    of: Link | None
    members: tuple[Link, ...]
    facts: tuple[IndexedFact, ...]
    mentions: tuple[IndexedFact, ...]
    quotes: tuple[IndexedQuote, ...]
    briefs: tuple[Link, ...]


@dataclass
class Known:
    """What is known of an actor: its view in each brief that has one, the newest first, and who belongs to it."""

    views: list[tuple[Ready, ActorView]] = field(default_factory=list)
    members: list[Link] = field(default_factory=list)

    @property
    def owner(self) -> str:
        """The id of the actor that it belongs to, or nothing."""
        ready, view = self.views[0]
        return ready.dossier.shown.actors[view.ref.key].of or ""

    def best(self, language: str) -> tuple[Ready, ActorView]:
        """The view whose words are in a language, or else the newest."""
        return next((each for each in self.views if each[0].view.language == language), self.views[0])

    def words(self, wording: Wording) -> tuple[Words, tuple[str, ...]]:
        """Its name and its roles, in a site's language where they are said in it."""
        ready, view = self.best(wording.language)
        actor = ready.dossier.shown.site_words.get(view.ref.key)
        if actor is None or ready.view.language == wording.language:
            return Words(view["name"], ready.view.language), view.roles
        return Words(actor.name, wording.language), tuple(role_words(role, wording) for role in actor.role)

    def link(self, wording: Wording) -> Link:
        """Its name, with the way to its page."""
        return Link(self.words(wording)[0], actor_page(self.views[0][1].ref))


def actors(collection: Collection) -> Iterator[Page]:
    """The index, where there is anybody to name, and the pages that it leads to."""
    known = _known(collection)
    listed = {name: _indexed(collection, of) for name, of in known.items()}
    ordered = sorted(listed.values(), key=lambda actor: (_sorted(actor.name.text), actor.page.address))
    wording = collection.wording
    entries = (Entry(_sorted(actor.name.text)[:1].upper(), actor) for actor in ordered)
    yield from index_pages(collection, INDEX, ActorIndex, wording.gettext(HEADING), wording.gettext(INTRO), entries, "main")
    for name, of in known.items():
        yield _page(collection, listed[name], of, known)


def _known(collection: Collection) -> Mapping[str, Known]:
    found: dict[str, Known] = {}
    for ready in collection.listed:
        for view in ready.view.section("actors"):
            found.setdefault(view.ref.key, Known()).views.append((ready, view))
    for known in found.values():
        owner = found.get(known.owner)
        if owner:
            owner.members.append(known.link(collection.wording))
    return found


def _sorted(name: str) -> str:
    """A name as it is put in order: without accents and case."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def _indexed(collection: Collection, known: Known) -> IndexedActor:
    (_, view), wording = known.views[0], collection.wording
    name, roles = known.words(wording)
    counts = (
        (NN_("{number} statement", "{number} statements"), sum(len(view.facts) for _, view in known.views)),
        (NN_("{number} quote", "{number} quotes"), sum(len(view.quotes) for _, view in known.views)),
        (NN_("{number} brief", "{number} briefs"), len(known.views)),
    )
    return IndexedActor(
        page=actor_page(view.ref),
        name=name,
        kind_words=wording.label("actor kind", view["kind"]),
        roles=roles,
        caution=view.caution,
        counts=tuple(wording.ngettext(*words, number) for words, number in counts if number),
    )


def _page(collection: Collection, actor: IndexedActor, known: Known, everybody: Mapping[str, Known]) -> Page:
    site, (latest, view) = collection.site, known.views[0]
    owner = everybody.get(known.owner)
    facts = [(ready, fact) for ready, _ in known.views for fact in ready.view.section("facts")]
    stated = [each for each in facts if any(_is(by.to, view.ref) for by in each[1]["by"])]
    told = [each for each in facts if each not in stated and any(_is(to, view.ref) for to in each[1]["text"].targets)]
    quotes = [(ready, quote) for ready, _ in known.views for quote in ready.view.section("quotes") if _is(quote["speaker"].to, view.ref)]
    quotes.sort(key=lambda entry: said_on(*entry) or date.min, reverse=True)
    context = ActorPage(
        site=site,
        actor=actor,
        about=known.best(site.language)[1]["about"],
        wikidata=f"https://www.wikidata.org/wiki/{view['wikidata']}" if view["wikidata"] else None,
        of=owner.link(collection.wording) if owner else None,
        members=tuple(known.members),
        facts=tuple(indexed_fact(collection, *each) for each in stated),
        mentions=tuple(indexed_fact(collection, *each) for each in told),
        quotes=tuple(indexed_quote(collection, *each) for each in quotes),
        briefs=tuple(Link(ready.view.title.words, view.place) for ready, view in known.views),
    )
    address = page_of(actor.page)
    html, _ = collection.document(PageWriter(site, address, site.language), context)
    description = ", ".join((actor.name.text, *actor.roles, *actor.counts))
    feeds = ((f"{site.name}: {actor.name}", f"{address}feed.xml"),) if site.url else ()
    found = SearchEntry("", actor.name.text, " ".join((description, *view["aliases"])), "actor", actors=((view.ref.key, actor.name.text),))
    direction = collection.wording.direction
    named_in = tuple(ready.view.place for ready, _ in known.views)
    graph = remembered(collection.memory, ("graph", latest.view, view.ref, named_in), partial(of_actor, latest, view, named_in))
    return Page(address, actor.name.text, description, site.language, direction, html, entries=(found,), feeds=feeds, graph=graph)


def _is(place: Target | None, ref: ItemRef) -> bool:
    """Whether a place is an item, in whatever brief."""
    return isinstance(place, PartPlace) and place.part == ref
