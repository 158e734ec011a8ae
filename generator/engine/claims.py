"""Folders that a process has for itself beside those of others, and what becomes of them when it is killed.

Each folder has a file beside it that its process keeps locked. The system unlocks it when the process ends, however it ends: a lock is a
proof of life where a process id is none, for it holds between containers that share a volume, and no other process comes to have it.
A folder is there only while its lock file is, so that whoever gets the lock may clear the folder.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: nobody can tell there whether another process lives, and nothing is cleared
    fcntl = None  # type: ignore[assignment]

_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_NOTE = 100  # bytes: what a process may have noted in its lock file


class Lock:
    """A file that one process at a time has. Where the file system knows no locks (NFS mounted with `nolock`), everybody has it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.descriptor: int | None = None

    def take(self, *, wait: bool = False) -> bool | None:
        """Whether it is this process's now; None where nobody can know."""
        while True:
            descriptor = os.open(self.path, _OPEN, 0o644)
            taken = _locked(descriptor, wait=wait)
            if taken is False or (taken and not _is_file(descriptor, self.path)):  # whoever had it may have removed it
                os.close(descriptor)
                if taken:
                    continue
                return False
            self.descriptor = descriptor
            return taken

    def note(self, words: bytes) -> None:
        """Write something into it, for whoever has it next."""
        assert self.descriptor is not None  # noqa: S101 - it was taken
        os.ftruncate(self.descriptor, 0)
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        os.write(self.descriptor, words)

    def read(self) -> bytes:
        """What this process, or another, has noted."""
        assert self.descriptor is not None  # noqa: S101 - it was taken
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        return os.read(self.descriptor, _NOTE)

    def release(self, *, remove: bool = True) -> None:
        """Let it go, if this process has it."""
        descriptor, self.descriptor = self.descriptor, None
        if descriptor is not None:
            with contextlib.suppress(OSError):
                if remove:
                    self.path.unlink()  # before it is unlocked, or it were another process's
            os.close(descriptor)


@dataclass(frozen=True)
class Pattern:
    """What folders of one purpose are called: `before`, a token, `after`; `former` are tokens of older versions, without locks."""

    parent: Path
    before: str
    after: str = ""
    former: str = "(?!)"

    def folder(self, token: str) -> Path:
        return self.parent / f"{self.before}{token}{self.after}"

    def lock(self, token: str) -> Lock:
        return Lock(self.parent / f"{self.before}{token}.lock")

    def tokens(self) -> list[str]:
        """The tokens of all that are there."""
        named = re.compile(rf"{re.escape(self.before)}([0-9a-f]{{16}}|{self.former})({re.escape(self.after)}|\.lock)")
        with os.scandir(self.parent) as entries:
            return sorted({found[1] for entry in entries if (found := named.fullmatch(entry.name))})


class Claim:
    """A folder of this process's own; it goes with `cleanup`, or with the process."""

    def __init__(self, pattern: Pattern, mode: int = 0o777) -> None:
        taken: bool | None = False
        while taken is False:  # it is, where another process cleared it between its making and its locking
            self.token = secrets.token_hex(8)
            self.lock, self.folder = pattern.lock(self.token), pattern.folder(self.token)
            taken = self.lock.take()
        self.cleanup = weakref.finalize(self, _leave, self.folder, self.lock)
        self.folder.mkdir(mode)

    @property
    def name(self) -> str:
        return str(self.folder)


def living(pattern: Pattern, finish: Callable[[str, bytes], None] = lambda token, noted: None) -> Iterator[str]:
    """The tokens of folders whose processes live; those of others are removed, after `finish` was told what these had noted."""
    for token in pattern.tokens():
        lock = pattern.lock(token)
        try:
            is_abandoned = lock.take()
        except OSError:  # another user's
            continue
        if is_abandoned:
            finish(token, lock.read())
            _leave(pattern.folder(token), lock)
        else:
            lock.release(remove=False)
            yield token


def clear_abandoned(pattern: Pattern) -> None:
    """Remove what killed processes have left."""
    for _ in living(pattern):
        pass


def _leave(folder: Path, lock: Lock) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    lock.release()


def _locked(descriptor: int, *, wait: bool) -> bool | None:
    if fcntl is None:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return None
    return True


def _is_file(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False
