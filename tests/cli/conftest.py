"""Commands as they are called in a shell."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.desk.scaffold import new_publication
from generator.doors.cli import main

Run = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return folder


@pytest.fixture
def publication(here: Path) -> Path:
    """A publication in the current folder, with one draft brief."""
    new_publication(here, date(2026, 3, 1))
    return here


@pytest.fixture
def run(here: Path) -> Run:
    """Run `briefs`; whatever happens, it ends with a status of its own and never with a traceback."""

    def call(*words: str) -> Result:
        result = CliRunner().invoke(main, list(words), prog_name="briefs")
        assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
        assert "Traceback" not in result.output
        return result

    return call


@pytest.fixture
def publish(publication: Path) -> Path:
    """The brief.yml of a brief that is published."""
    path = publication / "briefs/first-brief/brief.yml"
    text = (
        path.read_text(encoding="utf-8")
        .replace("status: draft", "status: published")
        .replace("# published: 2026-03-01", "published: 2026-02-01")
    )
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def no_cache(publication: Path) -> None:
    """Handouts are made anew."""
    shutil.rmtree(publication / ".cache", ignore_errors=True)
