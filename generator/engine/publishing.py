"""A site is built in a folder beside the published one and takes its place in one step.

Builds at the same time have folders of their own. Of two of them, the one that was begun later has the say: what was begun before it and
ends after it is not published any more. A killed build leaves its folder, which the next one clears.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.engine.claims import Claim, Lock, Pattern, living

PUBLISHING, SUPERSEDED = b"publishing", b"superseded"  # what is noted in the lock file of a build


def builds_of(site: Path) -> Pattern:
    """What the folders are called in which a site is built."""
    return Pattern(site.parent, f".{site.name}.", ".building", former=r"\d+\.[0-9a-f]{8}")


class Building:
    """The folder of a build from its beginning on, until it has taken the site's place or is given up."""

    def __init__(self, site: Path) -> None:
        if site.exists() and not site.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(site))
        site.parent.mkdir(parents=True, exist_ok=True)
        self.site = site
        self.pattern = builds_of(site)
        with _one_at_a_time(site):
            self.older = list(living(self.pattern, self._finish))
            self.claim = Claim(self.pattern)
        self.folder = self.claim.folder

    def lacks(self, paths: Iterable[str]) -> list[str]:
        """Those of some files that have not been built, or not any more."""
        return [path for path in sorted(paths) if not os.path.isfile(f"{self.folder}/{path}")]  # noqa: PTH113 - there may be ten thousands

    def publish(self) -> bool:
        """Put the folder in the site's place, unless a build that was begun later has published its own.

        Hidden entries of the old site (`.git`, `.well-known`) are nobody's output: they stay, as MkDocs has it.
        """
        with _one_at_a_time(self.site):
            if self.claim.lock.read() == SUPERSEDED:
                return False
            self.claim.lock.note(PUBLISHING)
            _put(self.folder, self.site, _old(self.folder))
            self._finish(self.claim.token, PUBLISHING)
            for token in self.older:
                _supersede(self.pattern.lock(token).path)
        return True

    @property
    def within(self) -> Path:
        """Where a folder may be made that takes the place of this build's own; it goes with it."""
        return self.folder / ".grown"

    def settle(self) -> None:
        """Let the folder `within` be this build's own, with nothing of what stood beside it."""
        between = _old(self.folder)
        self.within.rename(between)
        shutil.rmtree(self.folder)
        between.rename(self.folder)

    def leave(self) -> None:
        """Remove what was built and not published, or what it has taken the place of."""
        shutil.rmtree(_old(self.folder), ignore_errors=True)
        self.claim.cleanup()

    def _finish(self, token: str, noted: bytes) -> None:
        """End what a build began when it published: there is a site again, and hidden entries of the old one are in it."""
        folder = self.pattern.folder(token)
        old = _old(folder)
        if noted == PUBLISHING:
            if old.exists() and not self.site.exists():  # killed between two renamings
                (folder if folder.exists() else old).rename(self.site)
            for hidden in (*folder.glob(".*"), *old.glob(".*")):
                if not os.path.lexists(self.site / hidden.name):
                    hidden.rename(self.site / hidden.name)
        if old.exists():
            shutil.rmtree(old, ignore_errors=True)


def _put(built: Path, site: Path, old: Path) -> None:
    """In one step where the system can exchange two folders (Linux), else in two."""
    with contextlib.suppress(OSError):
        built.rename(site)  # there is none, or an empty one
        return
    if not _exchange(built, site):
        site.rename(old)
        built.rename(site)


def _old(folder: Path) -> Path:
    """Where the old site goes in the meantime, where folders cannot be exchanged."""
    return folder.with_suffix(".old")


@contextmanager
def _one_at_a_time(site: Path) -> Iterator[None]:
    """Builds begin and publish one after the other."""
    lock = Lock(site.parent / f".{site.name}.lock")
    lock.take(wait=True)
    try:
        yield
    finally:
        lock.release()


def _supersede(lock: Path) -> None:
    with contextlib.suppress(OSError), lock.open("r+b") as file:  # where there is none, its build has ended
        file.write(SUPERSEDED)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two paths atomically (renameat2 with RENAME_EXCHANGE, Linux 3.15); False where that is not possible."""
    if not sys.platform.startswith("linux"):
        return False
    with contextlib.suppress(OSError, AttributeError):
        at_working_directory, exchange = -100, 2
        libc = ctypes.CDLL(None)
        result = libc.renameat2(at_working_directory, os.fsencode(one), at_working_directory, os.fsencode(other), exchange)
        return bool(result == 0)
    return False
