"""Messages (EML) and pages that a browser saved as one (MHT): what their reader sees; attachments are named, not read."""

from __future__ import annotations

import contextlib
import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from itertools import groupby
from typing import Any, TypeAlias

from generator.ingest import web_page
from generator.ingest.article import Article, IngestError, Known, LeftOut, Origin, Paragraph, Piece, described, known, tidied
from generator.ingest.web_page.signs import QUOTED, SIGNATURE

Part: TypeAlias = "MIMEPart[Any, Any]"

_HEAD = ("Subject", "From", "To", "Cc", "Date")
_MARKS = re.compile(r"(?:>\s?)*")
_SIGNED = "-- "  # the line above a signature (RFC 3676, 4.3)
_LONGEST_SIGNATURE = 12  # lines; more below such a line is a text


def read(name: str, data: bytes) -> Article:
    """A message with its head, or a saved page."""
    found = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(found, EmailMessage):
        raise IngestError("is no message that can be read; copy its text into a file, and import that")
    if found.get_content_type().startswith(("application/pkcs7-mime", "multipart/encrypted")):
        raise IngestError("is encrypted; copy its text into a file, and import that")
    body = found.get_body(("html", "plain"))
    if body is None:  # a part without headers counts as false
        body = next((part for part in found.walk() if part.get_content_type() == "text/html"), None)
    address = _header(found, "Snapshot-Content-Location") or _header(body, "Content-Location")
    return _page(name, address, body) if address else _letter(name, found, body)


def _page(name: str, address: str, body: Part | None) -> Article:
    """A saved page: what it says of itself counts, and the address that the browser wrote down."""
    if body is None:
        raise IngestError("holds no page; save it as a web page, and import that")
    page = _of_html(name, body)
    is_public = re.fullmatch(r"https?://[^\s/?#@]+([/?#]\S*)?", address)
    return replace(page, url=Known(address, is_sure=True) if is_public else page.url)


def _of_html(name: str, body: Part, *, is_whole: bool = False) -> Article:
    """A part in HTML; its head counts more than the page's own words on its encoding."""
    data, charset = _bytes(body), body.get_content_charset()
    with contextlib.suppress(LookupError, UnicodeDecodeError):
        data = b"\xef\xbb\xbf" + data.decode(charset).encode() if charset else data
    return web_page.read(name, data, is_whole=is_whole)


def _bytes(part: Part) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _letter(name: str, found: EmailMessage, body: Part | None) -> Article:
    """A message: who sent it, and when, is sure."""
    said = {key: _header(found, key) for key in _HEAD}
    head = [Paragraph(f"{key}: {words}", Origin(part="head"), furniture="head of a message") for key, words in said.items() if words]
    if body is not None and body.get_content_type() == "text/html":
        pieces: list[Piece] = list(_of_html(name, body, is_whole=True).pieces)
    else:
        pieces = list(_of_plain(body)) if body is not None else []
    article = described(Article(tuple(tidied(pieces))), name)
    sender, address = parseaddr(said["From"])
    day = _day(said["Date"])
    return replace(
        article,
        pieces=tuple(tidied((*head, *pieces, *_attachments(found)))),
        title=known(said["Subject"], is_sure=True) or article.title,
        authors=tuple(filter(None, [known(sender or address, is_sure=True)])) or article.authors,
        published=Known(day, is_sure=True) if day else article.published,
    )


def _of_plain(body: Part) -> Iterator[Piece]:
    """The paragraphs of a plain message: lines that belong together, apart from those that it quotes."""
    data = _bytes(body)
    try:
        text = data.decode(body.get_content_charset() or "utf-8", "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    lines = text.splitlines()
    numbered = zip(range(1, len(lines) + 1), lines, _sorts(lines), strict=True)
    for (is_empty, marks, sort), group in groupby(numbered, lambda each: (*_quoted(each[1]), each[2])):
        block = list(group)
        if not is_empty:
            words = " ".join(_MARKS.sub("", line, count=1).strip() for _, line, _ in block)
            yield Paragraph(f"{'> ' * marks}{words}", Origin(part="text", number=block[0][0]), furniture=sort)


def _sorts(lines: Sequence[str]) -> list[str]:
    """For each line the sort of furniture that it is: what a reply quotes, or a signature; quotes alone are a text."""
    quoted = [marks > 0 for _, marks in map(_quoted, lines)]
    own = [index for index, line in enumerate(lines) if line.strip() and not quoted[index]]
    signed = max((index for index in own if lines[index] == _SIGNED), default=len(lines))
    if sum(index > signed for index in own) > _LONGEST_SIGNATURE:
        signed = len(lines)
    of_quotes = QUOTED if any(index < signed for index in own) else ""
    return [of_quotes if is_quoted else SIGNATURE if index >= signed else "" for index, is_quoted in enumerate(quoted)]


def _quoted(line: str) -> tuple[bool, int]:
    """Whether a line has no words, and how often what it says was quoted."""
    marks = _MARKS.match(line)
    return not line.strip("> \t"), marks[0].count(">") if marks else 0


def _attachments(found: EmailMessage) -> Iterator[Piece]:
    for part in found.iter_attachments():
        name = part.get_filename() or part.get_content_type()
        yield LeftOut(Origin(part=name), name, "an attachment", to_check=part.get_content_maintype() not in ("image",))


def _header(part: Part | None, name: str) -> str:
    """A header on one line; whatever is wrong in one, the message is there."""
    try:
        return " ".join(str(part.get(name) or "").split()) if part is not None else ""
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def _day(written: str) -> str | None:
    try:
        return parsedate_to_datetime(written).date().isoformat() if written else None
    except (ValueError, TypeError, OverflowError):
        return None
