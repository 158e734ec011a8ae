"""`briefs build` builds nothing where nothing has changed, and only there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import chain, repeat
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

from generator.desk import publication
from generator.doors.cli import main, run_build
from generator.doors.mkdocs.loading import loaded
from generator.dossier.manifest import MANIFEST
from generator.engine.recall import Site
from tests.build.conftest import Tree

STANDS = "nothing has changed"
BRIEF = "briefs/old-bridge/brief.yml"
NOON = "1770724800"  # 2026-02-10


def _built(tree: Tree, **environment: str) -> str:
    done = tree.command("briefs", "build", **{"SOURCE_DATE_EPOCH": NOON} | environment)
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_both_commands_build_the_same(tree: Tree) -> None:
    """`briefs build` writes the bytes of `mkdocs build`, on another day."""
    tree.built()
    made = tree.files()
    shutil.rmtree(tree.site)
    _built(tree)
    assert tree.files() == made


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
    tree.write("site/old-bridge/index.html", "changed")
    assert STANDS not in _built(tree)
    assert tree.files() == whole


def test_a_site_stands_as_long_as_each_file_does(tmp_path: Path) -> None:
    """Any file that was changed, added or removed tells, and what is none any more, and a build that runs or was killed.

    Hidden files in the site are nobody's output.
    """
    tmp_path /= "site"
    (tmp_path / "a").mkdir(parents=True)
    (tmp_path / "a/page.html").write_bytes(b"page")
    listed = {"files": [{"path": "a/page.html", "bytes": 4, "sha256": hashlib.sha256(b"page").hexdigest()}]}
    (tmp_path / MANIFEST).write_text(json.dumps(listed), encoding="utf-8")
    site = Site(str(tmp_path), MANIFEST, hashlib.sha256((tmp_path / MANIFEST).read_bytes()).hexdigest())
    (tmp_path / ".nojekyll").touch()
    assert site.stands()
    half = tmp_path.parent / f".site.{'0' * 16}.building"
    half.mkdir()
    assert not site.stands()
    half.rmdir()
    (tmp_path / "a/more.html").touch()
    assert not site.stands()
    (tmp_path / "a/more.html").unlink()
    (tmp_path / "a/page.html").write_bytes(b"past")
    assert not site.stands()
    (tmp_path / "a/page.html").unlink()
    (tmp_path.parent / "page.html").write_bytes(b"page")
    (tmp_path / "a/page.html").symlink_to(tmp_path.parent / "page.html")
    assert not site.stands()
    (tmp_path / "a/page.html").unlink()
    os.mkfifo(tmp_path / "a/page.html")
    assert not site.stands()
    (tmp_path / "a/page.html").unlink()
    assert not site.stands()
    listed["files"] = []
    (tmp_path / MANIFEST).write_text(json.dumps(listed), encoding="utf-8")
    assert not site.stands()


def test_a_record_of_what_was_published_is_no_change(tree: Tree) -> None:
    """A record that a build writes has nothing built again, unless readers are told something by it; the bytes are those of a build."""
    tree.brief("new-bridge")
    _built(tree)
    record = tree.root / "briefs/new-bridge/releases/2026-02-10.json"
    assert record.is_file()
    assert STANDS in _built(tree)
    made = tree.files()
    shutil.rmtree(tree.root / ".cache/answers")
    assert STANDS not in _built(tree)
    assert tree.files() == made
    record.write_text(record.read_text(encoding="utf-8").replace("closes", "closed"), encoding="utf-8")
    assert STANDS not in _built(tree)
    tree.edit("briefs/new-bridge/brief.yml", ("published:", "updated: 2026-02-10\npublished:"))
    _built(tree)  # which is recorded with its day, that nobody had named before
    assert STANDS not in _built(tree)
    assert STANDS in _built(tree)


CHANGES: dict[str, Callable[[Tree], object]] = {
    "a brief": lambda tree: tree.edit(BRIEF, ("Old bridge", "Older bridge")),
    "an ordinary page": lambda tree: tree.edit("briefs/about.md", ("An ordinary", "Another ordinary")),
    "a setting": lambda tree: tree.edit("mkdocs.yml", ("site_name: ", "site_name: The ")),
    "a template": lambda tree: tree.write("templates/site/briefs.css", ".brief {color: red}"),
}


def test_what_has_changed_is_built(tree: Tree) -> None:
    """Each file that a build reads is looked at."""
    _built(tree)
    for what, change in CHANGES.items():
        before = tree.files()
        change(tree)
        assert STANDS not in _built(tree), what
        assert tree.files() != before, what
    assert STANDS in _built(tree)


def test_an_embargo_that_lifts_is_a_change(tree: Tree) -> None:
    """Within a day nothing changes by itself, but that the time of an embargo comes; another day is another build."""
    tree.edit(BRIEF, ("status: published", "status: published\nembargo: 2026-02-10T12:30+00:00"))
    _built(tree)
    assert "old-bridge/index.html" not in tree.files()
    assert STANDS in _built(tree, SOURCE_DATE_EPOCH=str(int(NOON) + 1799))
    assert STANDS not in _built(tree, SOURCE_DATE_EPOCH=str(int(NOON) + 1800))
    assert "old-bridge/index.html" in tree.files()
    assert STANDS not in _built(tree, SOURCE_DATE_EPOCH=str(int(NOON) + 43_200))


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, float]]:
    """From when to when each answer holds that a build in this process keeps."""
    made: list[tuple[float, float]] = []
    monkeypatch.setattr(run_build, "keep", lambda question, inputs, found, answer, bounds, site: made.append(bounds))
    return made


def _build_here(tree: Tree) -> None:
    done = CliRunner().invoke(main, ["-f", str(tree.root / "mkdocs.yml"), "build"], catch_exceptions=False)
    assert done.exit_code == 0, done.output


def test_an_embargo_that_lifts_while_a_site_is_built_is_not_slept_through(
    tree: Tree, kept: list[tuple[float, float]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site holds until the first embargo that lifts after the instant that its pages are of, however late it is when they are there."""
    tree.edit(BRIEF, ("status: published", "status: published\nembargo: 2026-02-10T12:30+00:00"))
    lifts = datetime(2026, 2, 10, 12, 30, tzinfo=UTC)
    instants = chain([lifts - timedelta(seconds=1)], repeat(lifts))
    monkeypatch.setattr(publication, "clock", SimpleNamespace(now=lambda zone: next(instants).astimezone(zone)))
    _build_here(tree)
    assert "old-bridge/index.html" not in tree.files()
    assert [last for _, last in kept] == [lifts.timestamp()]


