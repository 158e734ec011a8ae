"""A cache of bytes addressed by what they were made from.

Floor 8. An entry is never changed; losing the whole folder costs time and nothing else.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.storage import write_atomically


class Cache:
    """Files below a folder, named after a digest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest

    def get(self, digest: str) -> bytes | None:
        try:
            return self.path(digest).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, digest: str, content: bytes) -> None:
        write_atomically(self.path(digest), content)

    def keep_only(self, digests: set[str]) -> None:
        """Forget all entries but these."""
        for path in self.folder.glob("??/*"):
            if path.name not in digests:
                path.unlink(missing_ok=True)


def digest_of(*parts: str | bytes) -> str:
    """A digest of parts, in which no two different lists of parts are alike."""
    state = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()
