"""Writing a file so that nobody ever sees half of it, and nothing that somebody else wrote is lost."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file under a temporary name, then rename it: it is there whole or not at all."""
    with _beside(path, content) as temporary:
        temporary.replace(path)


def write_output(path: Path, content: bytes) -> None:
    """Write a file that somebody has named, whole or not at all: in the place of nothing, or of one of the same kind.

    Raises FileExistsError where the file that is there begins otherwise: it is an editor's.
    """
    with contextlib.suppress(FileNotFoundError):
        begins = read_up_to(path, 4)
        if begins and begins != content[:5]:
            raise FileExistsError(errno.EEXIST, "is there already, and is of another kind; name another file", str(path))
    write_atomically(path, content)


def write_unseen(path: Path, content: bytes) -> None:
    """Write a file into a folder that nobody looks into until all of it is there."""
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def replace_unchanged(path: Path, expected: bytes | None, content: bytes) -> bool:
    """Write a file that is still what was read of it (None: not there); else it stays as it is, and the answer is no."""
    with _beside(path, content) as temporary:
        if read_if_there(path) != expected:
            return False
        temporary.replace(path)
        return True


def put_back(path: Path, written: bytes, before: bytes | None) -> None:
    """Undo the writing of a file (None: it was not there), unless somebody has changed it since."""
    if before is not None:
        replace_unchanged(path, written, before)
    elif read_if_there(path) == written:
        path.unlink(missing_ok=True)


def read_if_there(path: Path) -> bytes | None:
    """What a file holds; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def read_up_to(path: Path, limit: int) -> bytes:
    """What a file holds, up to `limit` bytes and one more, which says that it is longer.

    Raises OSError, also for a folder, and for a pipe or a device, for which nobody waits.
    """
    descriptor = os.open(path, _READING)
    with contextlib.ExitStack() as opened:
        opened.callback(os.close, descriptor)
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "is no ordinary file", str(path))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(limit + 1)


def read_all(path: Path, limit: int) -> bytes:
    """The same of a file that has to be whole: raises OSError where it is longer."""
    content = read_up_to(path, limit)
    if len(content) > limit:
        raise OSError(errno.EFBIG, f"is longer than {limit / 1_000_000:g} MB", str(path))
    return content


def read_regular(path: Path, limit: int) -> bytes | None:
    """What a file holds; None where it is longer, or a link, a pipe or a device, for which nobody waits."""
    if path.is_symlink():
        return None
    descriptor = os.open(path, _READING | _NO_LINK)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        return file.read() if stat.S_ISREG(status.st_mode) and status.st_size <= limit else None


def _mode(path: Path) -> int:
    """Who may read and write a file: whoever may do so now, else all may read it."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return 0o644


@contextmanager
def _beside(path: Path, content: bytes) -> Iterator[Path]:
    """A file with the content in the folder of `path`; it goes unless it is renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        temporary.chmod(_mode(path))
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
