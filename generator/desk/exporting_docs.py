"""A publication as a folder of Markdown, data and a mkdocs.yml, from which other engines build its site: `docs/export.md` describes it.

Pages of briefs are finished: an engine puts its theme around them, and reads no brief.
"""

from __future__ import annotations

import html
import posixpath
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

import yaml
from jinja2 import Environment, FileSystemLoader, PrefixLoader

from generator.desk.building import STYLESHEET, Summary, kept_back, open_press, render, renderer_of, rendering, write_handouts
from generator.desk.exported_config import CONFIG, DOCS, OVERRIDES, address_of, config_of, leaves, nav_of, without
from generator.desk.publication import Publication
from generator.engine import storage
from generator.engine.atomic import read_up_to, write_atomically
from generator.engine.docs_files import MAX_PAGE_BYTES, is_of_theme
from generator.engine.mkdocs_yml import read_mkdocs_yml
from generator.engine.publishing import Building
from generator.errors import PublicationError, WrongUsageError
from generator.items.fields import led_across
from generator.pages.addresses import id_of, page_of, permalink, way
from generator.pages.artifacts import DataFile, Page
from generator.pages.embedding import one_line
from generator.pages.nodes import FilePlace, PartPlace
from generator.pages.outputs.feeds import of_site
from generator.pages.outputs.sharing import tags_of
from generator.pages.source_links import Lead, leads_into, rewritten, way_to
from generator.parsing.yaml_file import decode
from generator.pipeline import Rendered
from generator.text.finding import NO_FINDINGS, Findings, Severity
from generator.text.markdown import Link
from generator.text.paths import PAGES

ATOM = "application/atom+xml"

MARKER = ".briefs-export"
"""The file that says whose a folder is: only one that has it is replaced."""

TEMPLATE = "brief-page.html"
TWIN, TWIN_HERE = "index.md", "index.md.txt"  # a brief as Markdown, which an engine would take for its page

_MARKED = "`briefs export --docs` wrote this folder, and replaces it as a whole.\n"
_HOME = ("index.md", "README.md")
_WRITTEN = ("brief.yml", "article.md")  # who links to what an editor writes means the brief
_PAGE_TEMPLATE = """{#- The page of a brief: a page like any other, whose head says to machines what `briefs build` has there, too. -#}
{% extends "main.html" %}
{% block htmltitle %}<title>{{ page.meta.head_title | safe }}</title>{% endblock %}
{% block extrahead %}{{ super() }}{{ page.meta.head | safe }}{% endblock %}
"""
_STYLES = (
    "\n/* Other engines have no table of contents of a finished page: its own stays. */\n.brief .on-this-page {\n  display: block;\n}\n"
)
_TWIN_LINK = re.compile(rf'(<a\b[^<>]*\shref="){re.escape(TWIN)}(?=")')


@dataclass(frozen=True)
class ExportedDocs:
    """How many pages, files and handouts a folder has; `refused` says why it was not written.

    `left` is what it lacks: keys and plugins of mkdocs.yml, files that gave way, links to what readers do not get.
    """

    pages: int = 0
    files: int = 0
    handouts: int = 0
    left: tuple[str, ...] = ()
    refused: Findings = NO_FINDINGS


def export_docs(publication: Publication, config_file: Path, folder: Path) -> ExportedDocs:
    """Write what is public now into a folder, in the place of an export that is there.

    Raises WrongUsageError for a folder that holds anything else, and PublicationError where it cannot be written.
    """
    with rendering():
        _refuse_others(publication, folder)
        publication = replace(publication, preview=False)
        survey = publication.survey()
        refused = survey.findings.of(Severity.ERROR)
        if refused:
            return ExportedDocs(refused=refused)
        rendered = render(publication, survey, preview=False, look="theme")
        building = Building(folder.resolve())
        try:
            exported = _Export(publication, rendered, building.folder).write(config_file)
            if not exported.refused:
                building.publish()
        finally:
            building.leave()
    return exported


