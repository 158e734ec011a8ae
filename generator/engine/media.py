"""The images of a brief as they are published; what was made of each is kept, for it takes a while."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

import PIL

from generator import __version__
from generator.checks.links import IMAGE_ENDINGS
from generator.engine.cache import Cache, cache_of
from generator.engine.digest import digest_of
from generator.images import ImageError, image
from generator.images.pictures import MAX_BYTES
from generator.parsing.folder import Refused

TOO_MUCH = Refused("B212", f"it has more than {MAX_BYTES // 1_000_000} MB", "make it smaller")


def read_media(root: Path, found: Iterable[tuple[str, Path]]) -> tuple[dict[str, bytes], dict[str, Refused]]:
    """Of the files of a media folder, by name: what is published of images, and why others are not; no other file is opened."""
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
    return media, refused


def _made(cache: Cache, name: str, content: bytes) -> bytes | Refused:
    digest = digest_of("image", __version__, PIL.__version__, Path(name).suffix.lower(), content)
    kept = cache.get(digest)
    if kept is None:
        kept = _make(name, content)
        cache.put(digest, kept)
    return kept[1:] if kept[:1] == b"+" else Refused(*json.loads(kept[1:]))


def _make(name: str, content: bytes) -> bytes:
    try:
        return b"+" + image(name, content)
    except ImageError as error:
        return b"-" + json.dumps(astuple(Refused(error.code, error.why, error.fix))).encode()
