"""What follows a change while MkDocs serves: a refresh where only briefs have changed, else MkDocs's own build of everything."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Protocol

from mkdocs.livereload import LiveReloadServer

from generator.doors.mkdocs.watching import Changes, watch
from generator.errors import PublicationError

TOGETHER = 0.03  # seconds of rest after a change: what an editor saves at once is one change
AFTERWARDS = 0.5  # seconds from a refresh until all that nobody has asked for is made, too

log = logging.getLogger("mkdocs.plugins.briefs")


class Refreshing(Protocol):
    """What can follow a change of briefs; `docs` is the folder that they are in now."""

    docs: str

    def briefs_in(self, changed: Iterable[Path]) -> set[str] | None:
        """The briefs that own some paths; None where that is not all."""

    def refresh(self, changed: Collection[str]) -> bool:
        """Follow a change of briefs; whether that went well."""

    def settle(self) -> bool:
        """Make all that nobody has asked for yet; whether MkDocs has to build its own pages again."""


class Rebuilding:
    """The builder of a server."""

    def __init__(self, plugin: Refreshing, server: LiveReloadServer) -> None:
        self.plugin = plugin
        self.server = server
        self.everything = server.builder
        self.changes = Changes()
        self.missed: set[str] = set()  # briefs that have changed and could not be followed
        watch(server, self.changes)
        server.builder = self
        server.build_delay = TOGETHER

    def __call__(self) -> None:
        """Follow what has changed since the last time."""
        changed = self.changes.take()
        briefs = self.plugin.briefs_in(changed)
        if briefs is None:
            self.everything()
            self.missed.clear()
            if self.plugin.docs not in vars(self.server)["_watched_paths"]:  # mkdocs.yml names another one now
                self.server.watch(self.plugin.docs)
        elif changed:
            self.missed |= briefs
            if self.plugin.refresh(self.missed):
                self.missed = set()
                threading.Thread(target=self._settle, daemon=True).start()

    def _settle(self) -> None:
        time.sleep(AFTERWARDS)
        try:
            again = self.plugin.settle()
        except PublicationError as error:
            log.error("%s", error)
            return
        if again:
            self.changes.note(Path())  # which no brief owns
            with vars(self.server)["_rebuild_cond"]:
                vars(self.server)["_want_rebuild"] = True
                vars(self.server)["_rebuild_cond"].notify_all()
