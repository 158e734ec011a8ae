"""What a build makes of each brief it keeps for the next one, which makes what has changed and nothing else."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator import pipeline
from generator.desk.building import memory_of, render
from generator.desk.publication import Publication
from generator.desk.releasing import record_due
from generator.engine.clock import EPOCH
from generator.engine.configuration import read_configuration
from generator.library import library, survey
from tests.golden.test_golden import HERE as GOLDEN


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The golden publication."""
    return Path(shutil.copytree(GOLDEN / "publication", tmp_path / "publication"))


STEPS = ((survey, "parse_brief"), (survey, "check_brief"), (library, "public"), (pipeline, "_render_brief"))


NOTHING = [0, 0, 0, 0]
START, DAY = 1_770_724_800, 86_400  # 10 February 2026


def built(root: Path, monkeypatch: pytest.MonkeyPatch, *, record: bool = False) -> list[int]:
    """How many briefs a new process parses and checks, and of how many it decides what is public, and renders them."""
    counts = [0 for _ in STEPS]

    def counted(number: int, whole: Callable[..., object]) -> Callable[..., object]:
        def step(*given: object, **named: object) -> object:
            counts[number] += 1
            return whole(*given, **named)

        return step

    publication = Publication(read_configuration(root / "mkdocs.yml"), preview=False, memory=memory_of(root))
    with monkeypatch.context() as patched:
        for number, (module, name) in enumerate(STEPS):
            patched.setattr(module, name, counted(number, getattr(module, name)))
        made = render(publication, publication.survey(), preview=False)
        publication.memory.over()
    assert all(recording.path for recording in record_due(publication, made.due if record else ()))
    return counts


def test_only_what_has_changed_is_made(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A brief that is as it was is neither parsed nor checked nor rendered again, whatever it holds; one that is not is."""
    everything = built(root, monkeypatch)
    assert min(everything) > 1
    assert built(root, monkeypatch) == NOTHING
    (root / "briefs/alte-bruecke/article.md").write_text("It snowed.", encoding="utf-8")
    assert built(root, monkeypatch) == [1, 1, 1, 1]
    assert built(root, monkeypatch) == NOTHING


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
    assert built(root, monkeypatch) == built(root, monkeypatch) != NOTHING


def test_a_day_changes_what_is_found_and_nothing_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On another day briefs are checked again, looked at where one is to be recorded with its day, and rendered where one is overdue then.

    What is recorded for the first time, and shows nothing new by it, is none of what is made again for that.
    """
    everything = built(root, monkeypatch)
    monkeypatch.setenv(EPOCH, str(START + DAY))
    again = built(root, monkeypatch)
    assert again[:2] == everything[:2]
    assert (again[2] > 1, again[3]) == (True, 0)
    built(root, monkeypatch, record=True)
    former = sum(len([*folder.iterdir()]) > 1 for folder in root.glob("briefs/*/releases"))
    assert built(root, monkeypatch) == [former] * 4
    monkeypatch.setenv(EPOCH, str(START + 2 * DAY))
    assert built(root, monkeypatch) == [*everything[:2], 0, 0]
    brief = root / "briefs/alte-bruecke/brief.yml"
    brief.write_text(f"{brief.read_text(encoding='utf-8')}\nreview_by: {date.fromtimestamp(START + 3 * DAY)}\n", encoding="utf-8")
    assert built(root, monkeypatch)[3] == 1
    monkeypatch.setenv(EPOCH, str(START + 4 * DAY))
    assert built(root, monkeypatch) == [*everything[:2], 1, 1]