def _refuse_others(publication: Publication, folder: Path) -> None:
    where = folder.resolve()
    if where.is_relative_to(publication.docs.resolve()):
        raise WrongUsageError(f"{folder} lies in {publication.docs_path}/, whose files are published: name a folder elsewhere")
    if publication.root.is_relative_to(where):
        raise WrongUsageError(f"{folder} holds the publication: name a folder elsewhere")
    if folder.exists() and not folder.is_dir():
        raise WrongUsageError(f"{folder} is no folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise WrongUsageError(f"{folder} holds files that no export has written, and stays as it is: name a new folder, or an empty one")


@dataclass
class _Export:
    """A folder in the making."""

    publication: Publication
    rendered: Rendered
    folder: Path
    left: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.site = self.publication.site
        self.kept_back = kept_back(self.publication, self.rendered)
        self.ours = {_source(page) for page in self.rendered.pages} | {_here(file).path for file in self.rendered.files}
        self.feeds = of_site({file.path for file in self.rendered.files})
        self.ordinary = [*self._ordinary()]

    def write(self, config_file: Path) -> ExportedDocs:
        """Everything in the folder."""
        written = read_mkdocs_yml(config_file.absolute()).values
        named = without(written.get("nav"), lambda path: leads_into(path, self.kept_back, self.site.url, ""))
        nav = named or nav_of([*self.ordinary_pages, *(_source(page) for page in self.rendered.pages if page.nav == "main")])
        foot = self._foot(nav)
        self._put(MARKER, _MARKED.encode())
        config, left = config_of(written, nav, own_look=self.publication.settings.look != "theme")
        self._put(CONFIG, config)
        self.left += left
        self._overrides(written.get("theme"))
        for page in self.rendered.pages:
            self._put(f"{DOCS}/{_source(page)}", self._page(page, foot(page.address)))
        for path in self.ordinary:
            self._copy(path, foot(""))
        if not self._home:
            self._put(f"{DOCS}/{_HOME[0]}", self._with_list(f"# {self.site.name}\n", foot("")))
        for file in map(_here, self.rendered.files):
            self._put(f"{DOCS}/{file.path}", self._data(file))
        refused, summary = self._handouts()
        pages = len(self.rendered.pages) + len(self.ordinary_pages) + (not self._home)
        files = len(self.rendered.files) + len(self.ordinary) - len(self.ordinary_pages)
        return ExportedDocs(pages, files, summary.made + summary.reused, tuple(self.left), refused)

    # Ordinary pages and files

    def _ordinary(self) -> Iterator[str]:
        """The paths of pages and files below docs_dir that are published, but for what is made for the same address."""
        addresses = {address_of(path) for path in self.ours if path.endswith(".md")}
        for path in sorted(self.publication.docs_files().published):
            if self.publication.configuration.wants(path, preview=False):
                if path in self.ours or (path.endswith(PAGES) and address_of(path) in addresses):
                    self.left.append(f"{path}, for a page or file of briefs has its address")
                else:
                    yield path

    @property
    def ordinary_pages(self) -> list[str]:
        return [path for path in self.ordinary if path.endswith(PAGES)]

    @property
    def _home(self) -> str | None:
        return next((path for path in _HOME if path in self.ordinary), None)

    def _copy(self, path: str, foot: str) -> None:
        source = self.publication.docs / path
        if not path.endswith(PAGES):
            target = self._place(f"{DOCS}/{path}")
            shutil.copyfile(source, target)
            return
        read, wrong = decode(f"{self.publication.docs_path}/{path}", read_up_to(source, MAX_PAGE_BYTES), MAX_PAGE_BYTES)
        if read is None:
            raise PublicationError("; ".join(f"{finding.span.path}: {finding.message}" for finding in wrong))
        text = rewritten(read.body, self._lead(path))
        self._put(f"{DOCS}/{path}", self._with_list(text, foot) if path == self._home else text.encode())

    def _lead(self, here: str) -> Lead:
        """Where the links of an ordinary page lead."""

        def lead(address: str) -> str | None:
            name = led_across(Link("link", address, 0))
            if name:
                place = PartPlace(name.brief, name.item or "")
                if name.brief in self.rendered.slugs and (not place.part or id_of(place) in self.rendered.ids[page_of(place)]):
                    part = id_of(place)
                    return way_to(here, f"{name.brief}/index.md") + (f"#{part}" if part else "")
                self.left.append(f"the link `{address}` of {here}, for readers get no such brief or item")
                return None
            path, sign, part = address.partition("#")
            if leads_into(address, self.kept_back, self.site.url, posixpath.dirname(here), address_of(here)):
                self.left.append(f"the link `{address}` of {here}, for readers get no such brief")
                return None
            meant = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(path)))
            slug, _, file = meant.partition("/")
            return way_to(here, f"{slug}/index.md") + sign + part if slug in self.rendered.slugs and file in _WRITTEN else address

        return lead

    def _with_list(self, text: str, foot: str) -> bytes:
        """The home page with the list of all briefs."""
        return f"{text.rstrip()}\n\n{one_line(self.rendered.brief_list)}\n\n{foot}\n".encode()

    # Our pages and files

    def _page(self, page: Page, foot: str) -> bytes:
        meta: dict[str, Any] = {
            "title": html.escape(page.title, quote=False),
            "description": html.escape(" ".join(page.description.split())),
            "template": TEMPLATE,
            "hide": ["toc"],
            "head_title": html.escape(f"{page.title} - {self.site.name}", quote=False),
            "head": one_line("".join(self._head(page))) + self._graph(page),
        }
        if not page.entries:
            meta["search"] = {"exclude": True}
        front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=float("inf"))
        body = _TWIN_LINK.sub(rf"\g<1>{TWIN_HERE}", page.html)
        return f"---\n{front}---\n\n{one_line(body)}\n\n{foot}\n".encode()

    def _head(self, page: Page) -> Iterator[str]:
        """What a page says of itself to machines."""
        feeds = [(html.escape(self.site.name), path, kind) for path, kind in self.feeds]
        feeds += [(html.escape(title), path, ATOM) for title, path in page.feeds]
        for title, path, kind in feeds:
            yield f'<link rel="alternate" type="{kind}" href="{html.escape(way(page.address, path))}" title="{title}">'
        yield from (f'<meta name="{name}" content="{html.escape(content)}">' for name, content in page.tags)
        if page.public:
            yield from self._shared(page)
        for language, address in page.alternates:
            yield f'<link rel="alternate" hreflang="{language}" href="{html.escape(address)}">'
        if not page.listed:
            yield '<meta name="robots" content="noindex">'

    def _shared(self, page: Page) -> Iterator[str]:
        """What a page says of itself where somebody shares its address, and its other forms."""
        url = f"{self.site.url}{page.address}{'' if self.site.folders else 'index.html'}" if self.site.url else ""
        description = " ".join(page.description.split())
        told = tags_of(page.title, description, url, site=self.site.name, language=page.language, share=page.share)
        for name, content in told:
            key = "name" if name.startswith("twitter:") else "property"
            yield f'<meta {key}="{name}" content="{html.escape(content)}">'
        for kind, name in page.twins:
            yield f'<link rel="alternate" type="{kind}" href="{TWIN_HERE if name == TWIN else name}">'

    def _graph(self, page: Page) -> str:
        return f'<script type="application/ld+json">{" ".join(page.graph.splitlines())}</script>' if page.graph else ""

    def _data(self, file: DataFile) -> bytes:
        """A file as it is published, with the addresses that it has here."""
        if file.path == STYLESHEET:
            return file.content + _STYLES.encode()
        if file.path == "llms.txt":
            text = file.content.decode()
            for slug in self.rendered.slugs:
                twin, here = (f"]({permalink(self.site.url, FilePlace(slug, name))})" for name in (TWIN, TWIN_HERE))
                text = text.replace(twin, here)
            return text.encode()
        return file.content

    def _foot(self, nav: object) -> Any:
        """What renders the foot of our pages, at an address."""
        publication = self.publication
        folders = [path / "theme" for path in storage.template_folders(publication.root) if (path / "theme").is_dir()]
        env = Environment(loader=PrefixLoader({"briefs": FileSystemLoader(folders)}), autoescape=False)  # noqa: S701 - it escapes itself
        env.globals["_"] = renderer_of(publication).wordings.of(self.site.language).gettext
        led_to = {*leaves(nav)}
        more = [page for page in self.rendered.pages if page.nav == "foot" or (page.nav == "main" and _source(page) not in led_to)]

        def foot(here: str) -> str:
            env.filters["url"] = lambda address: way(here, address)
            config = {"use_directory_urls": self.site.folders}
            return one_line(env.get_template("briefs/partials/foot.html").render(more_pages=more, feeds=self.feeds, config=config))

        return foot

    def _handouts(self) -> tuple[Findings, Summary]:
        press, summary = open_press(self.publication), Summary()
        try:
            refused = write_handouts(self.publication, press.collect(press.submit(self.rendered.prints)), self.folder / DOCS, summary)
            press.cache.tidy()
        finally:
            press.close()
        return refused, summary

    # The engine's own

    def _overrides(self, theme: object) -> None:
        """The templates of the publication's own, and ours for pages of briefs."""
        named = theme.get("custom_dir") if isinstance(theme, Mapping) else None
        own = (self.publication.root / str(named)).resolve() if named else None
        if own and own.is_dir() and own.is_relative_to(self.publication.root):
            for path in sorted(own.rglob("*")):
                name = path.relative_to(own).as_posix()
                if path.is_file() and path.resolve().is_relative_to(own) and is_of_theme(name):
                    shutil.copyfile(path, self._place(f"{OVERRIDES}/{name}"))
        elif named:
            self.left.append("`theme.custom_dir`, for it is no folder of the publication")
        self._put(f"{OVERRIDES}/{TEMPLATE}", _PAGE_TEMPLATE.encode())

    # The disk

    def _put(self, path: str, content: bytes) -> None:
        write_atomically(self._place(path), content)

    def _place(self, path: str) -> Path:
        """Where a file goes; nothing goes elsewhere."""
        target = self.folder / path
        if ".." in PurePosixPath(path).parts or not target.is_relative_to(self.folder):
            raise PublicationError(f"{path} is no path in an export")
        target.parent.mkdir(parents=True, exist_ok=True)
        return target


def _source(page: Page) -> str:
    """The Markdown file of a page."""
    return f"{page.address}index.md"


def _here(file: DataFile) -> DataFile:
    """A file under the name that it has in an export."""
    return DataFile(f"{file.path}.txt", file.content) if file.path.endswith(PAGES) else file
