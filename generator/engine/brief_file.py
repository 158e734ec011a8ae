"""Adding items to the lists of a brief.yml, with comments, and everything else byte for byte as it was.

ruamel.yaml writes the new items only: it would wrap and indent anew what editors have written. The items go into the text,
and the result is read again: it must hold what was there, and the new items where they belong, or nothing is changed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from generator.engine.brief_text import (
    BriefFileError,
    after_comments,
    dash,
    end_of,
    in_brackets,
    line_break,
    line_end,
    line_start,
    prove,
    read_brief,
)
from generator.text.places import Text
from generator.text.yamltree import Node, Scalar, plain_kind
from generator.text.yamltree import Sequence as SequenceNode

_NEEDS_QUOTES = re.compile(r"[:#\"'{}\[\],&*!|>%@`\\]|^[-?.~ ]|[^\S ]|\s$|^$")
_SHORT = 60  # characters of values that are read at a glance
_WIDE = 10**9  # columns: no line is wrapped


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
    return value.replace() if isinstance(value, date) else value  # a day of its own: YAML would refer to one that came before


def _one_line(comment: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in comment).split())


def added(text: Text, key: str, items: Sequence[CommentedMap], at: int | None = None) -> str:
    """The body of a brief.yml with items in the list `key`, before its item `at`, or at its end where none is named.

    BriefFileError where that cannot be done without a doubt.
    """
    if not items:
        return text.body
    tree = read_brief(text)
    node, name = tree.get(key), tree.key(key)
    if node is None or name is None:
        body = text.body
        gap = "" if not body.strip("\ufeff\r\n") else "\n" if body.endswith("\n") else "\n\n"
        new = _inserted(text, len(body), f"{gap}{key}:\n{as_lines(items, 2)}")
    elif node.span.start < name.span.end:
        raise BriefFileError(f"line {name.span.line}: `{key}` repeats another list (`*`); write its items out")
    elif isinstance(node, Scalar) and node.kind == "null":
        is_empty = not node.span.words.strip()
        new = _inserted(text, line_end(text, name.span.end), as_lines(items, 2)) if is_empty else _instead(text, node, items)
    elif isinstance(node, SequenceNode):
        at = None if in_brackets(node) or at == len(node.items) else at
        new = _in_list(text, node, items, at)
    else:
        raise BriefFileError(f"line {name.span.line}: `{key}` is no list; write its items below it, each after `- `")
    prove(text, new, key, lambda old: [*old[:at], *map(as_read, items), *(old[at:] if at is not None else ())], "added to")
    return new


def _in_list(text: Text, node: SequenceNode, items: Sequence[CommentedMap], at: int | None) -> str:
    if in_brackets(node):
        return _in_brackets(text, node, items)
    first = dash(node, 0)
    indent = first - line_start(text, first)
    if at == 0:
        return _inserted(text, line_start(text, first), as_lines(items, indent))
    last = node.items[-1 if at is None else at - 1]
    return _inserted(text, after_comments(text.body, line_end(text, end_of(last)), indent), as_lines(items, indent))


def _in_brackets(text: Text, node: SequenceNode, items: Sequence[CommentedMap]) -> str:
    """Into `[…]` on one line, without comments; `[]` makes way for lines with dashes."""
    if not node.items:
        return _instead(text, node, items)
    body = text.body
    offset, words = end_of(node.items[-1]), ", ".join(map(in_flow, items))
    comma = re.compile(r"\s*,").match(body, offset)
    return f"{body[: comma.end()]} {words}{body[comma.end() :]}" if comma else f"{body[:offset]}, {words}{body[offset:]}"


def _instead(text: Text, nothing: Node, items: Sequence[CommentedMap]) -> str:
    """In the place of `[]` or `~`, a comment after which stays."""
    body, end = text.body, line_end(text, nothing.span.end)
    comment = body[nothing.span.end : end].strip()
    emptied = f"{body[: nothing.span.start].rstrip(' ')}{f'  {comment}' if comment else ''}"
    return _inserted(Text(text.path, f"{emptied}{line_break(body)}{body[end:]}"), len(emptied) + len(line_break(body)), as_lines(items, 2))


def _inserted(text: Text, offset: int, lines: str) -> str:
    """A body with whole lines more, with the line ends that it has."""
    before, after = text.body[:offset], text.body[offset:]
    opening = "" if not before.strip("\ufeff") or before.endswith("\n") or lines.startswith("\n") else "\n"
    return f"{before}{(opening + lines).replace(chr(10), line_break(text.body))}{after}"


def as_lines(items: Sequence[CommentedMap], indent: int) -> str:
    """Items as block YAML, their dashes at a column."""
    yaml = YAML()
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(CommentedSeq(items), stream)
    lines = [line.removeprefix("  ") for line in stream.getvalue().splitlines()]
    return "".join(f"{' ' * indent}{line}\n" if line.strip() else "\n" for line in lines)


def in_flow(each: CommentedMap) -> str:
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


def as_read(value: Any) -> Any:
    """A value as it reads from YAML: dates stay text."""
    if isinstance(value, Mapping):
        return {str(key): as_read(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_read(each) for each in value]
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, str) else value
