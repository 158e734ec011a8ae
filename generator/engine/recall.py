"""What a command said the last time, for when nothing has changed since.

An answer is kept in a cache, whose entries nobody else can write, with a digest of all that it came from: the command's options, the
day, the publication's files, the program itself and the packages beside it. An answer about a site that was built is for that site, whole.
Nothing heavy is imported here, for this is asked before the rest of the program is loaded.
"""

from __future__ import annotations

import hashlib
import json
import stat
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import click

from generator.engine.cache import Cache, cache_of
from generator.engine.digest import digest_of
from generator.engine.links import paths_below
from generator.engine.publishing import builds_of
from generator.engine.site_files import digest_of_file, paths_of

PACKAGE = Path(__file__).parents[1]
INSTALLED = Path(click.__file__).parents[1]  # where this package's own requirements are
READS_MORE = (b"INHERIT", b"!ENV")  # in a mkdocs.yml: its own bytes do not say all


@dataclass(frozen=True)
class Answer:
    """What a command wrote, and its exit status."""

    output: str
    status: int


@dataclass(frozen=True)
class Site:
    """A site that a command has built: its folder, its manifest's path in there, and the SHA-256 of that."""

    folder: str
    manifest: str
    digest: str

    def stands(self) -> bool:
        """Whether each file is as it was built, and none came to it but hidden ones, which are nobody's output. Raises OSError.

        A link is not what was built, whatever it leads to, and nobody waits for a pipe. Where something half-built is beside the site, a
        build runs, or was killed and is to be cleared away: neither is passed over.
        """
        folder = Path(self.folder)
        if builds_of(folder).tokens():
            return False
        if not _is_file(folder / self.manifest) or digest_of_file(folder / self.manifest)[1] != self.digest:
            return False
        listed = {file["path"]: (file["bytes"], file["sha256"]) for file in json.loads((folder / self.manifest).read_bytes())["files"]}
        there = {path for path in paths_of(folder) if path in listed or not path.startswith(".")}
        return there == {*listed, self.manifest} and all(
            _is_file(folder / path) and digest_of_file(folder / path) == of for path, of in listed.items()
        )


@dataclass(frozen=True)
class Question:
    """What is asked of a publication: `config` is its mkdocs.yml, `parts` are the options and whatever else decides, besides the files."""

    config: Path
    parts: tuple[str, ...]

    @property
    def name(self) -> str:
        return digest_of(str(self.config), *self.parts)

    @property
    def cache(self) -> Cache:
        return cache_of("answers", self.config.parent)


def recall(question: Question, at: float) -> Answer | None:
    """The answer to a question that was asked before, where everything is as it was and `at` (seconds since 1970) is of that day."""
    entry = question.cache.get(question.name)
    if entry is None:
        return None
    kept = json.loads(entry)
    begins, ends = kept["bounds"]
    if not begins <= at < ends:
        return None
    try:
        if kept["digest"] != state(question.config, map(Path, kept["inputs"])) or (kept["site"] and not Site(**kept["site"]).stands()):
            return None
    except OSError:
        return None
    return Answer(**kept["answer"])


def keep(
    question: Question, inputs: Sequence[Path], found: str, answer: Answer, bounds: tuple[float, float], site: Site | None = None
) -> None:
    """Keep an answer that was made of some files and folders; `found` is their `state` from before they were read for it.

    It holds from the first to the second of `bounds`, in seconds since 1970, and as long as the `site` that it is about stands. In a cache
    that lies within that site nothing is kept, for it would be published.
    """
    cache = question.cache
    is_within = site is not None and cache.folder is not None and cache.folder.resolve().is_relative_to(Path(site.folder).resolve())
    if is_within or any(word in question.config.read_bytes() for word in READS_MORE):
        return
    kept = {
        "inputs": [*map(str, inputs)],
        "digest": found,
        "answer": asdict(answer),
        "bounds": bounds,
        "site": asdict(site) if site else None,
    }
    cache.put(question.name, json.dumps(kept).encode())
    cache.tidy(megabytes=50)


def state(config: Path, inputs: Iterable[Path], without: Collection[Path] = ()) -> str:
    """A digest of a publication's files and folders but for some, of the program and of what is installed beside it."""
    digest = hashlib.sha256(program().encode())
    for path in (config, *(file for folder in inputs for file in _files(folder) if file not in without)):
        link = path.readlink() if path.is_symlink() else ""
        digest.update(f"\0{path}\0{link}\0{_content(path)}\0".encode(errors="surrogateescape"))
    return digest.hexdigest()


def program() -> str:
    """A digest of the program, of Python and of what is installed beside it: of those that a process began with."""
    return _program(PACKAGE, INSTALLED, sys.version)


@cache
def _program(package: Path, installed: Path, version: str) -> str:
    digest = hashlib.sha256(version.encode())
    beside = sorted(path.name for path in installed.glob("*.dist-info"))
    for name in (*beside, *(f"{path}\0{_content(path)}" for path in _files(package, ".py"))):
        digest.update(f"\0{name}".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _is_file(path: Path) -> bool:
    """Whether a path is one of an ordinary file itself."""
    return stat.S_ISREG(path.lstat().st_mode)


def _content(path: Path) -> str:
    """A digest of a file, read bit by bit: what is published may be long."""
    return digest_of_file(path)[1] if path.is_file() else ""


def _files(folder: Path, ending: str = "") -> Iterator[Path]:
    """A file, or the files of a folder and links to folders in there; what is behind these is looked at by nobody."""
    if not folder.is_dir():
        yield folder
    yield from (folder / name for name in sorted(paths_below(folder)) if name.endswith(ending))
