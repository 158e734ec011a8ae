"""Holding evidence against the source files themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from generator.text import Text
from generator.verifying.agreement import Check, check
from generator.verifying.forms import Evidence, Passage

LARGEST = 20_000_000  # bytes of a file that is looked at
MOST = 100_000  # files that are looked at


def with_sources(evidence: Evidence, folder: Path) -> Iterator[Check]:
    """The sources, found in a folder by their hash whatever their names: the words of each passage at its place."""
    wanted = {passage.source for passage in evidence.passages}
    cited = [source for source in evidence.sources if source.id in wanted]
    files = by_digest(folder, {source.sha256 for source in cited})
    missing = (
        f"{source.id} ({source.file or source.title}): no file in {folder} has its sha256" for source in cited if source.sha256 not in files
    )
    yield check("sources are there, with the sha256 that the evidence names", len(cited), missing)
    texts = {source.id: files[source.sha256] for source in cited if source.sha256 in files}
    here = [passage for passage in evidence.passages if passage.source in texts]
    wrong = (problem for passage in here for problem in _misplaced(passage, texts[passage.source]))
    yield check("passages stand in their source, word for word, where the evidence says", len(here), wrong)


def by_digest(folder: Path, wanted: set[str]) -> dict[str, Text]:
    """The files of a folder that have a hash which is wanted, by it."""
    found: dict[str, Text] = {}
    for number, path in enumerate(sorted(folder.rglob("*"))):
        if number > MOST or not wanted - set(found):
            break
        if path.is_file() and path.stat().st_size <= LARGEST:
            content = path.read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            if digest in wanted:
                found[digest] = Text(path.name, content.decode("utf-8", "replace"))
    return found


def _misplaced(passage: Passage, text: Text) -> Iterator[str]:
    for piece in passage.pieces:
        words = text.body[piece.start : piece.end]
        if hashlib.sha256(words.encode("utf-8", "replace")).hexdigest() != piece.sha256 or (
            piece.exact is not None and words != piece.exact
        ):
            yield f"passage {passage.number} ({passage.item}): other words stand at its place in the source {passage.source}"
            return
    first, last = passage.pieces[0], passage.pieces[-1]
    if text.line_column(min(first.start, len(text.body))) != (passage.line, passage.column):
        yield f"passage {passage.number} ({passage.item}): does not stand in line {passage.line}, column {passage.column}"
    before, after = " ".join(text.body[: first.start].split()), " ".join(text.body[last.end :].split())
    if not before.endswith(passage.prefix) or not after.startswith(passage.suffix):
        yield f"passage {passage.number} ({passage.item}): other words stand around it in the source {passage.source}"
