"""Writing a file so that nobody ever sees half of it, and nothing that somebody else wrote is lost."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file under a temporary name, then rename it: it is there whole or not at all."""
    with _beside(path, content) as temporary:
        temporary.replace(path)


def replace_unchanged(path: Path, expected: bytes | None, content: bytes) -> bool:
    """Write a file that is still what was read of it (None: not there); else it stays as it is, and the answer is no."""
    with _beside(path, content) as temporary:
        if read_if_there(path) != expected:
            return False
        temporary.replace(path)
        return True


def read_if_there(path: Path) -> bytes | None:
    """What a file holds; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def read_regular(path: Path, limit: int) -> bytes | None:
    """What a file holds; None where it is longer, or a link, a pipe or a device, for which nobody waits."""
    if path.is_symlink():
        return None
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        return file.read() if stat.S_ISREG(status.st_mode) and status.st_size <= limit else None


@contextmanager
def _beside(path: Path, content: bytes) -> Iterator[Path]:
    """A file with the content in the folder of `path`; it goes unless it is renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        temporary.chmod(0o644)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
