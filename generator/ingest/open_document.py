"""ODT (OpenDocument 1.3): the body with its boxes and tables, notes, and what is left out, as in Word documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.ingest.archives import Archive
from generator.ingest.article import Article, IngestError, Known, LeftOut, Origin, Paragraph, Piece, iso_day, known, told_by
from generator.ingest.open_lists import Lists
from generator.ingest.open_runs import Runs, elements, styles_of, tag, value, words_in
from generator.ingest.runs import HEAD, HIDDEN, numbered, pieces_of, rows_of, without

_CONTENT, _STYLES = "content.xml", "styles.xml"
_HEADS = [f"style:{kind}{pages}" for kind in ("header", "footer") for pages in ("", "-left", "-first")]
_UNSEEN = ("text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls", "text:user-field-decls")


def read(name: str, data: bytes) -> Article:
    """An OpenDocument text: its paragraphs, and its properties."""
    archive = Archive(data, "OpenDocument text")
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise IngestError("is encrypted; save it without a password")
    article = told_by(_Document(archive).pieces(), name)
    meta = archive.tree("meta.xml")
    found = {} if meta is None else {str(each.tag).rpartition("}")[2]: each.text for each in meta.iter("*") if each.text}
    day = iso_day(found.get("creation-date") or found.get("date"))
    return replace(
        article,
        title=known(found.get("title")) or article.title,
        authors=article.authors or tuple(filter(None, [known(found.get("initial-creator") or found.get("creator"))])),
        published=article.published or (Known(day) if day else None),
    )


class _Document:
    """The parts of a document that hold words."""

    def __init__(self, archive: Archive) -> None:
        self.root, self.styled = archive.tree(_CONTENT), archive.tree(_STYLES)
        if self.root is None:
            raise archive.damaged()
        self.runs = Runs(styles_of(self.styled, self.root), dict(_deletions(self.root)))
        self.lists = Lists(self.styled, self.root)
        self.numbers: dict[str, int] = {}

    def pieces(self) -> Iterator[Piece]:
        """All of the document: its body, the notes in the order of their marks, then the heads of its pages."""
        for body in elements(self.root, "office:text"):
            yield from self._blocks(body, _CONTENT)
        done = 0
        while done < len(self.runs.notes):  # a note may have notes
            mark, note = self.runs.notes[done]
            done += 1
            for piece in self._blocks(note, _CONTENT):
                yield replace(piece, text=f"{mark} {piece.text}") if mark and isinstance(piece, Paragraph) else piece
                mark = ""
        for part in elements(self.styled, *_HEADS):
            yield from without(self._blocks(part, _STYLES), HEAD)

    def _blocks(self, parent: Any, part: str) -> Iterator[Piece]:
        for child in parent.iterchildren("*"):
            name = tag(child)
            if name in ("text:p", "text:h"):
                yield from self._paragraph(child, part)
            elif name == "table:table":
                yield from rows_of([[list(self._blocks(cell, part)) for cell in row.iterchildren("*")] for row in _rows(child)])
            elif name == "text:section" and value(child, "text:display") == "none":
                yield LeftOut(Origin(part), words_in(child), HIDDEN, to_check=True)
            elif name not in _UNSEEN:
                yield from self._blocks(child, part)

    def _paragraph(self, paragraph: Any, part: str) -> Iterator[Piece]:
        """A paragraph, and after it the text boxes that hang on it."""
        self.numbers[part] = self.numbers.get(part, 0) + 1
        origin = Origin(part, number=self.numbers[part])
        outer, self.runs.boxes = self.runs.boxes, []
        yield from pieces_of(numbered(self.lists.mark(paragraph), self.runs.of_paragraph(paragraph)), origin)
        boxes, self.runs.boxes = self.runs.boxes, outer
        for box in boxes:
            yield from self._blocks(box, part)


def _rows(parent: Any) -> Iterator[Any]:
    """The rows of a table, through what may stand around them."""
    for child in parent.iterchildren("*"):
        if tag(child) == "table:table-row":
            yield child
        elif tag(child).startswith("table:table-") and tag(child) != "table:table-cell":
            yield from _rows(child)


def _deletions(root: Any) -> Iterator[tuple[str, str]]:
    """The words that unaccepted changes delete, by the ids of the changes."""
    for region in elements(root, "text:changed-region"):
        name = value(region, "text:id") or str(region.get("{http://www.w3.org/XML/1998/namespace}id"))
        for part in region:
            if tag(part) == "text:deletion":
                yield name, " ".join(words_in(each) for each in part if tag(each) in ("text:p", "text:h", "text:list", "table:table"))
