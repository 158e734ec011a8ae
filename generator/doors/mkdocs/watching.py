"""What has changed since somebody last asked, while MkDocs serves: by what the system tells at once, or else by looking twice a second.

MkDocs looks at every file again and again, for not every file system tells of what others do in it. Linux tells of its own ones; for all
others, for single files (which editors replace), and where too many folders are watched already, it stays as it was.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import threading
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

FOLDERS = (DirCreatedEvent, DirDeletedEvent, DirMovedEvent)
CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent, *FOLDERS]
TOLD = frozenset(("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay", "bcachefs"))
"""File systems in which nobody but this machine writes."""


class Changes:
    """The paths that have changed and were not taken yet."""

    def __init__(self) -> None:
        self._paths: set[Path] = set()
        self._lock = threading.Lock()

    def note(self, *paths: Path) -> None:
        """Add some."""
        with self._lock:
            self._paths.update(paths)

    def take(self) -> frozenset[Path]:
        """All, which are forgotten."""
        with self._lock:
            taken, self._paths = frozenset(self._paths), set()
            return taken


def watch(server: LiveReloadServer, changes: Changes) -> None:
    """Have everything that a server watches, and will watch, watched by what is fast, and its changes noted before the server hears."""
    logging.getLogger("watchdog").addHandler(logging.NullHandler())  # it says that it ends as if that were wrong
    watched = [path for path, times in vars(server)["_watched_paths"].items() for _ in range(times)]
    for path in watched:
        server.unwatch(path)
    vars(server)["observer"] = _Observer(server.observer, changes)
    for path in watched:
        server.watch(path)


class _Observer:
    """What a server knows of an observer, made of two: the system's, where it tells of a folder, and the one that looks."""

    def __init__(self, looking: BaseObserver, changes: Changes) -> None:
        self.looking = looking
        self.told: BaseObserver = Observer()
        self.changes = changes
        self._watches: list[tuple[FileSystemEventHandler, str, bool, list[ObservedWatch]]] = []

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> list[ObservedWatch]:
        noting = _Noting(handler, self.changes)
        observer = self.told if tells(Path(path)) else self.looking
        try:
            watch = [observer.schedule(noting, path, recursive=recursive, event_filter=CHANGES)]
        except OSError:  # too many are watched already
            watch = [self.looking.schedule(noting, path, recursive=recursive, event_filter=CHANGES)]
        self._watches.append((noting, path, recursive, watch))
        return watch

    def unschedule(self, watch: list[ObservedWatch]) -> None:
        for observer in (self.told, self.looking):
            if watch[0] in vars(observer)["_handlers"]:
                observer.unschedule(watch[0])
        self._watches = [kept for kept in self._watches if kept[3] is not watch]

    def start(self) -> None:
        """Begin; where the system does not tell of so many folders, all are looked at."""
        self.looking.start()
        try:
            self.told.start()
        except OSError as error:
            logging.getLogger("mkdocs.livereload").debug("the system does not tell of changes: %s", error)
            self.told.unschedule_all()
            self.told = Observer()
            for handler, path, recursive, watch in self._watches:
                watch[0] = self.looking.schedule(handler, path, recursive=recursive, event_filter=CHANGES)

    def stop(self) -> None:
        self.told.stop()
        self.looking.stop()

    def join(self) -> None:
        for observer in (self.told, self.looking):
            if observer.is_alive():
                observer.join()


class _Noting(FileSystemEventHandler):
    """Notes the paths of an event before somebody else handles it."""

    def __init__(self, handler: FileSystemEventHandler, changes: Changes) -> None:
        self.handler = handler
        self.changes = changes

    def dispatch(self, event: FileSystemEvent) -> None:
        if not isinstance(event, tuple(CHANGES)):
            return
        self.changes.note(*(Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path))
        # a folder that was moved here or away is a change, too, which MkDocs would not take for one
        self.handler.dispatch(FileModifiedEvent(event.src_path) if isinstance(event, FOLDERS) else event)


def tells(path: Path) -> bool:
    """Whether the system tells of every change in a folder."""
    return sys.platform == "linux" and path.is_dir() and _kind(path.resolve()) in TOLD


def _kind(path: Path) -> str:
    """The name of the file system that a path is in."""
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    mounts: dict[Path, str] = {}
    for line in lines:
        before, _, after = line.partition(" - ")
        mounts[Path(re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), before.split()[4]))] = after.split()[0]
    return next((mounts[folder] for folder in (path, *path.parents) if folder in mounts), "")
