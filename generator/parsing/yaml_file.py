"""A YAML file to a model, with all that is wrong with it, and with what is left when that is taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from generator.items import ItemRef, Model
from generator.items.fields import Location
from generator.parsing import errors
from generator.parsing.folder import span_at
from generator.text.finding import Finding
from generator.text.places import Span, Text
from generator.text.yamltree import Mapping as MappingNode
from generator.text.yamltree import Node, Scalar, Sequence, compose

MAX_SOURCE_BYTES = 20_000_000
MAX_ARTICLE_BYTES = 500_000  # 80,000 words: the Markdown parser takes seconds for them
MAX_ARTICLE_PARTS = 50_000  # lines, cells and marks: more than one for every second word of those

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Reading(Generic[M]):
    """What was read of a file.

    `value` is None where nothing could be made of it. Else it lacks what is faulty: `kept` gives for a list the original indexes
    of the entries that stayed, `lost` the items that did not.
    """

    tree: MappingNode | None
    value: M | None
    kept: Mapping[str, tuple[int, ...]]
    lost: frozenset[ItemRef]
    findings: tuple[Finding, ...]

    def span(self, *location: str | int) -> Span:
        """The place of a value, by key and index as in `value`."""
        return span_at(self.tree or MappingNode((), Text("", "").span(), 0), location, self.kept)


def decode(path: str, data: bytes, limit: int = MAX_SOURCE_BYTES) -> tuple[Text | None, tuple[Finding, ...]]:
    """Bytes as UTF-8 text; a byte order mark stays, so that offsets agree with the file."""
    if len(data) > limit:
        return None, (Finding("B111", f"the file has more than {limit:,} bytes", Text(path, "").span(), "split it"),)
    try:
        return Text(path, data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        readable = Text(path, data.decode("utf-8", errors="replace"))
        offset = len(data[: error.start].decode("utf-8"))
        message = f"byte 0x{data[error.start]:02x} at position {error.start} is not UTF-8"
        return None, (Finding("B101", message, Span(readable, offset, offset + 1), "save the file in the encoding UTF-8"),)


def read_article(path: str, data: bytes) -> tuple[Text | None, tuple[Finding, ...]]:
    """Bytes as the text of an article, which has no more parts than take seconds to read and to set."""
    text, found = decode(path, data, MAX_ARTICLE_BYTES)
    last = next(islice(_PART.finditer(text.body), MAX_ARTICLE_PARTS, None), None) if text else None
    if text is None or last is None:
        return text, found
    message = f"the article has more than {MAX_ARTICLE_PARTS:,} lines, cells of tables and marks of links and emphasis: they end here"
    return None, (Finding("B111", message, text.span(last.start(), last.end()), "split it"),)


_PART = re.compile(r"[\n|\[*_`<]")


def plain_data(node: Node) -> Any:
    """A tree as dicts, lists and scalars, typed as YAML types them; dates stay text."""
    if isinstance(node, MappingNode):
        return {key.value: plain_data(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain_data(item) for item in node.items]
    return _scalar_value(node)


def _scalar_value(node: Scalar) -> Any:
    if node.kind == "null":
        return None
    if node.kind == "bool":
        return node.value.lower() in ("true", "yes", "on")
    if node.kind in ("int", "float"):
        plain = node.value.isdecimal() and len(node.value) < 16 and not (len(node.value) > 1 and node.value[0] == "0")
        return int(node.value) if plain else 0.0
    return node.value


def tree_of(model: type[Model], text: Text) -> tuple[MappingNode | None, tuple[Finding, ...]]:
    """The tree of a YAML file that is to have the keys of a model, and what is wrong with it; None where it has no keys at all."""
    tree, found = compose(text)
    if isinstance(tree, Scalar) and not tree.value:
        tree = MappingNode((), tree.span, 1)
    if tree is not None and not isinstance(tree, MappingNode):
        what = "a list" if isinstance(tree, Sequence) else "text"
        message = f"the file holds {what} where keys with values are needed"
        return None, (*found, Finding("B105", message, text.span(0, 1), f"begin with `{next(iter(model.model_fields))}:`"))
    return tree, found


def read(model: type[M], text: Text, complete: Callable[[MappingNode], MappingNode] = lambda tree: tree) -> Reading[M]:
    """A YAML file as a model, once its tree is completed; where parts of it are faulty, the rest is read all the same."""
    tree, found = tree_of(model, text)
    if tree is None:
        return Reading(None, None, {}, frozenset(), found)
    tree = complete(tree)
    data = plain_data(tree)
    try:
        return Reading(tree, model.model_validate(data), {}, frozenset(), found)
    except ValidationError as error:
        value, kept, lost = _salvage(model, tree, data)
        return Reading(tree, value, kept, lost, (*found, *errors.findings(model, error, tree)))


def _salvage(model: type[M], tree: MappingNode, data: dict[str, Any]) -> tuple[M | None, dict[str, tuple[int, ...]], frozenset[ItemRef]]:
    """What is left of a file when its faulty parts are taken out, so that the rest is checked in the same run."""
    dropped: dict[str, set[int]] = {}
    for _ in range(4):
        kept = {
            name: tuple(index for index in range(len(value)) if index not in dropped.get(name, ()))
            for name, value in data.items()
            if isinstance(value, list)
        }
        attempt = {name: [value[index] for index in kept[name]] if name in kept else value for name, value in data.items()}
        try:
            value = model.model_validate(attempt)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                _take_out(data, dropped, kept, tuple(detail["loc"]), detail["type"])
            continue
        lost = {errors.item_at(model, tree, (name, index)) for name, indexes in dropped.items() for index in indexes}
        return value, kept, frozenset(item for item in lost if item)
    return None, {}, frozenset()


def _take_out(data: dict[str, Any], dropped: dict[str, set[int]], kept: Mapping[str, tuple[int, ...]], loc: Location, kind: str) -> None:
    name = str(loc[0])
    if name in ("title", "summary"):
        data[name] = "…"
    elif len(loc) > 1 and name in kept and isinstance(loc[1], int) and loc[1] < len(kept[name]):
        index = kept[name][loc[1]]
        item = data[name][index]
        if kind == "extra_forbidden" and len(loc) == 3 and isinstance(item, dict):
            item.pop(loc[2], None)
        else:
            dropped.setdefault(name, set()).add(index)
    else:
        data.pop(name, None)
