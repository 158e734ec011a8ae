"""Finished pages and files as MkDocs knows them, and what its theme must be helped with."""

from __future__ import annotations

import html
import logging
import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.pages.artifacts import Page
from generator.pipeline import Rendered

HOME = "index.html"

_INPUT = re.compile(r"<input\b[^<>]*>")
_AUTOCOMPLETE = re.compile(r'\sautocomplete="[^"]*"')
_EMPTY_TABINDEX = re.compile(r'(<[a-zA-Z][^<>]*?)\stabindex(?:="")?(?=[\s>/])(?!\s*=)')


class Title(str):
    """A title for templates that escape nothing: it is HTML already.

    A filter that takes it for a tagged text (`striptags`) gets it escaped once more, for it takes one escape away.
    """

    __slots__ = ()

    def __html__(self) -> str:
        return html.escape(self)


class BriefPage(MkDocsPage):
    """A page whose content is finished: MkDocs puts the theme around it and gives it its place in search and sitemap."""

    def __init__(self, made: Page, file: File, config: MkDocsConfig) -> None:
        self.made = made
        super().__init__(Title(html.escape(made.title)), file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {"description": html.escape(" ".join(self.made.description.split()))}
        if not (self.made.listed and self.made.searched):
            self.meta["search"] = {"exclude": True}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.made.html
        self.toc = TableOfContents([AnchorLink(html.escape(heading.title), heading.id, 2) for heading in self.made.headings])
        self.present_anchor_ids = set(self.made.ids)


def add_all(files: Files, rendered: Rendered, config: MkDocsConfig, log: logging.LoggerAdapter[logging.Logger]) -> None:
    """Add everything that was rendered; what else would be written to one of its addresses gives way, with a warning."""
    ours = [File.generated(config, made.path, content=made.content, inclusion=InclusionLevel.INCLUDED) for made in rendered.files]
    for page in rendered.pages:
        inclusion = InclusionLevel.INCLUDED if page.nav == "main" else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, f"{page.address}index.md", content="", inclusion=inclusion)
        BriefPage(page, file, config)
        ours.append(file)
    others = {file.dest_uri: file for file in files}
    for file in ours:
        other = others.get(file.dest_uri)
        if other is not None:
            log.warning("%s gives way to %s, which is made for the same address", other.src_uri, file.src_uri)
            files.remove(other)
        files.append(file)
    if not any(file.dest_uri == HOME for file in files.documentation_pages()):
        files.append(File.generated(config, "index.md", content=f"# {config.site_name}\n"))


def is_listed(file: File) -> bool:
    """Whether the sitemap names a page."""
    return not isinstance(file.page, BriefPage) or file.page.made.listed


def valid(page: str) -> str:
    """A page of Material without two things that HTML does not allow: `autocomplete` on check boxes, an empty `tabindex`."""
    page = _INPUT.sub(lambda field: _AUTOCOMPLETE.sub("", field[0]) if ' type="checkbox"' in field[0] else field[0], page)
    return _EMPTY_TABINDEX.sub(r"\1", page)
