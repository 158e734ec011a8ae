"""The paths below a publication's folder: which are read, and which symbolic links are followed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path, PurePath

MAX_PATH = 1000  # bytes of a path below docs_dir: of some more the system opens none, and servers give none out


def target_inside(link: Path, home: Path) -> Path | None:
    """The path below the folder `home` of the file that a link leads to; None where it leads out of it, in a circle, or nowhere."""
    try:
        target = link.resolve()
        return target.relative_to(home.resolve()) if target.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def is_text(name: str) -> bool:
    """Whether a file's name is UTF-8: no page can lead to another one, and no data can hold it."""
    return all(not "\ud800" <= character <= "\udfff" for character in name)


def is_too_deep(path: str) -> bool:
    """Whether a path below docs_dir is longer than MAX_PATH: it is not read, and a folder there is not looked into."""
    return len(os.fsencode(path)) > MAX_PATH


def paths_below(folder: Path) -> Iterator[str]:
    """All that is below a folder but folders, by their paths from there; neither links are followed, nor folders that are too deep."""
    pending = [""]
    while pending:
        beside = pending.pop()
        with contextlib.suppress(OSError), os.scandir(folder / beside) as entries:  # it may be gone, or nobody's to read
            for entry in entries:
                path = f"{beside}{entry.name}"
                if entry.is_dir(follow_symlinks=False) and not is_too_deep(path):
                    pending.append(f"{path}/")
                else:
                    yield path


def may_read(path: Path, home: Path) -> bool:
    """Whether a path is a file that may be read: a link is, where it leads to a file of its own kind in the folder `home`.

    Of one kind are files with the same ending in the same of the folders of `home`, so that no source, and no note, becomes an image.
    """
    if not is_text(path.relative_to(home).as_posix()):
        return False
    if not path.is_symlink():
        return path.is_file()
    target = target_inside(path, home)
    return target is not None and _kind(path.relative_to(home)) == _kind(target)


def _kind(path: PurePath) -> tuple[object, ...]:
    hidden = any(part.startswith(".") for part in path.parts)
    return path.parts[:-1][:1], "original" in path.parts[1:-1], path.suffix.lower(), hidden
