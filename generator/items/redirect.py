"""A redirect: a published id that has moved."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.items.base import Model, Words
from generator.items.marks import Refers
from generator.items.ref import ItemRef
from generator.text.markdown import ITEM_SCHEMES


class Redirect(Model):
    """An id that readers may have kept, and the item that took its place."""

    from_: Words = Field(
        alias="from", description="The id that was published: `fact:troops-1500`, or the id alone of an item of the same kind."
    )
    to: Annotated[Words, Refers(ITEM_SCHEMES, "address")] = Field(
        description="The item that took its place: `fact:troops-2000`, or the id alone."
    )

    def former(self, kind: str) -> ItemRef | None:
        """What moved, by its own kind, or by that of what took its place."""
        return ItemRef.parse(self.from_) or ItemRef.parse(f"{kind}:{self.from_}")
