"""Numbers with their nouns, in what the program says to editors, which is English."""

from __future__ import annotations


def count(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"
