"""Reading a publication's tree and writing files so that nobody ever sees half of one.

Nothing outside of the publication is read: a link that leads out of a brief's folder is passed over.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.engine.atomic import write_atomically
from generator.parsing import Folder

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
    """All templates, their styles and the catalogues of words, by path below their folder."""
    found: dict[str, str] = {}
    for folder in reversed(folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".j2", ".css", ".po") and path.is_file():
                found[path.relative_to(folder).as_posix()] = _read_text(path)
    return found


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise OSError(errno.EILSEQ, "is not UTF-8", str(path)) from None


def brief_folders(docs: Path) -> list[Path]:
    """Every folder of `docs` that holds a brief.yml, in order of their names; deeper ones are no briefs."""
    return [path.parent for path in sorted(docs.glob(f"*/{BRIEF}"))]


def wanted_folders(root: Path, docs: Path, wanted: Callable[[str], bool]) -> list[Path]:
    """The folders whose brief.yml (its path below `docs`) is wanted and lies in the publication."""
    return [
        folder
        for folder in brief_folders(docs)
        if wanted(f"{folder.name}/{BRIEF}") and is_inside(folder, root) and _may_read(folder / BRIEF, folder)
    ]


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path, all its links followed, lies in a folder."""
    return path.resolve().is_relative_to(folder.resolve())


def _may_read(path: Path, home: Path) -> bool:
    return path.is_file() and is_inside(path, home)


def read_folder(root: Path, folder: Path) -> Folder:
    """A brief's folder with the contents of its files."""
    files: dict[str, bytes] = {}
    media: dict[str, bytes] = {}
    for name, path in _files(folder):
        if name.startswith(f"{MEDIA}/"):
            media[name.removeprefix(f"{MEDIA}/")] = path.read_bytes()
        elif not name.startswith(f"{ORIGINALS}/") and not name.endswith(MAP):
            files[name] = path.read_bytes()
    return Folder(folder.name, folder.relative_to(root).as_posix(), files, media)


def read_shared(root: Path, docs: Path) -> dict[str, bytes]:
    """The files that all briefs share, where they are there."""
    return {name: (docs / name).read_bytes() for name in SHARED if _may_read(docs / name, root)}


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in name.parts)
        if not hidden and _may_read(path, folder):
            yield name.as_posix(), path


def write_new(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files of a scaffold; raises FileExistsError, before writing any, where one is there already."""
    paths = [folder / name for name in files]
    for path in paths:
        if path.exists():
            raise FileExistsError(errno.EEXIST, "exists already", str(path))
    for path, content in zip(paths, files.values(), strict=True):
        write_atomically(path, content)
    return paths


# A site is built in a folder beside the published one and takes its place in one step.


def building_folder(site: Path) -> Path:
    """A fresh folder beside `site`, named after this process; folders that died builds left behind are removed."""
    for stale in site.parent.glob(f".{site.name}.*.building"):
        if not _is_alive(stale.name.split(".")[-3]):
            shutil.rmtree(stale, ignore_errors=True)
    folder = _beside(site)
    folder.mkdir(parents=True)
    return folder


def publish_folder(built: Path, site: Path) -> None:
    """Put `built` in the place of `site`, in one step where the system can exchange two folders (Linux).

    Hidden entries of the old site (`.git`, `.well-known`) are nobody's output: they stay, as MkDocs has it.
    """
    with contextlib.suppress(OSError):
        built.rename(site)  # there is none, or an empty one
        return
    if not _exchange(built, site):
        old = _beside(site)
        site.rename(old)
        built.rename(site)
        built = old
    for hidden in built.glob(".*"):
        if not (site / hidden.name).exists():
            hidden.rename(site / hidden.name)
    shutil.rmtree(built, ignore_errors=True)


def _beside(site: Path) -> Path:
    """A name that no other build has, not even one of this process."""
    return site.parent / f".{site.name}.{os.getpid()}.{secrets.token_hex(4)}.building"


def _is_alive(pid: str) -> bool:
    if not pid.isdecimal():
        return False
    try:
        os.kill(int(pid), 0)
    except PermissionError:
        return True
    except OSError:
        return False
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two paths atomically (renameat2 with RENAME_EXCHANGE, Linux 3.15); False where that is not possible."""
    if not sys.platform.startswith("linux"):
        return False
    with contextlib.suppress(OSError, AttributeError):
        at_working_directory, exchange = -100, 2
        libc = ctypes.CDLL(None, use_errno=True)
        result = libc.renameat2(at_working_directory, os.fsencode(one), at_working_directory, os.fsencode(other), exchange)
        return bool(result == 0)
    return False
