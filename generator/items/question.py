"""A question: what nobody knows yet."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.items.base import Date, Id, Item, Many, OneOrMany, Words
from generator.items.evidence import Evidence


class Question(Item):
    """An open question, and what would answer it."""

    id: Id = Field(description="The id; its permalink is `#question-<id>`.")
    question: Words = Field(description="The question (CommonMark).")
    why: Words | None = Field(None, description="Why it matters (CommonMark).")
    known: Words | None = Field(None, description="What is known so far (CommonMark).")
    watch_for: Words | None = Field(None, description="What would answer it (CommonMark).")
    status: Literal["open", "partly", "answered"] = Field("open", description="Whether it is answered.")
    answered_by: OneOrMany[Id] = Field((), description="The facts that answer it.")
    owner: Words | None = Field(None, description="The author who follows it up.")
    review_by: Date | None = Field(None, description="When somebody must look at it again.")
    evidence: Many[Evidence] = Field((), description="Passages that show the question is open.")
