"""A term that a reader may not know."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.items.base import Block, Language, Many, Model, Words
from generator.items.ref import Keyed
from generator.text.slugs import slug_as_written


class TermWords(Model):
    """What a term is called in another language, and what it means; what is left out is said as the term itself says it."""

    language: Language = Field(description="The language (BCP 47).")
    term: Words | None = Field(None, description="The term.")
    definition: Block | None = Field(None, description="What it means (CommonMark).")
    aliases: Many[Words] = Field((), description="Other forms.")


class Term(Model):
    """A term and what it means; `term:` links name it in lower case, with hyphens for spaces."""

    keyed: ClassVar = Keyed("term", by="term", says="definition", spelled=slug_as_written)

    term: Words = Field(description="The term.")
    definition: Block = Field(description="What it means (CommonMark).")
    aliases: Many[Words] = Field((), description="Other forms.")
    translations: Many[TermWords] = Field((), description="It in other languages: `{language, term, definition, aliases}`.")
