"""What was likely meant by a name that is not there."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

_LONGEST = 200  # characters of a name; nobody mistypes a longer one
_MOST = 40_000_000  # pairs of letters, of a name with itself times the names that are known: some seconds, at the very worst


class Guesses:
    """Guesses for the names of one document.

    To guess takes time for each name that is known, up to the square of the names' length. A document may hold many thousands of names
    that are not there and as many that are: its first ones get a guess, until as many letters were compared as anybody waits for.
    """

    def __init__(self) -> None:
        self._left = _MOST

    def near(self, name: str, known: Collection[str], *, count: int = 1, cutoff: float = 0.6) -> list[str]:
        """The known names that are most like a name, the nearest first; `cutoff` is a ratio of `difflib`, from 0 to 1."""
        if self._left <= 0 or len(name) > _LONGEST:
            return []
        self._left -= len(name) ** 2 * len(known)
        return get_close_matches(name, sorted(known), n=count, cutoff=cutoff)
