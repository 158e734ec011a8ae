"""Finished pages and files as MkDocs knows them, and what its theme must be helped with."""

from __future__ import annotations

import gzip
import html
import io
import logging
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Set
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn, cast

from markupsafe import Markup, escape
from material.plugins.search.plugin import SearchIndex, SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, PluginError
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_build_date, get_build_timestamp, is_markdown_file

from generator.doors.mkdocs.light import lettered, lightened
from generator.engine.docs_files import is_known
from generator.engine.storage import BRIEF
from generator.pages.artifacts import DataFile, Heading, Page
from generator.pages.compact import terse
from generator.pages.search import by_address
from generator.pipeline import Rendered

HOME = "index.html"
NO_DAY = "1970-01-01"  # of a page whose day of change nobody knows: MkDocs wants one

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


def escape_titles(nav: Navigation) -> None:
    """Titles of sections and links are words of mkdocs.yml; those of pages follow once these are read."""
    pending: list[StructureItem] = list(nav.items)
    while pending:
        item = pending.pop()
        pending.extend(getattr(item, "children", None) or ())
        if not isinstance(item, MkDocsPage):
            item.title = Title(html.escape(str(item.title)))


def escape_words(page: MkDocsPage) -> None:
    """What a page's front matter, its heading or mkdocs.yml say as words is HTML from here on, for every theme prints it as it is."""
    if not isinstance(page.title, Title):
        is_plain = "title" in page.meta or "title" in vars(page)  # else it is the text of a heading, which Markdown has escaped
        title = Title(html.escape(str(page.title) if is_plain else html.unescape(str(page.title))))
        page.title = title
        if "title" in page.meta:
            page.meta["title"] = title
    for name in ("description", "author", "subtitle"):
        if name in page.meta:
            page.meta[name] = escape(page.meta[name] if isinstance(page.meta[name], Markup) else str(page.meta[name]))


class BriefPage(MkDocsPage):
    """A page whose content is finished: MkDocs puts the theme around it and gives it its place in search and sitemap.

    Its table of contents names sections and, where it is `deep`, the items in them. Where no navigation leads to it, its `parent`
    is the home page, which lists the briefs.
    """

    def __init__(self, made: Page, file: File, config: MkDocsConfig, *, deep: bool) -> None:
        self.made = made
        self.changed: str | None = None
        self.deep = deep
        self.in_nav = False
        super().__init__(Title(html.escape(made.title)), file, config)

    @property
    def ancestors(self) -> list[StructureItem]:
        """The sections around it: a path begins with the home page anyway."""
        return [item for item in super().ancestors if isinstance(item, Section)]

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {"description": " ".join(self.made.description.split())}
        self.meta["search"] = {"exclude": True}  # its entries are made already
        if not (self.made.listed and self.made.description):
            self.meta["draft"] = True  # evidence and what is withdrawn, for feeds that other plugins make of all pages

    @property
    def content(self) -> str | None:
        """What the theme goes around: what was made, which is not kept twice, unless another plugin has put in something else."""
        return self.made.html if self.changed is None else self.changed

    @content.setter
    def content(self, value: str | None) -> None:
        self.changed = None if value is not None and value == self.made.html else value

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.changed = None
        self.toc = TableOfContents([self.anchor(heading, 2) for heading in self.made.headings])
        self.present_anchor_ids = self.made.ids  # type: ignore[assignment]  # MkDocs only looks into it

    def anchor(self, heading: Heading, level: int) -> AnchorLink:
        """A heading as a table of contents has it."""
        link = AnchorLink(html.escape(heading.title), heading.id, level)
        link.children = [self.anchor(item, level + 1) for item in heading.items if self.deep]
        return link


def without_links(nav: Navigation, gone: Callable[[str], bool]) -> Iterator[str]:
    """Take links out of a navigation; yields their addresses."""
    pending = [nav.items]
    while pending:
        items = pending.pop()
        left = [item for item in items if isinstance(item, Link) and gone(str(item.url))]
        items[:] = [item for item in items if item not in left]
        yield from (str(item.url) for item in left)
        pending += [item.children for item in items if isinstance(item, Section)]


