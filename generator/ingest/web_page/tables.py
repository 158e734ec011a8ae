"""Word tables: many short words in few lines."""

from __future__ import annotations


def words(table: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(table.split())
