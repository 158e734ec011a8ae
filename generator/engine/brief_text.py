"""Where things stand in the text of a brief.yml, and the proof that an edit of it changed what it should and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from generator.parsing.yaml_file import plain_data
from generator.text.finding import Finding
from generator.text.places import Text
from generator.text.yamltree import Mapping as MappingNode
from generator.text.yamltree import Node, Scalar, compose
from generator.text.yamltree import Sequence as SequenceNode

_DASH = re.compile(r"^[ \t]*-(?=\s)", re.MULTILINE)


class BriefFileError(ValueError):
    """Why a file cannot be edited, in words."""


def read_brief(text: Text) -> MappingNode:
    """The tree of a brief.yml; BriefFileError where it is none that items can be added to."""
    tree, findings = compose(text)
    if tree is None:
        raise BriefFileError(first(findings))
    if not isinstance(tree, MappingNode):
        raise BriefFileError("it holds no keys; begin it with `title:` and `summary:`")
    if text.body[tree.span.start : tree.span.start + 1] == "{":
        raise BriefFileError("it is written in braces; write each key on a line of its own")
    return tree


def first(findings: Iterable[Finding]) -> str:
    """The first of what is wrong, with its line."""
    finding = next(iter(findings))
    return f"line {finding.span.line}: {finding.sentence}"


def in_brackets(node: SequenceNode) -> bool:
    """Whether a list is written as `[…]`."""
    return node.span.words.startswith("[")


def dash(node: SequenceNode, index: int) -> int:
    """Where the dash of an item of a list stands."""
    text, start = node.span.text, node.items[index].span.start
    begin = end_of(node.items[index - 1]) if index else line_start(text, node.span.start)
    found = [match.end() - 1 for match in _DASH.finditer(text.body, begin, start)]
    if not found:
        raise BriefFileError(f"line {node.span.line}: the list is not understood; write it with one `- ` a line")
    return found[-1]


def end_of(node: Node) -> int:
    """Where a node's own words end: libyaml lets a block reach to whatever comes next."""
    if isinstance(node, Scalar):
        return node.span.start + len(node.span.words.rstrip())
    children = [value for entry in node.entries for value in entry] if isinstance(node, MappingNode) else list(node.items)
    if node.span.words[:1] in ("{", "[") or not children:
        return node.span.end
    return max(end_of(child) for child in children)


def line_end(text: Text, offset: int) -> int:
    """The offset after the line in which `offset` lies."""
    found = text.body.find("\n", offset)
    return found + 1 if found >= 0 else len(text.body)


def line_start(text: Text, offset: int) -> int:
    """The offset at which the line of `offset` begins."""
    return text.body.rfind("\n", 0, offset) + 1


def after_comments(body: str, offset: int, indent: int) -> int:
    """The offset after comments that are indented like the inside of the last item: they belong to it."""
    while (match := re.compile(rf"[ ]{{{indent + 1},}}#[^\n]*(?:\n|$)").match(body, offset)) and match.end() > offset:
        offset = match.end()
    return offset


def line_break(body: str) -> str:
    """The line end that a body has."""
    return "\r\n" if "\r\n" in body else "\n"


def prove(text: Text, new: str, key: str, change: Callable[[list[Any]], list[Any]], doing: str = "changed") -> None:
    """The new body holds what the old one did, with a list changed as it should be; else BriefFileError."""
    old = plain_data(read_brief(text))
    tree, findings = compose(Text(text.path, new))
    found = plain_data(tree) if isinstance(tree, MappingNode) else {}
    expected = {**old, key: change(old.get(key) or [])}
    if {**found, key: found.get(key) or []} != expected:
        why = first(findings) if tree is None else "its layout is not understood"
        raise BriefFileError(f"`{key}` cannot be {doing} safely ({why}); write the list with one `- ` a line")
