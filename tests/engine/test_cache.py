"""The cache of bytes: it gives what was put, and forgets what has long been of no use."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.engine.cache import Cache

DAY = 86_400


def age(path: Path, days: float) -> None:
    """Let a file be so many days old."""
    os.utime(path, (0, time.time() - days * DAY))


def test_it_gives_what_was_put(tmp_path: Path) -> None:
    """An entry is found under its own digest only, in a folder with few others, by another cache of the same folder too."""
    cache = Cache(tmp_path)
    assert cache.get("aabb") is None
    cache.put("aabb", b"one")
    cache.put("aacc", b"")
    assert [Cache(tmp_path).get(digest) for digest in ("aabb", "aacc", "bbaa")] == [b"one", b"", None]
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["aa", "aa/aabb", "aa/aacc"]


def test_what_is_of_use_is_kept(tmp_path: Path) -> None:
    """An entry goes when nobody has asked for it for so many days, and neither earlier nor while it is asked for."""
    cache = Cache(tmp_path)
    for digest, days in (("aa-young", 2.9), ("aa-old", 3.1), ("bb-asked-for", 3.1)):
        cache.put(digest, b"x")
        age(cache.path(digest), days)
    assert cache.get("bb-asked-for") == b"x"
    cache.forget_unused(3)
    assert sorted(path.name for path in tmp_path.rglob("*-*")) == ["aa-young", "bb-asked-for"]


def test_what_killed_processes_left_goes_too(tmp_path: Path) -> None:
    """A file beside the entries, half-written long ago, is removed; one that is being written is not."""
    cache = Cache(tmp_path)
    cache.put("aabb", b"x")
    old, new = tmp_path / "aa" / ".aabb.1.tmp", tmp_path / "aa" / ".aabb.2.tmp"
    for path in (old, new):
        path.write_bytes(b"half")
    age(old, 40)
    cache.forget_unused(30)
    assert sorted(path.name for path in (tmp_path / "aa").iterdir()) == [".aabb.2.tmp", "aabb"]


def test_a_cache_that_may_only_be_read_is_as_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the time of use cannot be noted, entries are given all the same; and what another build removes first is no error."""

    def refused(*arguments: object) -> None:
        raise PermissionError

    def gone(*arguments: object) -> None:
        raise FileNotFoundError

    cache = Cache(tmp_path)
    cache.put("aabb", b"x")
    monkeypatch.setattr(os, "utime", refused)
    assert cache.get("aabb") == b"x"
    monkeypatch.setattr(Path, "unlink", gone)
    cache.forget_unused(-1)
