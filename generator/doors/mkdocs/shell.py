"""The theme around finished pages, rendered once for all pages around which it looks the same.

A stand-in with a mark for each of a page's own words goes through the theme's template; what comes out is cut at the marks, and every page
of that shape is put together from the pieces. MkDocs and other plugins see a page like any other, but its template is `TEMPLATE`.
"""

from __future__ import annotations

import copy
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import material
import mkdocs
from jinja2 import BaseLoader, Environment, Template
from jinja2.filters import do_striptags
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import normalize_url

from generator.doors.mkdocs.page import BriefPage, valid

TEMPLATE = "briefs/shell.html"

_WEB = "https://"  # addresses of the web stand in a page as they are
_THEMES = tuple(Path(package.__path__[0]) for package in (material, mkdocs))


def is_shared(config: MkDocsConfig, own: Path, listeners: tuple[type, ...], events: Iterable[str] = ("page_context",)) -> bool:
    """Whether nobody but us and the theme has a say in how pages look.

    Somebody has where a publication overrides templates of the theme, or where a plugin that is none of `listeners`, or a hook, hears of
    one of some events: by default what changes what templates are given. `own` is the folder of our overrides.
    """
    first, *others = (Path(folder) for folder in config.theme.dirs)
    overridden = first != own or not all(any(map(folder.is_relative_to, _THEMES)) for folder in others)
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
        self.shell = Shell(env.get_template("main.html"), led_to)

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Any:
        return self.shell if name == TEMPLATE else self.inner.load(environment, name, globals)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        return self.inner.get_source(environment, template)

    def list_templates(self) -> list[str]:
        return self.inner.list_templates()


class _Slot(str):
    """The name of something that each page has of its own."""

    __slots__ = ()


@dataclass(frozen=True)
class _Cut:
    """A rendered stand-in: its words and slots. `each` stands once for each heading between the first and the last."""

    before: tuple[str, ...]
    each: tuple[str, ...]
    after: tuple[str, ...]


class Shell:
    """What MkDocs takes for a template."""

    is_up_to_date = True

    def __init__(self, template: Template, led_to: frozenset[str]) -> None:
        self.template = template
        self.led_to = led_to
        self.globals: dict[str, Any] = {}
        self.cuts: dict[tuple[object, ...], _Cut] = {}

    def render(self, context: Mapping[str, Any]) -> str:
        page: BriefPage = context["page"]
        values = _values(page)
        shape = (context["base_url"], self._near(page.made.address), page.made.listed, *values)
        if shape not in self.cuts:
            self.cuts[shape] = self._cut(context, values)
        cut = self.cuts[shape]
        between = (_filled(cut.each, {"id": heading.id, "title": heading.title}) for heading in page.toc.items[1:-1])
        return _filled(cut.before, values) + "".join(between) + _filled(cut.after, values)

    def _near(self, address: str) -> str:
        """The deepest folder that a page shares with where the theme leads: beside its depth, all that relative addresses depend on."""
        ends = (end + 1 for end in range(len(address) - 1, -1, -1) if address[end] == "/")
        return next((address[:end] for end in ends if address[:end] in self.led_to), "")

    def _cut(self, context: Mapping[str, Any], values: Mapping[str, str]) -> _Cut:
        mark = f"x{secrets.token_hex(8)}x"  # letters and digits only, which no filter of a template changes
        names = [*values, "id", "title"]
        page = _stand_in(context["page"], {name: f"{mark}{number}x" for number, name in enumerate(names)})
        html = valid(self.template.render({**context, "page": page, "brief_page": page.made}))
        parts = [_Slot(names[int(part)]) if index % 2 else part for index, part in enumerate(re.split(rf"(?:{_WEB})?{mark}(\d+)x", html))]
        each = _index(parts, "id")
        last = _index(parts[each:], "last id") + each
        return _Cut(tuple(parts[:each]), tuple(parts[each:last]), tuple(parts[last:]))


def _index(parts: list[str], name: str) -> int:
    """Where a slot stands first; the end where it doesn't."""
    return next((index for index, part in enumerate(parts) if isinstance(part, _Slot) and part == name), len(parts))


def _filled(parts: tuple[str, ...], values: Mapping[str, str]) -> str:
    return "".join(values[part] if type(part) is _Slot else part for part in parts)


def _values(page: BriefPage) -> dict[str, str]:
    """What a page has of its own, as the theme prints it; its names are the shape of the page."""
    values = {"page title": str(do_striptags(page.title)), "content": page.content or ""}
    if page.meta["description"]:
        values["description"] = str(page.meta["description"])
    if page.canonical_url:
        values["canonical"] = str(escape(page.canonical_url))
    for number, (title, feed) in enumerate(page.made.feeds):
        values |= {f"feed {number}": str(escape(normalize_url(feed, page))), f"feed title {number}": str(escape(title))}
    values |= {f"tag {number} {name}": str(escape(content)) for number, (name, content) in enumerate(page.made.tags)}
    headings = page.toc.items
    if headings:
        values |= {"first id": headings[0].id, "first title": headings[0].title}
    if len(headings) > 1:
        values |= {"last id": headings[-1].id, "last title": headings[-1].title}
    return values


def _stand_in(page: BriefPage, marks: Mapping[str, str]) -> BriefPage:
    """A page of the same shape, which has a mark wherever a page has something of its own."""
    made = copy.copy(page)
    made.title = marks["page title"]
    made.content = marks["content"]
    made.canonical_url = marks.get("canonical")
    made.meta = {**page.meta, "description": marks.get("description", "")}
    made.made = replace(
        page.made,
        feeds=tuple((marks[f"feed title {number}"], _WEB + marks[f"feed {number}"]) for number in range(len(page.made.feeds))),
        tags=tuple((name, marks[f"tag {number} {name}"]) for number, (name, _) in enumerate(page.made.tags)),
    )
    headings = [("first id", "first title"), ("id", "title"), ("last id", "last title")]
    shown = headings if "last id" in marks else headings[:1] if "first id" in marks else []
    made.toc = TableOfContents([AnchorLink(marks[title], marks[name], 2) for name, title in shown])
    return made
