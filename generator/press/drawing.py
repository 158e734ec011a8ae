"""Setting a card: its one page as a picture, by the engine that also sets handouts, and Chromium's (PDFium) for the pixels."""

from __future__ import annotations

import io
from contextlib import closing
from typing import TYPE_CHECKING

from PIL import Image
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from weasyprint import Document

SCALE = 96 / 72  # a pixel of the picture is one of CSS
COLOURS = 96  # of a card without a picture: of paper, ink, accent and what lies between them at the edges of letters
QUALITY = 88  # of JPEG, of 100


def drawn(laid_out: Document, kind: str) -> bytes:
    """The first page of a document as `png` or `jpg`, the same bytes for the same document."""
    with closing(PdfDocument(laid_out.copy(laid_out.pages[:1]).write_pdf(uncompressed_pdf=True))) as pdf:
        image = pdf[0].render(scale=SCALE).to_pil().convert("RGB")
    stored = io.BytesIO()
    if kind == "jpg":
        image.save(stored, "JPEG", quality=QUALITY)
    else:
        few = image.resize(
            (image.width // 2, image.height // 2), Image.Resampling.NEAREST
        )  # every fourth pixel shows what colours there are
        colours = few.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        image.quantize(palette=colours, dither=Image.Dither.NONE).save(stored, "PNG", compress_level=4)
    return stored.getvalue()
