"""A cache of bytes addressed by what they were made from.

An entry is never changed; losing the whole folder costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from generator.engine.atomic import write_atomically


class Cache:
    """Files below a folder, named after a digest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest

    def get(self, digest: str) -> bytes | None:
        path = self.path(digest)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        with contextlib.suppress(OSError):  # a cache that may only be read is as good
            os.utime(path)  # says when the entry was last of use
        return content

    def put(self, digest: str, content: bytes) -> None:
        write_atomically(self.path(digest), content)

    def forget_unused(self, days: int) -> None:
        """Remove what has not been of use for some days, and what killed processes left half-written."""
        limit = time.time() - days * 86_400
        for path in self.folder.glob("??/*"):
            with contextlib.suppress(FileNotFoundError):  # another build may be tidying up, too
                if path.stat().st_mtime < limit:
                    path.unlink()
