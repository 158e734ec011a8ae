"""A site that is made of the one before the last has the files that it should have, to the byte, whatever stood there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.engine.cache import CACHE, NO_CACHE
from generator.engine.growing import Growing, Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """What builds leave for each other, of a site that was built twice: its spare has an older page, and a file that is no more."""
    root, site = tmp_path, tmp_path / "site"
    before = Ledger(root, site)
    for page, more in ((b"older", {"gone/file.txt": b"gone"}), (b"page", {})):
        growing = before.lend(tmp_path / "built")
        growing.put("page/index.html", page, f"of {page!r}")
        growing.put("same.txt", b"same", "of the same")
        for path, content in more.items():
            growing.put(path, content, "of what is gone")
        growing.finish()
        before.note(growing.files)
        if site.exists():
            site.rename(tmp_path / "old")
            before.keep(tmp_path / "old")
        (tmp_path / "built").rename(site)
    assert before.spare is not None
    assert contents(before.spare) == {"page/index.html": b"older", "same.txt": b"same", "gone/file.txt": b"gone"}
    assert contents(site) == {"page/index.html": b"page", "same.txt": b"same"}
    return Ledger(root, site)


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder by path; a link is its own content."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def grown(ledger: Ledger) -> tuple[Growing, Path]:
    """The folder that is lent for the next site."""
    folder = ledger.site.parent / "next"
    return ledger.lend(folder), folder


def test_what_was_made_of_the_same_stays(ledger: Ledger) -> None:
    """It is there though nobody has made it again, from the spare or from the site; what else was there is gone, its folder, too."""
    growing, folder = grown(ledger)
    assert growing.stays("same.txt", "of the same")
    assert growing.stays("page/index.html", "of b'page'")
    growing.finish()
    assert contents(folder) == {"page/index.html": b"page", "same.txt": b"same"}
    assert [path.name for path in sorted(folder.iterdir())] == ["page", "same.txt"]


@pytest.mark.parametrize("made_of", ["of another", "", "of b'older'"])
def test_what_was_made_of_something_else_is_made_again(ledger: Ledger, made_of: str) -> None:
    """Also where nobody knows of what."""
    growing, _ = grown(ledger)
    assert not growing.stays("page/index.html", made_of)
    assert not growing.stays("never.txt", made_of)


def test_neither_the_spare_nor_the_site_is_believed(ledger: Ledger) -> None:
    """A file that was changed in one, to the same length, comes from the other; one that was changed in both is made again."""
    assert ledger.spare is not None
    (ledger.spare / "same.txt").write_bytes(b"SAME")
    growing, folder = grown(ledger)
    assert growing.stays("same.txt", "of the same")
    assert (folder / "same.txt").read_bytes() == b"same"
    (ledger.site / "page/index.html").write_bytes(b"evil")
    assert not growing.stays("page/index.html", "of b'page'")
    growing.put("page/index.html", b"page")
    assert (folder / "page/index.html").read_bytes() == b"page"


def test_what_was_noted_is_believed_under_a_seal_only(ledger: Ledger) -> None:
    """Where somebody else has written down what the files are, nothing stays."""
    assert ledger.cache.folder is not None
    for entry in ledger.cache.folder.glob("??/*"):
        entry.write_bytes(entry.read_bytes().replace(b"of the same", b"of the evil"))
    growing, _ = grown(ledger)
    assert not growing.stays("same.txt", "of the evil")


def test_nothing_is_written_into_a_file_that_has_other_names(ledger: Ledger) -> None:
    """A file of the site that the new one takes over is one file under two names; what takes its place later is another."""
    growing, folder = grown(ledger)
    assert growing.stays("page/index.html", "of b'page'")
    assert (folder / "page/index.html").samefile(ledger.site / "page/index.html")
    growing.put("page/index.html", b"next")
    assert contents(ledger.site)["page/index.html"] == b"page"
    assert (folder / "page/index.html").read_bytes() == b"next"


def test_links_in_the_spare_are_neither_followed_nor_written_through(ledger: Ledger) -> None:
    """A link in the place of a file or a folder gives way to what belongs there; one that nobody asked for is gone."""
    assert ledger.spare is not None
    outside = ledger.site.parent / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"outside")
    (ledger.spare / "page/index.html").unlink()
    (ledger.spare / "page").rmdir()
    (ledger.spare / "page").symlink_to(outside)
    (ledger.spare / "same.txt").unlink()
    (ledger.spare / "same.txt").symlink_to(outside / "index.html")
    (ledger.spare / "stray").symlink_to(outside)
    growing, folder = grown(ledger)
    growing.put("page/index.html", b"outside")
    growing.put("same.txt", b"outside")
    growing.finish()
    assert contents(outside) == {"index.html": b"outside"}
    assert contents(folder) == {"page/index.html": b"outside", "same.txt": b"outside"}
    assert not any(path.is_symlink() for path in folder.rglob("*"))


def test_files_and_folders_change_places(ledger: Ledger) -> None:
    """Where a file was a folder may come, and the other way round."""
    growing, folder = grown(ledger)
    growing.put("same.txt/index.html", b"a")
    growing.put("page", b"b")
    growing.finish()
    assert contents(folder) == {"same.txt/index.html": b"a", "page": b"b"}


def test_what_others_have_built_is_taken_in(ledger: Ledger) -> None:
    """Files of another folder are moved, unless they are there already."""
    beside = ledger.site.parent / "beside"
    (beside / "a").mkdir(parents=True)
    (beside / "a/new.css").write_bytes(b"new")
    (beside / "same.txt").write_bytes(b"same")
    growing, folder = grown(ledger)
    growing.take_in(beside, ["a/new.css", "same.txt"])
    growing.finish()
    assert contents(folder) == {"a/new.css": b"new", "same.txt": b"same"}


def test_a_spare_that_is_a_link_is_left_alone(ledger: Ledger) -> None:
    """It may lead anywhere."""
    assert ledger.spare is not None
    elsewhere = ledger.spare.rename(ledger.site.parent / "elsewhere")
    before = contents(elsewhere)
    ledger.spare.symlink_to(elsewhere)
    growing, folder = grown(ledger)
    growing.put("page/index.html", b"next")
    growing.finish()
    assert contents(folder) == {"page/index.html": b"next"}
    assert contents(elsewhere) == before


@pytest.mark.parametrize("setting", [(NO_CACHE, "1"), (CACHE, "site")])
def test_where_no_site_may_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: tuple[str, str]) -> None:
    """Without a cache, or with one in the site itself, where it would be published, a site is made of nothing but what is made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(*setting)
    (tmp_path / "site").mkdir()
    ledger = Ledger(tmp_path, tmp_path / "site")
    growing = ledger.lend(tmp_path / "built")
    growing.put("a", b"a", "of a")
    ledger.note(growing.files)
    ledger.keep(tmp_path / "built")
    assert contents(tmp_path) == {"built/a": b"a"}
    assert Ledger(tmp_path, tmp_path / "site").noted() == {}
