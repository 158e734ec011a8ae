"""A cache of bytes addressed by what they were made from.

Losing it costs time and nothing else, and nothing in it is believed by itself: an entry bears a seal that only this user on this machine
can have made, with this version of the program and for this name. What another machine, a pull request or a bad disk has put there counts
for nothing. Links are neither followed nor written through.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from generator import __version__
from generator.engine.atomic import read_regular, write_atomically
from generator.engine.digest import digest_of
from generator.engine.secret import secret

CACHE, NO_CACHE = "BRIEFS_CACHE", "BRIEFS_NO_CACHE"  # variables of the environment
FOLDER = ".cache"  # of a publication
LARGEST = 500_000_000  # bytes: what is larger is no entry of ours
DAYS, MEGABYTES = 30, 2_000  # how long an entry is kept that nobody asks for, and how many of them

ENDING = ".sealed"  # entries of older versions, which bore no seals, have none
_SEAL = 32  # bytes, before the content


def cache_of(kind: str, publication: Path | None = None) -> Cache:
    """What is kept of a kind, for a publication or for all of the user's.

    `BRIEFS_CACHE` names another folder for both; with `BRIEFS_NO_CACHE` nothing is read or written.
    """
    named = os.environ.get(CACHE)
    if os.environ.get(NO_CACHE):
        return Cache(None)
    if named:
        return Cache(Path(named).absolute() / ".briefs" / kind)  # hidden: if it is in a folder that is published, it is not
    if publication:
        return Cache(publication / FOLDER / kind, publication)
    folder = Path(platformdirs.user_cache_dir("explainer-briefs"))
    return Cache(folder / kind if folder.is_absolute() else None)  # it is not, where nobody has a home


class Cache:
    """Files below a folder, named after a digest; without a folder it keeps nothing. Below `root` no part of its path may be a link."""

    def __init__(self, folder: Path | None, root: Path | None = None) -> None:
        self.folder = folder
        self.root = root or folder
        self.used: set[str] = set()

    def path(self, digest: str) -> Path | None:
        """Where an entry is."""
        if self.folder is None or self.root is None:
            return None
        parent = self.folder / digest[:2]
        parts = [parent, *parent.parents]
        is_plain = not any(part.is_symlink() for part in parts[: parts.index(self.root)])
        return parent / f"{digest}{ENDING}" if is_plain else None

    def get(self, digest: str) -> bytes | None:
        """What is kept under a digest, if it is what was put there."""
        path = self.path(digest)
        try:
            kept = read_regular(path, LARGEST) if path else None
        except OSError:
            return None
        if path is None or kept is None or not hmac.compare_digest(kept[:_SEAL], _seal(digest, kept[_SEAL:])):
            return None
        self.used.add(digest)
        with contextlib.suppress(OSError):  # a cache that may only be read is as good
            os.utime(path)  # says when the entry was last of use
        return kept[_SEAL:]

    def put(self, digest: str, content: bytes) -> None:
        """Keep something; where that cannot be done, it is made again the next time."""
        self.used.add(digest)
        with contextlib.suppress(OSError):
            path = self.path(digest)
            if path:
                write_atomically(path, _seal(digest, content) + content)

    def tidy(self, days: float = DAYS, megabytes: float = MEGABYTES) -> None:
        """Remove what has not been of use for some days or is too much, and what killed processes left half-written.

        What this process has used stays, however much it is.
        """
        limit, size = time.time() - days * 86_400, 0
        for path, status in sorted(self._entries(), key=lambda entry: -entry[1].st_mtime):
            size += status.st_size
            if status.st_mtime < limit or (size > megabytes * 1_000_000 and path.name.removesuffix(ENDING) not in self.used):
                with contextlib.suppress(OSError):  # another build may be tidying up, too
                    path.unlink()

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        with contextlib.suppress(OSError):
            for path in self.folder.glob("??/*") if self.folder and self.path("") else ():
                if not path.parent.is_symlink():
                    with contextlib.suppress(OSError):
                        status = path.lstat()
                        if not stat.S_ISDIR(status.st_mode):
                            yield path, status


def _seal(digest: str, content: bytes) -> bytes:
    return hmac.digest(secret(), digest_of(__version__, digest, content).encode(), "sha256")
