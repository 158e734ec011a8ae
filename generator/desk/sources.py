"""Bring source articles into a brief, one that is there or a new one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.desk.named_files import files_named, import_named
from generator.desk.publication import Publication
from generator.desk.refreshing import Drift, drift_of
from generator.desk.source_files import source_of
from generator.engine import storage
from generator.engine.atomic import put_back, replace_unchanged
from generator.engine.brief_text import read_brief
from generator.ingest import Imported, IngestError
from generator.text.places import Text
from generator.text.yamltree import Mapping, Scalar, Sequence

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
    """A file or an address that was to become a source: what came of it and the path of its text, or why nothing did.

    `drift` says how the page of a source that is there already differs from its text.
    """

    name: str
    imported: Imported | None = None
    path: str = ""
    problem: str = ""
    drift: Drift | None = None


@dataclass(frozen=True)
class Begun:
    """A new brief's file, if there was a source to begin with, and what came of each that was named."""

    path: Path | None
    tried: tuple[Tried, ...]


def import_sources(publication: Publication, slug: str, names: Iterable[str]) -> Iterator[Tried]:
    """Import each file, folder or address that can be; raises WrongUsageError where no brief has the name."""
    folders = publication.every_folder()
    publication.know([slug], folders)
    return (tried for name in names for tried in _import(publication, folders[slug], name))


def begin_brief(publication: Publication, slug: str, names: Iterable[str]) -> Begun:
    """A new brief with sources and nothing else, none at all where no source can be had; raises FileExistsError where it is there."""
    folder = publication.docs / slug
    begins_folder, begun = not folder.exists(), _brief(slug, publication.today)
    (path,) = storage.write_new(folder, {storage.BRIEF: begun})
    try:
        tried = tuple(each for name in names for each in _import(publication, folder, name))
    finally:  # by Ctrl-C, too
        put_back(path, begun, None)  # unless it has a source
        if begins_folder:
            storage.remove_empty(folder)
    if not any(each.imported for each in tried):
        return Begun(None, tried)
    _take_title(path)
    return Begun(path, tried)


def _import(publication: Publication, folder: Path, name: str) -> Iterator[Tried]:
    """What came of all the files that a name stands for."""
    try:
        files = files_named(name, publication.root)
    except IngestError as error:
        yield Tried(name, problem=str(error))
        return
    for file in files:
        try:
            yield _imported(publication, folder, file)
        except IngestError as error:
            yield Tried(file, problem=str(error))
        except OSError as error:
            yield Tried(file, problem=f"{error.strerror or error}; nothing was imported")


def _imported(publication: Publication, folder: Path, name: str) -> Tried:
    imported = import_named(name, folder, publication.today)
    path = (folder / "sources" / f"{imported.source}.txt").relative_to(publication.root).as_posix()
    drift = None if imported.changed is None else drift_of(source_of(folder, imported.source), imported.changed)
    return Tried(name, imported, path, drift=drift)


def _take_title(path: Path) -> None:
    """The first source's title is the brief's until somebody thinks of a better one."""
    before = path.read_bytes()
    text = Text(path.name, before.decode())
    tree = read_brief(text)
    own, sources = tree.get("title"), tree.get("sources")
    first = sources.items[0] if isinstance(sources, Sequence) else None
    title = first.get("title") if isinstance(first, Mapping) else None
    if own is not None and isinstance(title, Scalar):
        body = text.body[: own.span.start] + json.dumps(title.value, ensure_ascii=False) + text.body[own.span.end :]
        replace_unchanged(path, before, body.encode())


def _brief(slug: str, day: date) -> bytes:
    return _OF_SOURCES.format(title=slug.replace("-", " ").capitalize(), today=day).encode()
