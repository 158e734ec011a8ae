"""`briefs build` builds nothing where nothing has changed, and only there."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from tests.build.conftest import Tree

STANDS = "nothing has changed"
BRIEF = "briefs/old-bridge/brief.yml"
NOON = "1770724800"  # 2026-02-10


def _built(tree: Tree, **environment: str) -> str:
    done = tree.command("briefs", "build", **{"SOURCE_DATE_EPOCH": NOON} | environment)
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_a_site_that_stands_is_not_built_again(tree: Tree) -> None:
    """The site is left as it is, and warnings are said again; a file of it that was changed, added or removed has it built anew."""
    tree.edit(BRIEF, ("why: ", "why: Unsourced numbers, 17 of them. "))
    first = _built(tree)
    assert STANDS not in first
    made, whole = tree.site.stat().st_ino, tree.files()
    again = _built(tree)
    assert STANDS in again
    assert tree.site.stat().st_ino == made
    assert [line for line in again.splitlines() if line.startswith("WARNING")] == [
        line for line in first.splitlines() if line.startswith("WARNING")
    ]
    tree.write("site/.well-known/owner.txt", "a host's")
    assert STANDS in _built(tree)
    for change in (
        lambda: tree.write("site/old-bridge/index.html", "changed"),
        lambda: tree.write("site/more.html", "added"),
        (tree.site / "old-bridge/cite.txt").unlink,
        lambda: shutil.rmtree(tree.site),
    ):
        change()
        assert STANDS not in _built(tree)
        assert {path: content for path, content in tree.files().items() if not path.startswith(".")} == whole


CHANGES: dict[str, Callable[[Tree], object]] = {
    "a brief": lambda tree: tree.edit(BRIEF, ("Old bridge", "Older bridge")),
    "an ordinary page": lambda tree: tree.edit("briefs/about.md", ("An ordinary", "Another ordinary")),
    "a setting": lambda tree: tree.edit("mkdocs.yml", ("site_name: ", "site_name: The ")),
    "a template": lambda tree: tree.write("templates/site/briefs.css", ".brief {color: red}"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_has_changed_is_built(tree: Tree, what: str) -> None:
    """Each file that a build reads is looked at."""
    _built(tree)
    assert STANDS in _built(tree)
    before = tree.files()
    CHANGES[what](tree)
    assert STANDS not in _built(tree)
    assert tree.files() != before


def test_an_embargo_that_lifts_is_a_change(tree: Tree) -> None:
    """Within a day nothing changes by itself, but that the time of an embargo comes; another day is another build."""
    tree.edit(BRIEF, ("status: published", "status: published\nembargo: 2026-02-10T12:30+00:00"))
    _built(tree)
    assert "old-bridge/index.html" not in tree.files()
    assert STANDS in _built(tree, SOURCE_DATE_EPOCH=str(int(NOON) + 1799))
    assert STANDS not in _built(tree, SOURCE_DATE_EPOCH=str(int(NOON) + 1800))
    assert "old-bridge/index.html" in tree.files()
    assert STANDS not in _built(tree, SOURCE_DATE_EPOCH=str(int(NOON) + 43_200))


def test_who_else_may_read_files_is_always_asked(tree: Tree) -> None:
    """With a hook, another plugin, an extension that reads files, another key or without a cache, each build is one."""
    tree.write("hooks.py", "")
    for line in ("hooks: [hooks.py]", "markdown_extensions: [pymdownx.snippets]"):
        config = (tree.root / "mkdocs.yml").read_text(encoding="utf-8")
        tree.write("mkdocs.yml", f"{config}\n{line}\n")
        assert STANDS not in _built(tree) + _built(tree)
        tree.write("mkdocs.yml", config)
    assert STANDS not in _built(tree)
    assert STANDS in _built(tree)
    assert STANDS not in _built(tree, BRIEFS_NO_CACHE="1")
