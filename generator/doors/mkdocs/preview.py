"""What `serve` answers by itself: finished pages, put into the theme when they are asked for, and files.

MkDocs builds what is its own into a folder, and learns of our pages for navigation, links and sitemap only. So what a brief changes is
there as soon as it is rendered. The bytes are those of a build, but for the script by which a page follows.
"""

from __future__ import annotations

import contextlib
import logging
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from material.plugins.search.plugin import SearchIndex
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from generator.desk.building import rendering
from generator.doors.mkdocs import shell
from generator.doors.mkdocs.following import following
from generator.doors.mkdocs.guard import App
from generator.doors.mkdocs.page import HOME, BriefPage, add_entries, as_page, escape_words, finished, forget_day, search_of
from generator.doors.mkdocs.searching import Searching
from generator.doors.mkdocs.shown import Shown, file_at
from generator.engine.digest import digest_of
from generator.errors import PublicationError
from generator.pages.artifacts import Artifact, DataFile, HomePart, Page, Print
from generator.pages.search_index import FOLDER as SEARCH
from generator.text.packing import packed

SEARCH_INDEX = "search/search_index.json"

_SEARCH_HINTS = re.compile(r"\s?data-search-\w+=\"[^\"]+\"")  # which the theme's search takes out of pages

Finish = Callable[[DataFile], DataFile]


class Made:
    """What is made of a publication, by its path in the site. What is made of all briefs together is made when it is first asked for."""

    def __init__(self, own: Iterable[Artifact], across: Iterable[Artifact] = (), finish: Finish = lambda file: file) -> None:
        listed = tuple(own)
        self.prints = tuple(one for one in listed if isinstance(one, Print))
        self.finish = finish
        self.own: dict[str, Artifact] = {_path(one): one for one in listed if not isinstance(one, Print)}
        self._more: dict[str, Artifact] = {}
        self._across = iter(across)
        self._lock = threading.Lock()

    def find(self, path: str) -> Artifact | None:
        """What is at a path; raises PublicationError where it cannot be made."""
        return self.own.get(path) or self._more.get(path) or next((one for one in self._rest() if _path(one) == path), None)

    def all(self) -> Iterator[Artifact]:
        """Everything, each as soon as it is made."""
        yield from self.own.values()
        yield from self._rest()

    def _rest(self) -> Iterator[Artifact]:
        """What is made of all together, each once; two who ask at a time each get all of it."""
        seen = 0
        while True:
            with self._lock:
                if seen == len(self._more) and not self._advance():
                    return
                fresh = list(self._more.values())[seen:]
                seen = len(self._more)
            yield from fresh

    def _advance(self) -> bool:
        with rendering():
            one = next(self._across, None)
        if one is not None:
            self._more[_path(one)] = one
        return one is not None


def _path(made: Artifact) -> str:
    """Where the site has something; the part of the home page has no address of its own."""
    if isinstance(made, Page):
        return f"{made.address}index.html"
    return "" if isinstance(made, HomePart) else made.path


@dataclass
class Frame:
    """What the last build of MkDocs knows: its theme, its navigation, its pages; `entries` is what search finds of these, by address.

    `ours` are our pages as it has read them, by address, where they are written and not shown.
    """

    config: MkDocsConfig
    env: Environment
    nav: Navigation
    files: Files
    pages: Sequence[File]
    home: MkDocsPage | None
    content: str
    in_nav: Mapping[str, BriefPage]
    search: dict[str, Any] | None
    outline: object
    entries: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    ours: Mapping[str, BriefPage] = field(default_factory=dict)


def outline(made: Iterable[Artifact], in_nav: Iterable[str]) -> object:
    """What MkDocs's own pages say of ours: which there are, which the sitemap names, and what the navigation calls some."""
    named = frozenset(in_nav)
    return frozenset(
        (one.address, one.listed, one.nav, one.title if one.address in named or one.nav else "")
        if isinstance(one, Page)
        else (_path(one), False, "", "")
        for one in made
        if not isinstance(one, Print)
    )


