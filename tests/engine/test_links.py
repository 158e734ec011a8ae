"""Which links are followed, one by one; what comes of it in a publication is held where its files are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.engine.links import is_text, may_read, target_inside


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with files, and a file beside it."""
    folder = tmp_path / "home"
    for name in ("media/a/x.png", "media/X.PNG", "media/.hidden/x.png", "media/.x.png", "media/x.svg", "media/folder/x", "x.png",
                 "sources/x.png", "sources/original/x.png", "sources/original/more/x.png", "sources/more/x.png",
                 "original/original/x.png"):  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    (tmp_path / "x.png").touch()
    return folder


@pytest.mark.parametrize(
    ("link", "target", "follows"),
    [
        ("media/b/y.png", "media/a/x.png", True),  # of another folder in the same one
        ("media/y.png", "media/X.PNG", True),
        ("media/y.PNG", "media/a/x.png", True),
        ("media/y.png", "media/x.svg", False),
        ("media/y.png", "x.png", False),
        ("y.png", "x.png", True),
        ("media/y.png", "sources/x.png", False),
        ("media/y.png", "media/.hidden/x.png", False),
        ("media/y.png", "media/.x.png", False),
        ("media/.y.png", "media/.x.png", True),
        ("media/folder/y", "media/folder", False),
        ("media/y.png", "../x.png", False),
        ("media/y.png", "media/none.png", False),
        ("media/y.png", "media/y.png", False),
        ("sources/y.png", "sources/original/x.png", False),
        ("sources/y.png", "sources/more/x.png", True),
        ("sources/original/y.png", "sources/original/more/x.png", True),
        ("sources/original/y.png", "sources/x.png", False),
        ("original/y.png", "original/original/x.png", False),
        ("media/original", "media/folder/x", True),
    ],
)
def test_a_link_leads_to_a_file_of_its_own_kind(home: Path, link: str, target: str, *, follows: bool) -> None:
    """One that is there, in the same of the folders of its home, hidden as it is, an original as it is, with the same ending."""
    path = home / link
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(home / target)
    assert may_read(path, home) is follows


def test_a_file_that_is_no_link_may_be_read(home: Path) -> None:
    """Whatever it is called; a folder, and what is not there, may not."""
    assert [may_read(home / name, home) for name in ("media/.hidden/x.png", "media", "none")] == [True, False, False]


def test_a_name_that_is_no_text_is_not_read(home: Path) -> None:
    """Names have no half of a pair of surrogates, which is how bytes that are no UTF-8 are told; all other letters are text."""
    bad = home / os.fsdecode(b"a\xff")
    bad.touch()
    assert may_read(bad, home) is False
    assert [is_text(name) for name in ("\ud800", "a\udfff", "a\udcff")] == [False] * 3
    assert all(is_text(name) for name in ("", "a", "\ud7ff", "\ue000", "\U0001f600"))


def test_a_target_is_told_by_its_path_in_the_home(home: Path) -> None:
    """Through a home that is a link itself, too; None where it leads to no file, out of it, or in a circle."""
    (home.parent / "also").symlink_to(home)
    for name, target in (("in", "media/a/x.png"), ("out", "../x.png"), ("none", "none"), ("folder", "media"), ("circle", "circle")):
        (home / name).symlink_to(target)
    for place in (home, home.parent / "also"):
        assert target_inside(place / "in", place) == Path("media/a/x.png")
        assert [target_inside(place / name, place) for name in ("out", "none", "folder", "circle")] == [None] * 4


def test_what_may_not_be_looked_at_is_not_followed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system refuses to say what a link leads to, it leads nowhere."""

    def refuse(_: Path) -> bool:
        raise PermissionError

    (home / "in").symlink_to("media/a/x.png")
    monkeypatch.setattr(Path, "is_file", refuse)
    assert target_inside(home / "in", home) is None
