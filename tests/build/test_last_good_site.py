"""However a build ends, readers have a whole site, and nothing is left beside it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError

from generator.doors.mkdocs import page as mkdocs_page
from generator.doors.mkdocs.plugin import BriefsPlugin
from generator.engine import publishing
from tests.build.conftest import ENVIRONMENT, PATIENCE, Tree


def start(tree: Tree, **environment: str) -> subprocess.Popen[str]:
    """Begin a build in a group of processes of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=tree.root,
        env={**ENVIRONMENT, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def test_a_killed_build_leaves_the_site(tree: Tree) -> None:
    """A build that is killed at any moment leaves the last site whole or its own whole; the next build tidies up."""
    old, kept = tree.files(), shutil.copytree(tree.site, tree.root.parent / "kept")
    tree.edit("briefs/old-bridge/brief.yml", ("watch_for: The report", "watch_for: The second report"))
    began = time.monotonic()
    with start(tree) as reference:
        reference.communicate()
    length = time.monotonic() - began
    new = tree.files()
    assert old != new
    moments = random.Random(7)
    for number in range(6):
        if number % 2:
            shutil.rmtree(tree.root / ".cache", ignore_errors=True)  # the handout must be made, too, and the whole site be written
        shutil.rmtree(tree.site)
        shutil.copytree(kept, tree.site)
        with start(tree) as process:
            time.sleep(moments.uniform(0.3, 1.0) * length)
            os.killpg(process.pid, signal.SIGKILL)
        assert tree.files() in (old, new)
    tree.built()
    assert tree.files() == new
    assert tree.leftovers() == []


def test_an_interrupted_build_tidies_up(tree: Tree) -> None:
    """Ctrl-C in the middle of a build leaves the last site, and nothing beside it."""
    before = tree.files()
    shutil.rmtree(tree.root / ".cache")
    with start(tree) as process:
        while not list(tree.root.glob(".site*/assets")) and process.poll() is None:
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGINT)
        process.communicate(timeout=PATIENCE)
        assert process.returncode != 0
    assert tree.files() == before
    assert tree.leftovers() == []


def test_two_builds_at_once_do_not_mix(tree: Tree) -> None:
    """Builds of one publication at the same time both go well, and the site is a whole one."""
    before = tree.files()
    with start(tree) as one, start(tree) as other:
        logs = [process.communicate(timeout=PATIENCE)[0] for process in (one, other)]
        assert [one.returncode, other.returncode] == [0, 0], logs
    assert tree.files() == before
    assert tree.leftovers() == []


SLOW = """
import os, time
from pathlib import Path

def on_env(env, **_):
    if "GO" in os.environ:
        Path("waits").touch()
        while not Path(os.environ["GO"]).exists():
            time.sleep(0.01)
"""


def test_a_slower_build_does_not_bring_back_what_was(tree: Tree) -> None:
    """A build that read its briefs before an edit, and ends after one that was begun later, says so and leaves the newer site."""
    tree.write("slow.py", SLOW)
    tree.edit("mkdocs.yml", ("docs_dir:", "hooks: [slow.py]\ndocs_dir:"))
    with start(tree, GO="go") as slow:
        while not (tree.root / "waits").exists() and slow.poll() is None:
            time.sleep(0.01)
        tree.edit("briefs/old-bridge/brief.yml", ("watch_for: The report", "watch_for: The second report"))
        tree.built()
        newer = tree.files()
        (tree.root / "go").touch()
        log, _ = slow.communicate(timeout=PATIENCE)
    assert (slow.returncode, "a build that was begun later has published its site already" in log) == (0, True), log
    assert tree.files() == newer
    assert tree.leftovers() == []


@pytest.mark.parametrize("gone", ["about/index.html", "old-bridge/index.html", "old-bridge/brief.json", "assets/briefs.css"])
def test_a_site_with_holes_is_not_published(tree: Tree, gone: str) -> None:
    """Where somebody removes a page or a file of ours from what is being built, the build fails and names it, and the last site stays."""
    before = tree.files()
    tree.write("holes.py", f"import pathlib\n\ndef on_post_build(config):\n    (pathlib.Path(config.site_dir) / {gone!r}).unlink()\n")
    tree.edit("mkdocs.yml", ("docs_dir:", "hooks: [holes.py]\ndocs_dir:"))
    done = tree.build()
    assert (done.returncode, f"it lacks {gone}\n" in done.stdout) == (1, True), done.stdout
    assert tree.files() == before
    assert tree.leftovers() == []


@pytest.mark.parametrize("options", [("--strict",), ("--strict", "--quiet")], ids=" ".join)
def test_a_strict_build_is_strict_when_it_is_quiet(tree: Tree, options: tuple[str, ...]) -> None:
    """A warning of MkDocs's own fails a strict build and leaves the last site, whether warnings are printed or not."""
    before = tree.files()
    tree.edit("briefs/about.md", ("An ordinary", "[Nowhere](nowhere.md). An ordinary"))
    done = tree.build(*options)
    assert (done.returncode, "Aborted with 1 warnings in strict mode" in done.stdout) == (1, True), done.stdout
    assert ("nowhere.md" in done.stdout) == ("--quiet" not in options)
    assert tree.files() == before


