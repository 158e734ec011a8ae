"""Records of what was published, as `briefs release` and builds write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.desk import releasing
from generator.desk.building import render
from generator.desk.publication import Publication
from generator.errors import WrongUsageError
from tests.desk.conftest import BRIEF

PUBLISHED = BRIEF.replace("# to be written\n", "\nstatus: published\npublished: 2024-05-04\nas_of: 2024-05-04\n")


def records(brief: Path) -> list[str]:
    """The names of a brief's records."""
    return sorted(path.name for path in (brief.parent / "releases").glob("*"))


def recorded(publication: Publication) -> list[releasing.Recording]:
    """What a build records once it is published."""
    return list(releasing.record_due(publication, render(publication, publication.survey(), preview=False).due))


def test_a_release_is_recorded_once_for_each_state(publication: Publication, brief: Path) -> None:
    """Each state has a file of its day, a second one of a day has a number, and none is written over; what is not public has none."""
    day = str(publication.today)
    with pytest.raises(WrongUsageError, match="not public"):
        releasing.release(publication, ["bridges"])
    brief.write_text(PUBLISHED, encoding="utf-8")
    (first,) = releasing.release(publication, ["bridges"])
    assert first.path == brief.parent / f"releases/{day}.json"
    content = first.path.read_bytes()
    assert json.loads(content)["title"] == "Bridges"
    assert releasing.release(publication, ["bridges"])[0].path is None
    brief.write_text(PUBLISHED.replace("title: Bridges", "title: Old bridges"), encoding="utf-8")
    assert releasing.release(publication, ["bridges"])[0].path == brief.parent / f"releases/{day}-2.json"
    assert first.path.read_bytes() == content


def test_a_build_records_what_says_that_it_is_new(publication: Publication, brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It records a first publication and a change of `updated`, and nothing else; where it cannot write, it says so."""
    brief.write_text(PUBLISHED, encoding="utf-8")
    assert len(recorded(publication)) == 1
    brief.write_text(PUBLISHED.replace("title: Bridges", "title: Old bridges"), encoding="utf-8")
    assert recorded(publication) == []
    brief.write_text(PUBLISHED + "updated: 2024-05-05\n", encoding="utf-8")

    def refuse(*_: object) -> bool:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(releasing, "replace_unchanged", refuse)
        (told,) = recorded(publication)
        assert (told.path, "is not recorded: Permission denied" in told.words) == (None, True)
    assert len(records(brief)) == 1
    assert len(recorded(publication)) == 1
    assert len(records(brief)) == 2


def test_nothing_is_recorded_outside_of_the_folder(publication: Publication, brief: Path, tmp_path: Path) -> None:
    """Where `releases` is a link that leads out of the brief's folder, nothing is written behind it."""
    brief.write_text(PUBLISHED, encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    (brief.parent / "releases").symlink_to(tmp_path / "elsewhere")
    (told,) = recorded(publication)
    assert "leads out of its folder" in told.words
    assert not list((tmp_path / "elsewhere").iterdir())
