"""What was asked of a file, of how many things, and what failed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_SHOWN = 60  # characters of words in a message


@dataclass(frozen=True)
class Check:
    """Something that was asked of `total` things: in words what holds where nothing failed, and what failed."""

    holds: str
    total: int
    failures: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.failures


def check(holds: str, total: int, failures: Iterable[str]) -> Check:
    """A check with all its failures."""
    return Check(holds, total, tuple(failures))


def short(words: str) -> str:
    """The beginning of words, for a message."""
    flat = " ".join(words.split())
    return f"“{flat}”" if len(flat) <= _SHOWN else f"“{flat[:_SHOWN].rstrip()}…”"