@pytest.fixture
def small_disk(tree: Tree) -> Iterator[Tree]:
    """The publication on a disk that has room for it and for little more."""
    disk = tree.root.parent / "disk"
    disk.mkdir()
    size = sum(path.stat().st_size for path in tree.root.rglob("*")) * 2 // 1024 + 2_000
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "none", str(disk)], capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a small disk")
    try:
        shutil.copytree(tree.root, disk / "newsroom")
        yield Tree(disk / "newsroom")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_site(small_disk: Tree) -> None:
    """A build that finds no room fails in a sentence and leaves the last site; with room it goes well."""
    before = small_disk.files()
    room = shutil.disk_usage(small_disk.root).free
    small_disk.write("filler", b"x" * (room - 100_000))
    for command in ("briefs", "mkdocs"):
        done = small_disk.command(command, "build")
        assert (done.returncode, "No space left on device" in done.stdout, "Traceback" in done.stdout) == (1, True, False), done.stdout
        assert small_disk.files() == before
        assert small_disk.leftovers() == []
    (small_disk.root / "filler").unlink()
    small_disk.built()
    assert small_disk.files() == before


def test_hidden_entries_of_the_site_stay(tree: Tree) -> None:
    """What a publisher keeps in the site's folder under a hidden name, as a checkout for uploading, outlives a build."""
    (tree.site / ".git").mkdir()
    (tree.site / ".git/config").write_text("kept", encoding="utf-8")
    (tree.site / "stale.html").write_text("gone", encoding="utf-8")
    tree.built()
    assert (tree.site / ".git/config").read_text(encoding="utf-8") == "kept"
    assert not (tree.site / "stale.html").exists()


def test_a_site_behind_a_link_stays_there(tree: Tree) -> None:
    """Where the site is a symbolic link, what it leads to is replaced and the link stays."""
    elsewhere = tree.root.parent / "elsewhere"
    tree.site.rename(elsewhere)
    tree.site.symlink_to(elsewhere)
    (elsewhere / "index.html").unlink()
    tree.built()
    assert tree.site.is_symlink()
    assert (elsewhere / "index.html").is_file()


def test_what_other_plugins_do_last_belongs_to_the_build(tree: Tree) -> None:
    """A build that another plugin or hook fails at its very end leaves the last site."""
    before = tree.files()
    tree.write("late.py", "def on_post_build(config):\n    raise RuntimeError('late')\n")
    tree.edit("mkdocs.yml", ("docs_dir:", "hooks: [late.py]\ndocs_dir:"))
    tree.edit("briefs/old-bridge/brief.yml", ("watch_for: The report", "watch_for: The second report"))
    assert tree.build().returncode == 1
    assert tree.files() == before
    assert tree.leftovers() == []


def test_a_site_that_cannot_be_written_is_said_in_a_sentence(tree: Tree) -> None:
    """Where the site's folder cannot be made, the build fails without a traceback."""
    tree.write("file", "in the way")
    tree.edit("mkdocs.yml", ("docs_dir:", "site_dir: file/site\ndocs_dir:"))
    done = tree.build()
    assert done.returncode == 1
    assert "cannot build beside the site" in done.stdout
    assert "Traceback" not in done.stdout


# In this process, as other programs call MkDocs: `on_startup` and `on_shutdown` may never come.


@pytest.fixture
def config(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> MkDocsConfig:
    """The configuration as another program would load it."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return load_config(str(tree.root / "mkdocs.yml"))


def plugin_of(config: MkDocsConfig) -> BriefsPlugin:
    """The plugin of a configuration."""
    return next(plugin for plugin in config.plugins.values() if isinstance(plugin, BriefsPlugin))


def test_a_build_by_another_program_gives_the_folder_back(tree: Tree, config: MkDocsConfig) -> None:
    """After a build, MkDocs's configuration names the site again (`gh-deploy` uploads what it names), and it may be built again."""
    site_dir = config.site_dir
    for _ in range(2):
        build(config)
        assert config.site_dir == site_dir
        assert tree.leftovers() == []
    assert config.extra_css == ["assets/briefs.css"]


def test_a_failed_build_by_another_program_gives_the_folder_back(tree: Tree, config: MkDocsConfig) -> None:
    """After a failed build, too."""
    site_dir, before = config.site_dir, tree.files()
    tree.edit("briefs/old-bridge/brief.yml", ("kind: official", "kind: hearsay"))
    with pytest.raises(Abort):
        build(config)
    assert config.site_dir == site_dir
    assert tree.leftovers() == []
    assert tree.files() == before


def test_an_interrupted_build_by_another_program_ends_with_the_next(
    tree: Tree, config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody tells the plugin that a build was interrupted, the next build or the shutdown tidies up after it."""
    site_dir = config.site_dir

    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    for tidy in (lambda: build(config), config.plugins.on_shutdown):
        with monkeypatch.context() as patch:
            patch.setattr(mkdocs_page, "add_all", interrupt)
            with pytest.raises(KeyboardInterrupt):
                build(config)
        assert tree.leftovers() != []
        tidy()
        assert tree.leftovers() == []
        assert config.site_dir == site_dir


def test_a_build_that_breaks_before_the_plugin_is_asked(tree: Tree, config: MkDocsConfig) -> None:
    """An error that comes before the plugin has begun is no reason to fail once more."""
    plugin = plugin_of(config)
    plugin.on_build_error(error=PluginError("early"))
    plugin.on_shutdown()
    assert tree.leftovers() == []


def test_publishing_where_folders_cannot_be_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Systems without an exchange of folders get the new site by renaming, and lose nothing."""
    monkeypatch.setattr(publishing, "_exchange", lambda one, other: False)
    building = publishing.Building(tmp_path / "site")
    for folder in (building.folder, tmp_path / "site"):
        folder.mkdir(exist_ok=True)
        (folder / "index.html").write_text(folder.name, encoding="utf-8")
    (tmp_path / "site/.git").write_text("kept", encoding="utf-8")
    assert building.publish()
    building.leave()
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == building.folder.name
    assert (tmp_path / "site/.git").read_text(encoding="utf-8") == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
