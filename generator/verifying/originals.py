"""Holding evidence against the source files themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from generator.text.pins import normal, pin
from generator.text.places import Text
from generator.verifying.checks import Check, check
from generator.verifying.forms import Evidence, Passage

LARGEST = 20_000_000  # bytes of a file that is looked at
MOST = 100_000  # files that are looked at


def with_sources(evidence: Evidence, folder: Path) -> Iterator[Check]:
    """The sources, found in a folder by their hash whatever their names: the words of each passage at its place."""
    wanted = {passage.source for passage in evidence.passages}
    cited = [source for source in evidence.sources if source.id in wanted]
    found = Originals(folder, {source.sha256 for source in cited})
    missing = (
        f"{source.id} ({source.file or source.title}): {found.missing(source.file)}" for source in cited if source.sha256 not in found.files
    )
    yield check("sources are there, as they were when they were cited", len(cited), missing)
    texts = {source.id: found.files[source.sha256] for source in cited if source.sha256 in found.files}
    here = [passage for passage in evidence.passages if passage.source in texts]
    if here:
        wrong = (problem for passage in here for problem in _misplaced(passage, texts[passage.source]))
        yield check("passages stand in their source, word for word, where the evidence says", len(here), wrong)


class Originals:
    """The files of a folder whose text has a hash which is wanted."""

    def __init__(self, folder: Path, wanted: set[str]) -> None:
        self.folder = folder
        self.files: dict[str, Text] = {}
        self.others: set[str] = set()
        for path in islice(sorted(folder.rglob("*")), MOST):
            if not wanted - set(self.files):
                break
            self._look_at(path, wanted)

    def _look_at(self, path: Path, wanted: set[str]) -> None:
        try:
            if not path.is_file() or path.stat().st_size > LARGEST:
                return
            content = path.read_bytes()
        except OSError:  # not ours to read
            return
        text = Text(path.name, normal(content.decode("utf-8", "replace")))
        digest = pin(text.body)
        if digest in wanted:
            self.files[digest] = text
        else:
            self.others.add(path.name)

    def missing(self, file: str = "") -> str:
        """What is said of a source that is not there."""
        name = PurePosixPath(file).name
        if name in self.others:
            return f"the file {name} in {self.folder} was changed since, or is another one"
        return f"no file in {self.folder} is the one that was cited (by the SHA-256 of its text, whatever its name)"


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
