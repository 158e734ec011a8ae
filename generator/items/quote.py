"""A quote: somebody's exact words, and where they stand."""

from __future__ import annotations

from pydantic import Field

from generator.items.base import Date, Id, Item, Language, Model, OneOrMany, Words


class Original(Model):
    """The words before translation."""

    text: Words = Field(description="The original words.")
    language: Language = Field(description="Their language (BCP 47).")


class Quote(Item):
    """What somebody said, word for word."""

    id: Id = Field(description="The id; its permalink is `#quote-<id>`.")
    text: Words = Field(description="The exact words, without outer quotation marks.")
    speaker: Id = Field(description="Who said it: an actor id.")
    source: Id = Field(description="The source in which the words stand.")
    prefix: Words | None = Field(None, description="The words right before, where these stand more than once.")
    suffix: Words | None = Field(None, description="The words right after, where these stand more than once.")
    said: Date | None = Field(None, description="When it was said.")
    where: Words | None = Field(None, description="Where, or on what occasion.")
    context: Words | None = Field(None, description="What a reader needs to know to understand it (CommonMark).")
    via: OneOrMany[Words] = Field((), description="How it came to us, in order: actor ids, source ids or plain words.")
    translated: bool = Field(False, description="The words are a translation.")
    original: Original | None = Field(None, description="The words in the language in which they were said.")
