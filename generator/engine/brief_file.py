"""Adding items to a brief.yml: at the end of a list, with comments, and everything else byte for byte as it was.

ruamel.yaml writes the new items only: it would wrap and indent anew what editors have written. The items go into the text where
the list ends, and the result is read again: it must hold what was there, and the new items after it, or nothing is changed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from generator.parsing.yaml_file import plain_data
from generator.text.finding import Finding
from generator.text.places import Text
from generator.text.yamltree import Mapping as MappingNode
from generator.text.yamltree import Node, Scalar, compose, plain_kind
from generator.text.yamltree import Sequence as SequenceNode

_NEEDS_QUOTES = re.compile(r"[:#\"'{}\[\],&*!|>%@`\\]|^[-?.~ ]|[^\S ]|\s$|^$")
_SHORT = 60  # characters of values that are read at a glance
_WIDE = 10**9  # columns: no line is wrapped


class BriefFileError(ValueError):
    """Why items cannot be added, in words."""


def item(values: Mapping[str, Any], comments: Mapping[str | tuple[str, int], str] = {}) -> CommentedMap:
    """An item to add, from its keys in order: None is written as an empty value, short mappings in lists on one line.

    `comments` stand at the end of the line of a key, or of an entry of a list (`("segments", 0)`).
    """
    written = CommentedMap({key: _value(value) for key, value in values.items()})
    for place, comment in comments.items():
        key, index = place if isinstance(place, tuple) else (place, None)
        if index is None:
            written.yaml_add_eol_comment(_one_line(comment), key, column=0)
        else:
            written[key].yaml_add_eol_comment(_one_line(comment), index, column=0)
    return written


def _value(value: Any) -> Any:
    if isinstance(value, str):
        quoted = plain_kind(value) != "str" or _NEEDS_QUOTES.search(value)
        return DoubleQuotedScalarString(value) if quoted else value
    if isinstance(value, Mapping):
        inner = CommentedMap({key: _value(each) for key, each in value.items()})
        if sum(len(str(each)) for each in value.values()) <= _SHORT:
            inner.fa.set_flow_style()
        return inner
    if isinstance(value, Sequence):
        listed = CommentedSeq([_value(each) for each in value])
        if not any(isinstance(each, Mapping) for each in value):
            listed.fa.set_flow_style()
        return listed
    return value


def _one_line(comment: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in comment).split())


def read_brief(text: Text) -> MappingNode:
    """The tree of a brief.yml; BriefFileError where it is none that items can be added to."""
    tree, findings = compose(text)
    if tree is None:
        raise BriefFileError(_first(findings))
    if not isinstance(tree, MappingNode):
        raise BriefFileError("it holds no keys; begin it with `title:` and `summary:`")
    if text.body[tree.span.start : tree.span.start + 1] == "{":
        raise BriefFileError("it is written in braces; write each key on a line of its own")
    return tree


def _first(findings: Iterable[Finding]) -> str:
    finding = next(iter(findings))
    return f"line {finding.span.line}: {finding.sentence}"


def added(text: Text, key: str, items: Sequence[CommentedMap]) -> str:
    """The body of a brief.yml with items at the end of the list `key`; BriefFileError where that cannot be done without a doubt."""
    if not items:
        return text.body
    tree = read_brief(text)
    node, name = tree.get(key), tree.key(key)
    if node is None or name is None:
        body = text.body
        gap = "" if not body.strip("\ufeff\r\n") else "\n" if body.endswith("\n") else "\n\n"
        new = _inserted(text, len(body), f"{gap}{key}:\n{_lines(items, 2)}")
    elif node.span.start < name.span.end:
        raise BriefFileError(f"line {name.span.line}: `{key}` repeats another list (`*`); write its items out")
    elif isinstance(node, Scalar) and node.kind == "null":
        is_empty = not node.span.words.strip()
        new = _inserted(text, _line_end(text, name.span.end), _lines(items, 2)) if is_empty else _instead(text, node, items)
    elif isinstance(node, SequenceNode):
        new = _in_list(text, node, items)
    else:
        raise BriefFileError(f"line {name.span.line}: `{key}` is no list; write its items below it, each after `- `")
    _prove(text, new, key, items)
    return new


def _in_list(text: Text, node: SequenceNode, items: Sequence[CommentedMap]) -> str:
    if text.body[node.span.start] == "[":
        return _in_brackets(text, node, items)
    dash = text.body.rindex("-", 0, node.items[-1].span.start)
    indent = dash - (text.body.rfind("\n", 0, dash) + 1)
    return _inserted(text, _after_comments(text.body, _line_end(text, _end(node.items[-1])), indent), _lines(items, indent))


def _in_brackets(text: Text, node: SequenceNode, items: Sequence[CommentedMap]) -> str:
    """Into `[…]` on one line, without comments; `[]` makes way for lines with dashes."""
    if not node.items:
        return _instead(text, node, items)
    body = text.body
    offset, words = _end(node.items[-1]), ", ".join(map(_in_flow, items))
    comma = re.compile(r"\s*,").match(body, offset)
    return f"{body[: comma.end()]} {words}{body[comma.end() :]}" if comma else f"{body[:offset]}, {words}{body[offset:]}"


def _instead(text: Text, nothing: Node, items: Sequence[CommentedMap]) -> str:
    """In the place of `[]` or `~`, a comment after which stays."""
    body, end = text.body, _line_end(text, nothing.span.end)
    comment = body[nothing.span.end : end].strip()
    emptied = f"{body[: nothing.span.start].rstrip(' ')}{f'  {comment}' if comment else ''}"
    return _inserted(Text(text.path, f"{emptied}{_line_break(body)}{body[end:]}"), len(emptied) + len(_line_break(body)), _lines(items, 2))


def _end(node: Node) -> int:
    """Where a node's own words end: libyaml lets a block reach to whatever comes next."""
    if isinstance(node, Scalar):
        return node.span.start + len(node.span.words.rstrip())
    children = [value for entry in node.entries for value in entry] if isinstance(node, MappingNode) else list(node.items)
    if node.span.words[:1] in ("{", "[") or not children:
        return node.span.end
    return max(_end(child) for child in children)


