"""Signing the evidence in a finished handout: where the key is, and never in a worker, which may be another machine."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Seal:
    """What signs a file of evidence, and the name of its key."""

    name: str
    signed: Callable[[bytes], bytes]


def sealed(pdf: bytes, seal: Seal) -> bytes:
    """A handout whose evidence is signed; the same bytes each time."""
    import pikepdf  # slow to import, and few publications have a key

    from generator.press.parts import EVIDENCE

    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for name, attached in document.attachments.items():
            if name.endswith(EVIDENCE):
                file = attached.obj.EF.F
                content = seal.signed(file.read_bytes())
                file.write(content)
                checksum = hashlib.md5(content, usedforsecurity=False).digest()  # which PDF asks for
                file.Params.CheckSum, file.Params.Size = pikepdf.String(checksum), len(content)
        document.save(stream, deterministic_id=True)
    return stream.getvalue()
