"""Symbolic links below a publication's folder: which are followed."""

from __future__ import annotations

from pathlib import Path, PurePath


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
