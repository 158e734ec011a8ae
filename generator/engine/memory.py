"""What runs of one process have made, for when it is asked for again."""

from __future__ import annotations

from typing import Any


class RunMemory(dict[str, Any]):
    """What runs have made, by a digest of what it was made from; forgets what the last run did not ask for."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: set[str] = set()

    def __getitem__(self, key: str) -> Any:
        self._asked.add(key)
        return super().__getitem__(key)

    def forget_unused(self) -> None:
        for key in self.keys() - self._asked:
            del self[key]
        self._asked.clear()
