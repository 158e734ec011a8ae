"""What was likely meant by a name that is not there."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

_LONGEST = 200  # characters of a name; nobody mistypes a longer one
_MOST = 30_000_000  # what all guesses may cost; a second at most where names differ, some where all are alike


class Guesses:
    """Guesses for the names of one document.

    A guess takes its time for each name that is known, and a document may hold many thousands of names that are not there and as many
    that are: its first ones get a guess, until all together have taken as long as anybody waits for.
    """

    def __init__(self) -> None:
        self._left = _MOST

    def near(self, name: str, known: Collection[str], *, count: int = 1, cutoff: float = 0.6) -> list[str]:
        """The known names that are most like a name, the nearest first; `cutoff` is a ratio of `difflib`, from 0 to 1."""
        if self._left <= 0 or len(name) > _LONGEST:
            return []
        self._left -= (400 + len(name) ** 2) * len(known)  # as measured: `difflib` takes the square of the length, and something for each
        return get_close_matches(name, sorted(known), n=count, cutoff=cutoff)