class Preview:
    """Answers for our pages and files before MkDocs's server is asked."""

    def __init__(self, log: logging.LoggerAdapter[logging.Logger]) -> None:
        self.log = log
        self.made = Made(())
        self.frame: Frame | None = None
        self.next: Frame | None = None  # of the build that is under way
        self.listed: Sequence[File] = ()
        self.shown: Shown | None = None  # what is kept of what was asked for
        self._turn = threading.RLock()  # a page that is put into the theme is active in the navigation
        self._index: tuple[Made, Frame, bytes] | None = None
        self._searching = Searching()
        self._indexing = threading.Lock()
        self._indexed: tuple[Made, Frame, Mapping[str, DataFile]] | None = None

    # While MkDocs builds

    def take(
        self, config: MkDocsConfig, env: Environment, nav: Navigation, files: Files, data: Set[str], made: Made, *, written: bool
    ) -> None:
        """Take our pages, our files (`data` are their paths) and the home page from what MkDocs is going to write.

        They are `written` once it has done so, or else shown as they come to be.
        """
        pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        ours = [file for file in files if isinstance(file.page, BriefPage) or file.dest_uri in data]
        home = next((file for file in pages if file.dest_uri == HOME), None)
        in_nav = {file.page.made.address: file.page for file in pages if isinstance(file.page, BriefPage) and file.page.in_nav}
        page = home.page if home else None
        content = (page.content if page else "") or ""
        search = search_of(config)
        settings = dict(search.config) if search else None
        read = {file.page.made.address: file.page for file in pages if isinstance(file.page, BriefPage)} if written else {}
        self.next = Frame(config, env, nav, files, pages, page, content, in_nav, settings, outline(made.all(), in_nav), ours=read)
        self.listed = files.documentation_pages()
        for file in (*ours, *([home] if home else [])):
            files.remove(file)

    def publish(self, made: Made) -> None:
        """The build that is under way is there; where nothing was taken from it, MkDocs answers for everything."""
        frame = self.next
        search = search_of(frame.config) if frame else None
        if frame and search:
            for entry in search.search_index.entries:
                frame.entries.setdefault(entry["location"].partition("#")[0], []).append(entry)
        with self._turn:
            self.frame, self.made, self.next = frame, made, None

    def everything(self, made: Made) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
        """All that was taken from the build that is under way, which ends now: paths in the site, digests of what each is made of (empty
        where nobody knows), and what makes it."""
        self.publish(made)
        frame = self.frame
        if frame is None:
            return
        for path in (HOME, *([SEARCH_INDEX] if frame.search is not None else []), *self._index_of(frame, made)):
            yield path, "", partial(self._content, path)
        self._index = self._indexed = None  # they are written, and large
        for one in made.all():
            if path := _path(one):
                yield path, self._digest(frame, one), partial(self._content, path)

    def _digest(self, frame: Frame, one: Artifact) -> str:
        """A digest of what a file or a page is made of; empty where the theme around it is its own."""
        if isinstance(one, DataFile):
            return digest_of("file made of", one.made_of) if one.made_of else digest_of("file", packed(one, "content"))
        page = frame.ours.get(one.address) if isinstance(one, Page) else None
        if page is None or page.meta.get("template") != shell.TEMPLATE:
            return ""
        shared: Any = frame.env.get_template(shell.TEMPLATE)
        page.active = True
        try:
            return str(shared.digest(page, get_relative_url(".", page.url), partial(_context, frame, page)))
        finally:
            page.active = False

    def _content(self, path: str) -> bytes:
        return self.content(path) or b""

    # While it is asked

    def keep(self, shown: Shown | None) -> None:
        """Keep what is shown from now on; the home page and what all pages have beside them, whether somebody asks for it or not."""
        self.shown = shown
        if shown and self.frame:
            assets = [name for name in self.made.own if name.startswith("assets/")]
            threading.Thread(target=self._keep, args=(shown, [HOME, *assets]), daemon=True).start()

    def _keep(self, shown: Shown, names: Iterable[str]) -> None:
        with contextlib.suppress(PublicationError, BuildError):  # who asks for it is told
            for name in names:
                content = self.content(name)
                if content is not None:
                    shown.keep(name, content)

    def app(self, server: LiveReloadServer, inner: App | None) -> App:
        """An application that answers before another one."""

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            epoch = vars(server)["_visible_epoch"]
            try:
                found = self._answer(path, server) if self.frame and (path + "/").startswith(server.mount_path) else None
            except (PublicationError, BuildError) as error:
                self.log.error("%s", error)
                start_response("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
                return [str(error).encode()]
            if found is None:
                return inner(environ, start_response) if inner else ()
            name, content = found
            if not name:
                start_response("302 Found", [("Location", quote(path) + "/")])
                return []
            if self.shown:
                self.shown.keep(name, content)
            if name.endswith(".html"):
                content = following(content, epoch)
            kind = server._guess_type(name)  # type: ignore[no-untyped-call]
            start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
            return [content]

        return answer

    def _answer(self, path: str, server: LiveReloadServer) -> tuple[str, bytes] | None:
        """The file that answers for a path, and its content; no file but a folder's address is to be asked; None is for MkDocs."""
        name = file_at(path, server.mount_path)
        built = Path(server.root, name)
        content = self.content(name, known=built.is_file())
        if content is not None:
            return name, content
        is_folder = not path.endswith("/") and not built.exists() and self.content(f"{name}/index.html") is not None
        return ("", b"") if is_folder else None

    def content(self, name: str, *, known: bool = False) -> bytes | None:
        """The content of a file of the site that is ours; `known` says that MkDocs has a file there, too, which is its own."""
        frame, made = self.frame, self.made
        if frame is None:
            return None
        if name == HOME and frame.home:
            return self._home(frame, frame.home, made)
        if name == SEARCH_INDEX and frame.search is not None:
            return self._searched(frame, made)
        if name.startswith(SEARCH) and not name.endswith(".html"):
            file = self._index_of(frame, made).get(name)
            return file.content if file else None
        found = made.own.get(name) if known else made.find(name)
        if isinstance(found, Page):
            return self._framed(frame, found)
        return made.finish(found).content if isinstance(found, DataFile) else None

    def _framed(self, frame: Frame, made: Page) -> bytes:
        with self._turn:
            page = frame.in_nav.get(made.address)
            if page is None and made.address in frame.ours:
                return _in_theme(frame, frame.ours[made.address])
            if page is None:
                page = as_page(made, frame.config)
            page.made = made
            page.read_source(frame.config)
            page.render(frame.config, frame.files)
            escape_words(page)
            forget_day(page)
            if not page.in_nav:
                page.meta["template"] = shell.TEMPLATE
            return _in_theme(frame, page)

    def _home(self, frame: Frame, page: MkDocsPage, made: Made) -> bytes:
        with self._turn:
            page.content = _SEARCH_HINTS.sub("", frame.content + _part(made)) if frame.search else frame.content + _part(made)
            return _in_theme(frame, page)

    def _searched(self, frame: Frame, made: Made) -> bytes:
        """The index of search, in the order of MkDocs's pages."""
        with self._turn:
            if self._index and self._index[:2] == (made, frame):
                return self._index[2]
            pages = {one.address: one for one in made.all() if isinstance(one, Page)}
            index = SearchIndex(**(frame.search or {}))
            for file in frame.pages:
                page = file.page
                if isinstance(page, BriefPage):
                    if page.made.address in pages:
                        page.made = pages[page.made.address]
                        add_entries(page, index)
                elif page is not None and page is frame.home:
                    index.entries.extend(self._home_entries(frame, page, made))
                elif page is not None:
                    index.entries.extend(frame.entries.get(page.url, ()))
            content = index.generate_search_index(None).encode()
            self._index = (made, frame, content)
            return bytes(content)

    def _index_of(self, frame: Frame, made: Made) -> Mapping[str, DataFile]:
        """The files that the page of search reads."""
        with self._indexing:
            if self._indexed is None or self._indexed[:2] != (made, frame):
                pages = [one for one in made.all() if isinstance(one, Page)]
                entries = [entry for listed in frame.entries.values() for entry in listed]
                if frame.home and frame.search is not None:
                    entries += self._home_entries(frame, frame.home, made)
                self._indexed = (made, frame, self._searching.files(pages, entries, frame.config))
            return self._indexed[2]

    def _home_entries(self, frame: Frame, page: MkDocsPage, made: Made) -> list[dict[str, Any]]:
        """What search finds of the home page, the list of briefs at its end among it."""
        with self._turn:
            index = SearchIndex(**(frame.search or {}))
            page.content = frame.content + _part(made)
            index.add_entry_from_context(page)
            return list(index.entries)


def _in_theme(frame: Frame, page: MkDocsPage) -> bytes:
    """A page as MkDocs writes it; no plugin is asked, for none but ours has anything to say."""
    page.active = True
    try:
        context = _context(frame, page)
        template = page.meta.get("template", "main.html")
        output = frame.env.get_template(template).render(context)
        return (output if template == shell.TEMPLATE else finished(output, page)).encode("utf-8", errors="xmlcharrefreplace")
    finally:
        page.active = False


def _context(frame: Frame, page: MkDocsPage) -> Any:
    """What MkDocs gives a template, and we."""
    context: Any = get_context(frame.nav, frame.pages, frame.config, page)
    context["brief_page"] = page.made if isinstance(page, BriefPage) else None
    return context


def _part(made: Made) -> str:
    """The list of briefs."""
    part = made.find("")
    return part.html if isinstance(part, HomePart) else ""
