"""A proposal: an item for a list of brief.yml, and what it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.items import Brief, ItemRef
from generator.items.fields import lists


@dataclass(frozen=True)
class Proposal:
    """An item for the list `key`; `data` as brief.yml writes it, without the mark.

    `source` and `words` say what it stands on (an actor: nothing), `start` and `end` where that is, `needs` which other proposals it
    needs, by their `ref`.
    """

    key: str
    data: Mapping[str, Any]
    source: str = ""
    words: str = ""
    start: int = 0
    end: int = 0
    needs: tuple[ItemRef, ...] = ()

    @property
    def kind(self) -> str:
        return KINDS[self.key]

    def ref(self, index: int = 0) -> ItemRef:
        """As findings name it; an event by the index at which it stands in its list."""
        return lists(Brief)[self.key].at(index, self.data.get("id"))


ORDER = ("actors", "quotes", "facts", "questions", "timeline")
KINDS = {key: lists(Brief)[key].kind for key in ORDER}
