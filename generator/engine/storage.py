"""Reading a publication's tree and writing files so that nobody ever sees half of one.

Nothing outside of the publication is read: a link that leads out of a brief's folder, or to another kind of file, is passed over.
"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from generator.engine.atomic import read_all, read_up_to, write_atomically
from generator.engine.links import is_text, is_too_deep, may_read, paths_below
from generator.engine.media import read_media
from generator.parsing import Folder, with_original
from generator.parsing.yaml_file import MAX_SOURCE_BYTES

BRIEF = "brief.yml"
SHARED = ("actors.yml", "glossary.yml", "topics.yml")
MEDIA = "media"
ORIGINALS = "sources/original"
MAP = ".map.json"
PACKAGED_TEMPLATES = Path(__file__).parents[1] / "templates"
CHECKOUT_TEMPLATES = Path(__file__).parents[2] / "templates"


def templates_folder() -> Path:
    """The templates that came with the package: inside the wheel, or beside the package in a checkout."""
    return PACKAGED_TEMPLATES if PACKAGED_TEMPLATES.is_dir() else CHECKOUT_TEMPLATES


def template_folders(root: Path) -> tuple[Path, ...]:
    """Where templates are looked for, first match first: the publication's own `templates/`, then the package's."""
    own, packaged = root / "templates", templates_folder()
    return (own, packaged) if own.is_dir() and own.resolve() != packaged.resolve() else (packaged,)


def read_templates(folders: tuple[Path, ...]) -> dict[str, str]:
    """All templates, their styles, scripts and drawings and the catalogues of words, by path below their folder."""
    found: dict[str, str] = {}
    for folder in reversed(folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".j2", ".css", ".js", ".svg", ".po") and path.is_file():
                found[path.relative_to(folder).as_posix()] = _read_text(path)
    return found


def _read_text(path: Path) -> str:
    try:
        return read_all(path, MAX_SOURCE_BYTES).decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise OSError(errno.EILSEQ, "is not UTF-8", str(path)) from None


def brief_folders(docs: Path) -> list[Path]:
    """Every folder of `docs` that holds a brief.yml, in order of their names; deeper ones are no briefs."""
    return [path.parent for path in sorted(docs.glob(f"*/{BRIEF}")) if is_text(path.parent.name)]


def wanted_folders(docs: Path, wanted: Callable[[str], bool], names: Iterable[str] | None = None) -> list[Path]:
    """The folders, or those of some names, whose brief.yml (its path below `docs`) is wanted; a link to a folder is none."""
    return [
        folder
        for folder in (brief_folders(docs) if names is None else (docs / name for name in names if (docs / name / BRIEF).exists()))
        if wanted(f"{folder.name}/{BRIEF}") and not folder.is_symlink() and may_read(folder / BRIEF, folder)
    ]


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path, all its links followed, lies in a folder."""
    return path.resolve().is_relative_to(folder.resolve())


def read_folder(root: Path, folder: Path) -> Folder:
    """A brief's folder with the contents of its files, its images as they are published, and the folder of what it translates."""

    def original(slug: str) -> Folder | None:
        beside = folder.parent / slug
        is_there = not beside.is_symlink() and (beside / BRIEF).exists() and may_read(beside / BRIEF, beside)
        return _read_folder(root, beside) if is_there else None

    return with_original(_read_folder(root, folder), original)


def _read_folder(root: Path, folder: Path) -> Folder:
    files: dict[str, bytes] = {}
    images: list[tuple[str, Path]] = []
    for name, path in _files(folder):
        if name.startswith(f"{MEDIA}/"):
            images.append((name.removeprefix(f"{MEDIA}/"), path))
        elif not name.startswith(f"{ORIGINALS}/") and not name.endswith(MAP):
            files[name] = read_up_to(path, MAX_SOURCE_BYTES)
    return Folder(folder.name, folder.relative_to(root).as_posix(), files, *read_media(root, images))


def read_shared(docs: Path) -> dict[str, bytes]:
    """The files that all briefs share, where they are there."""
    return {name: read_up_to(docs / name, MAX_SOURCE_BYTES) for name in SHARED if may_read(docs / name, docs)}


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder / name for name in paths_below(folder)):
        name = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in name.parts)
        if not hidden and not is_too_deep(f"{folder.name}/{name.as_posix()}") and may_read(path, folder):
            yield name.as_posix(), path


def remove_empty(folder: Path) -> None:
    """Remove the folders in a folder that hold nothing, and itself where nothing is left in it."""
    for path in sorted((folder, *folder.rglob("*")), reverse=True):
        if path.is_dir() and not path.is_symlink():
            with contextlib.suppress(OSError):  # it holds something
                path.rmdir()


def write_new(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files of a scaffold; raises FileExistsError, before writing any, where one is there already."""
    new = {folder / name: content for name, content in files.items()}
    for path in new:
        if path.exists():
            raise FileExistsError(errno.EEXIST, "exists already", str(path))
    for path, content in new.items():
        write_atomically(path, content)
    return [*new]
