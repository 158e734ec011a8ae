"""What is noticed while somebody writes, and what follows it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from generator.doors.mkdocs import rebuilding, watching
from generator.doors.mkdocs.rebuilding import Rebuilding
from generator.doors.mkdocs.watching import Changes, watch
from tests.build.conftest import PATIENCE


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    """A server that has not begun, in whose folder `docs` are two briefs."""
    for slug in ("east", "west"):
        (tmp_path / "docs" / slug).mkdir(parents=True)
        (tmp_path / "docs" / slug / "brief.yml").write_text("title: x\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    made = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path / "site"))
    made.watch(str(tmp_path / "docs"))
    made.watch(str(tmp_path / "mkdocs.yml"))
    yield made
    made.server_close()


def until(done: Callable[[], bool]) -> None:
    """Wait for something that happens in another thread."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.parametrize("told", [True, False])
def test_every_way_to_save_is_noticed(server: LiveReloadServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: bool) -> None:
    """A file that is written, replaced or removed, a folder that comes or goes, a mkdocs.yml that is replaced; reading is no change.

    So it is where the system tells and where it doesn't.
    """
    monkeypatch.setattr(watching, "tells", lambda path: told and path.is_dir())
    changes, docs = Changes(), tmp_path / "docs"
    watch(server, changes)
    server.observer.start()
    try:
        seen: set[Path] = set()

        def noticed(*paths: Path) -> None:
            until(lambda: bool(seen.update(changes.take())) or seen >= set(paths))
            seen.clear()

        time.sleep(0.6)
        (docs / "east/brief.yml").read_bytes()
        (docs / "east/brief.yml").write_text("title: longer\n", encoding="utf-8")
        noticed(docs / "east/brief.yml")
        assert vars(server)["_want_rebuild"]
        (docs / "west/new.tmp").write_text("title: replaced\n", encoding="utf-8")
        (docs / "west/new.tmp").replace(docs / "west/brief.yml")
        noticed(docs / "west/brief.yml")
        (tmp_path / "aside").mkdir()
        (docs / "east").rename(tmp_path / "aside/east")
        noticed(docs / "east")
        (tmp_path / "north").mkdir()
        (tmp_path / "north/brief.yml").write_text("title: x\n", encoding="utf-8")
        (tmp_path / "north").rename(docs / "north")
        noticed(docs / "north")
        (docs / "north/brief.yml").unlink()
        noticed(docs / "north/brief.yml")
        (tmp_path / "new.yml").write_text("site_name: replaced\n", encoding="utf-8")
        (tmp_path / "new.yml").replace(tmp_path / "mkdocs.yml")
        noticed(tmp_path / "mkdocs.yml")
        (docs / "west/brief.yml").read_bytes()
        time.sleep(0.7)
        assert not changes.take()
    finally:
        server.observer.stop()
        server.observer.join()


def test_what_the_system_cannot_tell_is_looked_at(server: LiveReloadServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where too many folders are watched already, changes are noticed as before."""
    monkeypatch.setattr(watching, "tells", lambda path: path.is_dir())
    changes = Changes()
    watch(server, changes)

    def refused(*_: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(vars(server)["observer"].told, "start", refused)
    server.observer.start()
    try:
        time.sleep(0.6)
        (tmp_path / "docs/east/brief.yml").write_text("title: longer\n", encoding="utf-8")
        until(lambda: tmp_path / "docs/east/brief.yml" in changes.take())
    finally:
        server.observer.stop()
        server.observer.join()


class Desk:
    """What follows changes, as a test wants it."""

    docs = ""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.meanwhile: Callable[[], None] = lambda: None
        self.fails = False

    def briefs_in(self, changed: Iterable[Path]) -> set[str] | None:
        names = {path.parent.name for path in changed}
        return None if "" in names else names

    def refresh(self, changed: Collection[str]) -> bool:
        self.done.append(" ".join(sorted(changed)))
        self.meanwhile()
        return not self.fails

    def settle(self) -> bool:
        return False


@pytest.fixture
def follow(server: LiveReloadServer, monkeypatch: pytest.MonkeyPatch) -> tuple[Rebuilding, Desk]:
    """What follows changes; nothing is watched but what the test notes."""
    monkeypatch.setattr(rebuilding, "AFTERWARDS", 0)
    desk = Desk()
    desk.docs = next(iter(vars(server)["_watched_paths"]))
    server.builder = lambda: desk.done.append("everything")
    return Rebuilding(desk, server), desk


def test_what_is_saved_at_once_is_followed_once(follow: tuple[Rebuilding, Desk]) -> None:
    """Ten files are one refresh; where one is no brief's, one build of everything; after that there is nothing to do."""
    rebuild, desk = follow
    rebuild.changes.note(*(Path("docs", slug, f"{number}.txt") for slug in ("east", "west") for number in range(5)))
    rebuild()
    rebuild()
    assert desk.done == ["east west"]
    rebuild.changes.note(Path("docs/east/brief.yml"), Path("mkdocs.yml"))
    rebuild()
    assert desk.done == ["east west", "everything"]


def test_a_save_meanwhile_is_not_lost(follow: tuple[Rebuilding, Desk]) -> None:
    """What is saved while a change is followed is followed next; what could not be followed is tried again with the next change."""
    rebuild, desk = follow
    desk.meanwhile = lambda: rebuild.changes.note(Path("docs/west/brief.yml"))
    rebuild.changes.note(Path("docs/east/brief.yml"))
    rebuild()
    desk.meanwhile, desk.fails = lambda: None, True
    rebuild()
    desk.fails = False
    rebuild.changes.note(Path("docs/north/brief.yml"))
    rebuild()
    assert desk.done == ["east", "west", "north west"]
