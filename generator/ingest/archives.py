"""ZIP archives that office programs and e-books are: none is opened that unpacks to far more than a text needs."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from generator.ingest.article import IngestError
from generator.ingest.formats import DAMAGED

_MAX_UNPACKED = 100_000_000
_MAX_PART = 30_000_000
_MAX_TAGS = 600_000  # of all parts: in one they take some 300 MB, and ten seconds
_MARKUP = (".xml", ".rels", ".opf", ".xhtml", ".html", ".htm", ".ncx")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)
_TOO_MUCH = "unpacks to far more than a text needs; save the text alone, and import that"


class Archive:
    """The parts of an archive that is safe to unpack; `what` it is: `Word document`."""

    def __init__(self, data: bytes, what: str) -> None:
        self.what = what
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._check()
        except IngestError:
            raise
        except DAMAGED:
            raise self.damaged() from None
        self.names = frozenset(self._zip.namelist())

    def damaged(self) -> IngestError:
        """The error for what cannot be read."""
        return IngestError(f"is a damaged {self.what}; open it, and save it again")

    def read(self, name: str) -> bytes:
        """A part; empty where there is none."""
        try:
            return self._zip.read(name) if name in self.names else b""
        except DAMAGED:
            raise self.damaged() from None

    def tree(self, name: str) -> Any:
        """The root element of a part; None where there is none."""
        data = self.read(name)
        try:
            return etree.fromstring(data, _PARSER) if data else None
        except (etree.XMLSyntaxError, ValueError) as error:
            if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
                raise MemoryError from None
            raise self.damaged() from None

    def _check(self) -> None:
        entries = self._zip.infolist()
        if any(entry.flag_bits & 1 for entry in entries):
            raise IngestError("is encrypted; save it without a password")
        markup = [entry for entry in entries if entry.filename.lower().endswith(_MARKUP)]
        if sum(entry.file_size for entry in entries) > _MAX_UNPACKED or any(entry.file_size > _MAX_PART for entry in markup):
            raise IngestError(_TOO_MUCH)
        tags = 0
        for entry in markup:
            start, found = self._start(entry)
            tags += found
            if tags > _MAX_TAGS:
                raise IngestError(_TOO_MUCH)
            if re.search(rb"<!ENTITY", start):
                raise IngestError(f"declares entities, which no {self.what} needs; open it, and save it again")

    def _start(self, entry: zipfile.ZipInfo) -> tuple[bytes, int]:
        """The start of a part, and how many tags are in it; read through to its end, for an entry may hold more than it says."""
        with self._zip.open(entry) as part:
            start = part.read(4096)
            size, tags = len(start), start.count(b"<")
            while chunk := part.read(1_000_000):
                size, tags = size + len(chunk), tags + chunk.count(b"<")
                if size > _MAX_PART or tags > _MAX_TAGS:
                    raise IngestError(_TOO_MUCH)
        return start, tags


def beside(name: str, target: str) -> str:
    """The name of a part that another one names, by its path from there or from the root."""
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(name), target))
