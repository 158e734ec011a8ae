"""Where a text names an actor."""

from __future__ import annotations

from dataclasses import dataclass

from generator.drafting.cast import Member


@dataclass(frozen=True)
class Mention:
    """A name in the body and whom it means."""

    start: int
    end: int
    member: Member
    is_subject: bool
    is_quoted: bool = False
