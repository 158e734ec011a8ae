"""Which HTML element each structure element of a PDF came from: WeasyPrint makes one of the other and forgets it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import pydyf  # type: ignore[import-untyped]
from weasyprint.pdf import tags

Element: TypeAlias = Any  # a structure element: a dictionary of pydyf, which has no types
Origins: TypeAlias = dict[int, Any]  # HTML elements by the identity of the structure element


@contextmanager
def elements_kept() -> Iterator[Origins]:
    """Keep the HTML element of each structure element that is made in here."""
    origins: Origins = {}
    original = tags._build_box_tree

    def kept(box: Any, parent: Element, pdf: pydyf.PDF, *rest: Any) -> Iterator[Element]:
        # WeasyPrint would put a list in a list's item after the item, out of the reading order.
        item = _last_item(pdf, parent) if box.element_tag in ("ul", "ol") and parent["S"] == "/L" else None
        for element in original(box, item or parent, pdf, *rest):
            pseudo = "::" in (box.element_tag or "")
            origins.setdefault(id(element), None if pseudo else box.element)
            if item is None:
                yield element
            else:
                item["K"].append(element.reference)

    tags._build_box_tree = kept
    try:
        yield origins
    finally:
        tags._build_box_tree = original


def _last_item(pdf: pydyf.PDF, parent: Element) -> Element | None:
    """The item of a list that is being made."""
    made = (thing for thing in reversed(pdf.objects) if isinstance(thing, pydyf.Dictionary) and thing.get("P") == parent.reference)
    return next((thing for thing in made if thing.get("S") == "/LI"), None)
