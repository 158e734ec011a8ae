"""What `briefs export --docs` writes and leaves out, and where it writes nothing. `tests/build` builds it with other engines."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from generator.desk import exporting_docs
from generator.desk.exporting_docs import MARKER, ExportedDocs, export_docs
from generator.desk.publication import open_publication
from generator.errors import PublicationError, WrongUsageError
from generator.pages.artifacts import Print
from generator.press.press import Result
from tests.support.golden import golden_copy

CONFIG = """\
site_name: Exampleton Briefs
site_url: https://briefs.example.org/
docs_dir: briefs
theme: {name: material, custom_dir: own}
draft_docs: later.md
edit_uri: edit/main/
nav: [index.md, Bridge: old-bridge/index.md, Quotes: quotes/index.md]
markdown_extensions:
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
plugins: [search: {lang: en}, tags, briefs]
"""


@dataclass
class FakePress:
    """In the place of processes that set documents; those whose paths are in `failing` cannot be set."""

    failing: set[str] = field(default_factory=set)
    cache: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(tidy=lambda: None))

    def submit(self, prints: Iterable[Print]) -> list[Print]:
        return [*prints]

    def collect(self, jobs: Iterable[Print]) -> Iterable[Result]:
        return [Result(job, None, problem="no") if job.path in self.failing else Result(job, b"%PDF") for job in jobs]

    def close(self) -> None:
        """Nothing was opened."""


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> FakePress:
    """What sets the handouts of exports."""
    press = FakePress()
    monkeypatch.setattr(exporting_docs, "open_press", lambda publication: press)
    return press


@pytest.fixture
def root(tmp_path: Path, press: FakePress) -> Path:
    """The golden publication with ordinary pages, a template of its own, and a configuration with all sorts of keys."""
    files = {
        "mkdocs.yml": CONFIG,
        "own/main.html": '{% extends "base.html" %}',
        "briefs/later.md": "# Not yet\n",
        "briefs/quotes.md": "# In the way\n",
        "briefs/deep/page.md": "[b](../old-bridge/brief.yml#facts) [f](fact:old-bridge/closes) [x](fact:old-bridge/none) [p](a.png)\n",
        "briefs/deep/a.png": "x",
    }
    return golden_copy(tmp_path / "publication", files)


def exported(root: Path, folder: Path) -> ExportedDocs:
    """What came of an export."""
    return export_docs(open_publication(root / "mkdocs.yml"), root / "mkdocs.yml", folder)


def files(folder: Path) -> dict[str, bytes]:
    """A folder's files by their paths."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def full(html: str) -> str:
    """What a disk says that has no room."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_the_folder_has_what_readers_get(root: Path, tmp_path: Path) -> None:
    """Pages, handouts, data and what an engine needs are there, what is not public is in no byte, and what was left out is said."""
    result = exported(root, tmp_path / "out")
    found = files(tmp_path / "out")
    assert {
        MARKER,
        "overrides/main.html",
        "docs/old-bridge/old-bridge.pdf",
        "docs/old-bridge/brief.json",
        "docs/deep/a.png",
    } <= found.keys()
    assert found["docs/deep/page.md"].decode() == "[b](../old-bridge/index.md#facts) [f](../old-bridge/index.md#fact-closes) x [p](a.png)\n"
    assert b"(https://briefs.example.org/old-bridge/index.md.txt)" in found["docs/llms.txt"]
    assert found["docs/old-bridge/index.md.txt"].startswith(b"# ")
    for hidden in ("A proposal that nobody has accepted", "This summary is not shown", "Never linked", "biscuits", "Not yet", "In the way"):
        assert not [path for path, content in found.items() if hidden.encode() in content], hidden
    config = yaml.load(found["mkdocs.yml"].replace(b"!!python/name:", b"!name "), yaml.BaseLoader)
    assert config["plugins"] == [{"search": {"lang": "en"}}]
    assert b"!!python/name:material.extensions.emoji.twemoji" in found["mkdocs.yml"]
    assert not {"edit_uri", "draft_docs"} & config.keys()
    said = " | ".join(result.left)
    assert all(words in said for words in ("`edit_uri:`", "plugin `tags`", "quotes.md", "fact:old-bridge/none"))
    assert result.handouts == sum(path.endswith(".pdf") for path in found) > 0


def test_only_an_export_is_replaced(root: Path, tmp_path: Path, press: FakePress, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older export is replaced whole; one that fails, in whatever way, leaves it and nothing beside it; what is not one is refused."""
    folder = tmp_path / "out"
    exported(root, folder)
    (folder / "docs/stale.md").write_text("old", encoding="utf-8")
    before = files(folder)
    press.failing = {"old-bridge/old-bridge.pdf"}
    assert [finding.code for finding in exported(root, folder).refused] == ["B601"]
    press.failing = set()
    with monkeypatch.context() as patch:
        patch.setattr(exporting_docs, "one_line", full)
        with pytest.raises(PublicationError):
            exported(root, folder)
    (root / "briefs/old-bridge/brief.yml").rename(tmp_path / "kept.yml")
    (root / "briefs/old-bridge/brief.yml").write_text("title: no\n", encoding="utf-8")
    assert exported(root, folder).refused
    assert files(folder) == before
    (tmp_path / "kept.yml").rename(root / "briefs/old-bridge/brief.yml")
    exported(root, folder)
    assert "docs/stale.md" not in files(folder)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out")] == []
    (folder / MARKER).unlink()
    for refused in (folder, root, root / "briefs/out", root / "mkdocs.yml"):
        with pytest.raises(WrongUsageError):
            exported(root, refused)
    (root.parent / MARKER).touch()
    with pytest.raises(WrongUsageError):
        exported(root, root.parent)


def test_nothing_is_written_outside(root: Path, tmp_path: Path) -> None:
    """A path that leads out of the folder is refused, whoever has made it."""
    publication = open_publication(root / "mkdocs.yml")
    export = exporting_docs._Export(publication, exporting_docs.Rendered(), tmp_path / "out")
    for path in ("../x", "docs/../../x", "/etc/x"):
        with pytest.raises(PublicationError):
            export._put(path, b"")
