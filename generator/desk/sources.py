"""Bring source articles into a brief, one that is there or a new one."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.desk.publication import Publication
from generator.engine import storage
from generator.engine.atomic import write_atomically
from generator.engine.brief_text import read_brief
from generator.engine.clock import today
from generator.ingest import MAX_BYTES, Imported, IngestError, fetch, import_file
from generator.text.places import Text
from generator.text.yamltree import Mapping, Scalar, Sequence

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)

# With sources of its own a brief needs no example in it.
_OF_SOURCES = """\
# yaml-language-server: $schema=../../brief.schema.json

title: "{title}"  # check
summary:  # the answer, in one paragraph
status: draft
as_of: {today}  # the state of knowledge
"""


@dataclass(frozen=True)
class Tried:
    """A file or an address that was to become a source: what came of it and the path of its text, or why nothing did."""

    name: str
    imported: Imported | None = None
    path: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Begun:
    """A new brief's file, if there was a source to begin with, and what came of each that was named."""

    path: Path | None
    tried: tuple[Tried, ...]


def import_sources(publication: Publication, slug: str, names: Iterable[str]) -> Iterator[Tried]:
    """Import each file or address that can be; raises WrongUsageError where no brief has the name."""
    folders = publication.every_folder()
    publication.know([slug], folders)
    return (_import(publication, folders[slug], name) for name in names)


def begin_brief(publication: Publication, slug: str, names: Iterable[str]) -> Begun:
    """A new brief with sources and nothing else, none at all where no source can be had; raises FileExistsError where it is there."""
    folder = publication.docs / slug
    begins_folder = not folder.exists()
    (path,) = storage.write_new(folder, {storage.BRIEF: _brief(slug, today())})
    tried = tuple(_import(publication, folder, name) for name in names)
    if any(each.imported for each in tried):
        _take_title(path)
        return Begun(path, tried)
    path.unlink()
    if begins_folder:
        shutil.rmtree(folder)
    return Begun(None, tried)


def _import(publication: Publication, folder: Path, name: str) -> Tried:
    try:
        imported = _imported(name, folder)
    except IngestError as error:
        return Tried(name, problem=str(error))
    except OSError as error:
        return Tried(name, problem=f"{error.strerror or error}; nothing was imported")
    path = folder / "sources" / f"{imported.source}.txt"
    return Tried(name, imported, path.relative_to(publication.root).as_posix())


def _imported(name: str, folder: Path) -> Imported:
    if _ADDRESS.match(name):
        fetched = fetch(name)
        return import_file(folder, fetched.url, fetched.data, fetched, today())
    path = Path(name)
    if path.exists() and not path.is_file():
        raise IngestError("is no ordinary file" if not path.is_dir() else "is a folder; name the files in it")
    if path.stat().st_size > MAX_BYTES:
        raise IngestError(f"has more than {MAX_BYTES // 10**6} MB; import the part that you need")
    return import_file(folder, path.name, path.read_bytes())


def _take_title(path: Path) -> None:
    """The first source's title is the brief's until somebody thinks of a better one."""
    text = Text(path.name, path.read_bytes().decode())
    tree = read_brief(text)
    own, sources = tree.get("title"), tree.get("sources")
    first = sources.items[0] if isinstance(sources, Sequence) else None
    title = first.get("title") if isinstance(first, Mapping) else None
    if own is not None and isinstance(title, Scalar):
        body = text.body[: own.span.start] + json.dumps(title.value, ensure_ascii=False) + text.body[own.span.end :]
        write_atomically(path, body.encode())


def _brief(slug: str, day: date) -> bytes:
    return _OF_SOURCES.format(title=slug.replace("-", " ").capitalize(), today=day).encode()
