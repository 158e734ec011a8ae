"""What was proposed for a brief, and what its editors made of it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.items.base import Date, Many, Model, Words

DecisionKind = Literal["fact", "quote", "question", "event"]


class Decision(Model):
    """A proposal, known by its kind and the words of the source that it stands on, whatever its id.

    What it names need not be there any more.
    """

    rejected: Date | None = Field(None, description="When it was found that an editor had removed it: it is not proposed again.")
    kind: DecisionKind = Field(description="What it was proposed as.")
    id: Words = Field(description="The id that it was proposed under; an event's is that of its fact.")
    source: Words = Field(description="The source that it was drafted from.")
    proposed: Date = Field(description="When it was first proposed.")
    words: Words = Field(description="The words of the source that it stands on.")

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What does not change, whatever is decided."""
        return self.kind, self.source, self.words, self.id


class Decisions(Model):
    """What `decisions.yml` holds: written by the program, kept with the brief, never published."""

    proposals: Many[Decision] = Field((), description="What was proposed; what has no day on which it was rejected is in the brief.")
