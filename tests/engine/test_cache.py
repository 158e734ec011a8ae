"""The cache of bytes gives what was put and believes nothing else, costs time at most, and forgets what has long been of no use."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.engine import cache as caching
from generator.engine import secret as secrecy
from generator.engine.cache import Cache, cache_of

DAY = 86_400


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder for state."""
    monkeypatch.setenv("BRIEFS_STATE", str(tmp_path / "state"))
    secrecy._secret.cache_clear()
    return tmp_path / "state"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """An empty cache."""
    return Cache(tmp_path / "kept")


def place(cache: Cache, digest: str) -> Path:
    """Where an entry is."""
    path = cache.path(digest)
    assert path is not None
    return path


def age(path: Path, days: float) -> None:
    """Let a file be so many days old."""
    os.utime(path, (0, time.time() - days * DAY))


def test_it_gives_what_was_put(cache: Cache) -> None:
    """An entry is found under its own digest only, in a folder with few others, by another cache of the same folder too."""
    assert cache.get("aabb") is None
    cache.put("aabb", b"one")
    cache.put("aacc", b"")
    assert cache.folder is not None
    assert [Cache(cache.folder).get(digest) for digest in ("aabb", "aacc", "bbaa")] == [b"one", b"", None]
    assert sorted(path.relative_to(cache.folder).as_posix() for path in cache.folder.rglob("*")) == [
        "aa",
        "aa/aabb.sealed",
        "aa/aacc.sealed",
    ]


# What counts for nothing


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _flip(path: Path) -> None:
    kept = bytearray(path.read_bytes())
    kept[-1] ^= 1
    path.write_bytes(kept)


def _forge(path: Path) -> None:
    """As another user would, whose seal is as good and not ours."""
    path.unlink()
    ours = os.environ["BRIEFS_STATE"]
    os.environ["BRIEFS_STATE"] = f"{ours}-of-another"
    _refilled(path, b"forged")
    os.environ["BRIEFS_STATE"] = ours


def _older_version(path: Path) -> None:
    path.unlink()
    version, caching.__version__ = caching.__version__, "0"
    _refilled(path, b"of an older version")
    caching.__version__ = version


def _refilled(path: Path, content: bytes) -> None:
    Cache(path.parents[1]).put(path.name.removesuffix(caching.ENDING), content)
    assert path.is_file()


def _rename(path: Path) -> None:
    """Under the name of another entry, with its own seal."""
    Cache(path.parents[1]).put("aacc", b"of another name")
    path.with_name(f"aacc{caching.ENDING}").replace(path)


def _link(path: Path) -> None:
    """To a copy of itself that is as it was."""
    path.rename(path.with_name("copy"))
    path.symlink_to("copy")


def _link_folder(path: Path) -> None:
    path.parent.rename(path.parents[2] / "elsewhere")
    path.parent.symlink_to(path.parents[2] / "elsewhere")


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(10**12)  # of holes


@pytest.mark.parametrize(
    "spoil",
    [_truncate, _empty, _flip, _forge, _older_version, _rename, _link, _link_folder, _pipe, _folder, _huge],
    ids=lambda f: f.__name__,
)
def test_what_was_not_put_there_counts_for_nothing(cache: Cache, spoil: Callable[[Path], None]) -> None:
    """An entry that is damaged, forged, exchanged, a link, or of another user or version is not given, and is made anew."""
    cache.put("aabb", b"one")
    spoil(place(cache, "aabb"))
    assert cache.get("aabb") is None


def test_nothing_is_written_through_a_link(cache: Cache, tmp_path: Path) -> None:
    """Where the cache of a publication, or a folder in it, is a link, nothing is kept there, and nothing there is tidied away."""
    (tmp_path / "home/ab").mkdir(parents=True)
    letter = tmp_path / "home/ab/letter"
    letter.write_bytes(b"mine")
    age(letter, 400)
    for at in ("linked/.cache", "other/.cache/handouts"):
        link = tmp_path / at
        link.parent.mkdir(parents=True)
        link.symlink_to(tmp_path / "home")
        found = cache_of("handouts", tmp_path / at.split("/")[0])
        found.put("abcd", b"x")
        found.tidy()
        assert found.get("abcd") is None
    assert [path.name for path in (tmp_path / "home").rglob("*")] == ["ab", "letter"]


# The secret


def test_the_secret_is_the_users_own(cache: Cache, state: Path) -> None:
    """It is kept where only its user may read it, and is the same in the next process."""
    cache.put("aabb", b"one")
    (kept,) = state.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert state.stat().st_mode & 0o777 == 0o700
    secrecy._secret.cache_clear()
    assert cache.get("aabb") == b"one"
    assert secrecy.is_kept()


@pytest.mark.parametrize("spoil", [lambda path: path.chmod(0o644), _truncate, _link, _empty], ids=["readable", "short", "link", "empty"])
def test_a_secret_that_others_may_know_is_changed(cache: Cache, state: Path, spoil: Callable[[Path], None]) -> None:
    """What was sealed with a secret that others may have read or placed is not believed any more, and what comes after is."""
    cache.put("aabb", b"one")
    spoil(state / secrecy.NAME)
    secrecy._secret.cache_clear()
    assert cache.get("aabb") is None
    cache.put("aabb", b"two")
    secrecy._secret.cache_clear()
    assert cache.get("aabb") == b"two"