def lift_pages(nav: Navigation) -> None:
    """In a navigation that is made of folders, one that holds a page of ours and nothing else gives its place to that page."""
    for place, item in enumerate(nav.items):
        if isinstance(item, Section) and len(item.children) == 1 and isinstance(item.children[0], BriefPage):
            nav.items[place] = item.children[0]
            nav.items[place].parent = None


def note_nav(nav: Navigation, files: Files) -> Iterator[str]:
    """The addresses to which a navigation leads; finished pages there bear its mark, and others stand under its home page."""
    pending: list[StructureItem] = list(nav.items)
    while pending:
        item = pending.pop()
        pending.extend(getattr(item, "children", None) or ())
        if isinstance(item, BriefPage):
            item.in_nav = True
        if isinstance(item, MkDocsPage | Link):
            yield str(item.url)
    for file in files.documentation_pages():
        if isinstance(file.page, BriefPage) and not file.page.in_nav:
            file.page.parent = cast("Section | None", nav.homepage)


def beside_nav(files: Files) -> list[Page]:
    """The pages across briefs that have their place at the foot, and those that a site's navigation leaves out."""
    pages = [file.page for file in files.documentation_pages() if isinstance(file.page, BriefPage)]
    return [page.made for page in pages if page.made.nav == "foot" or (page.made.nav == "main" and not page.in_nav)]


def add_entries(page: BriefPage, index: SearchIndex) -> None:
    """Give an index of the theme's search what it finds of a page: one entry for an address."""
    for entry in by_address(page.made.entries):
        section = SimpleNamespace(id=entry.id, title=[html.escape(entry.title, quote=False)], text=[html.escape(entry.text, quote=False)])
        index.create_entry_for_section(section, (), page.url, page)


def search_of(config: MkDocsConfig) -> SearchPlugin | None:
    """The theme's search, where it is wanted."""
    search = config.plugins.get("material/search")
    return search if isinstance(search, SearchPlugin) and search.config.enabled else None


def say_in_words(source: str | None = None) -> NoReturn:
    """What goes wrong in a template of the theme, whose author it is for; Jinja calls this while it handles the error."""
    error = sys.exc_info()[1]
    if isinstance(error, BuildError):
        raise error
    raise PluginError(f"a template cannot be rendered: {error or type(error).__name__}") from error


def keep_published(files: Files, published: Set[str], config: MkDocsConfig, themes: Set[str]) -> Iterator[str]:
    """Remove what MkDocs has found below docs_dir and nobody meant to publish; hidden files that somebody did are let in.

    Of the publication's own folders of the theme (`themes`) only assets are published; yields the paths of other files there.
    """
    for file in [file for file in files if file.src_dir == config.docs_dir or file.src_dir in themes]:
        excluded = file.inclusion is InclusionLevel.EXCLUDED
        if file.src_dir in themes:
            if not is_known(file.src_uri):
                files.remove(file)
                yield f"{file.src_dir}/{file.src_uri}"
        elif file.src_uri in published:
            file.inclusion = InclusionLevel.INCLUDED if excluded else file.inclusion
        elif not excluded:
            files.remove(file)


def add_all(
    files: Files,
    rendered: Rendered,
    config: MkDocsConfig,
    log: logging.LoggerAdapter[logging.Logger],
    *,
    deep: bool,
    built: bool,
) -> list[File]:
    """Add everything that was rendered; what else would be written to one of its addresses gives way, with a warning.

    What is not `built` is there for links to lead to. Returns what was added.
    """
    included, beside_it = (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV) if built else (InclusionLevel.EXCLUDED,) * 2
    ours = [_as_it_is(config, made, included) for made in rendered.files]
    for page in rendered.pages:
        ours.append(as_page(page, config, included if page.nav == "main" else beside_it, deep=deep).file)
    others = {file.dest_uri: file for file in files}
    for file in ours:
        other = others.get(file.dest_uri)
        if other is not None:
            log.warning("%s gives way to %s, which is made for the same address", other.src_uri, file.src_uri)
            files.remove(other)
        files.append(file)
    if built and not any(file.dest_uri == HOME for file in files.documentation_pages()):
        files.append(File.generated(config, "index.md", content=f"# {config.site_name}\n"))
    return ours


