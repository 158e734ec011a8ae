"""The kinds of things that outputs make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading of a page, for its table of contents."""

    id: str
    title: str


@dataclass(frozen=True)
class Page:
    """A page of the site: `address` is its folder (`leap-second/`), `html` its final content, `ids` what links may lead to in it.

    `title` and `description` are plain text; `listed` pages are found by search and sitemap, those `in_nav` by the site's navigation.
    """

    address: str
    title: str
    description: str
    language: str
    direction: str
    html: str
    ids: frozenset[str] = frozenset()
    headings: tuple[Heading, ...] = ()
    listed: bool = True
    in_nav: bool = False
    mark: str | None = None


@dataclass(frozen=True)
class DataFile:
    """A file that is published as it is."""

    path: str
    content: bytes


@dataclass(frozen=True)
class HomePart:
    """HTML that the home page ends with."""

    html: str


@dataclass(frozen=True)
class Print:
    """A document to be set: everything that the setter may see is in it.

    `files` are the images the document may show, by the address it gives them; `attachments` go into the PDF, by name.
    `stamp` is the ISO date that the document and its attachments bear. Where it may have `max_pages` only, `shorter` holds versions to
    take instead of `html`, the longest first (see `fitting`).
    """

    slug: str
    path: str
    html: str
    css: str
    files: Mapping[str, bytes]
    attachments: Mapping[str, bytes]
    stamp: str
    shorter: tuple[str, ...] = ()
    max_pages: int | None = None


Artifact = Page | DataFile | HomePart | Print
