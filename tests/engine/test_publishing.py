"""Builds in real processes: a site is replaced as a whole, the build begun last has the say, and killed ones leave nothing for long."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from generator.engine import claims, publishing
from generator.engine.claims import Claim, Lock, Pattern, clear_abandoned, living
from generator.engine.publishing import Building

# Builds a site of three files that say `name`; each step waits for a line.
BUILDER = """
import os, signal, sys
from pathlib import Path
from generator.engine import publishing

site, name, dies = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
if "cannot-exchange" in dies:
    publishing._exchange = lambda one, other: False
if dies:
    def die(self, token, noted):
        if noted:
            os.kill(os.getpid(), signal.SIGKILL)
    publishing.Building._finish = die
building = publishing.Building(site)
for file in "abc":
    (building.folder / file).write_text(name)
print("begun", flush=True)
sys.stdin.readline()
print(building.publish(), flush=True)
building.leave()
"""


def can_unshare() -> bool:
    """Whether this machine lets us have a namespace of process ids of our own, as a container has."""
    tool = shutil.which("unshare")
    return tool is not None and subprocess.run([tool, "-pf", "--mount-proc", "true"], capture_output=True, check=False).returncode == 0


HERE = pytest.param((), id="one machine")
CONTAINER = pytest.param(
    ("unshare", "-pf", "--mount-proc"),
    id="two containers",
    marks=pytest.mark.skipif(not can_unshare(), reason="no namespaces of process ids for this user"),
)

Begin = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was built, with something that is not ours."""
    folder = tmp_path / "site"
    (folder / ".git").mkdir(parents=True)
    for file in "abc":
        (folder / file).write_text("first", encoding="utf-8")
    return folder


@pytest.fixture
def begin(site: Path) -> Iterator[Begin]:
    """Begin builds; those that still run at the end are ended."""
    builds: list[subprocess.Popen[str]] = []

    def started(name: str, *dies: str, inside: Sequence[str] = ()) -> subprocess.Popen[str]:
        words = [*inside, sys.executable, "-c", BUILDER, str(site), name, *dies]
        build = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)
        builds.append(build)
        assert build.stdout is not None
        assert build.stdout.readline() == "begun\n"
        return build

    yield started
    for build in builds:
        if build.poll() is None:
            os.killpg(build.pid, signal.SIGKILL)
        build.communicate()


def publishes(build: subprocess.Popen[str]) -> bool:
    """Let a build publish, and say whether it did."""
    output, _ = build.communicate("\n")
    return output == "True\n"


def said(site: Path) -> set[str]:
    """What the files of the site say; each must be there."""
    return {(site / file).read_text(encoding="utf-8") for file in "abc"}


def beside(site: Path) -> list[str]:
    """What lies beside the site."""
    return sorted(path.name for path in site.parent.iterdir() if path != site)


@pytest.mark.parametrize("inside", [HERE, CONTAINER])
def test_the_build_that_was_begun_last_has_the_say(begin: Begin, site: Path, inside: Sequence[str]) -> None:
    """A slower build does not put its older content over that of one that was begun later, in whatever container either is."""
    older, newer = begin("older", inside=inside), begin("newer")
    assert publishes(newer)
    assert not publishes(older)
    assert said(site) == {"newer"}
    older, newer = begin("older"), begin("newest", inside=inside)
    assert publishes(older)
    assert publishes(newer)
    assert said(site) == {"newest"}
    assert (site / ".git").is_dir()
    assert beside(site) == []


@pytest.mark.parametrize("inside", [HERE, CONTAINER])
def test_a_folder_is_cleared_when_its_build_is_gone_and_not_before(begin: Begin, site: Path, inside: Sequence[str]) -> None:
    """The next build leaves alone what another one is building, though it cannot see its process, and clears it once that was killed."""
    running = begin("running", inside=inside)
    (folder,) = site.parent.glob(".site.*.building")
    assert publishes(begin("next"))
    assert sorted(path.name for path in folder.iterdir()) == ["a", "b", "c"]
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate()
    assert beside(site) == [folder.name, folder.with_suffix(".lock").name]
    assert publishes(begin("last"))
    assert beside(site) == []
    assert said(site) == {"last"}


