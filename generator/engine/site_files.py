"""The files of a built site, by their digests."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

_PART = 1 << 16  # bytes that are read at a time: most files are smaller


def paths_of(site: Path) -> list[str]:
    """The paths of everything in a site that is no folder, sorted; a link to a folder is named, and not followed."""
    root, found = os.path.join(site, ""), []  # noqa: PTH118 - there may be ten thousands
    for folder, folders, names in os.walk(root):
        beside = folder.removeprefix(root).replace(os.sep, "/")
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]  # noqa: PTH114, PTH118
        found += [f"{beside}/{name}" if beside else name for name in (*names, *links)]
    return sorted(found)


def digest_of_file(path: str | Path) -> tuple[int, str]:
    """Size in bytes and SHA-256 of a file."""
    state, size = hashlib.sha256(), 0
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - of ten thousands
        while part := file.read(_PART):
            state.update(part)
            size += len(part)
    return size, state.hexdigest()
