"""What `/search/` finds: our pages, as they were made, and ordinary ones, as the theme's search has read them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.doors.mkdocs.configuration import language_of
from generator.pages.artifacts import DataFile, Page, SearchEntry
from generator.pages.search_index import Searched, Words, search_index

_TAG = re.compile(r"<[^<>]*>")


class Searching:
    """Makes the index; where it is made `again`, what was read of a page is kept as long as the page is the same."""

    def __init__(self, *, again: bool = True) -> None:
        self.known: dict[Searched, Words] | None = {} if again else None

    def files(self, pages: Iterable[Page], entries: Iterable[Mapping[str, Any]], config: MkDocsConfig) -> Mapping[str, DataFile]:
        """The files of the index by their paths; `entries` are those of the theme's search, ours among them."""
        ours = [Searched(_url(page, config), page.language, page.entries) for page in pages]
        others = _ordinary(entries, {page.url for page in ours}, language_of(config))
        return {file.path: file for file in search_index((*ours, *others), self.known)}


def _url(page: Page, config: MkDocsConfig) -> str:
    return page.address if config.use_directory_urls else f"{page.address}index.html"


def _ordinary(entries: Iterable[Mapping[str, Any]], ours: set[str], language: str) -> Iterator[Searched]:
    pages: dict[str, list[SearchEntry]] = {}
    for entry in entries:
        url, _, part = str(entry["location"]).partition("#")
        if url not in ours:
            pages.setdefault(url, []).append(SearchEntry(part, _plain(entry["title"]), _plain(entry["text"])))
    return (Searched(url, language, tuple(found)) for url, found in pages.items())


def _plain(words: str) -> str:
    """The words of what an index of the theme holds, which is HTML."""
    return " ".join(html.unescape(_TAG.sub(" ", words)).split())
