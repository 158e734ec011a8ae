"""Extensions of Markdown that mkdocs.yml names: ordinary pages have them, and briefs, which are CommonMark, some of them only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.text.finding import Finding
from generator.text.places import Text

Extensions = Mapping[str, frozenset[str]]
"""The names of the options that are given, by the name of an extension."""

_ALSO_IN_BRIEFS = {
    "fenced_code",
    "footnotes",
    "meta",
    "sane_lists",
    "tables",
    "toc",
    "pymdownx.betterem",
    "pymdownx.highlight",
    "pymdownx.superfences",
    "pymdownx.tasklist",
}
_OF_EACH_SITE = ("toc", "tables", "fenced_code")
_OF_IDS = {"separator", "slugify"}


def extensions_of(listed: object) -> Extensions:
    """The extensions of a mkdocs.yml, in either of the forms that MkDocs reads, beside those that MkDocs gives to each site.

    What has neither form is for MkDocs to judge.
    """
    entries = listed if isinstance(listed, list) else [listed]
    found: dict[str, frozenset[str]] = dict.fromkeys(_OF_EACH_SITE, frozenset())
    for entry in entries:
        for name, options in entry.items() if isinstance(entry, Mapping) else [(entry, None)]:
            if isinstance(name, str):
                found[name] = frozenset(map(str, options)) if isinstance(options, Mapping) else frozenset()
    return found


def own_ids(extensions: Extensions) -> bool:
    """Whether the ids of headings are made in a way of the publication's own."""
    return any(name.rpartition(".")[2] == "toc" and given & _OF_IDS for name, given in extensions.items())


def unheard(extensions: Extensions) -> Iterator[Finding]:
    """B115: what ordinary pages have and briefs have not."""
    missing = sorted(name for name in extensions if name.removeprefix("markdown.extensions.") not in _ALSO_IN_BRIEFS)
    if missing:
        names = ", ".join(f"`{name}`" for name in missing)
        message = f"ordinary pages have these extensions of Markdown, and briefs do not: {names}"
        yield Finding(
            "B115", message, Text("mkdocs.yml", "").span(), "in briefs, write CommonMark with tables, footnotes and lists of tasks"
        )
