"""What an original looks like, to stand beside its text: a page without scripts and addresses, the pages of a PDF, else its pieces.

Each piece that was read of it has a mark with an id, `o-<number>`, that its text can lead to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import nh3
from lxml import etree, html  # type: ignore[import-untyped]
from markupsafe import Markup

from generator.ingest.article import IngestError, LeftOut, Piece
from generator.ingest.picture import drawn_picture
from generator.ingest.recognition import drawn_pages

MOST_PAGES = 40
_DOTS = 90
_TAGS = (nh3.ALLOWED_TAGS | {"main", "section", "button", "label", "address", "mark"}) - {"a", "img", "map", "area", "bdo"}
# What a browser would not show as text, or would run.
_GONE = {"script", "style", "template", "title", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video"}
_ATTRIBUTES = {"*": {"id", "class", "title", "dir", "lang"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
_PATH = re.compile(r"(?:/[\w-]+(?:\[\d+\])?)+")
_OWN = frozenset(("dir", "lang", "colspan", "rowspan"))


def facsimile(form: str, data: bytes, pieces: Sequence[Piece]) -> Markup:
    """The original as HTML that asks for nothing and runs nothing."""
    if form == "html":
        return _page(data, pieces)
    return (_pictures(form, data, pieces) if form in ("pdf", "png", "jpeg") else None) or _as_read(pieces)


def _page(data: bytes, pieces: Sequence[Piece]) -> Markup:
    """A web page's own elements, without any attribute that could lead out of it."""
    from generator.ingest import web_page  # it takes long to load

    tree = web_page.tree_of(web_page.decoded(data))
    marked = _marked(tree, pieces)
    for element in tree.iter(etree.Element):
        for name in [name for name in element.attrib if name not in _OWN]:
            del element.attrib[name]
        if element.tag == "img":
            element.tag, element.text = "span", "[picture]"
    for number, element in marked:
        piece = pieces[number]
        element.set("id", f"o-{number}")
        if isinstance(piece, LeftOut):
            element.set("class", "left-out")
            element.set("title", piece.why)
        else:
            element.set("class", "read")
    cleaned = nh3.clean(
        html.tostring(tree, encoding="unicode"), tags=_TAGS, clean_content_tags=_GONE, attributes=_ATTRIBUTES, url_schemes=set()
    )
    return Markup(cleaned)  # noqa: S704 - nh3 has cleaned it


def _marked(tree: Any, pieces: Sequence[Piece]) -> list[tuple[int, Any]]:
    """The elements that pieces come from, each with the first piece of it."""
    found: dict[Any, int] = {}
    for number, piece in enumerate(pieces):
        path = piece.origin.element
        if _PATH.fullmatch(path) and not piece.origin.part:
            for element in tree.getroottree().xpath(path)[:1]:
                found.setdefault(element, number)
    return [(number, element) for element, number in found.items()]


def _pictures(form: str, data: bytes, pieces: Sequence[Piece]) -> Markup | None:
    """The pages of a PDF, or a picture, with a box around each piece; None where they cannot be drawn."""
    last = max((piece.origin.page or 1 for piece in pieces), default=1)
    pages = range(1, min(last, MOST_PAGES) + 1)
    drawn = drawn_pages(data, _DOTS, "jpeg", pages) if form == "pdf" else _drawn(data)
    if not drawn:
        return None
    shown = [_picture(picture, at, pieces) for at, picture in enumerate(drawn, 1)]
    rest = [(n, piece) for n, piece in enumerate(pieces) if (piece.origin.page or 1) > MOST_PAGES]
    return Markup("").join((*shown, *(_piece(n, piece) for n, piece in rest)))


def _drawn(data: bytes) -> list[dict[str, Any]]:
    try:
        return [drawn_picture(data, "jpeg")]
    except IngestError:
        return []


def _picture(picture: dict[str, Any], page: int, pieces: Sequence[Piece]) -> Markup:
    found = [(number, piece) for number, piece in enumerate(pieces) if piece.origin.page == page and piece.origin.box]
    boxes = Markup("").join(_box(number, piece, picture["width"], picture["height"]) for number, piece in found)
    return Markup('<div class="page"><img alt="" src="data:image/jpeg;base64,{}">{}</div>').format(picture["data"], boxes)


def _box(number: int, piece: Piece, width: float, height: float) -> Markup:
    left, bottom, right, top = piece.origin.box or (0, 0, 0, 0)
    across, down = 100 / max(width, 1), 100 / max(height, 1)
    sides = (left * across, (height - top) * down, (right - left) * across, (top - bottom) * down)
    place = "left:{:.2f}%;top:{:.2f}%;width:{:.2f}%;height:{:.2f}%".format(*sides)
    sort, title = ("left-out", piece.why) if isinstance(piece, LeftOut) else ("read", "")
    return Markup('<a id="o-{}" class="box {}" href="#t-{}" title="{}" style="{}"></a>').format(number, sort, number, title, place)


def _as_read(pieces: Sequence[Piece]) -> Markup:
    """All that was found in an original, in its order."""
    return Markup("").join(_piece(number, piece) for number, piece in enumerate(pieces))


def _piece(number: int, piece: Piece) -> Markup:
    if not isinstance(piece, LeftOut) and not piece.text:
        return Markup("")
    where = " ".join(str(value) for value in (piece.origin.part, piece.origin.number, piece.origin.time) if value)
    if isinstance(piece, LeftOut):
        sort, title, words = "left-out", f"{piece.why} {where}".strip(), piece.words or f"[{piece.why}]"
    else:
        sort, title, words = "read", where, piece.text
    return Markup('<p id="o-{}" class="{}" title="{}">{}</p>').format(number, sort, title, words)
