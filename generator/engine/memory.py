"""What runs of one process have made, for when it is asked for again."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any


class RunMemory(dict[Hashable, Any]):
    """What runs have made, by what it was made from, or a digest of that; forgets what the last run did not ask for.

    Where it keeps `only` what was made under names that begin with some words, it is for a single run, which asks for little twice.
    """

    def __init__(self, only: tuple[str, ...] | None = None) -> None:
        super().__init__()
        self._only = only
        self._asked: set[Hashable] = set()

    def __getitem__(self, key: Hashable) -> Any:
        self._asked.add(key)
        return super().__getitem__(key)

    def get(self, key: Hashable, default: Any = None) -> Any:
        self._asked.add(key)
        return super().get(key, default)

    def __setitem__(self, key: Hashable, made: Any) -> None:
        if self._only is None or (isinstance(key, str) and key.startswith(self._only)):
            self._asked.add(key)
            super().__setitem__(key, made)

    def forget_unused(self) -> None:
        for key in self.keys() - self._asked:
            del self[key]
        self._asked.clear()
