"""What a name on the command line stands for: a file, the files of a folder, a page at an address, or what is pasted."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

from generator.engine.atomic import read_up_to
from generator.ingest import MAX_BYTES, Imported, IngestError, fetch, import_file

PASTED = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def files_named(name: str, root: Path) -> list[str]:
    """The names of single files that a name stands for: those of a folder and of its folders, in order; `root` is the publication's."""
    path = Path(name)
    if name == PASTED or _ADDRESS.match(name) or not path.is_dir():
        return [name]
    if root.resolve().is_relative_to(path.resolve()):
        raise IngestError("is the folder of the publication, or around it; name the files in it")
    found = [each for each in sorted(path.rglob("*")) if each.is_file() and not _is_aside(each.relative_to(path), path)]
    if not found:
        raise IngestError("is a folder without a file; look at what it is")
    return [str(each) for each in found]


def _is_aside(file: Path, folder: Path) -> bool:
    """Whether a file is hidden, or one of those that a browser keeps in a folder beside a saved page."""
    if any(part.startswith(".") for part in file.parts):
        return True
    names = (folder / above for above in file.parents if above.name)
    return any(name.with_name(re.sub(r"[_-][^_-]+$", ending, name.name)).is_file() for name in names for ending in (".html", ".htm"))


def import_named(name: str, folder: Path, day: date) -> Imported:
    """Bring one of them, as it is on a day, into a brief's folder; IngestError or OSError where it cannot be."""
    if _ADDRESS.match(name):
        fetched = fetch(name)
        return import_file(folder, fetched.url, fetched.data, fetched, day)
    if name == PASTED:
        return import_file(folder, "pasted", sys.stdin.buffer.read(MAX_BYTES + 1))
    path = Path(name)
    if path.exists() and not path.is_file():
        raise IngestError("is no ordinary file; save what it brings into one")
    return import_file(folder, path.name, read_up_to(path, MAX_BYTES))
