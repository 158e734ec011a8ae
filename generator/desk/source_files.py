"""The files of a source: its item in brief.yml, its text, its original and the map between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.desk.scaffold import is_slug
from generator.engine import storage
from generator.engine.atomic import read_up_to
from generator.engine.brief_text import BriefFileError, read_brief
from generator.errors import PublicationError
from generator.parsing.yaml_file import MAX_SOURCE_BYTES, decode, plain_data
from generator.text.pins import normal
from generator.text.places import Text


@dataclass(frozen=True)
class SourceFiles:
    """A source as it lies in a brief's folder; `item` is what brief.yml says of it."""

    folder: Path
    item: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.item["id"])

    @property
    def text_path(self) -> Path | None:
        """Where its text is: brief.yml may name it from the brief's folder or from `sources/`."""
        written = str(self.item.get("file") or "")
        paths = (self.folder / written, self.folder / "sources" / written)
        return next((path for path in paths if written and path.is_file() and storage.is_inside(path, self.folder)), None)

    @property
    def text_path_or_new(self) -> Path:
        """Where its text is, or where it comes to."""
        return self.text_path or self.folder / "sources" / f"{self.id}.txt"

    @property
    def text(self) -> str | None:
        """Its text, with line feeds for line ends; None where there is none that can be read."""
        path = self.text_path
        text = decode(path.name, read_up_to(path, MAX_SOURCE_BYTES))[0] if path else None
        return normal(text.body) if text else None

    @property
    def original(self) -> Path | None:
        """The file that it was imported from."""
        found = sorted((self.folder / storage.ORIGINALS).glob(f"{self.id}.*"))
        return next((path for path in found if path.stem == self.id and storage.is_inside(path, self.folder)), None)

    @property
    def map_path(self) -> Path:
        return self.folder / "sources" / f"{self.id}{storage.MAP}"


def brief_data(folder: Path) -> tuple[Text, Mapping[str, Any]]:
    """The text of a brief.yml and what it holds, as far as it can be read; PublicationError where it cannot."""
    path = folder / storage.BRIEF
    text, findings = decode(str(path), read_up_to(path, MAX_SOURCE_BYTES))
    if text is None:
        raise PublicationError(f"{path}: {findings[0].sentence}")
    try:
        return text, plain_data(read_brief(text))
    except BriefFileError as error:
        raise PublicationError(f"{path}: {error}") from None


def sources_of(folder: Path) -> list[SourceFiles]:
    """The sources of a brief that have an id."""
    listed = brief_data(folder)[1].get("sources")
    found = listed if isinstance(listed, list) else []
    return [SourceFiles(folder, each) for each in found if isinstance(each, dict) and is_slug(str(each.get("id")))]


def source_of(folder: Path, source: str) -> SourceFiles:
    """One of them; PublicationError where there is none."""
    found = sources_of(folder)
    for each in found:
        if each.id == source:
            return each
    raise PublicationError(f"{folder.name}: has no source `{source}`; it has: {', '.join(each.id for each in found) or 'none'}")


@dataclass(frozen=True)
class CitedWords:
    """Words that an item cites of a source."""

    item: str
    words: str
    prefix: str
    suffix: str


def cited_of(folder: Path, source: str) -> Iterator[CitedWords]:
    """All words that a brief cites of a source, in the order of the file."""
    for key, listed in brief_data(folder)[1].items():
        for number, item in enumerate(listed if isinstance(listed, list) and key != "sources" else ()):
            name = f"{key.removesuffix('s')}:{item.get('id') or number + 1}" if isinstance(item, dict) else ""
            for words, cited in _citations(item):
                if str(cited.get("source")) == source and isinstance(words, str):
                    yield CitedWords(name, words, str(cited.get("prefix") or ""), str(cited.get("suffix") or ""))


def _citations(item: object) -> Iterator[tuple[object, Mapping[str, Any]]]:
    """A quote's own words, and the passages of evidence of any item."""
    if isinstance(item, dict):
        if "source" in item and "text" in item:
            yield item["text"], item
            original = item.get("original")
            yield (original.get("text") if isinstance(original, dict) else None), item
        evidence = item.get("evidence")
        for passage in evidence if isinstance(evidence, list) else ():
            if isinstance(passage, dict):
                yield passage.get("quote"), passage
