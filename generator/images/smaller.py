"""Pictures in the widths that screens have use for, beside the whole one."""

from __future__ import annotations

import io
from pathlib import PurePosixPath

from PIL import Image

from generator.images.pictures import READ, picture

WIDTHS = (640, 1280)
"""Pixels: of a column of text, and of the same on a screen with two pixels for each."""

_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".avif")


def smaller(name: str, published: bytes) -> tuple[tuple[int, int], dict[int, bytes]] | None:
    """The width and height of a picture as it is published, and the same in widths that are narrower and weigh less; None of a drawing."""
    ending = PurePosixPath(name).suffix.lower()
    if ending not in _ENDINGS:
        return None
    with Image.open(io.BytesIO(published), formats=READ) as found:
        whole = found.convert("RGBA" if found.mode in ("LA", "RGBA") or "transparency" in found.info else "RGB")
    made = {width: _narrower(whole, width, ending) for width in WIDTHS if width < whole.width}
    return whole.size, {width: content for width, content in made.items() if len(content) < len(published)}


def _narrower(whole: Image.Image, width: int, ending: str) -> bytes:
    exact = io.BytesIO()
    whole.resize((width, max(1, round(whole.height * width / whole.width))), Image.Resampling.LANCZOS).save(exact, "PNG")
    return picture(ending, exact.getvalue())
