"""The order in which a brief's passages are numbered, and the names of what they and their items name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.items import Event, ItemRef, Model, Source
from generator.items.fields import KEYED, Citation, Value, citations, fields, items, meant, references
from generator.items.marks import Prose, Refers
from generator.library.public import PublicBrief
from generator.text import markdown

_ORDER = ("fact", "question", "quote", "event")

Known = Mapping[ItemRef, Model | str]
"""Items by what they are called."""


def numbered(shown: PublicBrief) -> Mapping[tuple[ItemRef, int], int]:
    """The number of each passage, by item and number there: those of facts, of questions, of quotes, of events as they happened."""
    ordered = sorted(citations(shown.brief), key=_place)
    return {(citation.item, citation.number): number for number, citation in enumerate(ordered, 1)}


def _place(citation: Citation) -> tuple[int, date]:
    kind = citation.item.kind
    rank = _ORDER.index(kind) if kind in _ORDER else len(_ORDER) + list(KEYED).index(kind)
    return rank, citation.of.begins if isinstance(citation.of, Event) else date.min


def known(shown: PublicBrief) -> Known:
    """All items that may be named."""
    return {
        **{entry.ref: entry.item for entry in items(shown.brief)},
        **{ItemRef("actor", name): actor for name, actor in shown.actors.items()},
    }


def came_via(item: Model, among: Known) -> Iterator[str]:
    """The way by which the words of an item came, in names."""
    return (named(value, among)[0] for value in references(item) if value.location[0] == "via")


def named(reference: Value[Refers], among: Known) -> tuple[str, ItemRef | None]:
    """The words for what a reference means, and the item that it is; what names no item stands for itself."""
    refs = (ItemRef.parse(":".join(thing)) for thing in meant(reference))
    ref = next((ref for ref in refs if ref in among), None)
    return (_says(among[ref], ref), ref) if ref else (reference.text, None)


def _says(item: Model | str, ref: ItemRef) -> str:
    """What an item is called where it is named: a source by its publisher, any other by its name or text."""
    if isinstance(item, str):
        return markdown.plain(item)
    if isinstance(item, Source) and item.publisher:
        return item.publisher
    field = next(field for field in fields(type(item)) if field.name == KEYED[ref.kind].says)
    words = getattr(item, field.name) or str(ref)
    return markdown.plain(words) if isinstance(field.mark, Prose) else words
