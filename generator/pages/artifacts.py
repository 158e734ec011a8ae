"""The kinds of things that outputs make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from generator.text.packing import Packed

Nav = Literal["", "main", "foot"]
"""Where the frame of every page leads to a page: at the top, at the foot, or nowhere."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, for its table of contents; `items` are those that stand under it and have an id of their own."""

    id: str
    title: str
    items: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What search finds: a page or, with `id`, a part of it. `title` and `text` are plain words.

    `kind` and `status` are those of brief.yml, `status_words` in the page's language; `day` is ISO, a month or a year, too; `actors` and
    `topics` are whom and what it is of, by names in addresses, with their words. Items that share an id share a `heading`.
    """

    id: str
    title: str
    text: str
    kind: str = "page"
    status: str = ""
    status_words: str = ""
    day: str = ""
    actors: tuple[tuple[str, str], ...] = ()
    topics: tuple[tuple[str, str], ...] = ()
    heading: str = ""


class Outline(NamedTuple):
    """What others must know of a page: whether its content has a heading of the first level, whether it has a graph, its ids."""

    is_headed: bool
    has_graph: bool
    ids: frozenset[str] = frozenset()

    @classmethod
    def of(cls, html: str, graph: str, ids: frozenset[str] = frozenset()) -> Outline:
        """What that is of a content and a graph."""
        return cls(FIRST_HEADING in html, bool(graph), ids)


FIRST_HEADING = "<h1"


@dataclass(frozen=True)
class Page:
    """A page of the site: `address` is its folder (`leap-second/`), `html` its final content, `ids` what links may lead to in it.

    `title` and `description` are plain text; `listed` pages are in the sitemap; `entries` is what search finds of it; `nav` says where
    the frame of every page leads to it; `feeds` are the feeds of the page, as titles and paths from the site's root;
    `tags` are names and contents of `<meta>` for reference managers, `share` those for whoever shows a shared address; `twins` are media
    types and names of files beside it that say the same; `graph` is what the page says to programs, the text of a `<script>` of JSON-LD;
    `alternates` are the languages that it is there in, with their addresses on the web; `source` is the file below docs_dir
    that it is of, if any. `outline` is what is known of `html` and `graph` without looking into them; where they are made when somebody
    asks for them, `made_of` is a digest of what they are made of.
    """

    address: str
    title: str
    description: str
    language: str
    direction: str
    html: Packed[str] = Packed()  # noqa: RUF009 - a descriptor, and no default
    ids: frozenset[str] = frozenset()
    headings: tuple[Heading, ...] = ()
    listed: bool = True
    entries: tuple[SearchEntry, ...] = ()
    nav: Nav = ""
    mark: str | None = None
    feeds: tuple[tuple[str, str], ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    share: tuple[tuple[str, str], ...] = ()
    twins: tuple[tuple[str, str], ...] = ()
    graph: Packed[str] = Packed("")  # noqa: RUF009 - as above
    alternates: tuple[tuple[str, str], ...] = ()
    source: str | None = None
    made_of: str = field(default="", compare=False)
    outline: Outline | None = field(default=None, compare=False)

    @property
    def public(self) -> bool:
        """Whether it is meant to be found and passed on: neither evidence nor a brief that is no ordinary published one."""
        return self.listed and not self.mark


@dataclass(frozen=True)
class DataFile:
    """A file that is published as it is; `made_of` is as in a `Page`."""

    path: str
    content: Packed[bytes] = Packed()  # noqa: RUF009 - as above
    made_of: str = field(default="", compare=False)


@dataclass(frozen=True)
class HomePart:
    """HTML that the home page ends with."""

    html: str


@dataclass(frozen=True)
class Print:
    """A document to be set: everything that the setter may see is in it.

    `files` are the images the document may show, by the address it gives them; `attachments` go into the PDF, by name.
    `stamp` is the ISO date that the document and its attachments bear. Where it may have `max_pages` only, `shorter` holds versions to
    take instead of `html`, the longest first (see `fitting`). It may take so much longer the more `briefs` are in it.
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
    briefs: int = 1


@dataclass(frozen=True)
class Card(Print):
    """A document that is published as a picture of its first page, in the form that its path ends with: `png` or `jpg`."""


Artifact = Page | DataFile | HomePart | Print
