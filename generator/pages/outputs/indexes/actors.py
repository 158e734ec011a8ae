"""The actors: the index `/actors/`, and a page for each with all that the briefs have of them; and what is kept of those of a brief."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from generator.items import ItemRef
from generator.library.library import Site
from generator.pages.addresses import page_of
from generator.pages.artifacts import Page, SearchEntry
from generator.pages.contexts import Context
from generator.pages.nodes import IndexPlace, Link, PartPlace, Rich, Target, Words
from generator.pages.outputs.indexes.paging import Entry, Group, IndexPage, index_pages
from generator.pages.outputs.indexes.quotes import newest_first
from generator.pages.outputs.linked_data import actor_node, of_actor
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.records import ActorRecord, FactRecord, IndexedFact, IndexedQuote, Record
from generator.pages.sections.actors import ActorView, role_words
from generator.pages.sections.facts import FactView
from generator.pages.writer import PageWriter
from generator.wording.labels import N_, NN_

INDEX = "actors/"
HEADING = N_("Who’s who")
INTRO = N_("Everybody who acts or speaks in these briefs, and where.")


@dataclass(frozen=True)
class IndexedActor:
    """An actor as the brief that names it last has it; `counts` are such as "3 facts". `told_in` is the title of that brief where the name
    alone does not tell it from another."""

    page: IndexPlace
    name: Words
    kind_words: str
    roles: tuple[str, ...]
    caution: str
    counts: tuple[str, ...]
    told_in: Words | None = None


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
    """What is known of an actor: how each brief that names it has it, the newest first, and who belongs to it."""

    views: list[tuple[Record, ActorRecord]] = field(default_factory=list)
    members: list[Link] = field(default_factory=list)

    @property
    def newest(self) -> ActorRecord:
        return self.views[0][1]

    def best(self, language: str) -> ActorRecord:
        """The actor as a brief in a language has it, or else the newest one."""
        return next((actor for record, actor in self.views if record.brief.language == language), self.newest)

    def link(self, language: str) -> Link:
        """Its name, with the way to its page."""
        return Link(self.best(language).said, self.newest.page)


def actors(collection: Collection) -> Iterator[Page]:
    """The index, where there is anybody to name, and the pages that it leads to."""
    known = _known(collection)
    listed = {name: _indexed(collection, of) for name, of in known.items()}
    ordered = sorted(listed.values(), key=lambda actor: (_sorted(actor.name.text), actor.page.address))
    wording = collection.wording
    named = Counter(actor.name.text for actor in ordered)
    titles = {of.newest.page: of.views[0][0].brief.title.words for of in known.values()}
    told = (replace(actor, told_in=titles[actor.page]) if named[actor.name.text] > 1 else actor for actor in ordered)
    entries = (Entry(_sorted(actor.name.text)[:1].upper(), actor, repr(actor)) for actor in told)
    yield from index_pages(collection, INDEX, ActorIndex, wording.gettext(HEADING), wording.gettext(INTRO), entries, "main")
    for name, of in known.items():
        yield _page(collection, listed[name], of, known)


def _known(collection: Collection) -> Mapping[str, Known]:
    found: dict[str, Known] = {}
    for record in collection.listed:
        for actor in record.actors:
            found.setdefault(actor.ref.key, Known()).views.append((record, actor))
    for known in found.values():
        owner = found.get(known.newest.of)
        if owner:
            owner.members.append(known.link(collection.site.language))
    return found


def _sorted(name: str) -> str:
    """A name as it is put in order: without accents and case."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def _indexed(collection: Collection, known: Known) -> IndexedActor:
    newest, best, wording = known.newest, known.best(collection.site.language), collection.wording
    counts = (
        (NN_("{number} statement", "{number} statements"), sum(actor.facts for _, actor in known.views)),
        (NN_("{number} quote", "{number} quotes"), sum(actor.quotes for _, actor in known.views)),
        (NN_("{number} brief", "{number} briefs"), len(known.views)),
    )
    return IndexedActor(
        page=newest.page,
        name=best.said,
        kind_words=wording.label("actor kind", newest.kind),
        roles=best.said_roles,
        caution=newest.caution,
        counts=tuple(wording.ngettext(*words, number) for words, number in counts if number),
    )


