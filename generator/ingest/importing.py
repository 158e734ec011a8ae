"""One file into a brief's folder: the original, its text, the map between them, and the item in brief.yml; all of it or nothing.

The same bytes, the same text or the same address a second time change nothing.
"""

from __future__ import annotations

import signal
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.engine import storage
from generator.engine.atomic import put_back, read_up_to, replace_unchanged
from generator.engine.brief_file import added
from generator.engine.brief_text import BriefFileError, read_brief
from generator.engine.limits import undisturbed
from generator.ingest import maps
from generator.ingest.article import Article, IngestError
from generator.ingest.fetching import Fetched
from generator.ingest.formats import suffix_of
from generator.ingest.reading import ingest
from generator.ingest.records import ids, new_id, record
from generator.parsing.yaml_file import MAX_SOURCE_BYTES, decode, plain_data
from generator.text.pins import pin
from generator.text.places import Text


@dataclass(frozen=True)
class Imported:
    """What came of a file: the id of its source, whether it is new, and what to say of its text.

    `changed` is what a page says now, where it is there already and had another one.
    """

    source: str
    is_new: bool
    changed: Article | None = None
    to_look_at: tuple[str, ...] = ()
    left_out: str = ""


def import_file(folder: Path, name: str, data: bytes, fetched: Fetched | None = None, retrieved: date | None = None) -> Imported:
    """Bring a file into a brief's folder; IngestError where it cannot be."""
    text = _brief_text(folder)
    try:
        tree = read_brief(text)
    except BriefFileError as error:
        raise IngestError(f"cannot be written into {storage.BRIEF}: {error}") from None
    sources = _sources(plain_data(tree))
    known = _of_same_bytes(folder, sources, data)
    if known is not None:
        return Imported(known, is_new=False)
    article = ingest(name, data, fetched.url if fetched else None)
    content = article.text.encode()
    digest = pin(article.text)
    known = next((str(each["id"]) for each in sources if str(each.get("sha256")).lower() == digest), None)
    if known is not None:
        return Imported(known, is_new=False)
    known = _of_same_address(folder, sources, article, is_sure=fetched is not None)
    if known is not None:
        return Imported(known, is_new=False, changed=article)
    source = new_id(article, ids(tree) | _names(folder))
    entry = record(article, source, f"sources/{source}.txt", digest, retrieved)
    try:
        body = added(text, "sources", [entry])
    except BriefFileError as error:
        raise IngestError(f"cannot be written into {storage.BRIEF}: {error}") from None
    original = f"{storage.ORIGINALS}/{source}{suffix_of('' if fetched else name, data)}"
    files = {
        original: (None, data),
        f"sources/{source}.txt": (None, content),
        f"sources/{source}{storage.MAP}": (None, maps.as_json(article, original)),
        storage.BRIEF: (text.body.encode(), body.encode()),
    }
    write_together(folder, files)
    return Imported(source, True, None, tuple(maps.to_look_at(article)), maps.left_out_words(article))


def _brief_text(folder: Path) -> Text:
    text, findings = decode(storage.BRIEF, read_up_to(folder / storage.BRIEF, MAX_SOURCE_BYTES))
    if text is None:
        raise IngestError(f"cannot be written into {storage.BRIEF}: {findings[0].sentence}")
    return text


def _sources(brief: Any) -> list[Mapping[str, Any]]:
    """The sources that a brief has, as far as they have ids."""
    listed = brief.get("sources")
    return [each for each in listed if isinstance(each, dict) and isinstance(each.get("id"), str)] if isinstance(listed, list) else []


def _of_same_bytes(folder: Path, sources: list[Mapping[str, Any]], data: bytes) -> str | None:
    """The id of the source that was imported from the same bytes."""
    originals = {path.stem for path in _originals(folder) if path.stat().st_size == len(data) and path.read_bytes() == data}
    return next((str(each["id"]) for each in sources if each["id"] in originals), None)


def _of_same_address(folder: Path, sources: list[Mapping[str, Any]], article: Article, *, is_sure: bool) -> str | None:
    """The id of the source that is the same page at another time; what a saved page says of its address must fit its words, too."""
    for each in sources:
        if article.url and each.get("url") == article.url.value:
            path = folder / "sources" / f"{each['id']}.txt"
            lines = set(path.read_text("utf-8", "replace").split("\n")) if path.is_file() else set()
            if is_sure or len(lines & set(article.text.split("\n")) - {""}) > len(lines) / 4:
                return str(each["id"])
    return None


def _originals(folder: Path) -> list[Path]:
    return [path for path in sorted((folder / storage.ORIGINALS).glob("*")) if path.is_file()]


def _names(folder: Path) -> set[str]:
    """The names that files of sources have already: none is overwritten."""
    return {path.name.partition(".")[0] for path in (*_originals(folder), *(folder / "sources").glob("*")) if path.is_file()}


def write_together(folder: Path, files: Mapping[str, tuple[bytes | None, bytes]]) -> None:
    """Write files in the place of what was read of each (None: not there), brief.yml last.

    Where one cannot be written, or somebody has changed it since, all is as it was, and what others have saved stays.
    """
    with undisturbed(signal.SIGINT, signal.SIGTERM):
        _write(folder, files)


def _write(folder: Path, files: Mapping[str, tuple[bytes | None, bytes]]) -> None:
    written: list[str] = []
    try:
        for name, (before, content) in files.items():
            path = folder / name
            if not storage.is_inside(path.parent, folder):
                raise IngestError(f"would be written outside of the brief: {path.parent.name}/ is a link; make it a folder")
            if not replace_unchanged(path, before, content):
                raise IngestError(f"was not written: {name} has changed meanwhile; do it again")
            written.append(name)
    except BaseException:
        for name in written:
            before, content = files[name]
            put_back(folder / name, content, before)
        raise