def built(site: Path, words: str) -> Building:
    """A build of this process with the files of a site."""
    building = Building(site)
    for file in "abc":
        (building.folder / file).write_text(words, encoding="utf-8")
    return building


needs_exchange = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="this system exchanges no folders")


@pytest.mark.parametrize("exchanges", [pytest.param(True, marks=needs_exchange), False])
def test_a_site_is_replaced_and_what_is_hidden_stays(site: Path, monkeypatch: pytest.MonkeyPatch, *, exchanges: bool) -> None:
    """Whether the system exchanges folders or not: the new files are there, nobody's hidden ones are too, and nothing is left beside."""
    exchange, exchanged = publishing._exchange, []
    monkeypatch.setattr(publishing, "_exchange", lambda one, other: exchanged.append(exchanges and exchange(one, other)) or exchanged[-1])
    (site / ".own").write_text("old", encoding="utf-8")
    building = built(site, "new")
    (building.folder / ".own").write_text("new", encoding="utf-8")
    assert building.publish()
    assert exchanged == [exchanges]
    assert beside(site) == [building.folder.name] * exchanges + [building.claim.lock.path.name]
    building.leave()
    assert said(site) == {"new"}
    assert (site / ".git").is_dir()
    assert (site / ".own").read_text(encoding="utf-8") == "new"
    assert beside(site) == []


def test_a_site_may_be_the_first(tmp_path: Path) -> None:
    """Folders that are not there yet are made; a file in the site's place is left alone, and named."""
    site = tmp_path / "of/a/site"
    building = built(site, "new")
    (building.folder / "b").unlink()
    assert building.lacks(["c", "b", "a", "d/e"]) == ["b", "d/e"]
    (building.folder / "b").write_text("new", encoding="utf-8")
    assert building.publish()
    building.leave()
    assert said(site) == {"new"}
    with pytest.raises(NotADirectoryError) as refused:
        Building(site / "a")
    error = refused.value
    assert (error.errno, error.strerror, error.filename) == (errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(site / "a"))
    assert said(site) == {"new"}


def test_an_older_build_may_have_ended(site: Path) -> None:
    """Who gave up needs not be told."""
    older, newer = built(site, "older"), built(site, "newer")
    older.leave()
    assert newer.publish()
    newer.leave()
    assert said(site) == {"newer"}
    assert beside(site) == []


@needs_exchange
def test_what_cannot_be_removed_stops_no_build(site: Path) -> None:
    """A link in the place where the old site would go is nobody's site: it is not followed, and the new site is there."""
    (site.parent / "elsewhere").mkdir()
    (site.parent / "elsewhere/a").touch()
    building = built(site, "new")
    building.folder.with_suffix(".old").symlink_to(site.parent / "elsewhere")
    assert building.publish()
    building.leave()
    assert said(site) == {"new"}
    assert (site.parent / "elsewhere/a").is_file()


@needs_exchange
def test_folders_are_exchanged_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two folders take each other's place, by names seen from here, too; where the system cannot, it says so, and nothing moves."""
    monkeypatch.chdir(tmp_path)
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert publishing._exchange(Path("one"), Path("other"))
    assert (tmp_path / "one/other").is_file()
    assert (tmp_path / "other/one").is_file()
    assert publishing._exchange(tmp_path / "one", tmp_path / "none") is False

    def unknown(*_: object, **__: object) -> object:
        raise OSError(errno.ENOENT, "no library")

    for name, value in (("sys.platform", "darwin"), ("ctypes.CDLL", lambda *_, **__: object()), ("ctypes.CDLL", unknown)):
        with monkeypatch.context() as patch:
            patch.setattr(f"generator.engine.publishing.{name}", value)
            assert publishing._exchange(tmp_path / "one", tmp_path / "other") is False
    assert (tmp_path / "one/other").is_file()


