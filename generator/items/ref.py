"""How items are told apart: by an id, by a name or by their number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.text.ref import KINDS, ItemRef, Kind

__all__ = ["KINDS", "ItemRef", "Keyed", "Kind"]


@dataclass(frozen=True)
class Keyed:
    """What items of a kind are called: `by` is the field that holds their key (None: their number), `spelled` how references write it."""

    kind: Kind
    by: str | None = "id"
    spelled: Callable[[str], str] = str

    def named(self, written: str) -> ItemRef:
        """The item whose key is written like this."""
        return ItemRef(self.kind, self.spelled(written))

    def ref(self, item: object, index: int) -> ItemRef:
        """An item that stands at an index of its list; by its number where it lacks what it is called by."""
        written = getattr(item, self.by, None) if self.by else None
        return self.named(written) if written else ItemRef(self.kind, str(index + 1))
