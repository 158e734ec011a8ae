"""The same publication gives the same site, wherever, whenever and by however many it is built; its manifest lists it."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from click.testing import CliRunner

from generator import __version__
from generator.doors.cli import main
from generator.dossier.signature import signature_of
from generator.engine.keys import KEY_FILE, new_key
from tests.build.conftest import Tree


def test_the_same_bytes_elsewhere(filled: Tree, tmp_path: Path) -> None:
    """In another folder, on another day, in another zone and language, with another hash seed and more workers: the same files."""
    root = tmp_path / "ein anderer Ordner" / "x"
    shutil.copytree(filled.root, root, ignore=shutil.ignore_patterns("site", ".cache"))
    tree = Tree(root)
    tree.edit("mkdocs.yml", ("  - briefs:\n", "  - briefs:\n      workers: 2\n"))
    other = {"SOURCE_DATE_EPOCH": "1772800000", "TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "7"}
    done = tree.build("--strict", **other)
    assert done.returncode == 0, done.stdout
    before, after = filled.files(), tree.files()
    assert [path for path in sorted(before.keys() | after.keys()) if before.get(path) != after.get(path)] == []


def test_the_manifest_lists_every_file(filled: Tree) -> None:
    """manifest.json has the digest of every other file of the site, the digests of the sources, and the program that made it."""
    files = filled.files()
    listed = json.loads(files.pop("manifest.json"))
    expected = [{"path": path, "bytes": len(files[path]), "sha256": hashlib.sha256(files[path]).hexdigest()} for path in sorted(files)]
    assert listed["files"] == expected
    assert listed["program"] == f"explainer-briefs {__version__}"
    sources = json.loads(files["old-bridge/evidence.json"])["sources"]
    (brief,) = (brief for brief in listed["briefs"] if brief["slug"] == "old-bridge")
    assert brief["sources"] == [{"id": source["id"], "sha256": source["sha256"]} for source in sources]
    assert brief["handouts"] == ["old-bridge/old-bridge.pdf"]
    assert "signature" not in listed


def test_a_site_that_was_built_is_verified(filled: Tree, tmp_path: Path) -> None:
    """`briefs verify` holds a built site, its handouts among it, and finds a handout that was changed."""
    site = shutil.copytree(filled.site, tmp_path / "site")
    result = CliRunner().invoke(main, ["verify", str(site)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert "holds: old-bridge/old-bridge.pdf" in result.output
    (site / "old-bridge/old-bridge.pdf").write_bytes(b"%PDF-1.7")
    result = CliRunner().invoke(main, ["verify", str(site)], catch_exceptions=False)
    assert result.exit_code == 1
    assert "fails: old-bridge/old-bridge.pdf cannot be verified" in result.output


def test_the_manifest_is_signed_with_the_key(tree: Tree, tmp_path: Path) -> None:
    """Where the environment names a key the manifest names it, and is signed with it."""
    key, _ = new_key(tmp_path / "key")
    done = tree.build("--strict", **{KEY_FILE: str(tmp_path / "key")})
    assert done.returncode == 0, done.stdout
    listed = json.loads(tree.files()["manifest.json"])
    signature = signature_of(listed)
    assert signature is not None
    assert signature.holds
    assert listed["key"] == signature.key.name == key.public.name


def test_a_manifest_of_the_publications_own_gives_way(tree: Tree) -> None:
    """A file of the same name among the published ones is replaced, which is said."""
    tree.write("briefs/manifest.json", "{}")
    tree.edit("mkdocs.yml", ("  - briefs:\n", "  - briefs:\n      publish_also: [manifest.json]\n"))
    done = tree.build()
    assert "manifest.json gives way" in done.stdout
    assert json.loads(tree.files()["manifest.json"])["files"]
