"""The cache of a publication costs time when it is missing, and never more: what is published is what was built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.conftest import ENVIRONMENT, Tree

HANDOUT = "old-bridge/old-bridge.pdf"
# The fonts come from this machine's cache, for making them takes longer than all the rest; then another cache is named.
BRIEFS = """
import os, sys
from generator.press.fonts import font_files
from generator.doors.cli import main
font_files()
name, value = sys.argv.pop(1).split("=", 1)
os.environ[name] = value
main()
"""


def briefs(*words: str) -> list[str]:
    """A command after whose start a variable is set, the first of the words."""
    return [sys.executable, "-c", BRIEFS, *words]


def entry(tree: Tree) -> Path:
    """Where the handout is kept."""
    (path,) = (tree.root / ".cache/handouts").glob("*/*")
    return path


def _forge(path: Path) -> None:
    path.write_bytes(bytes(32) + b"%PDF-1.7 forged")


def _link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/passwd")


@pytest.mark.parametrize("spoil", [_forge, _link, lambda path: path.write_bytes(path.read_bytes()[:-100])], ids=["forged", "link", "short"])
def test_what_was_planted_is_not_published(tree: Tree, spoil: Callable[[Path], object]) -> None:
    """A forged, linked or cut-off handout in the cache is made anew, with the bytes that it had; what nobody uses goes, images, too."""
    before = tree.files()
    unused = tree.root / ".cache/images/00/of-last-year.sealed"
    unused.parent.mkdir(parents=True)
    unused.touch()
    os.utime(unused, (0, 0))
    assert "0 made, 1 reused" in tree.built()
    assert not unused.exists()
    spoil(entry(tree))
    assert "1 made, 0 reused" in tree.built()
    assert tree.files()[HANDOUT] == before[HANDOUT]


@pytest.mark.parametrize("named", ["mkdocs.yml/cache", "briefs/cache", "site/cache"])
def test_a_misplaced_cache_changes_nothing_that_is_published(tree: Tree, named: str) -> None:
    """A cache that cannot be, or that is put where files are published, leaves the site as it is."""
    before = tree.files()
    done = subprocess.run(briefs(f"BRIEFS_CACHE={named}", "build"), cwd=tree.root, env=ENVIRONMENT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert tree.files() == before


def test_a_build_without_a_cache_leaves_none(tree: Tree) -> None:
    """With `BRIEFS_NO_CACHE` everything is made, the same bytes, and nothing is kept."""
    before = tree.files()
    shutil.rmtree(tree.root / ".cache")
    command = briefs("BRIEFS_NO_CACHE=1", "build")
    done = subprocess.run(command, cwd=tree.root, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert "1 made, 0 reused" in done.stderr, done.stderr
    assert tree.files() == before
    assert not (tree.root / ".cache").exists()


def test_a_source_folder_that_may_only_be_read(tree: Tree, tmp_path: Path) -> None:
    """Nothing is written beside the briefs when the site and the cache are elsewhere, and the site is the same."""
    before = tree.files()
    shutil.rmtree(tree.site)
    shutil.rmtree(tree.root / ".cache")
    words = briefs(f"BRIEFS_CACHE={tmp_path / 'cache'}", "build", "--site-dir", str(tmp_path / "out/site"))
    if os.geteuid() == 0:
        inside = ["unshare", "-m", "sh", "-c", 'mount --bind -o ro "$1" "$1" && cd "$1" && shift && exec "$@"', "sh", str(tree.root)]
        if subprocess.run([*inside, "true"], capture_output=True, check=False).returncode:
            pytest.skip("this user may not mount a folder to be read only")
        words = [*inside, *words]
    else:
        for folder, _, _ in os.walk(tree.root):
            Path(folder).chmod(0o500)
    done = subprocess.run(words, cwd=tree.root, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    for folder, _, _ in os.walk(tree.root):
        Path(folder).chmod(0o700)
    assert done.returncode == 0, done.stderr
    assert Tree(tmp_path / "out").files() == before
    assert not (tree.root / ".cache").exists()
    assert list((tmp_path / "cache").rglob("*.sealed"))
