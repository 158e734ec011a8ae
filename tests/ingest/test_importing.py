"""A file comes into a brief whole or not at all, and only once."""

from __future__ import annotations

import hashlib
import signal
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.engine.atomic import replace_unchanged
from generator.ingest import Article, Fetched, Imported, IngestError, import_file, importing, ingest
from generator.ingest.records import record
from tests.ingest.files import PAGE

BRIEF = "title: T  # mine\nsummary: S\n\nsources:\n  - id: ferry\n    file: ferry.txt  # old\n\nfacts: []\n"
NOTES = b"Ferry stopped\n\nIt is late.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A brief's folder."""
    home = tmp_path / "x"
    home.mkdir()
    (home / "brief.yml").write_text(BRIEF, encoding="utf-8")
    return home


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_source_is_original_text_and_item(folder: Path) -> None:
    """The original stays as it is, the text is pinned, and the rest of brief.yml does not change."""
    assert import_file(folder, "notes.md", NOTES) == Imported("ferry-stopped", is_new=True)
    found = files(folder)
    names = {"sources/ferry-stopped.txt", "sources/ferry-stopped.map.json", "sources/original/ferry-stopped.md"}
    assert set(found) == {"brief.yml", *names}
    assert found["sources/original/ferry-stopped.md"] == NOTES
    brief = found["brief.yml"].decode()
    before, after = BRIEF.split("\nfacts")
    assert brief.startswith(before)
    assert brief.endswith(f"\nfacts{after}")
    source = yaml.safe_load(brief)["sources"][1]
    assert source["sha256"] == hashlib.sha256(found["sources/ferry-stopped.txt"]).hexdigest()
    assert "retrieved" not in source


def test_the_same_file_changes_nothing(folder: Path) -> None:
    """A second import finds the original, even where the text was edited since, or the text under another name."""
    import_file(folder, "notes.md", NOTES)
    (folder / "sources/ferry-stopped.txt").write_text("Edited.", encoding="utf-8")
    before = files(folder)
    assert import_file(folder, "other.txt", NOTES) == Imported("ferry-stopped", is_new=False)
    assert import_file(folder, "notes.txt", NOTES.replace(b"\n", b"\r\n")) == Imported("ferry-stopped", is_new=False)
    assert files(folder) == before


def test_the_same_page_changes_nothing(folder: Path) -> None:
    """A page that was fetched before is not imported again, though its bytes differ."""
    page = Fetched("https://news.example/a", PAGE.encode())
    day = date(2026, 3, 1)
    assert import_file(folder, page.url, page.data, page, day).is_new
    assert yaml.safe_load((folder / "brief.yml").read_text("utf-8"))["sources"][1]["retrieved"] == day
    again = Fetched(page.url, PAGE.replace("June", "July").encode())
    assert not import_file(folder, again.url, again.data, again, day).is_new


def test_no_file_is_overwritten(folder: Path) -> None:
    """A text that lies there already keeps its name."""
    (folder / "sources").mkdir()
    (folder / "sources/ferry-stopped.txt").write_text("Mine.", encoding="utf-8")
    assert import_file(folder, "notes.md", NOTES).source == "ferry-stopped-2"
    assert (folder / "sources/ferry-stopped.txt").read_text("utf-8") == "Mine."


@pytest.mark.parametrize("brief", ["title: [", "sources: words\n", "title: \udcff"])
def test_a_brief_that_cannot_be_written_is_left_alone(folder: Path, brief: str) -> None:
    """Where brief.yml cannot be added to, nothing is written at all."""
    (folder / "brief.yml").write_bytes(brief.encode("utf-8", "surrogateescape"))
    with pytest.raises(IngestError, match="cannot be written into brief"):
        import_file(folder, "notes.md", NOTES)
    assert set(files(folder)) == {"brief.yml"}


def test_a_failure_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where brief.yml cannot be written at last, the files before it are gone again."""
    write = Path.replace

    def fails(self: Path, target: Path) -> Path:
        if target.name == "brief.yml":
            raise OSError(28, "No space left on device")
        return write(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="No space"):
        import_file(folder, "notes.md", NOTES)
    assert files(folder) == {"brief.yml": BRIEF.encode()}


def test_what_somebody_else_writes_meanwhile_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where brief.yml changes while a file is read, it is not overwritten, and nothing is left behind."""

    def reads(name: str, data: bytes, url: str | None) -> Article:
        (folder / "brief.yml").write_text("title: Mine\n", encoding="utf-8")
        return ingest(name, data, url)

    monkeypatch.setattr(importing, "ingest", reads)
    with pytest.raises(IngestError, match="has changed meanwhile"):
        import_file(folder, "notes.md", NOTES)
    assert files(folder) == {"brief.yml": b"title: Mine\n"}


@pytest.mark.parametrize("name", ["ferry-stopped.txt", "ferry-stopped.map.json", "original/ferry-stopped.md"])
def test_a_text_that_somebody_else_writes_meanwhile_stays(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A file that comes to be where a source was to be written is not overwritten, whatever was written before it."""

    def written(entry: Article, *given: str) -> object:
        (folder / "sources/original").mkdir(parents=True)
        (folder / "sources" / name).write_text("Mine", encoding="utf-8")
        return record(entry, *given)

    monkeypatch.setattr(importing, "record", written)
    with pytest.raises(IngestError, match=f"sources/{name} has changed meanwhile"):
        import_file(folder, "notes.md", NOTES)
    assert files(folder) == {"brief.yml": BRIEF.encode(), f"sources/{name}": b"Mine"}


@pytest.mark.parametrize("last", [".md", ".txt", ".json", ".yml"])
def test_an_interrupt_waits_until_all_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch, last: str) -> None:
    """Ctrl-C after any of the files leaves all of them, and not an item without its text."""

    def written(path: Path, before: bytes | None, content: bytes) -> bool:
        done = replace_unchanged(path, before, content)
        if path.suffix == last:
            signal.raise_signal(signal.SIGINT)
        return done

    monkeypatch.setattr(importing, "replace_unchanged", written)
    with pytest.raises(KeyboardInterrupt):
        import_file(folder, "notes.md", NOTES)
    assert len(files(folder)) == 4
    assert b"id: ferry-stopped" in files(folder)["brief.yml"]


def test_a_link_out_of_the_brief_is_not_followed(folder: Path, tmp_path: Path) -> None:
    """Nothing is written outside of the brief's folder."""
    (tmp_path / "outside").mkdir()
    (folder / "sources").symlink_to(tmp_path / "outside")
    with pytest.raises(IngestError, match="outside of the brief"):
        import_file(folder, "notes.md", NOTES)
    assert list((tmp_path / "outside").iterdir()) == []
