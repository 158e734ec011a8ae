"""Original and text side by side: one page that needs nothing else, runs nothing and asks nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.desk.source_files import SourceFiles, source_of
from generator.engine import storage
from generator.engine.atomic import read_all, write_atomically
from generator.errors import PublicationError
from generator.ingest import MAX_BYTES, IngestError, format_of, ingest
from generator.ingest.article import LeftOut, Origin, Piece
from generator.ingest.facsimile import facsimile
from generator.ingest.maps import pieces_in
from generator.pages.renderer import Renderer
from generator.text.differences import differences

_SHOWN = {"html": ", without its scripts, pictures and links", "pdf": ", page by page", "png": "", "jpeg": ""}


@dataclass(frozen=True)
class Row:
    """A line of the text, or what was left out there: `number` leads to its place in the original."""

    number: int
    line: int | None
    words: str
    why: str = ""
    checks: tuple[str, ...] = ()


def write_comparison(folder: Path, source: str, target: Path) -> None:
    """Write the page for a source of a brief; PublicationError where there is nothing to compare."""
    write_atomically(target, comparison(source_of(folder, source)).encode())


def comparison(files: SourceFiles) -> str:
    """The page that shows the original of a source beside its text."""
    path, text = files.original, files.text
    if path is None:
        raise PublicationError(f"{files.id}: has no original in {storage.ORIGINALS}/ to compare its text with; import it")
    if text is None:
        raise PublicationError(f"{files.id}: has no text that can be read; `briefs check {files.folder.name}` says why")
    data = read_all(path, MAX_BYTES)
    try:
        pieces, read, changes = _pieces(files, path, data, text)
        form = format_of(path.name, data).name
    except IngestError as error:
        raise PublicationError(f"{path.name}: {error}") from None
    renderer = Renderer(storage.read_templates((storage.templates_folder(),)))
    return renderer.text(
        "compare.html.j2",
        title=str(files.item.get("title") or files.id),
        language=str(files.item.get("language") or ""),
        original=path.name,
        shown=_SHOWN.get(form, ", piece by piece as it was read"),
        facsimile=facsimile(form, data, pieces),
        rows=_rows(pieces, read),
        changes=changes,
        is_known=any(piece.origin != Origin() for piece in pieces),
        left_out=sum(isinstance(piece, LeftOut) for piece in pieces),
    )


def _pieces(files: SourceFiles, path: Path, data: bytes, text: str) -> tuple[tuple[Piece, ...], str, list[str]]:
    """What the map tells of the text; without one that fits, what is read of the original now, and how the text differs from it."""
    kept = pieces_in(files.map_path.read_bytes(), text) if files.map_path.is_file() else None
    if kept is not None:
        return kept, text, []
    article = ingest(path.name, data)
    return article.pieces, article.text, differences(article.text, text)


def _rows(pieces: Sequence[Piece], text: str) -> list[Row]:
    """The pieces with the numbers of their lines in a text."""
    rows: list[Row] = []
    lines = enumerate(text.split("\n"), 1)
    for number, piece in enumerate(pieces):
        if isinstance(piece, LeftOut):
            rows.append(Row(number, None, piece.words, piece.why))
        elif piece.text:
            line = next((at for at, words in lines if words == piece.text), None)
            rows.append(Row(number, line, piece.text, piece.furniture, piece.checks))
    return rows
