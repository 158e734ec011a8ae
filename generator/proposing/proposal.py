"""A proposal: an item for a list of brief.yml, and what it stands on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Proposal:
    """An item for the list `key`; `data` as brief.yml writes it, without the mark.

    `source`, `start` and `end` say which words it stands on (an actor: nothing), `needs` which other proposals by their `address`.
    """

    key: str
    data: Mapping[str, Any]
    source: str = ""
    start: int = 0
    end: int = 0
    needs: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """As findings name it: `fact:<id>`; events have none of their own."""
        return f"{KINDS[self.key]}:{self.data.get('id', '')}"

    @property
    def digest(self) -> str:
        """By what it says, whatever its id: the same from draft to draft."""
        said = {key: value for key, value in self.data.items() if key != "id"}
        return hashlib.sha256(json.dumps([self.key, said], sort_keys=True).encode()).hexdigest()


KINDS = {"actors": "actor", "quotes": "quote", "facts": "fact", "questions": "question", "timeline": "event"}
ORDER = tuple(KINDS)
