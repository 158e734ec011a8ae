"""A term that a reader may not know."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.items.base import Block, Many, Model, Words
from generator.items.ref import Keyed
from generator.text.slugs import slug_as_written


class Term(Model):
    """A term and what it means; `term:` links name it in lower case, with hyphens for spaces."""

    keyed: ClassVar = Keyed("term", by="term", says="definition", spelled=slug_as_written)

    term: Words = Field(description="The term.")
    definition: Block = Field(description="What it means (CommonMark).")
    aliases: Many[Words] = Field((), description="Other forms.")
