"""A figure: what is said of an image of the brief wherever it is shown."""

from __future__ import annotations

from pydantic import Field

from generator.items.base import File, Id, Inline, Model, Url, Words


class Figure(Model):
    """An image with its description, its caption and where it comes from."""

    id: Id = Field(description="The id; `image` names a figure by it.")
    file: File = Field(description="The image, in the brief’s folder.", examples=["media/bridge.png"])
    alt: str | None = Field(
        None, description='What the image shows, for who does not see it, where the text has no words for it; `""` if it only decorates.'
    )
    caption: Inline | None = Field(None, description="What stands below it (inline CommonMark); else the title that the text gives it.")
    credit: Words | None = Field(None, description="Who made it.")
    licence: Words | None = Field(None, description="Under which licence it is shown, in words or as an address.")
    source: Url | None = Field(None, description="The page that it is from.")
