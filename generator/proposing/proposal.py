"""A proposal: an item for a list of brief.yml, and what it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Proposal:
    """An item for the list `key`; `data` as brief.yml writes it, without the mark.

    `source` and `words` say what it stands on (an actor: nothing), `start` and `end` where that is, `needs` which other proposals it
    needs, by their `address`.
    """

    key: str
    data: Mapping[str, Any]
    source: str = ""
    words: str = ""
    start: int = 0
    end: int = 0
    needs: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return KINDS[self.key]

    @property
    def address(self) -> str:
        """As findings name it: `fact:<id>`; events have none of their own."""
        return f"{self.kind}:{self.data.get('id', '')}"


KINDS = {"actors": "actor", "quotes": "quote", "facts": "fact", "questions": "question", "timeline": "event"}
ORDER = tuple(KINDS)
