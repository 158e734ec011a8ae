"""Which fields of a brief are CommonMark, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.items import Brief
from generator.items.base import Model


class Field(NamedTuple):
    """A text field: where it stands in `brief.yml`, the item it belongs to, and its text."""

    location: tuple[str | int, ...]
    item: str | None
    text: str


_BRIEF = ("title", "summary")
_ITEMS = {
    "facts": ("fact", ("text", "note")),
    "actors": ("actor", ("about",)),
    "quotes": ("quote", ("context",)),
    "questions": ("question", ("question", "why", "known", "watch_for")),
    "timeline": ("event", ("text",)),
    "terms": ("term", ("definition",)),
    "corrections": ("correction", ("text",)),
}


def text_fields(brief: Brief) -> Iterator[Field]:
    """All text fields that are filled in, in the order of the contract."""
    for name in _BRIEF:
        yield Field((name,), None, getattr(brief, name))
    for index, point in enumerate(brief.key_points):
        yield Field(("key_points", index), None, point)
    for key, (kind, names) in _ITEMS.items():
        for index, item in enumerate(getattr(brief, key)):
            yield from _of_item(item, f"{kind}:{getattr(item, 'id', index + 1)}", (key, index), names)


def _of_item(item: Model, address: str, location: tuple[str | int, ...], names: tuple[str, ...]) -> Iterator[Field]:
    for name in names:
        text = getattr(item, name)
        if text:
            yield Field((*location, name), address, text)
