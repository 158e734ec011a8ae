"""What a build makes of each brief it keeps for the next one, which makes what has changed and nothing else."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.desk.building import memory_of, render
from generator.desk.publication import Publication
from generator.engine.configuration import read_configuration
from tests.golden.test_golden import HERE as GOLDEN


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The golden publication."""
    return Path(shutil.copytree(GOLDEN / "publication", tmp_path / "publication"))


def built(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The briefs of which a new process makes something."""
    made: list[str] = []
    whole = pipeline._render_brief

    def noted(*given: object) -> pipeline.Made:
        made.append(given[2].slug)  # type: ignore[attr-defined]
        return whole(*given)  # type: ignore[arg-type]

    publication = Publication(read_configuration(root / "mkdocs.yml"), preview=False, memory=memory_of(root))
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "_render_brief", noted)
        render(publication, publication.survey(), preview=False)
    return sorted(made)


def test_only_what_has_changed_is_made(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all that is made of a brief, whatever it is, nothing is made again where the brief is as it was, and all of it where it is not."""
    everything = built(root, monkeypatch)
    assert len(everything) > 1
    assert built(root, monkeypatch) == []
    article = root / "briefs" / everything[0] / "article.md"
    article.write_text("It snowed.", encoding="utf-8")
    assert built(root, monkeypatch) == [everything[0]]
    assert built(root, monkeypatch) == []


def test_another_program_makes_all_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of the program has made is none of this one's, and neither is what another owner has sealed."""
    everything = built(root, monkeypatch)
    with monkeypatch.context() as patched:
        patched.setattr("generator.desk.building.program", lambda: "another")
        assert built(root, monkeypatch) == everything
    monkeypatch.setattr("generator.engine.cache.secret", lambda: b"another owner's")
    assert built(root, monkeypatch) == everything


def test_a_cache_that_cannot_be_written_costs_time_only(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be kept, everything is made."""

    def refuse(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "no space left", str(path))

    monkeypatch.setattr("generator.engine.cache.write_atomically", refuse)
    assert built(root, monkeypatch) == built(root, monkeypatch) != []
