"""A quote: somebody's exact words, and where they stand."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.items.base import ActorId, Block, Date, Exact, Id, Item, Language, Model, OneOrMany, SourceId, Via, Words
from generator.items.ref import Keyed


class Original(Model):
    """The words before translation."""

    text: Words = Field(description="The original words.")
    language: Language = Field(description="Their language (BCP 47).")


class Quote(Item):
    """What somebody said, word for word."""

    keyed: ClassVar = Keyed("quote")

    id: Id = Field(description="The id; its permalink is `#quote-<id>`.")
    text: Exact = Field(description="The exact words, without outer quotation marks.")
    speaker: ActorId = Field(description="Who said it: an actor id.")
    source: SourceId = Field(description="The source in which the words stand.")
    prefix: Words | None = Field(None, description="The words right before, where these stand more than once.")
    suffix: Words | None = Field(None, description="The words right after, where these stand more than once.")
    said: Date | None = Field(None, description="When it was said.")
    where: Words | None = Field(None, description="Where, or on what occasion.")
    context: Block | None = Field(None, description="What a reader needs to know to understand it (CommonMark).")
    via: OneOrMany[Via] = Field((), description="How it came to us, in order: actor ids, source ids or plain words.")
    translated: bool = Field(False, description="The words are a translation.")
    original: Original | None = Field(None, description="The words in the language in which they were said.")