def _page(collection: Collection, actor: IndexedActor, known: Known, everybody: Mapping[str, Known]) -> Page:
    site, newest = collection.site, known.newest
    owner = everybody.get(newest.of)
    of, address = owner.link(site.language) if owner else None, page_of(actor.page)
    made_of = collection.made_of(address, (collection.digest(record) for record, _ in known.views), newest.ref, of, known.members)
    named_in = tuple(record.brief.place for record, _ in known.views)
    told = (site, newest.page, newest.graph, named_in)
    outline, html, graph = collection.later(
        made_of,
        lambda: collection.document(PageWriter(site, address, site.language), _context(site, actor, known, of)),
        lambda: collection.kept(f"graph {address}", told, partial(of_actor, *told)),
    )
    description = ", ".join((actor.name.text, *actor.roles, *actor.counts))
    ref = (newest.ref.key, actor.name.text)
    return Page(
        address=address,
        title=actor.name.text,
        description=description,
        language=site.language,
        direction=collection.wording.direction,
        html=html,
        ids=outline.ids,
        entries=(SearchEntry("", actor.name.text, " ".join((description, *newest.aliases)), "actor", actors=(ref,)),),
        feeds=((f"{site.name}: {actor.name}", f"{address}feed.xml"),) if site.url else (),
        graph=graph,
        made_of=made_of,
        outline=outline,
    )


def _context(site: Site, actor: IndexedActor, known: Known, of: Link | None) -> ActorPage:
    newest = known.newest
    facts = [fact for record, _ in known.views for fact in record.facts]
    quotes = newest_first(quote for record, _ in known.views for quote in record.quotes if quote.speaker == newest.ref)
    return ActorPage(
        site=site,
        actor=actor,
        about=known.best(site.language).about,
        wikidata=f"https://www.wikidata.org/wiki/{newest.wikidata}" if newest.wikidata else None,
        of=of,
        members=tuple(known.members),
        facts=tuple(each.fact for each in facts if newest.ref in each.by),
        mentions=tuple(each.fact for each in facts if newest.ref in each.names and newest.ref not in each.by),
        quotes=tuple(each.quote for each in quotes),
        briefs=tuple(Link(record.brief.title.words, actor.place) for record, actor in known.views),
    )


# What is kept of a brief


def actor_record(ready: Ready, view: ActorView) -> ActorRecord:
    """An actor of a brief."""
    shown, language = ready.dossier.shown, ready.view.language
    actor, wording = shown.actors[view.ref.key], ready.site_wording
    translated = None if language == ready.site.language else shown.site_words.get(view.ref.key)
    return ActorRecord(
        ref=view.ref,
        place=view.place,
        page=view.page,
        name=view["name"],
        aliases=view["aliases"],
        kind=view["kind"],
        roles=view.roles,
        caution=view.caution,
        said=Words(translated.name, ready.site.language) if translated else Words(view["name"], language),
        said_roles=tuple(role_words(role, wording) for role in translated.role) if translated else view.roles,
        about=view["about"],
        wikidata=view["wikidata"],
        of=actor.of or "",
        quotes=len(view.quotes),
        facts=len(view.facts),
        graph=actor_node(ready, view),
    )


def fact_record(ready: Ready, fact: FactView) -> FactRecord:
    """A fact of a brief, its status in the words of the publication's language."""
    status = ready.site_wording.label("fact status", fact["status"])
    day = fact["as_of"] or ready.view.as_of
    indexed = IndexedFact(fact.place, fact["text"], fact["status"], status, ready.said_by_site(day) if day else None, ready.link)
    return FactRecord(indexed, tuple(_actors(by.to for by in fact["by"])), tuple(_actors(fact["text"].targets)))


def _actors(targets: Iterable[Target | None]) -> Iterator[ItemRef]:
    """The actors that some places are."""
    for place in targets:
        if isinstance(place, PartPlace) and isinstance(place.part, ItemRef) and place.part.kind == "actor":
            yield place.part
