"""One file into a brief's folder: the original, its text, and the item in brief.yml; all of it or nothing.

The same bytes, the same text or the same address a second time change nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from generator.engine import storage
from generator.engine.atomic import write_atomically
from generator.engine.brief_file import BriefFileError, added, read_brief
from generator.ingest.any_format import ingest
from generator.ingest.article import IngestError
from generator.ingest.fetching import Fetched
from generator.ingest.formats import format_of
from generator.ingest.records import ids, new_id, record
from generator.parsing.yaml_file import decode, plain_data
from generator.text.pins import pin
from generator.text.places import Text

_SUFFIXES = {"html": ".html", "docx": ".docx", "pdf": ".pdf"}


@dataclass(frozen=True)
class Imported:
    """What came of a file: the id of its source, and whether it is new."""

    source: str
    is_new: bool


def import_file(folder: Path, name: str, data: bytes, fetched: Fetched | None = None, retrieved: date | None = None) -> Imported:
    """Bring a file into a brief's folder; IngestError where it cannot be."""
    text = _brief_text(folder)
    try:
        tree = read_brief(text)
    except BriefFileError as error:
        raise IngestError(f"cannot be written into {storage.BRIEF}: {error}") from None
    sources = _sources(plain_data(tree))
    known = _known(folder, sources, data, fetched)
    if known is None:
        article = ingest(name, data, fetched.url if fetched else None)
        content = article.text.encode()
        digest = pin(article.text)
        known = next((each["id"] for each in sources if str(each.get("sha256")).lower() == digest), None)
    if known is not None:
        return Imported(known, is_new=False)
    source = new_id(article, ids(tree) | _names(folder))
    entry = record(article, source, f"sources/{source}.txt", digest, retrieved)
    try:
        body = added(text, "sources", [entry])
    except BriefFileError as error:
        raise IngestError(f"cannot be written into {storage.BRIEF}: {error}") from None
    suffix = _SUFFIXES.get(format_of("" if fetched else name, data)) or PurePosixPath(name).suffix.lower() or ".txt"
    _write(
        folder,
        {f"{storage.ORIGINALS}/{source}{suffix}": data, f"sources/{source}.txt": content, storage.BRIEF: body.encode()},
        text.body.encode(),
    )
    return Imported(source, is_new=True)


def _brief_text(folder: Path) -> Text:
    text, findings = decode(storage.BRIEF, (folder / storage.BRIEF).read_bytes())
    if text is None:
        raise IngestError(f"cannot be written into {storage.BRIEF}: {findings[0].sentence}")
    return text


def _sources(brief: Any) -> list[Mapping[str, Any]]:
    """The sources that a brief has, as far as they have ids."""
    listed = brief.get("sources")
    return [each for each in listed if isinstance(each, dict) and isinstance(each.get("id"), str)] if isinstance(listed, list) else []


def _known(folder: Path, sources: list[Mapping[str, Any]], data: bytes, fetched: Fetched | None) -> str | None:
    """The id of the source that was imported from the same bytes, or from the same address."""
    originals = {path.stem for path in _originals(folder) if path.stat().st_size == len(data) and path.read_bytes() == data}
    for each in sources:
        if each["id"] in originals or (fetched and each.get("url") == fetched.url):
            return str(each["id"])
    return None


def _originals(folder: Path) -> list[Path]:
    return [path for path in sorted((folder / storage.ORIGINALS).glob("*")) if path.is_file()]


def _names(folder: Path) -> set[str]:
    """The names that files of sources have already: none is overwritten."""
    return {path.stem for path in (*_originals(folder), *(folder / "sources").glob("*")) if path.is_file()}


def _write(folder: Path, files: Mapping[str, bytes], expected: bytes) -> None:
    """Write files, brief.yml last; where one cannot be written, or somebody has changed brief.yml, none is there."""
    written: list[Path] = []
    try:
        for name, content in files.items():
            path = folder / name
            if not storage.is_inside(path.parent, folder):
                raise IngestError(f"would be written outside of the brief: {path.parent.name}/ is a link; make it a folder")
            if name == storage.BRIEF and path.read_bytes() != expected:
                raise IngestError(f"was not written: {storage.BRIEF} has changed meanwhile; import it again")
            write_atomically(path, content)
            if name != storage.BRIEF:
                written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
