"""Who's who: the actors of a brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.items import Actor, Fact, ItemRef, Quote, Role
from generator.items.fields import Entry
from generator.pages.nodes import IndexPlace, Link, PartPlace, Words
from generator.pages.views import ItemView
from generator.wording.wording import Wording

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


FIRST_WORDS = 64  # characters


@dataclass(frozen=True)
class ActorView(ItemView):
    """An actor, with where it is quoted and what it asserts in this brief."""

    model = Actor

    page: IndexPlace  # of all that the publication has of it
    kind_words: str
    roles: tuple[str, ...]
    caution: str  # what readers must know of a person before they believe them, or empty
    quotes: tuple[PartPlace, ...]
    facts: tuple[PartPlace, ...]
    first_words: Link | None  # how their first quote begins

    @property
    def is_body(self) -> bool:
        """Whether it is a state, an organisation or a group."""
        return self["kind"] not in ("person", "anonymous")


def content(viewing: Viewing) -> tuple[ActorView, ...]:
    """The brief's own actors, then the shared ones."""
    return tuple(_actor(viewing, Entry(ItemRef("actor", name), (), actor)) for name, actor in viewing.shown.actors.items())


def actor_page(ref: ItemRef) -> IndexPlace:
    """The page of an actor, across briefs."""
    return IndexPlace(f"actors/{ref.key}/")


def caution(viewing: Viewing, actor: Actor) -> str:
    """Why a person must be labelled; of one of whom nobody has said anything, readers are told nothing."""
    return viewing.wording.label("existence", actor.existence) if actor.kind == "person" and actor.existence else ""


def _actor(viewing: Viewing, entry: Entry[Actor]) -> ActorView:
    actor = entry.item
    quotes = [quote for quote in viewing.each(Quote) if quote.item.speaker == actor.id]
    return viewing.view(
        ActorView,
        entry,
        page=actor_page(entry.ref),
        kind_words=viewing.wording.label("actor kind", actor.kind),
        roles=tuple(role_words(role, viewing.wording) for role in actor.role),
        caution=caution(viewing, actor),
        quotes=tuple(viewing.place(quote.ref) for quote in quotes),
        facts=tuple(viewing.place(ref) for ref, _, fact in viewing.each(Fact) if actor.id in fact.by),
        first_words=_first_words(viewing, quotes[0]) if quotes else None,
    )


def _first_words(viewing: Viewing, entry: Entry[Quote]) -> Link:
    words, (opening, closing) = " ".join(entry.item.text.split()), viewing.wording.marks
    if len(words) > FIRST_WORDS:
        cut = words[:FIRST_WORDS]
        words = f"{cut.rpartition(' ')[0] or cut} …"
    return Link(Words(f"{opening}{words}{closing}", viewing.sources[entry.item.source].language), viewing.place(entry.ref))


def role_words(role: Role, wording: Wording) -> str:
    """A role with its times."""
    since = wording.edtf(role.from_).words if role.from_ else ""
    until = wording.edtf(role.to).words if role.to else ""
    if since:
        return wording.gettext("{role} ({since}–{until})", role=role.role, since=since, until=until)
    return wording.gettext("{role} (until {until})", role=role.role, until=until) if until else role.role
