"""The theme around finished pages, rendered once for all pages around which it looks the same.

A stand-in with a mark for each of a page's own words goes through the theme's template; what comes out is cut at the marks, and every page
of that shape is put together from the pieces. MkDocs and other plugins see a page like any other, but its template is `TEMPLATE`.
"""

from __future__ import annotations

import copy
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import material
import mkdocs
from jinja2 import BaseLoader, Environment
from jinja2.filters import do_striptags
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import normalize_url

from generator.doors.mkdocs.light import fitted
from generator.doors.mkdocs.page import BriefPage, mended
from generator.engine import storage
from generator.engine.digest import digest_of
from generator.pages.artifacts import FIRST_HEADING as HEADING  # content that has one gets none from Material
from generator.pages.compact import terse
from generator.text.packing import packed

TEMPLATE = "briefs/shell.html"

_WEB = "https://"  # addresses of the web stand in a page as they are
_OUT_OF_THE_BOX = (storage.templates_folder(), *(Path(package.__path__[0]) for package in (material, mkdocs)))


def is_shared(config: MkDocsConfig, ours: Iterable[Path], listeners: tuple[type, ...], events: Iterable[str] = ("page_context",)) -> bool:
    """Whether nobody but us and the theme has a say in how pages look.

    Somebody has where a publication overrides templates of the theme, or where a plugin that is none of `listeners`, or a hook, hears of
    one of some events: by default what changes what templates are given. `ours` are the folders of our templates of the theme.
    """
    folders = {*map(Path, config.theme.dirs), *ours}
    overridden = not all(any(map(folder.is_relative_to, _OUT_OF_THE_BOX)) for folder in folders)
    heard = (getattr(method, "__self__", None) for event in events for method in config.plugins.events[event])
    return not overridden and all(isinstance(one, listeners) for one in heard)


def use(env: Environment, files: Files, config: MkDocsConfig, led_to: Iterable[str]) -> None:
    """Let finished pages that no navigation leads to share their theme.

    `led_to` are the addresses, from the site's root, to which the theme leads from every page.
    """
    env.loader = _Loader(env, _beginnings([*led_to, *_named(config)]))
    for file in files.documentation_pages():
        if isinstance(file.page, BriefPage) and not file.page.in_nav:
            file.page.meta["template"] = TEMPLATE


def _named(config: MkDocsConfig) -> Iterator[str]:
    """The addresses of this site that a configuration names."""
    yield "assets/"  # of Material
    yield str(config.theme["favicon"])
    yield from (str(file) for file in (*config.extra_css, *config.extra_javascript))
    yield from (str(other.get("link", "")) for other in config.extra.get("alternate") or ())


def _beginnings(addresses: Iterable[str]) -> frozenset[str]:
    """All folders in addresses: `a/`, `a/b/` of `a/b/c`."""
    return frozenset(address[: end + 1] for address in addresses for end, sign in enumerate(address) if sign == "/")


class _Loader(BaseLoader):
    """An environment's templates, and the shell among them."""

    def __init__(self, env: Environment, led_to: frozenset[str]) -> None:
        if env.loader is None:
            raise TypeError("an environment of a theme has a loader")
        self.inner = env.loader
        self.shell = Shell(env, led_to)

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Any:
        return self.shell if name == TEMPLATE else self.inner.load(environment, name, globals)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        return self.inner.get_source(environment, template)

    def list_templates(self) -> list[str]:
        return self.inner.list_templates()


class _Slot(str):
    """The name of something that each page has of its own."""

    __slots__ = ()


