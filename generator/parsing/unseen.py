"""B317, B121: the texts of a YAML file hold no unseen character, and no pile of marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.items import ItemRef, Model
from generator.items.fields import Location
from generator.parsing.errors import item_at
from generator.parsing.folder import head
from generator.text.finding import Finding
from generator.text.places import Span, Text
from generator.text.stacked import MOST, stacked
from generator.text.unseen import Unseen, may_have_unseen, unseen
from generator.text.yamltree import Mapping, Node, Scalar, Sequence


class Hiding(NamedTuple):
    """A text with unseen characters that nothing in it needs: its item, where it is pointed at, the text, and the characters."""

    item: ItemRef | None
    span: Span
    text: str
    found: tuple[Unseen, ...]


FindTree = Callable[[], Node]
"""Gives the tree of a file, which is asked for where its letters say that something may be found in it."""


def hiding(model: type[Model], file: Text, find: FindTree) -> Iterator[Hiding]:
    """The texts of a file, keys included, that hold unseen characters."""
    tree = find() if may_have_unseen(file.body) else None
    for location, scalar in _scalars(tree) if tree else ():
        if tree and (found := tuple(unseen(scalar.value))):
            yield Hiding(item_at(model, tree, location), head(scalar), scalar.value, found)


def stacking(model: type[Model], file: Text, find: FindTree) -> Iterator[Finding]:
    """A finding for each text of a file in which a character bears too many marks."""
    tree = find() if "\\" in file.body or stacked(file.body) is not None else None
    for location, scalar in _scalars(tree) if tree else ():
        if tree and (at := stacked(scalar.value)) is not None:
            yield piled(head(scalar).narrow(scalar.value[at]), item_at(model, tree, location))


def piled(span: Span, item: ItemRef | None = None) -> Finding:
    """The finding for a pile of marks that begins at a place."""
    message = f"more than {MOST} combining marks stand on one character here: no script asks for that, and no handout can be set with them"
    return Finding("B121", message, span, "take them out", item=item)


def finding(span: Span, found: tuple[Unseen, ...], item: ItemRef | None = None) -> Finding:
    """The finding for the unseen characters of a text."""
    message = f"what nobody sees here changes what is seen or copied: {', '.join(dict.fromkeys(map(str, found)))}"
    return Finding("B317", message, span.narrow(found[0].character), "take it out", item=item)


def _scalars(node: Node, location: Location = ()) -> Iterator[tuple[Location, Scalar]]:
    if isinstance(node, Scalar):
        yield location, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _scalars(item, (*location, index))
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield location, key
            yield from _scalars(value, (*location, key.value))
