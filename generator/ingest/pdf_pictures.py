"""A program of its own: a PDF on its standard input, pictures of some of its pages as JSON on its standard output.

Called as `python -I -B pdf_pictures.py MEGABYTES DOTS FORMAT PAGE…`: dots per inch, `jpeg` or `png`, pages from 1. Each picture is told as
base64, with the width and the height of its page in points. It has limits, and may die, as `pdf_text` does.
"""

from __future__ import annotations

import base64
import io
import json
import sys
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from generator.engine.limits import limit_memory

_MOST_DOTS = 12_000_000  # of one picture, whatever its page says of its size


def pictures(data: bytes, dots: int, form: str, pages: list[int]) -> list[dict[str, Any]]:
    """The pages that there are, in shades of grey."""
    with pdfium.PdfDocument(data) as document:
        return [_picture(document[number - 1], dots, form) for number in pages if number <= len(document)]


def _picture(page: pdfium.PdfPage, dots: int, form: str) -> dict[str, Any]:
    width, height = page.get_size()
    scale = min(dots / 72, (_MOST_DOTS / max(1, width * height)) ** 0.5)
    drawn = io.BytesIO()
    page.render(scale=scale, grayscale=True).to_pil().save(drawn, form, quality=60)
    return {"data": base64.b64encode(drawn.getvalue()).decode(), "width": width, "height": height}


def main() -> None:
    """Draw, within limits, and write."""
    limit_memory(int(sys.argv[1]))
    found = pictures(sys.stdin.buffer.read(), int(sys.argv[2]), sys.argv[3], [int(page) for page in sys.argv[4:]])
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
