"""B317: the texts of a YAML file hold no unseen character."""

from __future__ import annotations

from collections.abc import Iterator

from generator.parsing.folder import head
from generator.text.finding import Finding
from generator.text.places import Span
from generator.text.unseen import Unseen, may_have_unseen, unseen
from generator.text.yamltree import Mapping, Node, Scalar, Sequence


def scalars(node: Node) -> Iterator[tuple[Span, str]]:
    """The scalars of a tree: where each is pointed at, and its text."""
    if isinstance(node, Scalar):
        yield head(node), node.value
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from scalars(key)
            yield from scalars(value)


def find_unseen(tree: Node) -> Iterator[Finding]:
    """A finding for each text with unseen characters that nothing in it needs."""
    for span, text in scalars(tree) if may_have_unseen(tree.span.text.body) else ():
        if found := list(unseen(text)):
            yield finding(span, found)


def finding(span: Span, found: list[Unseen]) -> Finding:
    """The finding for the unseen characters of a text."""
    named = ", ".join(dict.fromkeys(map(str, found)))
    message = f"what nobody sees here changes what is seen or copied: {named}"
    return Finding("B317", message, span.narrow(found[0].character), "take it out")
