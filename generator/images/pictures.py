"""Pictures: decoded, set upright, brought into the colours of a screen, and encoded again without anything beside their pixels."""

from __future__ import annotations

import io
import warnings
from typing import Any

from PIL import Image, ImageCms, ImageFile, ImageOps

from generator.images.refused import ImageError

MAX_BYTES = 30_000_000
MAX_PIXELS = 50_000_000

READ = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")
MOVING = ("GIF", "WEBP", "PNG", "AVIF")
WRITTEN: dict[str, tuple[str, dict[str, Any]]] = {
    ".png": ("PNG", {}),
    ".jpg": ("JPEG", {"quality": 90, "optimize": True}),
    ".jpeg": ("JPEG", {"quality": 90, "optimize": True}),
    ".gif": ("GIF", {}),
    ".webp": ("WEBP", {"quality": 90}),
    ".avif": ("AVIF", {"quality": 80, "max_threads": 1, "speed": 8}),
}
MODES = {
    "PNG": ("1", "L", "LA", "P", "RGB", "RGBA"),
    "JPEG": ("L", "RGB"),
    "GIF": ("1", "L", "P", "RGB", "RGBA"),
    "WEBP": ("RGB", "RGBA"),
    "AVIF": ("RGB", "RGBA"),
}
_LOSSLESS = b"VP8L"  # the first chunk of a WebP that loses nothing


def picture(ending: str, content: bytes) -> bytes:
    """A picture as it is published under a name with this ending; raises ImageError."""
    seen = pixels(content)
    kind, options = WRITTEN[ending]
    if kind == "WEBP" and content[12:16] == _LOSSLESS:
        options = {"lossless": True}
    return _written(_bare(seen), kind, options)


def pixels(content: bytes) -> Image.Image:
    """What is seen of a picture, upright and in the colours of a screen; raises ImageError, also where there is too much of it."""
    if len(content) > MAX_BYTES:
        raise ImageError("B212", f"it has more than {MAX_BYTES // 1_000_000} MB", "make it smaller")
    with warnings.catch_warnings(action="ignore"):  # of what is odd about it; of its size our own limit is the lower one
        return _read(content)


def _read(content: bytes) -> Image.Image:
    """The pixels of a picture, upright, after a look at how many there are."""
    try:
        with Image.open(io.BytesIO(content), formats=READ) as found:
            width, height = found.size
            if width * height > MAX_PIXELS:
                raise _too_large(width, height)
            if found.format in MOVING and getattr(found, "is_animated", False):
                raise ImageError("B212", "it moves, and pages and handouts stand still", "save the picture of it that says most")
            ImageFile.LOAD_TRUNCATED_IMAGES = False  # which WeasyPrint sets, and half an image is none
            found.load()
            return _in_screen_colours(ImageOps.exif_transpose(found))
    except ImageError:
        raise
    except Image.DecompressionBombError:
        raise _too_large() from None
    except MemoryError:
        raise ImageError("B212", "it takes more memory than there is", "make it smaller") from None
    except Exception:  # whatever the readers of image formats raise
        raise ImageError("B212", "it is damaged, or no image of a known kind", "save it anew as PNG or JPEG") from None


def _too_large(*size: int) -> ImageError:
    has = f"{size[0]:,} × {size[1]:,} pixels" if size else "very many pixels"
    return ImageError("B212", f"it has {has}, and {MAX_PIXELS // 1_000_000} million is the limit", "make it smaller")


def _in_screen_colours(image: Image.Image) -> Image.Image:
    """An image in sRGB, by its own profile if it has one that is any good, with eight bits for each colour."""
    if image.mode.startswith("I"):  # grey in more than 256 steps
        return image.point(lambda grey: grey * (1 / 256)).convert("L")
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        try:
            known = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            mode = "RGB" if image.mode == "CMYK" else image.mode
            return ImageCms.profileToProfile(image, known, ImageCms.createProfile("sRGB"), outputMode=mode) or image
        except (ImageCms.PyCMSError, OSError):
            pass
    return image


def _bare(image: Image.Image) -> Image.Image:
    """An image with nothing but what is seen: no notes, no profile, no colours where it is transparent."""
    if image.has_transparency_data:
        image = image.convert("LA" if image.mode in ("1", "L", "LA") else "RGBA")
        seen = image.getchannel("A").point(lambda alpha: 255 * (alpha > 0))
        image = Image.composite(image, Image.new(image.mode, image.size), seen)
    image.info = {}
    return image


def _written(image: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    if image.mode not in MODES[kind]:
        image = image.convert("RGBA" if image.has_transparency_data and "RGBA" in MODES[kind] else "RGB")
    stored = io.BytesIO()
    image.save(stored, kind, **options)
    return stored.getvalue()
