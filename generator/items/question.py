"""A question: what nobody knows yet."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.items.base import Block, Date, FactId, Id, Inline, Item, Many, OneOrMany, Words
from generator.items.evidence import Evidence
from generator.items.marks import Refers
from generator.items.ref import Keyed


class Question(Item):
    """An open question, and what would answer it."""

    keyed: ClassVar = Keyed("question", says="question")

    id: Id = Field(description="The id; its permalink is `#question-<id>`.")
    question: Inline = Field(description="The question (CommonMark).")
    why: Block | None = Field(None, description="Why it matters (CommonMark).")
    known: Block | None = Field(None, description="What is known so far (CommonMark).")
    watch_for: Block | None = Field(None, description="What would answer it (CommonMark).")
    status: Literal["open", "partly", "answered"] = Field("open", description="Whether it is answered.")
    answered_by: OneOrMany[FactId] = Field((), description="The facts that answer it.")
    owner: Annotated[Words, Refers(("author",))] | None = Field(None, description="The author who follows it up.")
    review_by: Date | None = Field(None, description="When somebody must look at it again.")
    evidence: Many[Evidence] = Field((), description="Passages that show the question is open.")
