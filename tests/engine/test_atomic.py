"""Files are read up to a limit, and written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.engine.atomic import (
    put_back,
    read_all,
    read_if_there,
    read_regular,
    read_up_to,
    replace_unchanged,
    write_atomically,
    write_output,
    write_unseen,
)


def refused(read: Callable[[Path, int], object], path: Path) -> OSError:
    """The error of reading a file of which two bytes are wanted; it names the file."""
    with pytest.raises(OSError) as caught:  # noqa: PT011 - what it says is looked at
        read(path, 2)
    assert caught.value.filename == str(path)
    return caught.value


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    """And by one byte more, which says that it is longer; one that has to be whole may be as long as the limit, and no longer."""
    path = tmp_path / "file"
    path.write_bytes(b"1234")
    assert (read_up_to(path, 2), read_up_to(path, 3), read_up_to(path, 9)) == (b"123", b"1234", b"1234")
    assert read_all(path, 4) == b"1234"
    error = refused(read_all, path)
    assert (error.errno, error.strerror) == (errno.EFBIG, "is longer than 2e-06 MB")


@pytest.mark.parametrize("read", [read_up_to, read_all])
def test_what_is_no_file_is_an_error(tmp_path: Path, read: Callable[[Path, int], object]) -> None:
    """A folder says that it is one, as the system has it; for a pipe and a device nobody waits."""
    error = refused(read, tmp_path)
    assert (type(error), error.errno, error.strerror) == (IsADirectoryError, errno.EISDIR, os.strerror(errno.EISDIR))
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull)):
        error = refused(read, path)
        assert (error.errno, error.strerror) == (errno.EINVAL, "is no ordinary file")
    assert isinstance(refused(read, tmp_path / "none"), FileNotFoundError)


def test_only_an_ordinary_file_is_regular(tmp_path: Path) -> None:
    """What is longer, a link, a pipe or a device is nothing; a folder too."""
    path = tmp_path / "file"
    path.write_bytes(b"1234")
    (tmp_path / "link").symlink_to(path)
    os.mkfifo(tmp_path / "pipe")
    assert read_regular(path, 4) == b"1234"
    assert [read_regular(each, 3) for each in (path, tmp_path / "link", tmp_path / "pipe", Path(os.devnull))] == [None] * 4
    with pytest.raises(FileNotFoundError):
        read_regular(tmp_path / "none", 3)


def test_a_file_that_became_a_link_meanwhile_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between a look at it and its opening it may have been exchanged."""
    (tmp_path / "secret").write_bytes(b"1234")
    (tmp_path / "link").symlink_to("secret")
    monkeypatch.setattr(Path, "is_symlink", lambda _: False)
    with pytest.raises(OSError) as caught:  # noqa: PT011
        read_regular(tmp_path / "link", 9)
    assert caught.value.errno == errno.ELOOP


def open_files() -> int:
    """How many files this process has open, where the system tells."""
    told = Path("/proc/self/fd")
    return sum(1 for _ in told.iterdir()) if told.is_dir() else 0


def test_no_file_is_left_open(tmp_path: Path) -> None:
    """Whatever becomes of reading, the number of open files stays."""
    (tmp_path / "file").write_bytes(b"1234")
    before = open_files()
    for _ in range(3):
        read_up_to(tmp_path / "file", 9)
        read_regular(tmp_path / "file", 9)
        refused(read_up_to, tmp_path)
    assert open_files() == before


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """With the folders that it needs, in the place of another, to be read by all, and nothing beside it."""
    path = tmp_path / "of/a/file"
    for content in (b"old", b"new"):
        write_atomically(path, content)
        assert path.read_bytes() == content
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_who_may_read_a_file_may_read_the_new_one(tmp_path: Path, mode: int) -> None:
    """A file that takes the place of another is shown to nobody who could not see that, and kept from nobody who could change it."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert path.stat().st_mode & 0o777 == mode


def test_what_was_written_is_undone_unless_it_was_changed(tmp_path: Path) -> None:
    """A file is as it was, or not there as it was; what somebody has saved since stays."""
    path = tmp_path / "file"
    for before in (None, b"old"):
        path.write_bytes(b"new")
        put_back(path, b"new", before)
        assert read_if_there(path) == before
        path.write_bytes(b"theirs")
        put_back(path, b"new", before)
        assert read_if_there(path) == b"theirs"


def test_an_output_takes_the_place_of_its_like_only(tmp_path: Path) -> None:
    """A file that was named by mistake and begins otherwise stays; an empty one is nobody's."""
    path = tmp_path / "file"
    for content in (b"%PDF-1.7 a", b"%PDF-1.7 b"):
        write_output(path, content)
        assert path.read_bytes() == content
    with pytest.raises(FileExistsError) as caught:
        write_output(path, b"SQLite")
    assert (caught.value.filename, path.read_bytes()) == (str(path), b"%PDF-1.7 b")
    path.write_bytes(b"")
    write_output(path, b"SQLite")
    assert path.read_bytes() == b"SQLite"


def test_a_half_written_file_is_hidden_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a name of its own, in the same folder, where a renaming is one step."""
    path, seen = tmp_path / "file", []
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda self, target: seen.append((self, target)) or replace(self, target))
    write_atomically(path, b"new")
    ((temporary, target),) = seen
    assert target == path
    assert temporary.parent == tmp_path
    assert temporary.name.startswith(".file.")


def test_a_file_is_replaced_only_if_it_is_what_was_read(tmp_path: Path) -> None:
    """What somebody else wrote meanwhile stays, and nothing is left beside it; a file that was not there may not be there."""
    path = tmp_path / "file"
    assert replace_unchanged(path, None, b"1") is True
    assert replace_unchanged(path, None, b"2") is False
    assert not replace_unchanged(path, b"0", b"2")
    assert read_if_there(path) == b"1"
    assert replace_unchanged(path, b"1", b"2")
    assert read_if_there(path) == b"2"
    assert list(tmp_path.iterdir()) == [path]
    assert read_if_there(tmp_path / "none") is None


def test_what_nobody_sees_yet_is_written_as_it_comes(tmp_path: Path) -> None:
    """Folders are made where they are missing, and only then: two files of one folder, and one of a deeper one."""
    for name in ("a/b/one", "a/b/two", "a/three"):
        write_unseen(tmp_path / name, name.encode())
        assert (tmp_path / name).read_bytes() == name.encode()


def test_a_folder_that_somebody_made_meanwhile_is_as_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two that write into one folder at the same time both find it missing."""
    write, mkdir = Path.write_bytes, Path.mkdir

    def late(path: Path, content: bytes) -> int:
        if not path.parent.is_dir():
            mkdir(path.parent)
            raise FileNotFoundError
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", late)
    write_unseen(tmp_path / "a/file", b"1")
    assert (tmp_path / "a/file").read_bytes() == b"1"
