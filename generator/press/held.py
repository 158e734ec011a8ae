"""What the evidence in a document says of that document: how often words stand in it, and the digests of its parts.

Its numbers are written with no more digits than every program keeps, so that it is the same document when one saves it anew.
"""

from __future__ import annotations

import copy
import hashlib
import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pydyf  # type: ignore[import-untyped]
from weasyprint.pdf.stream import Stream

from generator.dossier.form import of_document
from generator.press.instructions import DIGITS, shortened
from generator.press.parts import EVIDENCE, digests


def tell_evidence(pdf: pydyf.PDF, text: str) -> None:
    """Complete the evidence that is attached to a document, which is finished but for that; `text` is what it prints."""
    streams = list(_evidence(pdf))
    if not streams:
        return
    shorten_numbers(pdf)
    with pikepdf.open(_written(pdf)) as finished:
        parts = digests(finished)
    for stream in streams:
        content = of_document(b"".join(stream.stream), text, parts)
        stream.stream = [content]
        checksum = hashlib.md5(content, usedforsecurity=False).hexdigest()  # which PDF asks for
        stream.extra["Params"].update({"CheckSum": f"<{checksum}>", "Size": len(content)})


def shorten_numbers(pdf: pydyf.PDF) -> None:
    """Write numbers of a document, in its objects and in what it draws, with no more digits than every program keeps."""
    for thing in pdf.objects:
        if isinstance(thing, Stream):
            thing.stream = [shortened(b"\n".join(_instruction(entry) for entry in thing.stream))]
        _short(thing.extra if isinstance(thing, pydyf.Stream) else thing)


def _instruction(entry: Any) -> bytes:
    return entry if isinstance(entry, bytes) else entry.data if isinstance(entry, pydyf.Object) else str(entry).encode()


def _short(value: Any) -> Any:
    if isinstance(value, dict):
        value.update({key: _short(entry) for key, entry in value.items()})
    elif isinstance(value, list):
        value[:] = map(_short, value)
    elif isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    return value


def _evidence(pdf: pydyf.PDF) -> Iterator[pydyf.Stream]:
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/Filespec" and thing["UF"].string.endswith(EVIDENCE):
            yield pdf.objects[int(thing["EF"]["F"].split()[0])]


def _written(pdf: pydyf.PDF) -> io.BytesIO:
    """The document as it is now, unpacked, because packing takes time."""
    draft: Any = copy.copy(pdf)
    draft.objects = list(pdf.objects)
    packed = [thing for thing in pdf.objects if isinstance(thing, pydyf.Stream) and thing.compress]
    for stream in packed:
        stream.compress = False
    stored = io.BytesIO()
    draft.write(stored)
    for stream in packed:
        stream.compress = True
    return stored
