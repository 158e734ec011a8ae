"""What a command said the last time, for when nothing has changed since.

An answer is kept in a cache, whose entries nobody else can write, with a digest of all that it came from: the command's options, the
day, the publication's files, the program itself and the packages beside it. Nothing heavy is imported here, for this is asked before the
rest of the program is loaded.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from generator.engine.cache import Cache, cache_of
from generator.engine.digest import digest_of

PACKAGE = Path(__file__).parents[1]
READS_MORE = (b"INHERIT", b"!ENV")  # in a mkdocs.yml: its own bytes do not say all


@dataclass(frozen=True)
class Answer:
    """What a command wrote, and its exit status."""

    output: str
    status: int


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
        return Answer(**kept["answer"]) if kept["digest"] == state(question.config, Path(kept["docs"])) else None
    except OSError:
        return None


def keep(question: Question, docs: Path, found: str, answer: Answer, bounds: tuple[float, float]) -> None:
    """Keep an answer that was made of the files below `docs`; `found` is their `state` from before they were read for it.

    It holds from the first to the second of `bounds`, in seconds since 1970.
    """
    if any(word in question.config.read_bytes() for word in READS_MORE):
        return
    kept = {"docs": str(docs), "digest": found, "answer": asdict(answer), "bounds": bounds}
    cache = question.cache
    cache.put(question.name, json.dumps(kept).encode())
    cache.tidy(megabytes=50)


def state(config: Path, docs: Path) -> str:
    """A digest of a publication's files, of the program and of what is installed beside it."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _installed():
        digest.update(f"\0{name}".encode())
    for path in (config, *_files(PACKAGE, ".py"), *_files(docs)):
        link = path.readlink() if path.is_symlink() else ""
        digest.update(f"\0{path}\0{link}\0{_content(path)}\0".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _content(path: Path) -> str:
    """A digest of a file, read bit by bit: what is published may be long."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(folder: Path, ending: str = "") -> Iterator[Path]:
    """Files and links to folders; what is behind these is looked at by nobody."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        yield from (link for name in folders if (link := Path(parent, name)).is_symlink())
        yield from (Path(parent, name) for name in sorted(names) if name.endswith(ending))


def _installed() -> list[str]:
    """The packages beside this one, with their versions."""
    return sorted(path.name for path in Path(click.__file__).parents[1].glob("*.dist-info"))
