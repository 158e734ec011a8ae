"""How items are told apart: by an id, by a name or by their number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.text.ref import KINDS, CrossRef, ItemRef, Kind

__all__ = ["KINDS", "CrossRef", "ItemRef", "Keyed", "Kind"]


@dataclass(frozen=True)
class Keyed:
    """What items of a kind are called and read as.

    `by` is the field that holds their key (None: their number), `says` the one that stands for the whole item where it is printed,
    `spelled` how references write a key.
    """

    kind: Kind
    by: str | None = "id"
    says: str = "text"
    spelled: Callable[[str], str] = str

    def named(self, written: str) -> ItemRef:
        """The item whose key is written like this."""
        return ItemRef(self.kind, self.spelled(written))

    def at(self, index: int, written: str | None) -> ItemRef:
        """The item at an index of its list; by its number where no key is written."""
        return self.named(written) if written else ItemRef(self.kind, str(index + 1))

    def ref(self, index: int, item: object) -> ItemRef:
        """An item that stands at an index of its list."""
        written = getattr(item, self.by) if self.by else None
        return ItemRef(self.kind, self.spelled(written) if written else str(index + 1))