def test_settings_that_change_while_they_are_read_are_asked_for_again(
    tree: Tree, kept: list[tuple[float, float]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was built with the settings of before is no answer about those of now."""

    def late(path: Path, **options: Any) -> Any:
        config = loaded(path, **options)
        tree.edit("mkdocs.yml", ("site_name: ", "site_name: The "))
        return config

    monkeypatch.setattr(run_build, "loaded", late)
    _build_here(tree)
    assert kept == []


OWN = "markdown_extensions: [{pymdownx.superfences: {custom_fences: [{name: x, class: x, format: !!python/name:fences_of_ours.x }]}}]"


def test_who_else_may_read_files_is_always_asked(tree: Tree, kept: list[tuple[float, float]], monkeypatch: pytest.MonkeyPatch) -> None:
    """With a hook, an extension that reads files or one that calls the publisher's own program, each build is one."""
    monkeypatch.syspath_prepend(tree.root)
    tree.write("hooks.py", "")
    tree.write("fences_of_ours.py", "def x(source, *_, **__):\n    return source\n")
    config = (tree.root / "mkdocs.yml").read_text(encoding="utf-8")
    for line in ("hooks: [hooks.py]", "markdown_extensions: [pymdownx.snippets]", OWN):
        tree.write("mkdocs.yml", f"{config}\n{line}\n")
        _build_here(tree)
        assert kept == [], line
