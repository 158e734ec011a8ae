"""What a file is, by its bytes; a name that says something else is an error, not a hint."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath

from generator.ingest.article import IngestError

FORMATS = {"html": "a web page", "docx": "a Word document", "pdf": "a PDF", "text": "plain text"}
MAX_BYTES = 50_000_000
_BY_NAME = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx", ".pdf": "pdf", ".txt": "text", ".text": "text", ".md": "text",
    ".markdown": "text",
}  # fmt: skip
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FRAGMENT = re.compile(rb"\s*<(?:article|main|div|section|p|h1|meta|title)\b[^>]*>", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# Files that come by mistake, and what to do about them.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is in the old Office format, or encrypted", "save it as DOCX, without a password"),
    (b"{\\rtf", "is RTF", "save it as DOCX or as plain text"),
    (b"\x89PNG", "is a picture", "run text recognition on it, and import the text"),
    (b"\xff\xd8\xff", "is a picture", "run text recognition on it, and import the text"),
    (b"GIF8", "is a picture", "run text recognition on it, and import the text"),
    (b"From: <Saved by", "is a web archive (MHTML)", "save the page as a web page, and import that"),
    (b"bplist00", "is a web archive", "save the page as a web page, and import that"),
    (b"\x1f\x8b", "is packed (gzip)", "unpack it, and import what is in it"),
)


def format_of(name: str, data: bytes) -> str:
    """The format of a file, a key of `FORMATS`."""
    if not data.strip():
        raise IngestError("is empty; there is nothing to import")
    if len(data) > MAX_BYTES:
        raise IngestError(f"has more than {MAX_BYTES // 10**6} MB; import the part that you need")
    for magic, wrong, mend in _OTHERS:
        if data.startswith(magic):
            raise IngestError(f"{wrong}; {mend}")
    suffix = PurePosixPath(name).suffix.lower()
    found = _sniffed(data, _BY_NAME.get(suffix))
    named = _BY_NAME.get(suffix)
    if named and named != found:
        raise IngestError(f"is named `{suffix}`, and holds {FORMATS[found]}; look at what it is, and give it the right ending")
    return found


def _sniffed(data: bytes, named: str | None) -> str:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _in_archive(data)
    start = data[:4096].removeprefix(_MARKS[0])
    if data.startswith(_MARKS[1:]):
        start = start.replace(b"\0", b"")[2:]
    if _HTML.match(start) or (named == "html" and (_FRAGMENT.match(start) or b"</" in start)):
        return "html"
    return "text"


def _in_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise IngestError("is a damaged archive; download or save it again") from None
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    raise IngestError("is an archive, and no Word document; unpack it, and import what is in it")
