"""The pin of a source: the SHA-256 of its text, whatever a version control or an editor made of its line ends.

A text is taken with line feeds for line ends and without a byte order mark, in UTF-8; offsets into sources count its code points. So a
clone on Windows, where Git may write CRLF, has the same pins. Pins of a file's bytes as they are, which were made before, hold as well,
and so do those of its bytes as the other convention would have them.
"""

from __future__ import annotations

import hashlib
import re

from generator.text.places import BYTE_ORDER_MARK

_LINE_END = re.compile(r"\r\n?")


def normal(body: str) -> str:
    """A text with line feeds for line ends, and without a byte order mark."""
    return _LINE_END.sub("\n", body.removeprefix(BYTE_ORDER_MARK))


def pin(body: str) -> str:
    """The SHA-256 that a text is pinned by."""
    return _digest(normal(body).encode())


def is_pinned_by(data: bytes, digest: str) -> bool:
    """Whether a digest is a pin of a file of UTF-8: by its text, or by its bytes as they are or were under another convention."""
    text = normal(data.decode())
    wanted = digest.lower()
    if wanted in (_digest(text.encode()), _digest(data)):
        return True
    written = (f"{mark}{text}".replace("\n", end) for mark in ("", BYTE_ORDER_MARK) for end in ("\n", "\r\n"))
    return any(_digest(each.encode()) == wanted for each in written)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
