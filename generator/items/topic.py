"""A topic: what briefs are about, with the other names that it goes by."""

from __future__ import annotations

from pydantic import Field

from generator.items.base import Block, Many, Model, Words


class Topic(Model):
    """A topic with a description; briefs that name one of its aliases are about it, too."""

    topic: Words = Field(description="The name that readers see.")
    description: Block | None = Field(None, description="What it is about (CommonMark).")
    aliases: Many[Words] = Field((), description="Other names that briefs have for it.", examples=[["Clean air"]])
