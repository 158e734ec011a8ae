"""A fact: one sentence of ours, its status, and the words that carry it."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.items.base import ActorId, AtLeastOne, Block, Date, Id, Item, OneOrMany, Via
from generator.items.evidence import Evidence
from generator.items.ref import Keyed

FactStatus = Literal["confirmed", "reported", "claimed", "disputed", "refuted", "unverified"]


class Fact(Item):
    """Something known, reported, claimed or refuted."""

    keyed: ClassVar = Keyed("fact")

    id: Id = Field(description="The id; its permalink is `#fact-<id>`.")
    text: Block = Field(description="Our sentence (CommonMark).")
    status: FactStatus = Field(description="How far it is established.")
    by: OneOrMany[ActorId] = Field((), description="Who asserts it: actor ids.")
    via: OneOrMany[Via] = Field((), description="How it came to us, in order: actor ids, source ids or plain words.")
    as_of: Date | None = Field(None, description="The day for which it holds.")
    confidence: Literal["low", "moderate", "high"] | None = Field(None, description="How sure the desk is.")
    evidence: AtLeastOne[Evidence] = Field(description="The passages that carry it; at least one.")
    note: Block | None = Field(None, description="What else is to be said (CommonMark).")
