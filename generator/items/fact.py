"""A fact: one sentence of ours, its status, and the words that carry it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.items.base import AtLeastOne, Date, Id, Item, OneOrMany, Words
from generator.items.evidence import Evidence

FactStatus = Literal["confirmed", "reported", "claimed", "disputed", "refuted", "unverified"]


class Fact(Item):
    """Something known, reported, claimed or refuted."""

    id: Id = Field(description="The id; its permalink is `#fact-<id>`.")
    text: Words = Field(description="Our sentence (CommonMark).")
    status: FactStatus = Field(description="How far it is established.")
    by: OneOrMany[Id] = Field((), description="Who asserts it: actor ids.")
    via: OneOrMany[Words] = Field((), description="How it came to us, in order: actor ids, source ids or plain words.")
    as_of: Date | None = Field(None, description="The day for which it holds.")
    confidence: Literal["low", "moderate", "high"] | None = Field(None, description="How sure the desk is.")
    evidence: AtLeastOne[Evidence] = Field(description="The passages that carry it; at least one.")
    note: Words | None = Field(None, description="What else is to be said (CommonMark).")