class Shell:
    """What MkDocs takes for a template."""

    is_up_to_date = True

    def __init__(self, env: Environment, led_to: frozenset[str]) -> None:
        self.env = env
        self.template = env.get_template("main.html")
        self.contents = env.get_template("partials/toc.html")
        self.lang: Any = None  # the words of the theme, which its templates import
        self.led_to = led_to
        self.globals: dict[str, Any] = {}
        self.cuts: dict[tuple[object, ...], tuple[str, ...]] = {}
        self.digests: dict[tuple[object, ...], str] = {}  # of the cuts, and of the form of tables of contents

    def render(self, context: Mapping[str, Any]) -> str:
        page: BriefPage = context["page"]
        values = _values(page)
        shape = self._shape(page, context["base_url"], values)
        if shape not in self.cuts:
            self.cuts[shape] = self._cut(context, values)
        if page.toc.items:
            values["contents"] = self._contents(context)
        values["content"] = terse(values["content"])
        return fitted("".join(values[part] if type(part) is _Slot else part for part in self.cuts[shape]))

    def digest(self, page: BriefPage, base_url: str, context: Callable[[], Mapping[str, Any]]) -> str:
        """A digest of all that a page is put together from: what it has of its own, and the theme around pages of its shape."""
        values = _values(page, page.made.made_of or _made(page))
        shape = self._shape(page, base_url, values)
        if shape not in self.digests:
            given = context()
            if shape not in self.cuts:
                self.cuts[shape] = self._cut(given, values)
            pieces = (f"{type(part).__name__} {part}" for part in self.cuts[shape])
            self.digests[shape] = digest_of(*pieces, self._contents({**given, "page": _listing(page)}) if page.toc.items else "")
        return digest_of(self.digests[shape], *(f"{name} {value}" for name, value in values.items()), repr(page.made.headings))

    def _shape(self, page: BriefPage, base_url: str, values: Mapping[str, str]) -> tuple[object, ...]:
        """What pages have in common around which the theme looks the same."""
        made = page.made
        is_headed = made.outline.is_headed if made.outline else HEADING in values["content"]
        return (base_url, self._near(made.address), made.listed, made.language, made.public, made.twins, is_headed, *values)

    def _contents(self, context: Mapping[str, Any]) -> str:
        """A page's table of contents: the one thing whose form is not the same in pages of a shape."""
        return mended(self.contents.render({**context, "lang": self.lang}))

    def _near(self, address: str) -> str:
        """The deepest folder that a page shares with where the theme leads: beside its depth, all that relative addresses depend on."""
        ends = (end + 1 for end in range(len(address) - 1, -1, -1) if address[end] == "/")
        return next((address[:end] for end in ends if address[:end] in self.led_to), "")

    def _cut(self, context: Mapping[str, Any], values: Mapping[str, str]) -> tuple[str, ...]:
        mark = f"x{secrets.token_hex(8)}x"  # letters and digits only, which no filter of a template changes
        names = [*values, "contents"]
        page = _stand_in(context["page"], {name: f"{mark}{number}x" for number, name in enumerate(names)})
        given = {**context, "page": page, "brief_page": page.made}
        html = mended(self.template.render(given))  # which letters a page has is seen once it is whole
        if page.toc.items:
            self.lang = self.env.get_template("partials/language.html").make_module(given)
            html = html.replace(self._contents(given), f"{mark}{names.index('contents')}x")
        parts = re.split(rf"(?:{_WEB}|{HEADING})?{mark}(\d+)x", html)
        return tuple(_Slot(names[int(part)]) if index % 2 else part for index, part in enumerate(parts))


def _made(page: BriefPage) -> str:
    """A digest of what was made, as it is kept; empty where something else is shown, or where nobody knows what is in it."""
    made = page.made
    return digest_of(packed(made, "html"), packed(made, "graph")) if made.outline and page.changed is None else ""


def _values(page: BriefPage, made_of: str = "") -> dict[str, str]:
    """What a page has of its own, as the theme prints it; its names are the shape of the page.

    A digest of what it is `made_of` may stand for what is made when somebody asks for it.
    """
    outline = page.made.outline
    values = {"page title": str(do_striptags(page.title)), "content": made_of or page.content or ""}
    if page.meta["description"]:
        values["description"] = str(page.meta["description"])
    if page.canonical_url:
        values["canonical"] = str(escape(page.canonical_url))
    for number, (title, feed) in enumerate(page.made.feeds):
        values |= {f"feed {number}": str(escape(normalize_url(feed, page))), f"feed title {number}": str(escape(title))}
    values |= {f"tag {number} {name}": str(escape(content)) for number, (name, content) in enumerate(page.made.tags)}
    values |= {f"share {number} {name}": str(escape(content)) for number, (name, content) in enumerate(page.made.share)}
    alternates = page.made.alternates
    values |= {f"alternate {number} {language}": str(escape(address)) for number, (language, address) in enumerate(alternates)}
    if outline.has_graph if outline else page.made.graph:
        values["graph"] = made_of or page.made.graph
    if page.toc.items:
        values["first id"] = page.toc.items[0].id
    return values


def _stand_in(page: BriefPage, marks: Mapping[str, str]) -> BriefPage:
    """A page of the same shape, which has a mark wherever a page has something of its own."""
    made = copy.copy(page)
    made.title = marks["page title"]
    made.content = f"{HEADING}{marks['content']}" if HEADING in (page.content or "") else marks["content"]
    made.canonical_url = marks.get("canonical")
    made.meta = {**page.meta, "description": marks.get("description", "")}
    made.made = replace(
        page.made,
        feeds=tuple((marks[f"feed title {number}"], _WEB + marks[f"feed {number}"]) for number in range(len(page.made.feeds))),
        tags=tuple((name, marks[f"tag {number} {name}"]) for number, (name, _) in enumerate(page.made.tags)),
        share=tuple((name, marks[f"share {number} {name}"]) for number, (name, _) in enumerate(page.made.share)),
        graph=marks.get("graph", ""),
        alternates=tuple((name, marks[f"alternate {number} {name}"]) for number, (name, _) in enumerate(page.made.alternates)),
    )
    made.toc = TableOfContents([AnchorLink("", marks["first id"], 2)] if page.toc.items else [])
    return made


def _listing(page: BriefPage) -> BriefPage:
    """A page with a table of contents that has everything that one may have."""
    listed = copy.copy(page)
    items = [AnchorLink("first", "first", 2), AnchorLink("second", "second", 2), AnchorLink("third", "third", 2)]
    items[1].children = [AnchorLink("below", "below", 3), AnchorLink("beside", "beside", 3)]
    listed.toc = TableOfContents(items)
    return listed
