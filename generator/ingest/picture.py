"""Pictures (PNG, JPEG): photographs of pages and of screens, whose words an installed Tesseract reads."""

from __future__ import annotations

import base64
import io
from typing import Any

from PIL import Image

from generator.images.pictures import pixels
from generator.images.refused import ImageError
from generator.ingest.article import Article, IngestError, told_by
from generator.ingest.recognition import recognised_in

_MOST_DOTS = 12_000_000  # what is drawn of a PDF's page, too: more makes reading slower, and no surer


def read(name: str, data: bytes) -> Article:
    """The words in a picture, each paragraph with its place."""
    return told_by(recognised_in(drawn_picture(data, "png")), name)


def drawn_picture(data: bytes, form: str) -> dict[str, Any]:
    """A picture upright, in shades of grey on white, as `recognition.drawn_pages` draws pages; a pixel counts as a point."""
    try:
        seen = _on_white(pixels(data))
    except ImageError as error:
        raise IngestError(f"cannot be read as a picture: {error.why}; {error.fix}") from None
    width, height = seen.size
    share = (_MOST_DOTS / (width * height)) ** 0.5
    if share < 1:
        seen = seen.resize((max(1, int(width * share)), max(1, int(height * share))))
    drawn = io.BytesIO()
    seen.save(drawn, form, quality=60)
    return {"data": base64.b64encode(drawn.getvalue()).decode(), "width": width, "height": height}


def _on_white(picture: Image.Image) -> Image.Image:
    """In shades of grey; where a picture is transparent, a reader of it sees the page below."""
    if not picture.has_transparency_data:
        return picture.convert("L")
    layers = picture.convert("RGBA")
    page = Image.new("L", picture.size, 255)
    page.paste(layers.convert("L"), mask=layers.getchannel("A"))
    return page
