"""What an installed Tesseract reads in pictures, those of a PDF's pages too: it is read by machine, and every paragraph says so."""

from __future__ import annotations

import base64
import csv
import io
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from generator.engine.confined import BrokenError, confined
from generator.engine.limits import LimitError, Limits, paused
from generator.ingest import pdf_pictures
from generator.ingest.article import IngestError, LeftOut, Origin, Paragraph, Piece
from generator.ingest.hyphens import LineEnds, is_broken

BY_MACHINE = "read by text recognition: compare it with the picture"
NO_READER = "a picture of a page; install Tesseract to have it read"
UNDRAWN = "a picture of a page, not read since it or one before it takes too long to draw"
NOTHING_READS_IT = "is a picture, which Tesseract reads, and it is not installed (`briefs doctor` says how); or copy its words into a file"
MOST_PAGES = 50
_DOTS, _SECONDS = 300, 60
_LIMITS = Limits(seconds=7, megabytes=700)
_NO_LANGUAGES = ("osd", "equ", "snum")
_MOST_LANGUAGES = 4  # each makes it slower, and less sure of the others
_SURE = 60  # of a hundred


def drawn_pages(data: bytes, dots: int, form: str, pages: Sequence[int]) -> list[dict[str, Any]]:
    """Pictures of pages as `pdf_pictures` tells them, drawn in a process that may not use much; none where that fails."""
    try:
        found: list[dict[str, Any]] = confined(_LIMITS, pdf_pictures.pictures, data, dots, form, list(pages))
    except (LimitError, BrokenError):
        return []
    return found


def recognised(data: bytes, pages: Sequence[int]) -> list[Piece]:
    """What stands on scanned pages; where nothing can read them, that they are there."""
    reader = shutil.which("tesseract")
    if reader is None:
        return [LeftOut(Origin(page=page), "", NO_READER, to_check=True) for page in pages]
    if len(pages) > MOST_PAGES:
        raise IngestError(f"has more than {MOST_PAGES} scanned pages; save the pages that you need as a PDF of their own")
    languages = _languages(reader)
    found: list[Piece] = []
    for page in pages:
        drawn = drawn_pages(data, _DOTS, "png", [page])
        if not drawn:  # neither will others of the same make, and each takes its time
            return [*found, *(LeftOut(Origin(page=each), "", UNDRAWN, to_check=True) for each in pages if each >= page)]
        found += _page(reader, languages, page, drawn)
    return found


def recognised_in(drawn: dict[str, Any]) -> list[Piece]:
    """What stands in one picture, which counts as page 1; IngestError where nothing can read it. `drawn` is as in `drawn_pages`, a PNG."""
    reader = shutil.which("tesseract")
    if reader is None:
        raise IngestError(NOTHING_READS_IT)
    return list(_page(reader, _languages(reader), 1, [drawn]))


def _languages(reader: str) -> list[str]:
    """The languages that are installed, English first."""
    listed = _run([reader, "--list-langs"], b"").decode("utf-8", "replace").split("\n")[1:]
    known = [name.strip() for name in listed if name.strip() and not name.strip().startswith(_NO_LANGUAGES)]
    return sorted(known, key=lambda name: name != "eng")[:_MOST_LANGUAGES]


def _page(reader: str, languages: Sequence[str], page: int, drawn: Sequence[dict[str, Any]]) -> Iterator[Piece]:
    call = [reader, "stdin", "stdout", *(["-l", "+".join(languages)] if languages else []), "--psm", "3", "tsv"]
    told = _run(call, base64.b64decode(drawn[0]["data"]))
    rows = list(csv.DictReader(io.StringIO(told.decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE))
    width = next((int(row["width"]) for row in rows if row["level"] == "1"), 0)
    words = [row for row in rows if row["level"] == "5" and row["text"].strip()]
    if not words:
        yield LeftOut(Origin(page=page), "", "a picture of a page in which no words were found", to_check=True)
        return
    scale, height = drawn[0]["width"] / max(1, width), drawn[0]["height"]
    lines = [[row["text"] for row in line] for _, line in groupby(words, lambda row: (row["block_num"], row["par_num"], row["line_num"]))]
    joiner = LineEnds([" ".join(line) for line in lines], languages[0][:2] if languages else None)
    paragraphs: list[list[dict[str, str]]] = []
    for _, group in groupby(words, lambda row: (row["block_num"], row["par_num"])):
        paragraph = list(group)
        if paragraphs and is_broken(paragraphs[-1][-1]["text"], paragraph[0]["text"]):
            paragraphs[-1] += paragraph
        else:
            paragraphs.append(paragraph)
    yield from (_paragraph(paragraph, joiner, page, scale, height) for paragraph in paragraphs)


def _paragraph(words: list[dict[str, str]], joiner: LineEnds, page: int, scale: float, height: float) -> Paragraph:
    lines = groupby(words, lambda row: (row["par_num"], row["line_num"]))
    text, kept = joiner.joined(" ".join(row["text"] for row in line) for _, line in lines)
    checks = [BY_MACHINE, *kept]
    checks += [f"read by machine, and not sure: “{row['text']}”" for row in words if float(row["conf"]) < _SURE]
    left, top = min(int(row["left"]) for row in words), min(int(row["top"]) for row in words)
    right = max(int(row["left"]) + int(row["width"]) for row in words)
    bottom = max(int(row["top"]) + int(row["height"]) for row in words)
    box = (round(left * scale, 1), round(height - bottom * scale, 1), round(right * scale, 1), round(height - top * scale, 1))
    return Paragraph(text, Origin(page=page, box=box), tuple(dict.fromkeys(checks)))


def _run(call: list[str], data: bytes) -> bytes:
    """What Tesseract says; IngestError where it fails."""
    try:
        with paused():
            done = subprocess.run(  # noqa: S603 - the Tesseract that is installed here
                call, input=data, capture_output=True, timeout=_SECONDS, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}
            )
    except subprocess.TimeoutExpired:
        raise IngestError(f"has a page that Tesseract needs more than {_SECONDS} seconds for; save the pages that you need") from None
    except (subprocess.CalledProcessError, OSError) as error:
        words = (getattr(error, "stderr", b"") or b"").decode("utf-8", "replace").strip().split("\n")[-1]
        raise IngestError(f"cannot be read by Tesseract ({words or 'it fails'}); `briefs doctor` says what it has") from None
    return done.stdout
