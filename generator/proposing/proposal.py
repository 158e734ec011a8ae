"""A proposal: an item for a list of brief.yml, and what it stands on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.items import Brief, ItemRef
from generator.items.fields import lists


@dataclass(frozen=True)
class Proposal:
    """An item for the list `key`; `data` as brief.yml writes it, without the mark.

    `source`, `start` and `end` say which words it stands on (an actor: nothing), `needs` which other proposals by their `ref`.
    """

    key: str
    data: Mapping[str, Any]
    source: str = ""
    start: int = 0
    end: int = 0
    needs: tuple[ItemRef, ...] = ()

    def ref(self, index: int = 0) -> ItemRef:
        """As findings name it; an event by the index at which it stands in its list."""
        return lists(Brief)[self.key].at(index, self.data.get("id"))

    @property
    def digest(self) -> str:
        """By what it says, whatever its id: the same from draft to draft."""
        said = {key: value for key, value in self.data.items() if key != "id"}
        return hashlib.sha256(json.dumps([self.key, said], sort_keys=True).encode()).hexdigest()


ORDER = ("actors", "quotes", "facts", "questions", "timeline")
