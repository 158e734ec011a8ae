"""The digests of a PDF's parts: what eyes see, what programs read, and what the file says of itself.

They stay the same when a program saves the file anew and changes nothing in it: an object counts by what it holds and leads to,
never by its number or by how it is packed. The evidence is left out, because it holds these digests.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pikepdf

EVIDENCE = "evidence.json"

# A string may hold what looks like a reference.
_REFERENCE = re.compile(rb"\((?:\\.|[^()\\])*\)|<[0-9A-Fa-f]*>|\b(\d+) (\d+) R\b", re.DOTALL)
_PACKING = {"/Length", "/Filter", "/DecodeParms"}
_METADATA = re.compile(rb"<x:xmpmeta.*</x:xmpmeta>", re.DOTALL)

Number = tuple[int, int]  # of an object


def digests(pdf: pikepdf.Pdf) -> dict[str, str]:
    """SHA-256 of each part of a document: its pages one by one, and by name what they share."""
    pages = {f"page {number}": page.obj for number, page in enumerate(pdf.pages, 1)}
    fonts = dict(sorted(font for page in pages.values() for font in _fonts(page)))
    tags: list[Any] = [pdf.Root.StructTreeRoot] if "/StructTreeRoot" in pdf.Root else []
    elsewhere = {page.objgen: name for name, page in pages.items()} | {pdf.Root.Pages.objgen: "pages"}
    elsewhere |= {font.objgen: name for name, font in fonts.items()} | {root.objgen: "tags" for root in tags}
    elsewhere |= {attached.obj.EF.F.objgen: name for name, attached in pdf.attachments.items() if name.endswith(EVIDENCE)}
    starts: dict[str, list[Any]] = {name: [page] for name, page in pages.items()}
    starts |= {"fonts": list(fonts.values()), "tags": tags, "properties": [pdf.Root, pdf.trailer.get("/Info", pikepdf.Dictionary())]}
    return {name: _digest(pdf, objects, elsewhere) for name, objects in starts.items()}


def _fonts(page: Any) -> Iterator[tuple[str, Any]]:
    for name, font in page.get("/Resources", {}).get("/Font", {}).items():
        if font.is_indirect:
            yield name, font


def _digest(pdf: pikepdf.Pdf, starts: list[Any], elsewhere: dict[Number, str]) -> str:
    """SHA-256 of objects and of all that they lead to, up to what is counted elsewhere."""
    order = {start.objgen: index for index, start in enumerate(starts)}
    queue = list(starts)

    def by_order(found: re.Match[bytes]) -> bytes:
        if found[1] is None:
            return found[0]
        number = (int(found[1]), int(found[2]))
        if number in elsewhere:
            return f"[{elsewhere[number]}]".encode()
        if number not in order:
            order[number] = len(order)
            queue.append(pdf.get_object(number))
        return f"[{order[number]}]".encode()

    digest = hashlib.sha256()
    for thing in queue:  # which grows on the way
        for part in _content(thing):
            digest.update(b"%d %b" % (len(part), part))
        digest.update(_REFERENCE.sub(by_order, _words(thing)))
    return digest.hexdigest()


def _words(thing: Any) -> bytes:
    """An object as PDF writes it."""
    if isinstance(thing, pikepdf.Stream):
        thing = pikepdf.Dictionary({name: value for name, value in thing.stream_dict.items() if name not in _PACKING})
    return bytes(thing.unparse(resolved=True))


def _content(thing: Any) -> Iterator[bytes]:
    """What a stream holds, unpacked; an image in a format of its own stays in it."""
    if not isinstance(thing, pikepdf.Stream):
        return
    try:
        content = thing.read_bytes()
    except pikepdf.PdfError:
        content = thing.read_raw_bytes()
    metadata = _METADATA.search(content) if thing.get("/Subtype") == "/XML" else None
    try:
        yield ElementTree.canonicalize(metadata[0].decode(), strip_text=True).encode() if metadata else content
    except (ElementTree.ParseError, UnicodeDecodeError):
        yield content
