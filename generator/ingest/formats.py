"""What a file is, by its bytes; a name that says something else is an error, not a hint. One row a format, one module to read it."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.ingest.article import IngestError

MAX_BYTES = 50_000_000
_MAX_ENTRIES = 5_000  # of an archive
_ENTRY = b"PK\x01\x02"
# What zipfile raises for a damaged archive: its own errors, and those of what it unpacks with.
DAMAGED = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error,
    EOFError, OSError, OverflowError, RuntimeError, ValueError,
)  # fmt: skip


@dataclass(frozen=True)
class Format:
    """A format: its name, what it is in words, the module that reads it, the endings of its files, what to do where it has no text."""

    name: str
    words: str
    module: str
    suffixes: tuple[str, ...]
    no_text: str = "look at what it is"


_NO_WORDS = "a script may put it there: copy the text into a file, and import that"
_A_PICTURE = "if it shows words, save it larger and sharper, or copy them into a file, and import that"
_A_SCAN = "it may be a scan: install Tesseract, or run text recognition on it, and import the result"
_TABLE = (
    Format("html", "a web page", "web_page", (".html", ".htm", ".xhtml"), _NO_WORDS),
    Format("pdf", "a PDF", "pdf_pages", (".pdf",), _A_SCAN),
    Format("png", "a PNG picture", "picture", (".png",), _A_PICTURE),
    Format("jpeg", "a JPEG picture", "picture", (".jpg", ".jpeg"), _A_PICTURE),
    Format("docx", "a Word document", "word", (".docx",)),
    Format("odt", "an OpenDocument text", "open_document", (".odt",)),
    Format("rtf", "an RTF document", "rich_text", (".rtf",)),
    Format("epub", "an e-book (EPUB)", "e_book", (".epub",)),
    Format("message", "a message or a saved page (MIME)", "message", (".eml", ".mht", ".mhtml")),
    Format("subtitles", "subtitles", "subtitles", (".vtt", ".srt")),
    Format("text", "plain text", "plain", (".txt", ".text", ".md", ".markdown")),
)  # fmt: skip
FORMATS = {each.name: each for each in _TABLE}
_BY_SUFFIX = {suffix: each for each in _TABLE for suffix in each.suffixes}

_BEFORE = rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).)*+-->\s*+)*+"  # each comment is tried once
_HTML = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FRAGMENT = re.compile(_BEFORE + rb"<(?:article|main|div|section|p|h1|meta|title)\b[^>]*>", re.IGNORECASE | re.DOTALL)
_ELEMENT = re.compile(rb"</?[a-z][\w-]*[\s>]", re.IGNORECASE)
_SUBTITLES = re.compile(rb"WEBVTT\b|\s*\d+[ \t]*\r?\n(?:\d\d:)?\d\d:\d\d[,.]\d{3}[ \t]+-->")
# Possessive: of lines like "Ann: yes" that end in none that is empty, each would be tried again in every way with all others.
_HEADERS = re.compile(rb"(?:[!-9;-~]{1,60}:[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*+){2,}+(?=\r?\n)")
_OF_MESSAGES = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Return-Path|DKIM-Signature):", re.IGNORECASE | re.MULTILINE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_OTHER_PICTURES = rb"GIF8|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:avi|hei|mif)"  # GIF, TIFF, WebP, AVIF, HEIC
# Files that come by mistake, and what to do about them.
_OTHERS = (
    (_OTHER_PICTURES, "is a picture of a kind that is not read", "save it as PNG or JPEG, and import that"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is in the old Office format, or encrypted", "save it as DOCX, without a password"),
    (rb"bplist00", "is a web archive", "save the page as a web page, and import that"),
    (rb"\x1f\x8b", "is packed (gzip)", "unpack it, and import what is in it"),
)
_PICTURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg"}
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_OF_ARCHIVES = {_OPEN_TEXT: "odt", _OPEN_TEXT + b"-template": "odt", b"application/epub+zip": "epub"}


def format_of(name: str, data: bytes) -> Format:
    """The format of a file; IngestError where it is none that can be read, or not the one that its name says."""
    if not data.strip():
        raise IngestError("is empty; there is nothing to import")
    if len(data) > MAX_BYTES:
        raise IngestError(f"has more than {MAX_BYTES // 10**6} MB; import the part that you need")
    for begin, wrong, mend in _OTHERS:
        if re.match(begin, data, re.DOTALL):
            raise IngestError(f"{wrong}; {mend}")
    suffix = PurePosixPath(name).suffix.lower()
    named = _BY_SUFFIX.get(suffix)
    found = FORMATS[_sniffed(data, named.name if named else None)]
    if named and named is not found:
        raise IngestError(f"is named `{suffix}`, and holds {found.words}; look at what it is, and give it the right ending")
    return found


def suffix_of(name: str, data: bytes) -> str:
    """The ending that a copy of a file gets: its own, where it is one of its format."""
    form, own = format_of(name, data), PurePosixPath(name).suffix.lower()
    return own if own in form.suffixes or (form.name == "text" and own) else form.suffixes[0]


def _sniffed(data: bytes, named: str | None) -> str:
    for magic, kind in _PICTURES.items():
        if data.startswith(magic):
            return kind
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _in_archive(data)
    start = data[:4096].removeprefix(_MARKS[0])
    if data.startswith(_MARKS[1:]):
        start = start.replace(b"\0", b"")[2:]
    if start.startswith(b"{\\rtf"):
        return "rtf"
    if _HTML.match(start) or (named in ("html", None) and _FRAGMENT.match(start)) or (named == "html" and _ELEMENT.search(start)):
        return "html"
    if _SUBTITLES.match(start):
        return "subtitles"
    headers = _HEADERS.match(data[:100_000].removeprefix(_MARKS[0]))
    return "message" if headers and (named == "message" or _OF_MESSAGES.search(headers[0])) else "text"


def _in_archive(data: bytes) -> str:
    if data.count(_ENTRY) > _MAX_ENTRIES:  # before they are listed: a million of them take a gigabyte
        raise IngestError(f"is an archive of more than {_MAX_ENTRIES:,} files; save the text alone, and import that")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = archive.open("mimetype").read(100).strip() if "mimetype" in names else b""
    except DAMAGED:
        raise IngestError("is a damaged archive; download or save it again") from None
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    if kind in _OF_ARCHIVES:
        return _OF_ARCHIVES[kind]
    raise IngestError("is an archive, and no Word document, OpenDocument text or e-book; unpack it, and import what is in it")
