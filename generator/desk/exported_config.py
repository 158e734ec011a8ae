"""The mkdocs.yml of a publication that another engine builds: what all engines know of the publication's own, and a navigation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

import yaml

from generator.desk.building import SCRIPT, STYLESHEET
from generator.engine.mkdocs_yml import Opaque
from generator.errors import PublicationError

CONFIG, DOCS, OVERRIDES = "mkdocs.yml", "docs", "overrides"

KEPT = (
    *("site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name", "use_directory_urls"),
    *("theme", "extra", "extra_css", "extra_javascript", "markdown_extensions", "mdx_configs", "nav"),
)
"""The keys of a mkdocs.yml that the export has, too."""

BUILT_IN = ("toc", "tables", "fenced_code")
"""The extensions of Markdown that MkDocs has where none is named; another engine has others."""

_NEEDLESS = ("docs_dir", "site_dir", "exclude_docs", "draft_docs")
_PYTHON_NAME = "tag:yaml.org,2002:python/name:"


def config_of(written: Mapping[str, Any], nav: object, *, own_look: bool) -> tuple[bytes, list[str]]:
    """A mkdocs.yml made from the one that was written, and what of that it lacks, in words.

    Raises PublicationError for a value that only MkDocs makes something of.
    """
    left = [f"`{key}:` of mkdocs.yml" for key in written if key not in (*KEPT, *_NEEDLESS, "plugins")]
    entries = [*_plugins(written.get("plugins") or ())]
    left += [f"the plugin `{name}`" for name, _ in entries if name not in _SEARCH]
    values = {key: written[key] for key in KEPT if written.get(key) is not None}
    named = values.get("theme", "mkdocs")
    theme = {"name": named} if isinstance(named, str) else dict(named)
    if own_look:
        theme.setdefault("font", False)  # in our own look nobody else is asked for fonts
    styles, scripts = values.get("extra_css", ()), values.get("extra_javascript", ())
    values.setdefault("markdown_extensions", list(BUILT_IN))
    values |= {
        "docs_dir": DOCS,
        "theme": {**theme, "custom_dir": OVERRIDES},
        "nav": nav,
        "not_in_nav": "*",
        "plugins": [entry for name, entry in entries if name in _SEARCH],
    }
    values |= {"extra_css": [STYLESHEET, *styles], "extra_javascript": [*scripts, {"path": SCRIPT, "async": True}]}
    return yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120).encode(), left


_SEARCH = ("search", "material/search")  # which all engines have


def _plugins(listed: Any) -> Iterator[tuple[str, Any]]:
    """The plugins but ours, with their entries."""
    for entry in [{name: options} for name, options in listed.items()] if isinstance(listed, Mapping) else listed:
        name = next(iter(entry)) if isinstance(entry, Mapping) else str(entry)
        if name.removeprefix("/") != "briefs":
            yield name, entry


class _Dumper(yaml.SafeDumper):
    """Writes names of Python objects as they were written."""


def _named(dumper: yaml.SafeDumper, value: Opaque) -> yaml.Node:
    if not value.tag.startswith(_PYTHON_NAME):
        raise PublicationError(f"mkdocs.yml has the tag `{value.tag}`, which no other file can have: write the value itself")
    return dumper.represent_scalar(value.tag, "")


_Dumper.add_representer(Opaque, _named)
_Dumper.ignore_aliases = lambda self, data: True  # type: ignore[method-assign]  # which some engines cannot read


def address_of(path: str) -> str:
    """The address that engines give to a page."""
    pure = PurePosixPath(path)
    address = (pure.parent if pure.stem in ("index", "README") else pure.with_suffix("")).as_posix()
    return "" if address == "." else f"{address}/"


def nav_of(paths: Iterable[str]) -> list[Any]:
    """A navigation of pages by their folders: the home page first, the page of a folder first in it."""
    tree: dict[str, Any] = {}
    for path in paths:
        *folders, _ = path.split("/")
        below = tree
        for name in folders:
            below = below.setdefault(name, {})
        below[f"/{path}"] = path
    return _entries(tree)


def _entries(tree: Mapping[str, Any]) -> list[Any]:
    own = sorted((path for path in tree.values() if isinstance(path, str)), key=lambda path: (address_of(path).count("/"), path))
    below = [(name, _entries(inner)) for name, inner in tree.items() if isinstance(inner, dict)]
    return [
        *own,
        *(inner[0] if len(inner) == 1 else {name.replace("-", " ").replace("_", " ").capitalize(): inner} for name, inner in below),
    ]


def without(nav: Any, gone: Callable[[str], bool]) -> Any:
    """A navigation without the paths that are gone, nor what leads to nothing else."""
    if isinstance(nav, str):
        return None if gone(nav) else nav
    if isinstance(nav, Mapping):
        return {title: below for title, inner in nav.items() if (below := without(inner, gone))}
    return [below for inner in nav if (below := without(inner, gone))] if isinstance(nav, list) else nav


def leaves(nav: object) -> Iterator[str]:
    """The paths that a navigation names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, Mapping):
        yield from (leaf for below in nav.values() for leaf in leaves(below))
    elif isinstance(nav, list):
        yield from (leaf for below in nav for leaf in leaves(below))
