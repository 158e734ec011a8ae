"""The index of actors, `/actors/`: everybody who acts or speaks in the briefs, and in which of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.artifacts import Page
from generator.pages.contexts import Context
from generator.pages.nodes import Link, Words
from generator.pages.outputs.ready import Collection
from generator.pages.sections.actors import ActorView
from generator.pages.writer import PageWriter
from generator.wording.labels import N_
from generator.wording.wording import Wording

ADDRESS = "actors/"
HEADING = N_("Who’s who")


@dataclass(frozen=True)
class IndexedActor:
    """An actor as the brief that names it last has it; `briefs` leads to where each brief tells of it."""

    name: Words
    kind_words: str
    roles: tuple[str, ...]
    caution: str
    briefs: tuple[Link, ...]


@dataclass(frozen=True)
class ActorIndex(Context):
    """The index of actors, in order of their names."""

    template = "site/actors.html.j2"

    heading: str
    actors: tuple[IndexedActor, ...]


def actor_index(collection: Collection) -> Iterator[Page]:
    """The page, where there is anybody to name."""
    site, wording = collection.site, collection.renderer.wordings.of(collection.site.language)
    actors = tuple(sorted(_actors(collection, wording), key=lambda actor: actor.name.text.casefold()))
    if not actors:
        return
    heading = wording.gettext(HEADING)
    html = collection.renderer.render(PageWriter(site, ADDRESS, site.language), ActorIndex(site, heading, actors))
    description = wording.gettext("Everybody who acts or speaks in these briefs, and where.")
    yield Page(ADDRESS, heading, description, site.language, wording.direction, html, in_nav=True)


def _actors(collection: Collection, wording: Wording) -> Iterator[IndexedActor]:
    found: dict[str, list[tuple[ActorView, Link, str]]] = {}
    for brief in collection.listed:
        for actor in brief.section("actors"):
            found.setdefault(actor.ref.key, []).append((actor, Link(brief.title.words, actor.place), brief.language))
    for known in found.values():
        latest, _, language = known[0]
        yield IndexedActor(
            name=Words(latest["name"], language),
            kind_words=wording.label("actor kind", latest["kind"]),
            roles=latest.roles,
            caution=latest.caution,
            briefs=tuple(link for _, link, _ in known),
        )
