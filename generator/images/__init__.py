"""Images as they are published: read whole and written anew, so that nothing goes out with them that nobody sees.

Pictures are decoded and encoded again; drawings are rebuilt of the elements and attributes that may stand in one.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.images.pictures import picture
from generator.images.refused import ImageError
from generator.images.smaller import smaller

__all__ = ["ImageError", "image", "smaller"]


def image(name: str, content: bytes) -> bytes:
    """An image of a name as it is published, the same bytes for the same content; raises ImageError where it is not."""
    ending = PurePosixPath(name).suffix.lower()
    if ending != ".svg":
        return picture(ending, content)
    from generator.images.drawings import drawing  # what reads drawings is slow to import and large, and few briefs have any

    return drawing(content)
