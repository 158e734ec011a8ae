"""The images of a brief as they are published; what was made of each is kept, for it takes a while."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple
from itertools import accumulate, pairwise
from pathlib import Path

import PIL

from generator import __version__
from generator.checks.links import IMAGE_ENDINGS
from generator.engine.cache import Cache, cache_of
from generator.engine.confined import BrokenError, confined
from generator.engine.digest import digest_of
from generator.engine.limits import LimitError, Limits
from generator.images import ImageError, image, smaller
from generator.images.pictures import MAX_BYTES
from generator.parsing.folder import Refused, Sizes

_DRAWINGS = Limits(seconds=7, megabytes=700)
_PICTURES = Limits(seconds=7, megabytes=850)  # of which a photograph that is as large as one may be needs half
TOO_MUCH = Refused("B212", f"it has more than {MAX_BYTES // 1_000_000} MB", "make it smaller")


def read_media(root: Path, found: Iterable[tuple[str, Path]]) -> tuple[dict[str, bytes], dict[str, Refused], dict[str, Sizes]]:
    """Of the files of a media folder, by name: what is published of images, why others are not, and the sizes of pictures; no other file is
    opened.
    """
    cache = cache_of("images", root)
    media: dict[str, bytes] = {}
    refused: dict[str, Refused] = {}
    for name, path in found:
        if name.lower().endswith(IMAGE_ENDINGS):
            made = _made(cache, name, path.read_bytes()) if path.stat().st_size <= MAX_BYTES else TOO_MUCH
            if isinstance(made, Refused):
                refused[name] = made
            else:
                media[name] = made
    return media, refused, {name: sizes for name, content in media.items() if (sizes := _sizes(cache, name, content))}


def _sizes(cache: Cache, name: str, content: bytes) -> Sizes | None:
    """The sizes of a picture, as `_narrowed` tells them."""
    digest = digest_of("sizes", __version__, PIL.__version__, Path(name).suffix.lower(), content)
    kept = cache.get(digest)
    if kept is None:
        try:
            kept = str(confined(_PICTURES, _narrowed, name, content)).encode("latin-1")
        except (LimitError, BrokenError):
            return None
        cache.put(digest, kept)
    head, _, files = kept.partition(b"\n")
    wide, high, lengths = json.loads(head)
    ends = [*accumulate(lengths.values(), initial=0)]
    found = {int(width): files[start:end] for width, (start, end) in zip(lengths, pairwise(ends), strict=True)}
    return Sizes(wide, high, found) if wide else None


def _made(cache: Cache, name: str, content: bytes) -> bytes | Refused:
    digest = digest_of("image", __version__, PIL.__version__, Path(name).suffix.lower(), content)
    kept = cache.get(digest)
    if kept is None:
        limits = _PICTURES
        if name.lower().endswith(".svg"):
            import generator.images.drawings  # noqa: F401 - once, and not in each process

            limits = _DRAWINGS
        try:
            kept = str(confined(limits, _make, name, content)).encode("latin-1")
        except LimitError as error:  # which another machine, or another hour, may not bring
            return Refused("B212", f"it {error} to be read", "make it smaller or simpler")
        except BrokenError:
            return Refused("B212", "it breaks what reads it, or needs more memory than an image does", "save it anew as PNG or JPEG")
        cache.put(digest, kept)
    return kept[1:] if kept[:1] == b"+" else Refused(*json.loads(kept[1:]))


# In a process of their own, which tells bytes as characters


def _make(name: str, content: bytes) -> str:
    """An image as it is published after a `+`, or why there is none after a `-`."""
    try:
        made = b"+" + image(name, content)
    except ImageError as error:
        made = b"-" + json.dumps(astuple(Refused(error.code, error.why, error.fix))).encode()
    return made.decode("latin-1")


def _narrowed(name: str, content: bytes) -> str:
    """The sizes of a picture: a line that says how wide and high it is and how long each file is that follows, and these files."""
    size, narrower = smaller(name, content) or ((0, 0), {})
    lengths = {width: len(file) for width, file in narrower.items()}
    return b"\n".join((json.dumps([*size, lengths]).encode(), b"".join(narrower.values()))).decode("latin-1")
