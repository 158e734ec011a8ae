"""Links without a scheme: paths below docs_dir and parts of pages, as editors of MkDocs write them."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from urllib.parse import quote, unquote

PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_OF_FOLDER = ("index", "README")  # pages that are the page of their folder


class DocPath(NamedTuple):
    """A file below docs_dir, and a part of the page there; the page that a link stands on has no path."""

    path: str
    part: str = ""


def doc_path(href: str, folder: str) -> DocPath | None:
    """What a link in a file of a folder of docs_dir leads to; None where it has a scheme or a host, or leads out of docs_dir."""
    address, _, part = href.partition("#")
    path = unquote(address.partition("?")[0])
    if ":" in path.partition("/")[0] or path.startswith("//"):
        return None
    part = unquote(part)
    if not path:
        return DocPath("", part)
    whole = posixpath.normpath(path.lstrip("/") if path.startswith("/") else f"{folder}/{path}")
    return None if whole.startswith("..") else DocPath(whole.removeprefix("./"), part)


def doc_address(path: str, *, folders: bool) -> str:
    """Where MkDocs publishes a file below docs_dir, from the site's root; `folders` says that a page is the page of a folder."""
    stem, ending = posixpath.splitext(path)
    if ending not in PAGES:
        return path
    parent, name = posixpath.split(stem)
    if name in _OF_FOLDER:
        return f"{parent}/" if parent else ""
    return f"{stem}/" if folders else f"{stem}.html"


def url_of(path: DocPath, site: str, *, folders: bool) -> str:
    """The whole address of a path, below the address of a site."""
    return f"{site}{quote(doc_address(path.path, folders=folders))}" + (f"#{quote(path.part)}" if path.part else "")
