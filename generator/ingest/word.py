"""DOCX, part by part: the body with its boxes and tables, notes, and what is left out: heads, comments, hidden and struck-out words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.ingest.archives import Archive, beside
from generator.ingest.article import Article, Known, LeftOut, Origin, Piece, iso_day, known, told_by
from generator.ingest.runs import COMMENT, HEAD, Run, mark_of, numbered, pieces_of, rows_of, without
from generator.ingest.word_lists import Lists
from generator.ingest.word_runs import Runs, W, chosen, in_one_namespace, styles_of, tag

_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


def read(name: str, data: bytes) -> Article:
    """A Word document: its paragraphs, and its properties, which many templates fill in wrongly."""
    archive = Archive(data, "Word document")
    article = told_by(_Document(archive).pieces(), name)
    core = archive.tree("docProps/core.xml")
    properties = {} if core is None else {child.tag: child.text for child in core if child.text}
    day = iso_day(properties.get(f"{_TERMS}created"))
    return replace(
        article,
        title=known(properties.get(f"{_DUBLIN}title")) or article.title,
        authors=article.authors or tuple(filter(None, [known(properties.get(f"{_DUBLIN}creator"))])),
        published=article.published or (Known(day) if day else None),
    )


class _Document:
    """The parts of a document that hold words."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.main = self._related("", "officeDocument") or ["word/document.xml"]
        styles = self._root(self._related(self.main[0], "styles"))
        self.runs = Runs(styles_of(styles))
        self.lists = Lists(self._root(self._related(self.main[0], "numbering")), styles)
        self.numbers: dict[str, int] = {}
        self.initial: list[Run] = []

    def pieces(self) -> Iterator[Piece]:
        """All of the document: its body, the notes in the order of their marks, then what stands around it."""
        body = self._root(self.main)
        if body is None:
            raise self.archive.damaged()
        for child in body.iterfind(f"{W}body"):
            yield from self._blocks(child, self.main[0])
        yield from pieces_of(self.initial, Origin(self.main[0]))
        for kind in ("footnote", "endnote"):
            for part in self._related(self.main[0], f"{kind}s"):
                yield from self._notes(part, kind)
        for kind, why in (("header", HEAD), ("footer", HEAD), ("comments", COMMENT)):
            for part in self._related(self.main[0], kind):
                yield from without(self._blocks(self._root([part]), part), why)

    def _related(self, part: str, kind: str) -> list[str]:
        """The parts of a kind that a part names, in order."""
        folder, _, base = part.rpartition("/")
        root = self.archive.tree(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        found = [] if root is None else [each for each in root if (each.get("Type") or "").endswith(f"/{kind}")]
        names = [beside(part, each.get("Target") or "") for each in found if each.get("TargetMode") != "External"]
        return [name for name in names if name in self.archive.names]

    def _root(self, names: list[str]) -> Any:
        return in_one_namespace(self.archive.tree(names[0])) if names else None

    def _notes(self, part: str, kind: str) -> Iterator[Piece]:
        notes = {note.get(f"{W}id"): note for note in self._root([part]).iterfind(f"{W}{kind}")}
        cited = self.runs.notes[kind]
        ordinary = [name for name, note in notes.items() if note.get(f"{W}type") in (None, "normal")]
        # One to which nothing refers is there all the same.
        for name in (*cited, *(name for name in ordinary if name not in cited)):
            yield from self._note(notes.get(name, ()), part, kind, cited.setdefault(name, len(cited) + 1))

    def _note(self, note: Any, part: str, kind: str, number: int) -> Iterator[Piece]:
        self.runs.own_mark = mark_of(kind, number)[1:-1]
        yield from self._blocks(note, part)

    def _blocks(self, parent: Any, part: str) -> Iterator[Piece]:
        for child in parent:
            name = tag(child)
            if name == "p":
                yield from self._paragraph(child, part)
            elif name == "tbl":
                yield from self._table(child, part)
            elif name == "altChunk":
                yield LeftOut(Origin(part), "", "a document inside of the document", to_check=True)
            elif name.endswith("}AlternateContent"):
                yield from self._blocks(chosen(child), part)
            elif name not in ("sectPr", "sdtPr", "sdtEndPr"):
                yield from self._blocks(child, part)

    def _paragraph(self, paragraph: Any, part: str) -> Iterator[Piece]:
        """A paragraph, and after it the text boxes that hang on it."""
        self.numbers[part] = self.numbers.get(part, 0) + 1
        origin = Origin(part, number=self.numbers[part])
        outer, self.runs.boxes = self.runs.boxes, []
        runs = [*self.initial, *numbered(self.lists.mark(paragraph), self.runs.of_paragraph(paragraph))]
        self.initial = []
        if paragraph.find(f"{W}pPr/{W}framePr[@{W}dropCap]") is not None:
            self.initial = runs  # a large letter beside the paragraph that it begins
        else:
            yield from pieces_of(runs, origin)
        boxes, self.runs.boxes = self.runs.boxes, outer
        for box in boxes:
            yield from self._blocks(box, part)

    def _table(self, table: Any, part: str) -> Iterator[Piece]:
        return rows_of([[list(self._blocks(cell, part)) for cell in _inside(row, "tc")] for row in _inside(table, "tr")])


def _inside(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, through what may stand around them."""
    for child in parent:
        if tag(child) == name:
            yield child
        elif tag(child) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(child, name)
