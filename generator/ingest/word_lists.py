"""The lists of a Word document: which paragraphs are items of which, by themselves or by their styles, and how they are numbered."""

from __future__ import annotations

from typing import Any

from generator.ingest.numbering import Counters, Level
from generator.ingest.word_runs import W

_DEEPEST = 20  # styles that rest on one another


class Lists:
    """Numbers the items of lists, in the order of the document."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._styles = {each.get(f"{W}styleId"): each for each in _all(styles, "style")}
        self._numbers = {each.get(f"{W}numId"): each for each in _all(numbering, "num")}
        self._abstract = {each.get(f"{W}abstractNumId"): each for each in _all(numbering, "abstractNum")}
        self._levels: dict[str, dict[int, Level]] = {}
        self._counters: dict[str, Counters] = {}
        self._begun: set[str] = set()

    def mark(self, paragraph: Any) -> str:
        """The number or bullet before a paragraph, and a space; empty where it has none."""
        number, at = self._item(paragraph)
        if number not in self._numbers:
            return ""
        levels = self._levels_of(number)
        shared = self._named(self._numbers[number])
        counters = self._counters.setdefault(shared, Counters())
        if number not in self._begun:
            self._begun.add(number)
            for level in (
                _at(each) for each in self._numbers[number].iterfind(f"{W}lvlOverride") if each.find(f"{W}startOverride") is not None
            ):
                counters.reached.pop(level, None)
        return counters.next(levels, at)

    def _item(self, paragraph: Any) -> tuple[str, int]:
        """The id of the list that a paragraph is in, and its level; `0` is none, as Word has it."""
        number, level = _number_in(paragraph.find(f"{W}pPr"))
        named = _value(paragraph, "pPr", "pStyle")
        for _ in range(_DEEPEST):
            style = self._styles.get(named)
            if style is None or (number and level):
                break
            own, at = _number_in(style.find(f"{W}pPr"))
            if own and not number:
                number, level = own, level or at or self._level_of_style(own, named)
            named = _value(style, "basedOn")
        return number or "", _whole(level, 0)

    def _level_of_style(self, number: str, style: str | None) -> str | None:
        """The level that names a style as its own."""
        levels = self._list(number).iterfind(f"{W}lvl") if number in self._numbers else ()
        return next((each.get(f"{W}ilvl") for each in levels if _value(each, "pStyle") == style), None)

    def _named(self, number: Any) -> str:
        return _value(number, "abstractNumId") or ""

    def _list(self, number: str) -> Any:
        """The definition of a list, or the one that its style links to."""
        found = self._abstract.get(self._named(self._numbers[number]), ())
        linked = self._styles.get(_value(found, "numStyleLink")) if len(found) else None
        other = _number_in(linked.find(f"{W}pPr"))[0] if linked is not None else None
        return self._abstract.get(self._named(self._numbers[other]), found) if other in self._numbers else found

    def _levels_of(self, number: str) -> dict[int, Level]:
        if number not in self._levels:
            found = self._list(number)
            levels = {_at(each): _level(each) for each in (found.iterfind(f"{W}lvl") if len(found) else ())}
            for override in self._numbers[number].iterfind(f"{W}lvlOverride"):
                own, at = override.find(f"{W}lvl"), _at(override)
                level = levels.get(at, Level()) if own is None else _level(own)
                start = _whole(_value(override, "startOverride"), level.start)
                levels[at] = Level(level.text, level.form, start)
            self._levels[number] = levels
        return self._levels[number]


def _all(root: Any, name: str) -> list[Any]:
    return [] if root is None else list(root.iterfind(f"{W}{name}"))


def _value(element: Any, *path: str) -> str | None:
    found = element.find("/".join(f"{W}{name}" for name in path))
    return None if found is None else found.get(f"{W}val")


def _number_in(properties: Any) -> tuple[str | None, str | None]:
    """The id of a list and the level that the properties of a paragraph name."""
    return (None, None) if properties is None else (_value(properties, "numPr", "numId"), _value(properties, "numPr", "ilvl"))


def _at(element: Any) -> int:
    return _whole(element.get(f"{W}ilvl"), 0)


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isascii() and written.isdecimal() and len(written) < 6 else otherwise


def _level(element: Any) -> Level:
    form = _value(element, "numFmt") or "decimal"
    text = None if form == "bullet" else _value(element, "lvlText") or ""
    return Level(text, form, _whole(_value(element, "start"), 1))
