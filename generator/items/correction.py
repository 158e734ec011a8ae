"""A correction: what was wrong and has been put right."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.items.base import Block, Date, Model, Words
from generator.items.marks import Refers
from generator.items.ref import Keyed
from generator.text.markdown import ITEM_SCHEMES


class Correction(Model):
    """A change that readers are told of."""

    keyed: ClassVar = Keyed("correction", by=None)

    date: Date = Field(description="When it was made.")
    text: Block = Field(description="What changed (CommonMark).")
    kind: Literal["correction", "clarification", "update"] = Field(description="Of what nature it is.")
    item: Annotated[Words, Refers(ITEM_SCHEMES, "address")] | None = Field(
        None, description="The item it concerns: `fact:troops-1500`, or the id alone.", examples=["fact:troops-1500"]
    )
