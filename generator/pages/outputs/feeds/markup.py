"""XML for feeds: elements by the standard library, words without the characters that XML 1.0 forbids."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, tostring

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: Element, name: str, words: str = "", **attributes: str) -> Element:
    """A new last child of an element."""
    child = SubElement(parent, name, {key.rstrip("_"): _FORBIDDEN.sub("", value) for key, value in attributes.items()})
    if words:
        child.text = _FORBIDDEN.sub("", words)
    return child


def document(root: Element) -> bytes:
    """A document of its own."""
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
