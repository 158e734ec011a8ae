"""How much is drawn of a drawing when all that refers to its parts is followed: a few lines may ask for billions of shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

MOST = 50_000  # elements, those counted each time that are drawn again
MOST_LEVELS = 24  # of parts that refer to others
_INSIDE = re.compile(r"url\(\s*[\"']?#([^)\"'\s]+)")


def is_too_much(root: etree._Element) -> bool:
    """Whether more is to be drawn than a drawing may hold."""
    return _Drawn(root).size(root, ()) > MOST


class _Drawn:
    def __init__(self, root: etree._Element) -> None:
        self.parts: dict[str | None, etree._Element] = {}  # by their ids
        for element in root.iter():
            self.parts.setdefault(element.get("id"), element)
        sheets = "".join("".join(style.itertext()) for style in root.iter("{*}style"))
        self.styled = _INSIDE.findall(sheets)  # by which elements, only who styles them would know
        self.sizes: dict[str, int] = {}

    def size(self, part: etree._Element, above: tuple[str, ...]) -> int:
        """How many elements are drawn for a part; `above` are the names of those that refer to it."""
        if len(above) > MOST_LEVELS:
            return MOST + 1
        total = 0
        for element in part.iter():
            total += 1
            for name in self._meant(element):
                if name in self.parts and name not in above:
                    if name not in self.sizes:
                        self.sizes[name] = self.size(self.parts[name], (*above, name))
                    total += self.sizes[name]
            if total > MOST:
                break
        return total

    def _meant(self, element: etree._Element) -> Iterator[str]:
        yield from self.styled
        for name, value in element.attrib.items():
            if name.rpartition("}")[2] == "href" and value.startswith("#"):
                yield value[1:]
            elif "url(" in value:
                yield from _INSIDE.findall(value)
