"""What an item is called by the rest of the program: its kind and its key. Addresses are made of it by whoever writes a page or a file."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Kind = Literal["source", "fact", "actor", "quote", "question", "event", "term", "correction", "key-point"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class ItemRef(NamedTuple):
    """An item of a brief: `key` is its id, a term's name as links spell it, or the number from 1 of an item that has neither.

    `str(ref)` is the form that brief.yml, findings and the data files use: `fact:troops-1500`, `term:air-defence`, `event:1`.
    """

    kind: Kind
    key: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"

    @classmethod
    def parse(cls, written: str) -> ItemRef | None:
        """The item that `fact:troops-1500` names; None where it is not of that form."""
        kind, colon, key = written.partition(":")
        found = next((known for known in KINDS if known == kind), None)
        return cls(found, key) if found and colon and key else None


class CrossRef(NamedTuple):
    """A brief, or an item of it, as the texts of other briefs name it: `brief:ulez-court`, `fact:ulez-court/charge`."""

    brief: str
    item: ItemRef | None = None

    def __str__(self) -> str:
        return f"{self.item.kind}:{self.brief}/{self.item.key}" if self.item else f"brief:{self.brief}"
