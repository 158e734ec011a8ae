"""An event of a timeline: a dated sentence, or a fact with the day it happened."""

from __future__ import annotations

import datetime as calendar
from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.items.base import Edtf, FactId, Inline, Item, Many
from generator.items.evidence import Evidence
from generator.items.ref import Keyed
from generator.text.edtf import parse_edtf


class Event(Item):
    """Something that happened, or is to happen; either `text` or `fact` is given."""

    keyed: ClassVar = Keyed("event", by=None)

    date: Edtf = Field(description="When: EDTF (2024-10, 2024-10-22~, 2024-10/2024-12).")
    text: Inline | None = Field(None, description="What happened (CommonMark).")
    fact: FactId | None = Field(None, description="The fact that says what happened.")
    evidence: Many[Evidence] = Field((), description="The passages that carry it.")

    @model_validator(mode="after")
    def _either(self) -> Self:
        if (self.text is None) == (self.fact is None):
            raise PydanticCustomError("text_or_fact", "an event has either a `text` or a `fact`")
        return self

    @property
    def begins(self) -> calendar.date:
        """The first day that it may have been; the last of all where nothing is known."""
        value = parse_edtf(self.date)
        return value.first if value else calendar.date.max