def as_page(page: Page, config: MkDocsConfig, inclusion: InclusionLevel = InclusionLevel.INCLUDED, *, deep: bool = False) -> BriefPage:
    """A page of ours as MkDocs knows pages, with the file that it takes it to be of."""
    file = File.generated(config, f"{page.address}index.md", content="", inclusion=inclusion)
    file.abs_src_path = _origin(page, Path(config.docs_dir))
    file.edit_uri = page.source
    return BriefPage(page, file, config, deep=deep)


def _origin(page: Page, docs: Path) -> str:
    """What a page is made of, for plugins that ask git since when, and look at no more: a brief.yml, or the folder of all briefs."""
    brief = docs / page.address.partition("/")[0] / BRIEF
    return str(brief if brief.is_file() else docs)


class MadeFile(File):
    """A file of ours, whose content is unpacked when it is asked for, unless another plugin has put in something else."""

    made: DataFile | None = None
    changed: str | bytes | None = None

    @property
    def _content(self) -> str | bytes | None:
        return self.made.content if self.changed is None and self.made else self.changed

    @_content.setter
    def _content(self, value: str | bytes | None) -> None:
        self.changed = value


def _as_it_is(config: MkDocsConfig, made: DataFile, inclusion: InclusionLevel) -> File:
    """A file that is copied; MkDocs takes what it calls Markdown for a page, so to MkDocs it is called something else."""
    name = f"{made.path}.txt" if is_markdown_file(made.path) else made.path
    file = cast("MadeFile", MadeFile.generated(config, name, content=b""))
    file.made, file.changed = made, None
    file.inclusion = inclusion
    file.dest_uri = made.path
    return file


def is_listed(file: File) -> bool:
    """Whether the sitemap names a page."""
    return not isinstance(file.page, BriefPage) or file.page.made.listed


def without_alternates(added: list[File], listed: list[File]) -> Iterator[File]:
    """Our pages that a sitemap of languages lacks: each is there once."""
    for file in added:
        if file.is_documentation_page() and is_listed(file) and file not in listed:
            file.alternates = {}  # type: ignore[attr-defined]
            yield file


def forget_day(page: MkDocsPage) -> None:
    """No page was changed on the day of the build because it was built then; another day was set by who knows it."""
    if page.update_date == get_build_date():
        page.update_date = NO_DAY


def without_days(template: str) -> str:
    """A sitemap that says of no page that it was changed on a day that nobody knows."""
    return template.replace(f"<lastmod>{NO_DAY}</lastmod>", "")


def zipped(path: Path, pages: Iterable[File]) -> bytes:
    """A file as MkDocs compresses it beside itself: with the day of the latest of some pages."""
    buffer = io.BytesIO()
    day = get_build_timestamp(pages=[file.page for file in pages if file.page is not None])
    with gzip.GzipFile(f"{path.name}.gz", "wb", fileobj=buffer, mtime=day) as packed:
        packed.write(path.read_bytes())
    return buffer.getvalue()


def valid(page: str) -> str:
    """A page of Material as readers get it."""
    return lettered(mended(page))


def mended(page: str) -> str:
    """A page of Material without two things that HTML does not allow: `autocomplete` on check boxes, an empty `tabindex`; and light."""
    page = _INPUT.sub(lambda field: _AUTOCOMPLETE.sub("", field[0]) if ' type="checkbox"' in field[0] else field[0], page)
    return lightened(_EMPTY_TABINDEX.sub(r"\1", page))


def finished(output: str, page: MkDocsPage) -> str:
    """A page that MkDocs has put together, as it is written: `valid`, and terse where its content is ours."""
    output = valid(output)
    content = page.content if isinstance(page, BriefPage) else None
    return output.replace(content, terse(content), 1) if content else output
