"""EPUB 2 and 3: the pages of a book in the order in which they are read, each by the reader of web pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from generator.ingest import web_page
from generator.ingest.archives import Archive, beside
from generator.ingest.article import Article, IngestError, Known, LeftOut, Origin, Piece, described, iso_day, known

_CONTAINER = "META-INF/container.xml"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_SAID = ("title", "creator", "publisher", "date", "language")
_PAGES = ("application/xhtml+xml", "text/html")


def read(name: str, data: bytes) -> Article:
    """A book: its chapters, and what its package says of it, which is sure."""
    archive = Archive(data, "e-book")
    root = _first(archive.tree(_CONTAINER), "rootfile")
    package = "" if root is None else root.get("full-path") or ""
    tree = archive.tree(package)
    if tree is None:
        raise archive.damaged()
    article = described(Article(tuple(_pieces(archive, package, tree))), name)
    said = {tag: [each.text for each in tree.iter(f"{_DUBLIN}{tag}") if each.text] for tag in _SAID}
    day = iso_day(next(iter(said["date"]), None))
    return replace(
        article,
        title=known(next(iter(said["title"]), None), is_sure=True) or article.title,
        authors=tuple(filter(None, (known(each, is_sure=True) for each in said["creator"]))) or article.authors,
        publisher=known(next(iter(said["publisher"]), None), is_sure=True),
        published=Known(day) if day else article.published,
        language=known(next(iter(said["language"]), None), is_sure=True) or article.language,
    )


def _first(root: Any, name: str) -> Any:
    return None if root is None else next(root.iter(f"{{*}}{name}"), None)


def _pieces(archive: Archive, package: str, tree: Any) -> Iterator[Piece]:
    """The pieces of the pages that the spine names, with the names of their parts."""
    listed = {each.get("id"): each for each in tree.iter("{*}item")}
    locked = {beside("", unquote(each.get("URI") or "")) for each in _all(archive.tree("META-INF/encryption.xml"), "CipherReference")}
    named = (listed.get(reference.get("idref")) for reference in tree.iter("{*}itemref"))
    pages = (entry for entry in named if entry is not None and entry.get("media-type") in _PAGES)
    # Each page once, however often and by whatever name it is listed: a book could be of any length.
    for part in dict.fromkeys(beside(package, unquote(entry.get("href") or "")) for entry in pages):
        if part in locked:
            raise IngestError("is locked by its shop; ask for a copy without a lock, or copy out the part that you need")
        yield from _of_page(archive, part)


def _all(root: Any, name: str) -> Iterator[Any]:
    return iter(()) if root is None else root.iter(f"{{*}}{name}")


def _of_page(archive: Archive, part: str) -> Iterator[Piece]:
    try:
        page = web_page.read(part, archive.read(part), is_whole=True)
    except IngestError as error:
        yield LeftOut(Origin(part), "", f"a page that cannot be read: it {error}", to_check=True)
        return
    for piece in page.pieces:
        yield replace(piece, origin=replace(piece.origin, part=part))
