"""Images as a handout can show them: WeasyPrint takes some as they are that PDF/A forbids, or that it would show wrongly."""

from __future__ import annotations

import io

from PIL import Image, ImageCms, ImageFile, ImageOps

QUALITY = 92  # of JPEG, of 100


class ImageError(Exception):
    """An image that cannot be shown, in words."""


def showable(content: bytes) -> bytes:
    """An image in colours that PDF/A knows; a drawing as it is. Raises ImageError for what is damaged, no image, or too large."""
    if b"<svg" in content[:4096]:
        return content
    try:
        with Image.open(io.BytesIO(content)) as image:
            ImageFile.LOAD_TRUNCATED_IMAGES = False  # which WeasyPrint sets, and half an image is none
            image.load()
            if image.mode == "CMYK":
                return _encoded(_in_rgb(image), "JPEG", quality=QUALITY)
            if image.mode.startswith(("I", "F")):  # grey in more than 256 steps
                return _encoded(image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L"), "PNG")
    except MemoryError:
        return content  # it is for the limits of the document to say so
    except Image.DecompressionBombError:
        raise ImageError("it has more pixels than paper has room for: make it smaller") from None
    except Exception:  # whatever the readers of image formats raise
        raise ImageError("it is damaged or no image: save it anew as PNG or JPEG") from None
    return content


def _in_rgb(image: Image.Image) -> Image.Image:
    """An image for four printing inks in the colours of a screen: by its own profile, if it has one that is any good."""
    upright = ImageOps.exif_transpose(image)
    profile = upright.info.get("icc_profile")
    if profile:
        try:
            converted = ImageCms.profileToProfile(
                upright, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):
            pass
        else:
            return converted or upright.convert("RGB")
    return upright.convert("RGB")


def _encoded(image: Image.Image, kind: str, **options: int) -> bytes:
    stored = io.BytesIO()
    image.save(stored, kind, **options)
    return stored.getvalue()
