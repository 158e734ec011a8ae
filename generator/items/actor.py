"""An actor: a person, organisation, state or group that acts or speaks in briefs."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from generator.items.base import ActorId, Block, Edtf, Id, Item, Language, Many, Model, Words
from generator.items.ref import Keyed

ActorKind = Literal["person", "organisation", "state", "group", "anonymous"]
Existence = Literal["verified", "unverified", "fictional"]


class Role(Model):
    """A role and when it was held."""

    role: Words = Field(description="The role in words.")
    from_: Edtf | None = Field(None, alias="from", description="Since when.")
    to: Edtf | None = Field(None, description="Until when.")


def _read_roles(value: Any) -> Any:
    if value is None:
        return ()
    return tuple({"role": entry} if isinstance(entry, str) else entry for entry in (value if isinstance(value, list) else [value]))


Roles = Annotated[tuple[Role, ...], BeforeValidator(_read_roles, json_schema_input_type=str | list[str | Role] | None)]


class ActorWords(Model):
    """What an actor is called in another language; what is left out is said as the actor itself says it."""

    language: Language = Field(description="The language (BCP 47).")
    name: Words | None = Field(None, description="The name in full.")
    role: Roles = Field((), description="The role in words, or a list in the order of the actor’s own.")
    about: Block | None = Field(None, description="Who this is (CommonMark).")


class Actor(Item):
    """Who acts or speaks."""

    keyed: ClassVar = Keyed("actor", says="name")

    id: Id = Field(description="The id, unique across all briefs; its permalink is `#actor-<id>`.")
    name: Words = Field(description="The name in full.")
    kind: ActorKind = Field(description="What the actor is.")
    role: Roles = Field((), description="The role in words, or a list of `{role, from, to}`.")
    of: ActorId | None = Field(None, description="The actor that this one belongs to or speaks for.")
    aliases: Many[Words] = Field((), description="Other names in the sources.")
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = Field(None, description="The item in Wikidata.", examples=["Q57643"])
    about: Block | None = Field(None, description="Who this is (CommonMark).")
    existence: Existence | None = Field(
        None, description="Whether the actor is known to exist; left out, nobody has looked, and readers are told nothing."
    )
    translations: Many[ActorWords] = Field(
        (), description="Its name, role and description in other languages: `{language, name, role, about}`."
    )
