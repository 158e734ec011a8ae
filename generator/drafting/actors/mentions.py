"""Where a text names an actor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.drafting.actors.cast import Member


@dataclass(frozen=True)
class Mention:
    """A name in the body and whom it means."""

    start: int
    end: int
    member: Member
    is_subject: bool
    is_quoted: bool = False


def is_named(places: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether one of some places, which are in order, holds an offset."""
    index = bisect_right(places, at, key=lambda place: place[0]) - 1
    return index >= 0 and at < places[index][1]