def _line_end(text: Text, offset: int) -> int:
    """The offset after the line in which `offset` lies."""
    found = text.body.find("\n", offset)
    return found + 1 if found >= 0 else len(text.body)


def _after_comments(body: str, offset: int, indent: int) -> int:
    """The offset after comments that are indented like the inside of the last item: they belong to it."""
    while (match := re.compile(rf"[ ]{{{indent + 1},}}#[^\n]*(?:\n|$)").match(body, offset)) and match.end() > offset:
        offset = match.end()
    return offset


def _line_break(body: str) -> str:
    return "\r\n" if "\r\n" in body else "\n"


def _inserted(text: Text, offset: int, lines: str) -> str:
    """A body with whole lines more, with the line ends that it has."""
    before, after = text.body[:offset], text.body[offset:]
    opening = "" if not before.strip("\ufeff") or before.endswith("\n") or lines.startswith("\n") else "\n"
    return f"{before}{(opening + lines).replace(chr(10), _line_break(text.body))}{after}"


def _lines(items: Sequence[CommentedMap], indent: int) -> str:
    """Items as block YAML, their dashes at a column."""
    yaml = YAML()
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(CommentedSeq(items), stream)
    lines = [line.removeprefix("  ") for line in stream.getvalue().splitlines()]
    return "".join(f"{' ' * indent}{line}\n" if line.strip() else "\n" for line in lines)


def _in_flow(each: CommentedMap) -> str:
    """An item on one line; comments have no place there."""
    yaml = YAML()
    yaml.width = _WIDE
    yaml.default_flow_style = True
    stream = io.StringIO()
    yaml.dump(_plain(each), stream)
    return stream.getvalue().strip()


def _plain(value: Any) -> Any:
    """A value without its comments and layout."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _prove(text: Text, new: str, key: str, items: Sequence[CommentedMap]) -> None:
    """The new body holds what the old one did, and the items after it."""
    old = plain_data(read_brief(text))
    tree, findings = compose(Text(text.path, new))
    expected = {**old, key: [*(old.get(key) or []), *(_as_read(each) for each in items)]}
    if tree is None or plain_data(tree) != expected:
        why = _first(findings) if tree is None else "its layout is not understood"
        raise BriefFileError(f"`{key}` cannot be added to safely ({why}); write the list with one `- ` a line")


def _as_read(value: Any) -> Any:
    """A value as it reads from YAML: dates stay text."""
    if isinstance(value, Mapping):
        return {str(key): _as_read(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_read(each) for each in value]
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, str) else value
