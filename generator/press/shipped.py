"""Fonts as their packages came with them: a package says what digests its files have, and another one is damage or worse."""

from __future__ import annotations

import base64
import hashlib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from generator.errors import PublicationError


def shipped(path: Path, package: str) -> bytes:
    """A file of an installed package; raises PublicationError where it is not the one that the package came with."""
    mend = f"install its package anew: pip install --force-reinstall --no-deps {package}"
    try:
        content = path.read_bytes()
        expected = _digest(path, distribution(package))
    except (OSError, PackageNotFoundError) as error:
        raise PublicationError(f"the font {path} cannot be read ({error}); {mend}") from None
    if expected is not None and expected != base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode():
        raise PublicationError(f"the font {path} is damaged: it is not the one that {package} came with; {mend}")
    return content


def _digest(path: Path, package: Distribution) -> str | None:
    """What a package says of a file; those of Linux distributions may say nothing."""
    hashes = (file.hash for file in package.files or () if path.name == file.name and Path(str(package.locate_file(file))) == path)
    return next((found.value for found in hashes if found and found.mode == "sha256"), None)
