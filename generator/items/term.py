"""A term that a reader may not know."""

from __future__ import annotations

from pydantic import Field

from generator.items.base import Many, Model, Words


class Term(Model):
    """A term and what it means; `term:` links name it in lower case, with hyphens for spaces."""

    term: Words = Field(description="The term.")
    definition: Words = Field(description="What it means (CommonMark).")
    aliases: Many[Words] = Field((), description="Other forms.")
