"""The golden publication on a disk, with more files beside it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.golden.test_golden import HERE


def golden_copy(root: Path, files: Mapping[str, str] = {}) -> Path:
    """The golden publication in a new folder, without what was made of it, and texts by their paths there."""
    shutil.copytree(HERE / "publication", root, ignore=shutil.ignore_patterns(".cache", "site"))
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root
