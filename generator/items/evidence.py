"""Evidence: exact words in a source (W3C Web Annotation Data Model, TextQuoteSelector)."""

from __future__ import annotations

from pydantic import Field

from generator.items.base import Exact, Model, SourceId, Words


class Evidence(Model):
    """A passage. Line, column and offsets are computed, never typed."""

    source: SourceId = Field(description="The id of the source.")
    quote: Exact = Field(description="The exact words.")
    prefix: Words | None = Field(None, description="The words right before, where the passage stands more than once.")
    suffix: Words | None = Field(None, description="The words right after, where the passage stands more than once.")


WITHHELD = "…"
"""What stands in the place of a passage's words in published data where its source may not be shown."""
