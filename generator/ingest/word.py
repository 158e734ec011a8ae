"""DOCX, read by mammoth; an archive that unpacks to far more than it should is not opened."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import mammoth  # type: ignore[import-untyped]
from lxml import etree  # type: ignore[import-untyped]
from mammoth import documents

from generator.ingest.article import Article, IngestError, Known, Paragraph, iso_day, known, told_by

_MAX_UNPACKED = 100_000_000
_MAX_PART = 30_000_000
_MAX_ENTRIES = 5_000
_MAX_TAGS = 600_000  # of one part: they take some 300 MB, and ten seconds
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


def read(name: str, data: bytes) -> Article:
    """A Word document: its paragraphs, and its properties, which many templates fill in wrongly."""
    core = _checked(data)
    try:
        blocks = _words(mammoth.docx.read(io.BytesIO(data)).value).split("\n\n")
    except Exception as error:  # mammoth raises whatever a broken document makes it raise
        raise IngestError(f"is a damaged Word document ({type(error).__name__}); open it, and save it again") from None
    article = told_by(map(Paragraph, blocks), name)
    creator = core.get(f"{_DUBLIN}creator")
    day = iso_day(core.get(f"{_TERMS}created"))
    return replace(
        article,
        title=known(core.get(f"{_DUBLIN}title")) or article.title,
        authors=article.authors or tuple(filter(None, [known(creator)])),
        published=article.published or (Known(day) if day else None),
    )


def _words(element: Any) -> str:
    """The words of a document's element: a break in a line parts words, as a tab does."""
    if isinstance(element, documents.Text):
        return str(element.value)
    if isinstance(element, (documents.Tab, documents.Break)):
        return "\t" if isinstance(element, documents.Tab) else "\n"
    words = "".join(map(_words, getattr(element, "children", ())))
    return f"{words}\n\n" if isinstance(element, documents.Paragraph) else words


def _checked(data: bytes) -> dict[str, str]:
    """The properties of a document that is safe to unpack."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & 1 for entry in entries):
                raise IngestError("is encrypted; save it without a password")
            too_much = sum(entry.file_size for entry in entries) > _MAX_UNPACKED or len(entries) > _MAX_ENTRIES
            if too_much or any(entry.file_size > _MAX_PART for entry in entries if entry.filename.endswith((".xml", ".rels"))):
                raise IngestError("unpacks to far more than a text needs; save the text alone, and import that")
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")) and re.search(rb"<!(?:DOCTYPE|ENTITY)", _start(archive, entry)):
                    raise IngestError("declares entities, which no Word document does; open it, and save it again")
            core = archive.read("docProps/core.xml") if "docProps/core.xml" in archive.namelist() else b""
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        if isinstance(error, IngestError):
            raise
        raise IngestError("is a damaged Word document; open it, and save it again") from None
    return _properties(core)


def _start(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The start of a part, read through to its end: an entry may hold more than it says."""
    with archive.open(entry) as part:
        start = part.read(4096)
        size, tags = len(start), start.count(b"<")
        while chunk := part.read(1_000_000):
            size, tags = size + len(chunk), tags + chunk.count(b"<")
            if size > _MAX_PART or tags > _MAX_TAGS:
                raise IngestError("unpacks to far more than a text needs; save the text alone, and import that")
    return start


def _properties(core: bytes) -> dict[str, str]:
    try:
        root = etree.fromstring(core, _PARSER) if core else None
    except etree.XMLSyntaxError:
        root = None
    return {} if root is None else {child.tag: child.text for child in root if isinstance(child.tag, str) and child.text}
