"""The small parts that builds rely on: memory, cache, files, and help for MkDocs's theme."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.doors.mkdocs.page import valid
from generator.engine.atomic import write_atomically
from generator.engine.cache import Cache
from generator.engine.digest import digest_of
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


def test_a_cache_forgets_what_was_of_no_use(tmp_path: Path) -> None:
    """Entries that nobody asked for lately go, with what killed processes left half-written; asking keeps an entry."""
    cache = Cache(tmp_path / "cache")
    used, unused, half = digest_of("used"), digest_of("unused"), cache.path(digest_of("used")).with_name(".half")
    cache.put(used, b"1")
    cache.put(unused, b"2")
    half.write_bytes(b"3")
    for path in (cache.path(used), cache.path(unused), half):
        os.utime(path, (0, 0))
    assert cache.get(used) == b"1"
    cache.forget_unused(days=30)
    assert (cache.get(used), cache.get(unused), half.exists()) == (b"1", None, False)


def test_digests_tell_lists_apart() -> None:
    """No two lists of parts have one digest because their parts run together."""
    assert len({digest_of("ab", "c"), digest_of("a", "bc"), digest_of("abc"), digest_of("abc", ""), digest_of("", "abc")}) == 5


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
