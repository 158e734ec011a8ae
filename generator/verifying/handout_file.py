"""Reading a handout that may come from anywhere: its attachments, and its text in the order of its tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from generator.press.parts import digests
from generator.verifying import forms
from generator.verifying.layer import text_of
from generator.verifying.problem import UnreadableError

LARGEST = 100_000_000  # bytes of a file
_LOCKED = "it is encrypted, and it wants a password: get it as it was published, or save a copy without one (`qpdf --decrypt`)"


@dataclass(frozen=True)
class Handout:
    """What a PDF carries: files by their names, the text that a reader copies out of it, and the digests of its parts."""

    attachments: dict[str, bytes]
    text: str
    parts: dict[str, str]


def read(path: Path) -> Handout:
    """Read a PDF; raises UnreadableError where that cannot be done, and MemoryError where there is not enough."""
    if path.stat().st_size > LARGEST:
        raise UnreadableError(f"it is larger than {LARGEST // 1_000_000} MB")
    try:
        with pikepdf.open(path) as pdf:
            return Handout(dict(_attachments(pdf)), "".join(text_of(pdf)), digests(pdf))
    except pikepdf.PasswordError:
        raise UnreadableError(f"it is no PDF that can be read: {_LOCKED}") from None
    except UnreadableError as error:
        raise UnreadableError(f"it is no PDF that can be read: {error}") from None
    except MemoryError:
        raise
    except Exception:  # whatever the reader of PDFs raises
        raise UnreadableError("it is no PDF that can be read: it is damaged, or a part of it is missing") from None


def _attachments(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bytes]]:
    for name, attachment in pdf.attachments.items():
        if name.endswith(".json"):
            content = attachment.get_file().read_bytes()
            if len(content) > forms.LARGEST:
                raise UnreadableError(f"the attachment {name} is too large")
            yield name, content
