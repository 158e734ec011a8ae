"""What a drawing holds and does not show: words of parts that are not drawn, or drawn so that nobody sees them.

A page and a handout say what an image shows in its `alt`; its own title and description are for programs that draw.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import cssselect2
import tinycss2
import tinycss2.color3
from lxml import etree  # type: ignore[import-untyped]

from generator.images.svg import SVG

_TOLD = frozenset(f"{SVG}{name}" for name in ("title", "desc"))
_TEXTS = frozenset(f"{SVG}{name}" for name in ("text", "tspan", "textPath", "a"))
# What is drawn only where something refers to it.
_PARTS = frozenset(
    f"{SVG}{name}" for name in ("defs", "symbol", "clipPath", "mask", "pattern", "marker", "linearGradient", "radialGradient", "filter")
)
_INSIDE = re.compile(r"url\(\s*[\"']?#([^)\"'\s]+)")
_NOTHING = re.compile(r"[+-]?0*\.?0+(?:[a-z]+|%)?", re.IGNORECASE)
_OWN = ("display", "opacity")


class Seen(NamedTuple):
    """What parts inherit that decides whether their words are seen."""

    visibility: str = "visible"
    font_size: str = "1"
    fill: str = "black"
    fill_opacity: str = "1"
    stroke: str = "none"
    stroke_opacity: str = "1"

    def with_own(self, own: Mapping[str, str]) -> Seen:
        """The same with what an element says itself."""
        told = {name: own[name.replace("_", "-")] for name in self._fields if name.replace("_", "-") in own}
        return self._replace(**{name: value for name, value in told.items() if value != "inherit"})

    @property
    def shows(self) -> bool:
        """Whether words that are set so are seen."""
        painted = _is_paint(self.fill, self.fill_opacity) or _is_paint(self.stroke, self.stroke_opacity)
        return self.visibility not in ("hidden", "collapse") and not _NOTHING.fullmatch(self.font_size) and painted


_PROPERTIES = (*_OWN, *(name.replace("_", "-") for name in Seen._fields))


def without_unshown(root: etree._Element) -> None:
    """Take out of a drawing the words that it does not show."""
    shown = _Shown(root).elements
    for element in [each for each in root.iter() if each.tag in _TOLD]:
        element.getparent().remove(element)
    for element in root.iter():
        if element.tag != f"{SVG}style" and element not in shown:
            element.text = None
            for child in element:
                child.tail = None


class _Drawn(NamedTuple):
    """Something to draw: with what it inherits, inside of a text or not, and whether something refers to it."""

    element: etree._Element
    seen: Seen
    in_text: bool
    is_meant: bool


class _Shown:
    """The elements whose own words are seen: what is drawn is followed from the root, through all that refers to other parts."""

    def __init__(self, root: etree._Element) -> None:
        self.elements: set[etree._Element] = set()
        self.parts: dict[str | None, etree._Element] = {}
        for element in root.iter():
            self.parts.setdefault(element.get("id"), element)
        self.styles, sheets = _styles(root)
        self.seen: set[tuple[etree._Element, Seen, bool]] = set()
        styled = (
            self.parts[name] for name in _INSIDE.findall(sheets) if name in self.parts
        )  # by which elements, only who styles would know
        open_now = [_Drawn(element, Seen(), in_text=False, is_meant=True) for element in (root, *styled)]
        while open_now:
            open_now += self._draw(*open_now.pop())

    def _draw(self, element: etree._Element, seen: Seen, in_text: bool, is_meant: bool) -> Iterator[_Drawn]:
        """Draw an element, and give what is drawn with it; `is_meant`: something refers to it that draws what else is not drawn."""
        own = self.styles.get(element) or _own(element, ())
        if not is_meant and (element.tag in _PARTS or own.get("display") == "none"):
            return
        seen = seen.with_own(own)
        if (element, seen, in_text) in self.seen or _NOTHING.fullmatch(own.get("opacity", "1")):
            return
        self.seen.add((element, seen, in_text))
        in_text = element.tag == f"{SVG}text" or (in_text and element.tag in _TEXTS)
        if in_text and seen.shows:
            self.elements.add(element)
        for child in element:
            yield _Drawn(child, seen, in_text, is_meant=False)
        for part, is_copy in self._meant(element):
            yield _Drawn(part, seen if is_copy else Seen(), in_text=False, is_meant=not is_copy or part.tag == f"{SVG}symbol")

    def _meant(self, element: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
        """The parts that an element refers to, and whether it is a copy of them."""
        for name, value in element.attrib.items():
            is_address = name == "href"
            for meant in [value[1:]] if is_address else _INSIDE.findall(value):
                if meant in self.parts:
                    yield self.parts[meant], is_address and element.tag == f"{SVG}use"


def _is_paint(paint: str, opacity: str) -> bool:
    colour = tinycss2.color3.parse_color(paint)
    return paint != "none" and getattr(colour, "alpha", 1) != 0 and not _NOTHING.fullmatch(opacity)


def _styles(root: etree._Element) -> tuple[dict[etree._Element, dict[str, str]], str]:
    """What elements say of how they are drawn, where there are style sheets; and all of these."""
    matcher = cssselect2.Matcher()
    sheets = "\n".join(style.text or "" for style in root.iter(f"{SVG}style"))
    for rule in tinycss2.parse_stylesheet(sheets):
        if rule.type != "qualified-rule":
            continue
        declared = _declared(rule.content)
        try:
            for selector in cssselect2.compile_selector_list(rule.prelude) if declared else ():
                matcher.add_selector(selector, declared)
        except cssselect2.SelectorError:
            continue  # which browsers know no better
    if not sheets:
        return {}, sheets
    wrapped = cssselect2.ElementWrapper.from_xml_root(root).iter_subtree()
    return {each.etree_element: _own(each.etree_element, matcher.match(each)) for each in wrapped}, sheets


Declared = list[tuple[str, str, bool]]  # property, value, whether it is important


def _own(element: etree._Element, matched: Iterable[tuple[Any, Any, Any, Declared]]) -> dict[str, str]:
    """What an element says of how it is drawn: by its attributes, by style sheets in the order of their weight, and by its own style."""
    found = {name: value.strip() for name in _PROPERTIES if (value := element.get(name)) is not None}
    declared = [each for _, _, pseudo, each in matched if pseudo is None]
    if style := element.get("style"):
        declared.append(_declared(tinycss2.parse_component_value_list(style)))
    flat = [each for one in declared for each in one]
    for name, value, _ in sorted(flat, key=lambda each: each[2]):
        found[name] = value
    return found


def _declared(content: list[Any]) -> Declared:
    parsed = tinycss2.parse_blocks_contents(content)
    return [
        (each.lower_name, tinycss2.serialize(each.value).strip().lower(), each.important)
        for each in parsed
        if each.type == "declaration" and each.lower_name in _PROPERTIES
    ]
