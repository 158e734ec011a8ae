"""Taking items out of a brief.yml, and keys into and out of an item: everything else stays byte for byte as it was.

As when items are added, the result is read again: it must hold what was there but for what was changed, or nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from generator.engine.brief_file import as_lines, as_read, in_flow, item
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
from generator.text.yamltree import Mapping, Sequence


def removed(text: Text, key: str, index: int) -> str:
    """The body without an item of a list and the comments that are written into it; those above it stay."""
    node = _list(text, key)
    if in_brackets(node):
        new = _out_of_brackets(text.body, [each.span.start for each in node.items], [end_of(each) for each in node.items], index)
    else:
        start = line_start(text, dash(node, index))
        end = after_comments(text.body, line_end(text, end_of(node.items[index])), dash(node, index) - start)
        new = _without_lines(text.body, start, end, is_last=index == len(node.items) - 1)
    prove(text, new, key, lambda old: [*old[:index], *old[index + 1 :]])
    return new


def without_key(text: Text, key: str, index: int, name: str) -> str:
    """The body without a key of an item of a list: its line goes, with the comment on it."""
    node = _item(text, key, index)
    names = [each.value for each, _ in node.entries]
    starts, ends = [each.span.start for each, _ in node.entries], [max(end_of(each), end_of(value)) for each, value in node.entries]
    number, body = names.index(name), text.body
    if node.span.words.startswith("{"):
        new = _out_of_brackets(body, starts, ends, number)
    elif number == 0:  # it stands after the dash, and what comes next takes its place
        new = body[: starts[0]] + body[starts[1] if len(starts) > 1 else ends[0] :]
    else:
        new = body[: line_start(text, starts[number])] + body[line_end(text, ends[number]) :]
    _prove_item(text, new, key, index, lambda old: {each: value for each, value in old.items() if each != name})
    return new


def with_key(text: Text, key: str, index: int, name: str, value: str) -> str:
    """The body with one key more in an item of a list, before its others; `value` is written as it is."""
    node = _item(text, key, index)
    first, body = node.entries[0][0].span.start, text.body
    gap = ", " if node.span.words.startswith("{") else f"{line_break(body)}{' ' * (first - line_start(text, first))}"
    new = f"{body[:first]}{name}: {value}{gap}{body[first:]}"
    _prove_item(text, new, key, index, lambda old: {name: value, **old})
    return new


def with_list(text: Text, key: str, index: int, name: str, value: list[Any]) -> str:
    """The body with a list under a key of an item, after its other keys and in the place of what was there; an empty one is left out."""
    if _item(text, key, index).get(name) is not None:
        text = replace(text, body=without_key(text, key, index, name))
    if not value:
        return text.body
    node, body = _item(text, key, index), text.body
    entry = item({name: value})
    if node.span.words.startswith("{"):
        end = end_of(node.entries[-1][1])
        new = f"{body[:end]}, {in_flow(entry)[1:-1]}{body[end:]}"
    else:
        first, end = node.entries[0][0].span.start, line_end(text, max(end_of(each) for pair in node.entries for each in pair))
        indent = first - line_start(text, first)
        lines = as_lines([entry], indent - 2).replace("- ", "  ", 1).replace("\n", line_break(body))
        new = f"{body[:end]}{'' if body[:end].endswith(chr(10)) else line_break(body)}{lines}{body[end:]}"
    _prove_item(text, new, key, index, lambda old: {**old, name: as_read(value)})
    return new


def _list(text: Text, key: str) -> Sequence:
    node = read_brief(text).get(key)
    if not isinstance(node, Sequence):
        raise BriefFileError(f"`{key}` is no list")
    return node


def _item(text: Text, key: str, index: int) -> Mapping:
    found = _list(text, key).items[index]
    if not isinstance(found, Mapping) or not found.entries:
        raise BriefFileError(f"line {found.span.line}: an item of `{key}` has no keys")
    return found


def _prove_item(text: Text, new: str, key: str, index: int, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    prove(text, new, key, lambda old: [*old[:index], change(old[index]), *old[index + 1 :]])


def _without_lines(body: str, start: int, end: int, *, is_last: bool) -> str:
    """Without some lines, and without the empty ones that parted them from what comes next, or before where nothing does."""
    if is_last:
        return re.sub(r"(\n)(?:[ \t]*\r?\n)+\Z", r"\1", body[:start]) + body[end:]
    return body[:start] + re.sub(r"\A(?:[ \t]*\r?\n)+", "", body[end:])


def _out_of_brackets(body: str, starts: list[int], ends: list[int], index: int) -> str:
    """Without one of several stretches that commas part."""
    if index + 1 < len(starts):
        return body[: starts[index]] + body[starts[index + 1] :]
    return body[: ends[index - 1] if index else starts[index]] + body[ends[index] :]
