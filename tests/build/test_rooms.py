"""The small parts that builds rely on: memory, files, and help for MkDocs's theme."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.doors.mkdocs.page import valid
from generator.engine.atomic import write_atomically
from generator.engine.memory import RunMemory
from generator.engine.storage import write_new


def test_memory_keeps_what_the_last_run_asked_for() -> None:
    """What a run asked for stays, whether it was made or found; what it did not ask for goes."""
    memory = RunMemory()
    memory["kept"], memory["dropped"] = 1, 2
    assert (memory["kept"], memory["dropped"]) == (1, 2)
    memory.forget_unused()
    assert dict(memory) == {"kept": 1, "dropped": 2}
    assert memory["kept"] == 1
    memory.forget_unused()
    assert dict(memory) == {"kept": 1}


def test_writing_leaves_no_half_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails leaves the file as it was, and nothing beside it."""
    path = tmp_path / "file"
    write_atomically(path, b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]
    assert path.read_bytes() == b"old"


def test_a_scaffold_writes_all_or_nothing(tmp_path: Path) -> None:
    """Where one file is there already, none is written."""
    (tmp_path / "b").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_new(tmp_path, {"a": b"1", "b": b"2"})
    assert [entry.name for entry in tmp_path.iterdir()] == ["b"]


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ('<input class="x" type="checkbox" id="y" autocomplete="off">', '<input class="x" type="checkbox" id="y">'),
        ('<input autocomplete="off" type="checkbox">', '<input type="checkbox">'),
        ('<input type="text" autocomplete="off">', '<input type="text" autocomplete="off">'),
        ('<div tabindex="" id="x"></div>', '<div id="x"></div>'),
        ("<div id='x' tabindex></div>", "<div id='x'></div>"),
        ('<div tabindex="0"></div>', '<div tabindex="0"></div>'),
        ('<p>write tabindex="" and autocomplete="off" so</p>', '<p>write tabindex="" and autocomplete="off" so</p>'),
    ],
)
def test_invalid_attributes_are_taken_out(written: str, mended: str) -> None:
    """`autocomplete` on check boxes and an empty `tabindex` go; everything else stays, words about them too."""
    assert valid(written) == mended
