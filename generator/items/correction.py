"""A correction: what was wrong and has been put right."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.items.base import Date, Model, Words


class Correction(Model):
    """A change that readers are told of."""

    date: Date = Field(description="When it was made.")
    text: Words = Field(description="What changed (CommonMark).")
    kind: Literal["correction", "clarification", "update"] = Field(description="Of what nature it is.")
    item: Words | None = Field(
        None, description="The item it concerns: `fact:troops-1500`, or the id alone.", examples=["fact:troops-1500"]
    )
