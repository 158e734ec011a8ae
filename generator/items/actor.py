"""An actor: a person, organisation, state or group that acts or speaks in briefs."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from generator.items.base import ActorId, Block, Edtf, Id, Item, Many, Model, Words
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


class Actor(Item):
    """Who acts or speaks."""

    keyed: ClassVar = Keyed("actor", says="name")

    id: Id = Field(description="The id, unique across all briefs; its permalink is `#actor-<id>`.")
    name: Words = Field(description="The name in full.")
    kind: ActorKind = Field(description="What the actor is.")
    role: Annotated[tuple[Role, ...], BeforeValidator(_read_roles, json_schema_input_type=str | list[str | Role] | None)] = Field(
        (), description="The role in words, or a list of `{role, from, to}`."
    )
    of: ActorId | None = Field(None, description="The actor that this one belongs to or speaks for.")
    aliases: Many[Words] = Field((), description="Other names in the sources.")
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = Field(None, description="The item in Wikidata.", examples=["Q57643"])
    about: Block | None = Field(None, description="Who this is (CommonMark).")
    existence: Existence | None = Field(
        None, description="Whether the actor is known to exist; left out, nobody has looked, and readers are told nothing."
    )
