"""What `serve` has shown, kept for the moment in which it is started again."""

from __future__ import annotations

import posixpath
from pathlib import Path

from generator.engine.cache import cache_of
from generator.engine.digest import digest_of

LARGEST = 2_000_000  # bytes: what is larger is not kept
MEGABYTES = 100  # of all that is kept


class Shown:
    """Files of the site by their paths in it, as they were shown last; those of each mkdocs.yml by themselves."""

    def __init__(self, config: Path) -> None:
        self.config = str(config)
        self.cache = cache_of("shown", config.parent)
        self._digests: dict[str, str] = {}

    def keep(self, name: str, content: bytes) -> None:
        """Keep what is shown, unless it was shown just like that before."""
        digest = digest_of(content)
        if len(content) <= LARGEST and self._digests.get(name) != digest:
            self._digests[name] = digest
            self.cache.put(digest_of(self.config, name), content)

    def find(self, name: str) -> bytes | None:
        """What was shown last."""
        return self.cache.get(digest_of(self.config, name))

    def tidy(self) -> None:
        """Let go of what nobody has looked at for long."""
        self.cache.tidy(megabytes=MEGABYTES)


def file_at(path: str, mount: str) -> str:
    """The file of the site that is asked for by the path of an address below `mount`."""
    asked = path[len(mount) :] + ("index.html" if path.endswith("/") else "")
    return posixpath.normpath("/" + asked).lstrip("/")
