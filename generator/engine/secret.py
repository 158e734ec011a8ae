"""The secret by which a user's caches know their own entries.

Who can write into a cache can write a digest beside what is forged, and cannot write a seal without the secret. It lies in the user's
folder for state, not in a cache or a publication: who can read or change it there could as well change this program. Where none can be
kept, each process has one of its own, and nothing that another one has made is believed.
"""

from __future__ import annotations

import os
import secrets
import stat
import tempfile
from functools import lru_cache
from pathlib import Path

import platformdirs

from generator.engine.atomic import read_regular

NAME = "cache.key"
LENGTH = 32
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def secret() -> bytes:
    """The secret of this user on this machine."""
    return _secret(state_folder())


def is_kept() -> bool:
    """Whether there is one for the next process, too."""
    folder = state_folder()
    return folder is not None and _read(folder / NAME) == secret()


def state_folder() -> Path | None:
    """Where it is kept; `BRIEFS_STATE` names another folder. There is none without a home."""
    folder = Path(os.environ.get("BRIEFS_STATE") or platformdirs.user_state_dir("explainer-briefs"))
    return folder if folder.is_absolute() else None


@lru_cache
def _secret(folder: Path | None) -> bytes:
    made = secrets.token_bytes(LENGTH)
    if folder is None:
        return made
    path = folder / NAME
    try:
        kept = _read(path)
        if kept is None and _is_mine(path):
            path.unlink()  # others may have read it, or it is damaged
        if kept is None:
            _write(path, made)
        return kept or _read(path) or made
    except OSError:
        return made


def _read(path: Path) -> bytes | None:
    """The secret in a file that nobody else may read."""
    try:
        is_private = os.name != "posix" or not path.lstat().st_mode & _OTHERS
        kept = read_regular(path, LENGTH) if is_private and _is_mine(path) else None
    except OSError:
        return None
    return kept if kept is not None and len(kept) == LENGTH else None


def _is_mine(path: Path) -> bool:
    return path.exists() and (os.name != "posix" or path.lstat().st_uid == os.geteuid())


def _write(path: Path, made: bytes) -> None:
    """Keep a secret, unless another process was faster."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{NAME}.")  # which only this user may read
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(made)
        os.link(name, path)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
