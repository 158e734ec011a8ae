"""The same brief gives the same bytes, wherever, whenever and by however many it is made."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.handouts import GOLDEN

PROGRAM = """
import hashlib, json, os, sys
from pathlib import Path
from tests.support.handouts import all_prints, set_all
root, workers = Path(sys.argv[1]), int(sys.argv[2])
prints = [document for document in all_prints(root) if "letter" not in document.path]
prints = prints[::-1] if workers > 1 else prints
made = set_all(prints, root / "fresh-cache", workers)
print(json.dumps({name: hashlib.sha256(content).hexdigest() for name, content in sorted(made.items())}))
"""


def digests(root: Path, workers: int, **environment: str) -> dict[str, str]:
    """The digests of all handouts of a publication, made by a program of its own."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(root), str(workers)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env=os.environ | environment,
    )
    found: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The handouts of the golden publication, made by one worker."""
    root = tmp_path_factory.mktemp("one") / "publication"
    shutil.copytree(GOLDEN, root, ignore=shutil.ignore_patterns(".cache", "site"))
    return digests(root, 1)


def test_the_same_bytes_elsewhere(first: dict[str, str], tmp_path: Path) -> None:
    """In another folder, on another day, in another time zone, in another order and by more workers: the same bytes."""
    root = tmp_path / "a folder with another name" / "x"
    shutil.copytree(GOLDEN, root, ignore=shutil.ignore_patterns(".cache", "site"))
    other = digests(root, 3, SOURCE_DATE_EPOCH="1770811200", TZ="Asia/Tokyo", PYTHONHASHSEED="7", LANG="de_DE.UTF-8")
    assert other == first
    assert len(first) > 6


def test_other_words_give_other_bytes(first: dict[str, str], tmp_path: Path) -> None:
    """What is in a brief is in the bytes: one letter changes all its handouts, and no other's."""
    root = tmp_path / "publication"
    shutil.copytree(GOLDEN, root, ignore=shutil.ignore_patterns(".cache", "site"))
    brief = root / "briefs/old-bridge/brief.yml"
    brief.write_text(brief.read_text(encoding="utf-8").replace("diversion", "detour"), encoding="utf-8")
    other = digests(root, 2)
    changed = {name for name in first if first[name] != other[name]}
    assert changed == {name for name in first if name.startswith("old-bridge")} | {"booklet.pdf"}


def test_a_cache_knows_all_that_decides(first: dict[str, str]) -> None:
    """No two handouts are alike, so that none can be taken for another."""
    assert len(set(first.values())) == len(first)
    assert all(len(digest) == len(hashlib.sha256().hexdigest()) for digest in first.values())
