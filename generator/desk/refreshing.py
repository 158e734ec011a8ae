"""Whether the pages that sources were taken from still say what they said: on request only; nothing is written without being told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.desk.line_kinds import carried, lines_of, own_text, segments_of
from generator.desk.source_files import SourceFiles, brief_data, cited_of
from generator.engine import storage
from generator.engine.atomic import read_if_there
from generator.engine.brief_edits import with_list
from generator.engine.brief_text import BriefFileError, read_brief
from generator.engine.confined import BrokenError, confined
from generator.engine.limits import LimitError, Limits
from generator.ingest import Article, Fetched, IngestError, fetch, ingest, maps, suffix_of
from generator.ingest.importing import write_together
from generator.text.differences import differences
from generator.text.matching import Source as Prepared
from generator.text.matching import matches
from generator.text.pins import pin
from generator.text.yamltree import Mapping as MappingNode
from generator.text.yamltree import Scalar
from generator.text.yamltree import Sequence as SequenceNode

LIMITS = Limits(seconds=3, megabytes=700)
_ANEW = "import it as a source of its own"


@dataclass(frozen=True)
class Gone:
    """Words that an item cites, and that do not stand in the page any more."""

    item: str
    words: str


@dataclass(frozen=True)
class Drift:
    """How a text differs from its page: the changes in words, how many cited words the page still has, and which not."""

    changes: tuple[str, ...]
    standing: int
    gone: tuple[Gone, ...]


@dataclass(frozen=True)
class Looked:
    """What a look at the address of a source brought.

    `fault` says why the page cannot be had, `archive` that the archived copy could be instead; `drift` is there where the text differs.
    `before` is what was read of the files that the page would be written into.
    """

    source: str
    url: str
    fault: str = ""
    archive: str = ""
    drift: Drift | None = None
    found: tuple[Fetched, Article] | None = None
    before: Mapping[Path, bytes | None] = field(default_factory=dict)

    @property
    def is_dead(self) -> bool:
        """Whether neither the page nor an archived copy of it can be had."""
        return bool(self.fault) and not self.archive

    @property
    def is_as_it_was(self) -> bool:
        return not self.is_dead and self.drift is None


def look_at(files: SourceFiles) -> Looked | None:
    """Fetch the page of a source, or where that fails its archived copy, and hold it against the text; None without an address."""
    url, archive = (_https(str(files.item.get(key) or "")) for key in ("url", "archive_url"))
    if not url:
        return None
    fault, before = "", {path: read_if_there(path) for path in (files.folder / storage.BRIEF, files.text_path_or_new, files.map_path)}
    for address in filter(None, (url, archive)):
        try:
            fetched = fetch(address)
            article = ingest(fetched.url, fetched.data, fetched.url)
            drift = drift_of(files, article)
        except IngestError as error:
            fault = fault or str(error)
            continue
        # An archive shows a page with a frame of its own: only what is cited can be missed in it.
        is_archive = address == archive and bool(fault)
        if is_archive and drift and not drift.gone:
            drift = None
        return Looked(files.id, url, fault, address if is_archive else "", drift, None if is_archive else (fetched, article), before)
    return Looked(files.id, url, fault)


def _https(url: str) -> str:
    """An address as it is fetched: nearly all pages that were once without encryption are there with it."""
    return re.sub(r"^http://", "https://", url, flags=re.IGNORECASE)


def drift_of(files: SourceFiles, article: Article) -> Drift | None:
    """How a source's text differs from what its page says now; None where only what stands around the article does, or nothing.

    IngestError where that takes too much to be found out: both may be a stranger's.
    """
    try:
        told = confined(LIMITS, compared, replace(files, folder=files.folder.absolute()), article)
    except LimitError as error:
        raise IngestError(f"{error} to be compared with its text; {_ANEW}") from None
    except BrokenError:
        raise IngestError(f"cannot be compared with its text; {_ANEW}") from None
    return Drift(tuple(told["changes"]), told["standing"], tuple(Gone(**each) for each in told["gone"])) if told else None


def take(files: SourceFiles, looked: Looked, day: date) -> None:
    """Put the page as it is on a day in the place of a source's text, original and map, and pin it; all of it or nothing.

    The kinds of its lines go with them. IngestError where brief.yml cannot say so, or somebody has changed a file since it was looked at.
    """
    if looked.found is None:
        return
    fetched, article = looked.found
    original = f"{storage.ORIGINALS}/{files.id}{suffix_of('', fetched.data)}"
    changes = {
        files.folder / original: fetched.data,
        files.text_path_or_new: article.text.encode(),
        files.map_path: maps.as_json(article, original),
        files.folder / storage.BRIEF: _renewed(files, article, day).encode(),
    }
    before = {files.folder / original: read_if_there(files.folder / original), **looked.before}
    write_together(files.folder, {path.relative_to(files.folder).as_posix(): (before.get(path), new) for path, new in changes.items()})


def _renewed(files: SourceFiles, article: Article, day: date) -> str:
    """brief.yml with the pin of a source's text, the day of its retrieval and the kinds of its lines."""
    text = brief_data(files.folder)[0]
    pinned = replace(text, body=_pinned(files, pin(article.text), day))
    lines = lines_of(files.text or "", files.item)
    segments = segments_of(carried(lines, article))
    if segments == segments_of(lines):
        return pinned.body
    if files.item not in (sources := list(brief_data(files.folder)[1]["sources"])):
        raise IngestError(f"was not written: {storage.BRIEF} has changed meanwhile; do it again")
    place = sources.index(files.item)
    try:
        return with_list(pinned, "sources", place, "segments", segments)
    except BriefFileError as error:
        raise IngestError(f"was not written: {error}") from None


def _pinned(files: SourceFiles, digest: str, day: date) -> str:
    """brief.yml with the SHA-256 and the day of retrieval of a source as they are now, where it has them."""
    text = brief_data(files.folder)[0]
    listed = read_brief(text).get("sources")
    body = text.body
    for scalar, value in sorted(_scalars(listed, files.id, {"sha256": digest, "retrieved": day.isoformat()}), key=_from_the_end):
        body = body[: scalar.span.start] + value + body[scalar.span.end :]
    return body


def _scalars(listed: object, source: str, values: dict[str, str]) -> Iterator[tuple[Scalar, str]]:
    for node in listed.items if isinstance(listed, SequenceNode) else ():
        name = node.get("id") if isinstance(node, MappingNode) else None
        if isinstance(node, MappingNode) and isinstance(name, Scalar) and name.value == source:
            for key, value in values.items():
                scalar = node.get(key)
                if isinstance(scalar, Scalar) and scalar.span.words.strip():
                    yield scalar, value


def _from_the_end(place: tuple[Scalar, str]) -> int:
    return -place[0].span.start


# In the process


def compared(files: SourceFiles, article: Article) -> dict[str, Any] | None:
    """A drift as data."""
    lines = lines_of(files.text or "", files.item)
    old, new = own_text(lines), own_text(carried(lines, article))
    if old == new:
        return None
    before, after = (Prepared(text, ((0, len(text)),)) for text in (old, new))
    cited = [each for each in cited_of(files.folder, files.id) if _stands(before, each.words, each.prefix, each.suffix)]
    gone = [{"item": each.item, "words": each.words} for each in cited if not _stands(after, each.words, each.prefix, each.suffix)]
    return {"changes": differences(old, new), "standing": len(cited) - len(gone), "gone": gone}


def _stands(source: Prepared, words: str, prefix: str, suffix: str) -> bool:
    return next(matches(source, words, prefix, suffix), None) is not None
