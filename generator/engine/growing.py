"""A site is made of the one before the last: what is in there already stays, so that only what has changed is written.

When a site takes the place of another, that one is not removed, which takes as long as writing it, but kept in the cache as the spare. The
next build takes it into its own folder, where nobody sees it. What the last build has noted of each file, under a seal, says which of them
need not be made again; of whatever stays or is taken over the bytes are read, for neither the spare nor the site is believed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import NamedTuple

from generator.engine.atomic import write_unseen
from generator.engine.cache import Cache, cache_of
from generator.engine.digest import digest_of
from generator.engine.site_files import digest_of_file

_NO_FILE = -1  # the size of a link, a pipe or a device


class Grown(NamedTuple):
    """A file of a site: its size in bytes, its SHA-256, and a digest of what it was made of, empty where nobody knows."""

    size: int
    digest: str
    made_of: str = ""


Noted = dict[str, Grown]
"""The files of a site by their paths."""


class Ledger:
    """What builds of a publication's site leave for the next one: what they have noted of its files, and the spare."""

    def __init__(self, root: Path, site: Path) -> None:
        self.cache: Cache = cache_of("site", root)
        self.site = site
        name = digest_of(str(root))
        folder = self.cache.folder if self.cache.path(name) else None
        within = folder is not None and folder.resolve().is_relative_to(site)
        self.spare = None if folder is None or within else folder / f"spare-{name[:16]}"

    def noted(self) -> Noted:
        """The files of the site as its last build has left it."""
        entry = self.cache.get(self._name) if self.spare else None
        return {path: Grown(*noted) for path, noted in json.loads(entry).items()} if entry else {}

    def note(self, files: Noted) -> None:
        """Note the files of a site that is published."""
        if self.spare:
            self.cache.put(self._name, json.dumps(files, separators=(",", ":")).encode())
            self.cache.tidy()

    def lend(self, folder: Path) -> Growing:
        """Put the spare where a folder is to be, or make an empty one there."""
        with contextlib.suppress(OSError):  # there is none, it is another build's, on another disk, or cannot be read
            if self.spare and not self.spare.is_symlink():
                self.spare.rename(folder)
                return Growing(folder, self.site, self.noted())
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return Growing(folder, self.site, self.noted())

    def keep(self, folder: Path) -> None:
        """Keep a folder as the spare, unless there is one; it stays where it is where that cannot be done."""
        with contextlib.suppress(OSError):
            if self.spare and not os.path.lexists(self.spare):
                self.spare.parent.mkdir(parents=True, exist_ok=True)
                folder.rename(self.spare)

    def discard(self) -> None:
        """There is no spare any more."""
        if self.spare and not self.spare.is_symlink():
            shutil.rmtree(self.spare, ignore_errors=True)

    @property
    def _name(self) -> str:
        return digest_of("files", str(self.site))


class Growing:
    """The files of a site, as they are put into a folder that may hold those of an earlier one.

    `noted` is of the `site` that stands now; each file of it is let go once it was asked for.
    """

    def __init__(self, folder: Path, site: Path, noted: Noted) -> None:
        self.folder, self.site, self.noted = str(folder), str(site), noted
        self.files: dict[str, Grown] = {}
        self._folders: set[str] = set()  # in which something was put: they are folders
        self._there = _sizes(self.folder)

    def put(self, path: str, content: bytes, made_of: str = "") -> None:
        """A file is to have a content."""
        found = Grown(len(content), hashlib.sha256(content).hexdigest(), made_of)
        if not self._holds(path, found):
            self._clear(path)
            write_unseen(Path(self.folder, path), content)
        self.files[path] = found

    def stays(self, path: str, made_of: str) -> bool:
        """Whether a file that was made of the same is there from the last site; where it is not, it is to be `put`."""
        last = self.noted.pop(path, None)
        stays = last is not None and last.made_of == made_of != "" and (self._holds(path, last) or self._takes(path, last))
        if last is not None and stays:
            self.files[path] = last
        return stays

    def take_in(self, folder: Path, paths: list[str]) -> None:
        """Some files of a folder, which are moved where they are not there already."""
        for path in paths:
            found = Grown(*digest_of_file(folder / path))
            if not self._holds(path, found):
                self._clear(path)
                Path(self.folder, path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).replace(Path(self.folder, path))
            self.files[path] = found

    def finish(self) -> None:
        """No other file is in the folder."""
        for path in sorted(self._there.keys() - self.files.keys(), reverse=True):
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):  # a folder stands there now, or a file above it
                os.unlink(f"{self.folder}/{path}")  # noqa: PTH108
            with contextlib.suppress(OSError):  # it holds something else
                while path := path.rpartition("/")[0]:
                    os.rmdir(f"{self.folder}/{path}")  # noqa: PTH106

    def _holds(self, path: str, wanted: Grown) -> bool:
        """Whether the folder has a file already, to the byte."""
        return self._there.get(path) == wanted.size and digest_of_file(f"{self.folder}/{path}")[1] == wanted.digest

    def _takes(self, path: str, wanted: Grown) -> bool:
        """Whether the site has the file, which is then in the folder, too: by a second name, for nobody writes into a file of a site."""
        self._clear(path)
        here, there = f"{self.folder}/{path}", f"{self.site}/{path}"
        try:
            os.makedirs(os.path.dirname(here), exist_ok=True)  # noqa: PTH103, PTH120 - there may be ten thousands
            os.link(there, here, follow_symlinks=False)
            if not os.path.islink(here) and digest_of_file(here)[:2] == wanted[:2]:  # noqa: PTH114
                return True
        except (OSError, NotImplementedError):  # it is gone, or the system knows no second names
            pass
        self._clear(path)
        return False

    def _clear(self, path: str) -> None:
        """Nothing stands at a path, nor anything but folders above it: what is written is a new file, whoever has names for an old one."""
        folder = path.rpartition("/")[0]
        parts = path.split("/")
        for end in range(len(parts) if folder in self._folders else 1, len(parts) + 1):
            above = "/".join(parts[:end])
            at = f"{self.folder}/{above}"
            if os.path.lexists(at) and (os.path.islink(at) or not os.path.isdir(at)):  # noqa: PTH112, PTH114
                os.unlink(at)  # noqa: PTH108
                self._there.pop(above, None)
                break
        self._folders.add(folder)
        if os.path.isdir(f"{self.folder}/{path}"):  # noqa: PTH112
            shutil.rmtree(f"{self.folder}/{path}")


def _sizes(folder: str) -> dict[str, int]:
    """The size of each file in a folder and those below it; of a link, a pipe or a device none."""
    found: dict[str, int] = {}
    pending = [""]
    while pending:
        beside = pending.pop()
        with os.scandir(f"{folder}/{beside}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{beside}{entry.name}/")
                else:
                    is_file = entry.is_file(follow_symlinks=False)
                    found[f"{beside}{entry.name}"] = entry.stat(follow_symlinks=False).st_size if is_file else _NO_FILE
    return found