@pytest.mark.parametrize("left", ["both", "the old one", "the new one"])
def test_what_a_killed_build_left_of_a_site_is_the_site(site: Path, left: str) -> None:
    """Killed between two renamings, the new site is brought, else the old one, with all that was hidden."""
    killed = built(site, "killed")
    killed.claim.lock.note(publishing.PUBLISHING)
    old = killed.folder.with_suffix(".old")
    site.rename(old)
    if left == "the old one":
        shutil.rmtree(killed.folder)
    elif left == "the new one":
        killed.folder.rename(site)
    killed.claim.lock.release(remove=False)
    Building(site).leave()
    assert said(site) == {"first" if left == "the old one" else "killed"}
    assert (site / ".git").is_dir()
    assert beside(site) == []


@pytest.mark.parametrize("dies", ["right-after", "cannot-exchange"])
def test_a_build_that_is_killed_while_it_publishes(begin: Begin, site: Path, dies: str) -> None:
    """Killed right after the folders were exchanged, its site stays, and what was hidden in the old one comes back with the next build."""
    begin("killed", dies).communicate("\n")
    assert said(site) == {"killed"}
    assert not (site / ".git").exists()
    begin("next")
    assert said(site) == {"killed"}
    assert (site / ".git").is_dir()


def test_a_build_that_is_killed_between_two_renamings(site: Path) -> None:
    """Where folders cannot be exchanged, and a build is killed when the old site has gone and its own has not come, the next brings it."""
    script = BUILDER.replace("building = ", "publishing._put = lambda built, site, old: (site.rename(old), die(0, 0, 1))\nbuilding = ")
    subprocess.run([sys.executable, "-c", script, str(site), "killed", "dies"], input="\n", text=True, capture_output=True, check=False)
    assert not site.exists()
    Building(site).leave()
    assert said(site) == {"killed"}
    assert (site / ".git").is_dir()
    assert beside(site) == []


def test_what_older_versions_left_is_cleared(site: Path) -> None:
    """A folder that was named after a process and has no lock goes; what only looks alike stays."""
    for name in (".site.4711.0a1b2c3d.building", ".site.backup.building", ".site.0123456789abcdef.building.tar"):
        (site.parent / name).mkdir()
    Building(site).leave()
    assert beside(site) == [".site.0123456789abcdef.building.tar", ".site.backup.building"]


def test_readers_never_see_a_hole(site: Path) -> None:
    """Somebody who asks for files of the site again and again while builds publish gets one each time."""
    ends, looked, holes = threading.Event(), threading.Event(), []

    def look() -> None:
        while not ends.is_set():
            try:
                said(site)
            except FileNotFoundError as hole:
                holes.append(hole)
            looked.set()

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(30):
        building = Building(site)
        for file in "abc":
            (building.folder / file).write_text(str(number), encoding="utf-8")
        looked.clear()
        assert building.publish()
        building.leave()
        looked.wait()
    ends.set()
    reader.join()
    assert holes == []


def test_where_locks_are_unknown_nothing_is_cleared(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file system without locks builds go on, and take nobody's folder away."""
    monkeypatch.setattr(claims, "_locked", lambda descriptor, wait: None)
    running, other = Building(site), Building(site)
    (other.folder / "a").write_text("other", encoding="utf-8")
    assert running.folder.is_dir()
    assert other.publish()
    assert not running.publish()
    for building in (running, other):
        building.leave()
    assert beside(site) == []


def test_a_lock_whose_file_was_removed_meanwhile_is_another(tmp_path: Path) -> None:
    """Who waited for a lock that went with its release takes the one that is there, so that two never have it."""
    first, second, third = (Lock(tmp_path / "lock") for _ in range(3))
    assert first.take()
    waiting = threading.Thread(target=lambda: second.take(wait=True))
    waiting.start()
    assert third.take() is False
    first.release()
    waiting.join()
    assert third.take() is False
    second.release()
    assert third.take()
    third.release()


def test_a_folder_goes_with_its_claim(tmp_path: Path) -> None:
    """What is claimed is this process's own, stays while it is, and may be given up twice."""
    pattern = Pattern(tmp_path, "room-")
    claim = Claim(pattern, 0o700)
    assert claim.folder.stat().st_mode & 0o777 == 0o700
    clear_abandoned(pattern)
    assert claim.folder.is_dir()
    assert list(living(pattern)) == [claim.token]
    claim.cleanup()
    claim.cleanup()
    assert list(tmp_path.iterdir()) == []
