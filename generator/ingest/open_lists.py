"""The lists of an OpenDocument text and the outline of its headings (OpenDocument 1.3, 5.3 and 16.30): how they are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.ingest.numbering import Counters, Level
from generator.ingest.open_runs import elements, tag, value, words_in

_FORMS = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman", "01, 02, 03, ...": "decimalZero", "": "none"}
_LETTERS = {"a": "lower", "A": "upper"}
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_WRITTEN_OUT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_DEEPEST = 20  # styles that rest on one another


class Lists:
    """Numbers the items of lists, and headings, in the order of the document."""

    def __init__(self, *roots: Any) -> None:
        named = [each for root in roots for each in elements(root, "text:list-style", "text:outline-style")]
        self._levels = {value(each, "style:name"): _levels(each) for each in named}
        self._outlines = {value(each, "style:name"): _levels(each) for each in named if tag(each) == "text:outline-style"}
        self._styles = {value(each, "style:name"): each for root in roots for each in elements(root, "style:style")}
        self._headings = Counters()
        self._begun: dict[Any, Counters] = {}
        self._by_id: dict[str, Counters] = {}
        self._by_style: dict[str, Counters] = {}

    def mark(self, paragraph: Any) -> str:
        """The number or bullet before a paragraph, and a space; empty where it has none."""
        lists, own = list(_lists_around(paragraph)), self._list_of_style(paragraph)
        style = next((name for name in (value(each, "text:style-name") for each in lists) if name), own or "")
        if tag(paragraph) == "text:h" and (not lists or style in self._outlines or style not in self._levels):
            return "" if own == "" or value(paragraph, "text:is-list-header") == "true" else self._of_heading(paragraph)
        item = paragraph.getparent()
        if not lists or tag(item) != "text:list-item" or next(_paragraphs(item)) is not paragraph:
            return ""
        counters, at = self._counters(lists[::-1]), len(lists) - 1
        _restart(counters, at, item)
        drawn = counters.next(self._levels.get(style, {}), at) if style in self._levels else ""
        return _written(item) or drawn

    def _of_heading(self, heading: Any) -> str:
        at = _whole(value(heading, "text:outline-level"), 1) - 1
        if value(heading, "text:restart-numbering") == "true":
            self._headings.reached.pop(at, None)
            _restart(self._headings, at, heading)
        levels = next(iter(self._outlines.values()), {})
        drawn = self._headings.next(levels, at) if at in levels else ""
        return _written(heading) or drawn

    def _list_of_style(self, paragraph: Any) -> str | None:
        """The list style of a paragraph's style, or of what that rests on: empty where it forbids one, None where nothing is said."""
        name = value(paragraph, "text:style-name")
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                break
            if any(key.endswith("}list-style-name") for key in style.keys()):  # noqa: SIM118 - an element is no mapping
                return value(style, "style:list-style-name")
            name = value(style, "style:parent-style-name")
        return None

    def _counters(self, lists: Sequence[Any]) -> Counters:
        """The counters of lists in one another, the outermost first: one that begins counts anew, or takes up another's count."""
        counters = Counters()
        for depth, each in enumerate(lists):
            if each in self._begun:
                counters = self._begun[each]
                continue
            goes_on = value(each, "text:continue-numbering") == "true"
            if not depth:
                style = value(each, "text:style-name")
                before = self._by_id.get(value(each, "text:continue-list")) or (self._by_style.get(style) if goes_on else None)
                counters = self._by_style[style] = before or counters
            elif not goes_on:
                counters.reached.pop(depth, None)
            self._begun[each] = counters
            if name := each.get(_XML_ID):
                self._by_id[name] = counters
        return counters


def _lists_around(paragraph: Any) -> Iterator[Any]:
    """The lists that a paragraph is an item of, the innermost first."""
    item = paragraph.getparent()
    while item is not None and tag(item) in ("text:list-item", "text:list-header"):
        yield item.getparent()
        item = item.getparent().getparent()


def _paragraphs(item: Any) -> Iterator[Any]:
    return (each for each in item.iterchildren("*") if tag(each) in ("text:p", "text:h"))


def _written(numbered: Any) -> str:
    """The number as the program that wrote the document showed it, where it did."""
    found = next((words_in(each) for each in numbered.iterchildren("*") if tag(each) == "text:number"), "")
    return f"{found} " if found else ""


def _restart(counters: Counters, at: int, numbered: Any) -> None:
    start = _whole(value(numbered, "text:start-value"), -1)
    if start >= 0:
        counters.reached[at] = start - 1


def _whole(written: str, otherwise: int) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 6 else otherwise


def _levels(style: Any) -> dict[int, Level]:
    """The levels of a list style, from 0."""
    own = {_whole(value(each, "text:level"), 1) - 1: each for each in style.iterchildren("*") if value(each, "text:level")}
    return {at: _level(each, at, own) for at, each in own.items()}


def _level(element: Any, at: int, own: dict[int, Any]) -> Level:
    name, form = tag(element), value(element, "style:num-format")
    if name.endswith(("-bullet", "-image")):
        return Level()
    case, synced = _LETTERS.get(form), value(element, "style:num-letter-sync") == "true"
    known = f"{case}{'Letter' if synced else 'Places'}" if case else _FORMS.get(form, form)
    return Level(_text(element, at, own), known, _whole(value(element, "text:start-value"), 1))


def _text(element: Any, at: int, own: dict[int, Any]) -> str:
    """What a level shows, with `%1` for the number of the first level, as a hexadecimal figure."""
    written_out = element.get(_WRITTEN_OUT) or value(element, "style:num-list-format")
    if written_out:
        return re.sub(r"%(10|[1-9])%", lambda match: f"%{int(match[1]):X}", written_out)
    shown = max(1, _whole(value(element, "text:display-levels"), 1))
    numbers = (each for each in range(max(0, at + 1 - shown), at + 1) if each in own and value(own[each], "style:num-format"))
    return f"{value(element, 'style:num-prefix')}{'.'.join(f'%{each + 1:X}' for each in numbers)}{value(element, 'style:num-suffix')}"
