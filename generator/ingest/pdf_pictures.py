"""Pictures of some pages of a PDF, drawn by pdfium: in a process that may die, as `pdf_text` is."""

from __future__ import annotations

import base64
import io
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]

_MOST_DOTS = 12_000_000  # of one picture, whatever its page says of its size


def pictures(data: bytes, dots: int, form: str, pages: list[int]) -> list[dict[str, Any]]:
    """The pages of those numbers that there are, in shades of grey: `{data, width, height}`, the picture as base64 and the page's points.

    `dots` per inch, `form` as Pillow calls it.
    """
    with pdfium.PdfDocument(data) as document:
        return [_picture(document[number - 1], dots, form) for number in pages if number <= len(document)]


def _picture(page: pdfium.PdfPage, dots: int, form: str) -> dict[str, Any]:
    width, height = page.get_size()
    scale = min(dots / 72, (_MOST_DOTS / max(1, width * height)) ** 0.5)
    drawn = io.BytesIO()
    page.render(scale=scale, grayscale=True).to_pil().save(drawn, form, quality=60)
    return {"data": base64.b64encode(drawn.getvalue()).decode(), "width": width, "height": height}
