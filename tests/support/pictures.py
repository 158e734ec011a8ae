"""Pictures for tests."""

from __future__ import annotations

import io
import random

from PIL import Image

_KINDS = {".png": "PNG", ".jpg": "JPEG", ".webp": "WEBP", ".avif": "AVIF"}


def noise(size: tuple[int, int], mode: str, ending: str) -> bytes:
    """A picture of random colours, the same each time."""
    stored = io.BytesIO()
    drawn = Image.frombytes("RGB", size, random.Random(0).randbytes(3 * size[0] * size[1]))
    drawn.convert(mode).save(stored, _KINDS[ending])
    return stored.getvalue()
