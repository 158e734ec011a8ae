"""What the checks of a brief know of ordinary pages and files: only of those to which its texts lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from generator.items.fields import led_to
from generator.text import headings
from generator.text.guesses import Guesses
from generator.text.markdown import Link, links
from generator.text.paths import PAGES, DocPath, doc_path

_OF_BRIEF = ("brief.yml", "article.md", "index.md", "")


@dataclass(frozen=True)
class Found:
    """What there is at a path: `lacks` says what of it is not there, `near` what to write instead."""

    lacks: Literal["file", "part"] | None = None
    near: str = ""


FindFiles = Callable[[frozenset[DocPath]], Mapping[DocPath, Found]]
"""Looks for what stands at some paths below docs_dir."""


def anywhere(wanted: frozenset[DocPath]) -> Mapping[DocPath, Found]:
    """Where nobody can look, everything is taken to be there."""
    return dict.fromkeys(wanted, Found())


def looked_up(wanted: Iterable[DocPath], published: Collection[str], read: Callable[[str], str]) -> Mapping[DocPath, Found]:
    """What there is of some paths among the files that are published; `read` gives the text of a page."""
    guesses = Guesses()
    ids: dict[str, frozenset[str] | None] = {}
    found: dict[DocPath, Found] = {}
    for path in sorted(wanted):  # for not all of them may be guessed
        if path.path not in published:
            found[path] = Found("file", near_file(path.path, published, guesses))
        elif path.part and path.path.endswith(PAGES):
            if path.path not in ids:
                ids[path.path] = headings.page_ids(read(path.path))
            found[path] = in_page(path.part, ids[path.path], guesses)
        else:
            found[path] = Found()
    return found


def in_page(part: str, ids: Collection[str] | None, guesses: Guesses) -> Found:
    """What there is of a part in a page that has parts of these ids; None are unknown ones."""
    if ids is None or part in ids:
        return Found()
    return Found("part", next((f"#{near}" for near in guesses.near(part, ids)), ""))


def told(found: Found, path: DocPath, slugs: Collection[str]) -> Found:
    """The same, where a brief was meant by one of its files, or by its folder."""
    slug, _, name = path.path.partition("/")
    return replace(found, near=f"brief:{slug}") if found.lacks == "file" and slug in slugs and name in _OF_BRIEF else found


def near_file(path: str, published: Collection[str], guesses: Guesses) -> str:
    """A page by the address that it has on the site, or the most similar path."""
    for page in (f"{path}.md", f"{path}/index.md", f"{path.removesuffix('.html')}.md"):
        if page in published:
            return _written(page)
    return next((_written(near) for near in guesses.near(path, published, cutoff=0.7)), "")


def _written(path: str) -> str:
    """A path as a link has it: the signs that mean something in an address are written by their numbers."""
    return "/" + re.sub("[%#?]", lambda sign: f"%{ord(sign[0]):02X}", path)


def wanted(slug: str, texts: Iterable[str]) -> tuple[DocPath, ...]:
    """The paths beyond its own page and its media to which the texts of a brief lead."""
    found = {
        path
        for text in texts
        for link in links(text)
        if link.kind == "link" and (path := path_of(link, slug)) and path.path and not path.path.startswith(f"{slug}/media/")
    }
    return tuple(sorted(found))


def path_of(link: Link, slug: str) -> DocPath | None:
    """Where a link of a brief leads that is neither one to the web nor to an item."""
    return doc_path(link.href, slug) if not link.scheme and led_to(link) is None else None