@pytest.mark.parametrize("home", ["no home", "a file"])
def test_without_a_place_for_the_secret_nothing_of_other_processes_is_believed(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    """Where no secret can be kept, a process believes what it has made itself, and no folder named `~` comes to be."""
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("BRIEFS_STATE", "~/state" if home == "no home" else str(tmp_path / "file"))
    monkeypatch.chdir(tmp_path)
    cache.put("aabb", b"one")
    assert cache.get("aabb") == b"one"
    assert not secrecy.is_kept()
    secrecy._secret.cache_clear()
    assert cache.get("aabb") is None
    assert not (tmp_path / "~").exists()


def test_of_two_processes_that_begin_one_makes_the_secret(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who finds that another process was faster takes that one's secret."""
    write = secrecy._write

    def slower(path: Path, made: bytes) -> None:
        write(path, b"f" * secrecy.LENGTH)
        write(path, made)

    monkeypatch.setattr(secrecy, "_write", slower)
    assert secrecy.secret() == b"f" * secrecy.LENGTH
    assert [path.name for path in state.iterdir()] == [secrecy.NAME]


# It costs time and nothing else


@pytest.mark.parametrize("named", ["file/cache", "/dev/null", "/proc/cache"])
def test_a_misplaced_cache_costs_time_only(tmp_path: Path, named: str) -> None:
    """Where there can be no folder, nothing is kept and nothing fails."""
    (tmp_path / "file").write_bytes(b"")
    found = Cache(tmp_path / named)
    found.put("aabb", b"one")
    assert found.get("aabb") is None
    found.tidy()


def test_a_full_disk_costs_time_only(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written is not there, whole or in part."""

    def full(descriptor: int, *arguments: object) -> None:
        os.close(descriptor)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    cache.put("aabb", b"one")
    monkeypatch.undo()
    assert cache.folder is not None
    assert [path.name for path in cache.folder.rglob("*")] == ["aa"]


def test_another_folder_and_none_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`BRIEFS_CACHE` moves what is kept of publications and of the user, hidden from what publishes a folder; `BRIEFS_NO_CACHE` is none."""
    assert cache_of("handouts", tmp_path).folder == tmp_path / ".cache/handouts"
    monkeypatch.setenv("BRIEFS_CACHE", str(tmp_path / "elsewhere"))
    for found in (cache_of("handouts", tmp_path), cache_of("handouts")):
        assert found.folder == tmp_path / "elsewhere/.briefs/handouts"
    cache_of("handouts").put("aabb", b"one")
    monkeypatch.setenv("BRIEFS_NO_CACHE", "1")
    assert cache_of("handouts").get("aabb") is None
    cache_of("handouts").put("aabb", b"two")
    monkeypatch.delenv("BRIEFS_NO_CACHE")
    assert cache_of("handouts", tmp_path).get("aabb") == b"one"


# What it forgets


def test_what_is_of_use_is_kept(cache: Cache) -> None:
    """An entry goes when nobody has asked for it for so many days, and neither earlier nor while it is asked for."""
    for digest, days in (("aa-young", 2.9), ("aa-old", 3.1), ("bb-asked-for", 3.1)):
        cache.put(digest, b"x")
        age(place(cache, digest), days)
    assert cache.get("bb-asked-for") == b"x"
    cache.tidy(3)
    assert cache.folder is not None
    assert sorted(path.stem for path in cache.folder.rglob("*-*")) == ["aa-young", "bb-asked-for"]


def test_its_size_is_bounded(cache: Cache) -> None:
    """What is too much goes, the longest unused first, but for what this process has used itself."""
    for number in range(6):
        cache.put(f"aa-{number}", bytes(1_000_000 - 32))
        age(place(cache, f"aa-{number}"), 6 - number)
    assert cache.folder is not None
    later = Cache(cache.folder)
    assert later.get("aa-0")
    age(place(later, "aa-0"), 6)
    later.tidy(megabytes=3)
    assert sorted(path.stem for path in cache.folder.rglob("*-*")) == ["aa-0", "aa-3", "aa-4", "aa-5"]


def test_what_killed_processes_left_goes_too(cache: Cache) -> None:
    """A file beside the entries, half-written long ago, is removed; one that is being written is not."""
    cache.put("aabb", b"x")
    old, new = (place(cache, "aabb").with_name(name) for name in (".aabb.1", ".aabb.2"))
    for path in (old, new):
        path.write_bytes(b"half")
    age(old, 40)
    cache.tidy(30)
    assert sorted(path.name for path in new.parent.iterdir()) == [".aabb.2", "aabb.sealed"]


def test_a_cache_that_may_only_be_read_is_as_good(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the time of use cannot be noted, entries are given all the same; and what another build removes first is no error."""

    def refused(*arguments: object) -> None:
        raise PermissionError

    def gone(*arguments: object) -> None:
        raise FileNotFoundError

    cache.put("aabb", b"x")
    monkeypatch.setattr(os, "utime", refused)
    assert cache.get("aabb") == b"x"
    monkeypatch.setattr(Path, "unlink", gone)
    cache.tidy(-1)
