"""The names that a drawing has for its own parts: whoever drew it chose the words, and nobody is shown them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import tinycss2
from lxml import etree  # type: ignore[import-untyped]

from generator.images.refused import ImageError
from generator.images.svg import SVG

_INPUTS = ("in", "in2")
_NAMING = (*_INPUTS, "id", "class", "result")
# What filters begin with.
_GIVEN = frozenset(["SourceGraphic", "SourceAlpha", "BackgroundImage", "BackgroundAlpha", "FillPaint", "StrokePaint"])


def without_names(root: etree._Element) -> None:
    """Number the names of parts, classes, results of filters and properties, and leave out those that nothing refers to."""
    names = _Names()
    sheets = list(root.iter(f"{SVG}style"))
    rules = [tinycss2.parse_component_value_list(sheet.text or "") for sheet in sheets]
    for rule in rules:
        names.read(rule)
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "href" and value.startswith("#"):
                names.wanted["i"].add(value[1:])
            elif name in _INPUTS:
                names.wanted["r"].add(value)
            elif _may_name(name, value):
                names.read(tinycss2.parse_component_value_list(value), in_rule=True)
    for element in root.iter():
        _rename(element, names)
    for sheet, rule in zip(sheets, rules, strict=True):
        names.write(rule)
        sheet.text = tinycss2.serialize(rule)


def _may_name(name: str, value: str) -> bool:
    return name == "style" or (name not in _NAMING and ("url(" in value.lower() or "var(" in value.lower()))


def _rename(element: etree._Element, names: _Names) -> None:
    for name, value in list(element.attrib.items()):
        if name == "id":
            _set(element, name, names.new("i", value) if value in names.wanted["i"] else "")
        elif name == "class":
            _set(element, name, " ".join(names.new("c", each) for each in value.split() if each in names.wanted["c"]))
        elif name == "result":
            _set(element, name, names.new("r", value) if value in names.wanted["r"] else "")
        elif name in _INPUTS and value not in _GIVEN:
            _set(element, name, names.new("r", value))
        elif name == "href" and value.startswith("#"):
            _set(element, name, f"#{names.new('i', value[1:])}")
        elif _may_name(name, value):
            tokens = tinycss2.parse_component_value_list(value)
            names.write(tokens, in_rule=True)
            _set(element, name, tinycss2.serialize(tokens))


def _set(element: etree._Element, name: str, value: str) -> None:
    if value:
        element.set(name, value)
    else:
        del element.attrib[name]


class _Names:
    """Names by kind, as a letter: of parts (i), of classes (c), of results (r), of properties (--p)."""

    def __init__(self) -> None:
        self.wanted: dict[str, set[str]] = {"i": set(), "c": set(), "r": set(), "--p": set()}
        self.numbers: dict[tuple[str, str], int] = {}
        self.counts: dict[str, int] = {}

    def new(self, kind: str, name: str) -> str:
        """The number that stands for a name."""
        if (kind, name) not in self.numbers:
            self.counts[kind] = self.numbers[kind, name] = self.counts.get(kind, 0) + 1
        return f"{kind}{self.numbers[kind, name]}"

    def read(self, tokens: list[Any], *, in_rule: bool = False) -> None:
        """Learn which names a style sheet or a value refers to."""
        for kind, token in _named(tokens, in_rule=in_rule):
            self.wanted[kind].add(_name(token))

    def write(self, tokens: list[Any], *, in_rule: bool = False) -> None:
        """Put numbers in the place of names."""
        for kind, token in _named(tokens, in_rule=in_rule):
            new = self.new(kind, _name(token))
            if token.type in ("url", "string"):
                token.representation = f"url(#{new})" if token.type == "url" else f'"#{new}"'
            else:
                token.value = new


def _name(token: Any) -> str:
    return str(token.value[1:] if token.type in ("url", "string") else token.value)


def _named(tokens: list[Any], *, in_rule: bool) -> Iterator[tuple[str, Any]]:
    """The tokens that name something, each with the kind that it names."""
    before: Any = None
    for token in tokens:
        if token.type == "url" or (token.type == "string" and token.value.startswith("#")):
            yield "i", token
        elif token.type == "ident" and token.value.startswith("--"):
            yield "--p", token
        elif token.type == "hash" and not in_rule and token.is_identifier:
            yield "i", token
        elif token.type == "ident" and not in_rule and before == ".":
            yield "c", token
        elif token.type == "[] block" and not in_rule and any(getattr(each, "lower_value", "") in _NAMING for each in token.content):
            raise ImageError("B212", "its styles look for parts of names", "save it as plain SVG, or as PNG")
        inner = token.arguments if token.type == "function" else getattr(token, "content", None)
        if isinstance(inner, list):
            yield from _named(inner, in_rule=in_rule or token.type == "{} block")
        before = token
