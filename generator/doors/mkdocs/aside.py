"""A build beside the site: MkDocs empties the folder it builds into, so it gets another one than readers see."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from generator.engine.growing import Growing, Ledger
from generator.engine.publishing import Building
from generator.engine.site_files import paths_of


class Aside:
    """The folder of one build, from its configuration on until it has taken the site's place or is given up."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.site_dir = config.site_dir
        self.building = Building(Path(config.site_dir).resolve())  # a link to the site stays one
        self.folder = self.building.folder
        config.site_dir = str(self.folder)
        self.warnings = _Warnings() if config.strict else None
        self.ledger: Ledger | None = None
        self.growing: Growing | None = None

    @property
    def fails(self) -> bool:
        """Whether MkDocs is about to abort, for a warning under `strict`."""
        return bool(self.warnings and self.warnings.counts)

    def grow(self, root: Path) -> Growing:
        """The files of the site of a publication's folder, with what MkDocs has written among them; `settle` ends it."""
        written = paths_of(self.folder)
        self.ledger = Ledger(root, self.building.site)
        growing = self.growing = self.ledger.lend(self.building.within)
        growing.take_in(self.folder, written)
        return growing

    def settle(self) -> None:
        """What has grown is what was built."""
        if self.growing:
            self.growing.finish()
            self.building.settle()

    def forget(self, root: Path) -> None:
        """What is built is not made of an earlier site, and no site is kept for that."""
        Ledger(root, self.building.site).discard()

    def publish(self, expected: Iterable[str]) -> bool:
        """Put the folder in the site's place, unless MkDocs is about to abort, or a build that was begun later was faster.

        Raises PluginError where a file that is expected is not there, whoever has removed it.
        """
        missing = self.building.lacks(expected)
        if missing:
            more = f" and {len(missing) - 1} more" if missing[1:] else ""
            raise PluginError(f"the built site is not whole, and the last one stays: it lacks {missing[0]}{more}")
        published = not self.fails and self.building.publish()
        if self.ledger and self.growing:
            if published:
                self.ledger.note(self.growing.files)
            self.ledger.keep(self.folder)  # the site that gave way, or what was built for nothing
        return published

    def leave(self) -> None:
        """Give MkDocs its folder back; what was built and not published is removed."""
        if self.warnings:
            self.warnings.leave()
        self.building.leave()
        self.config.site_dir = self.site_dir


class _Warnings(CountHandler):
    """Counts the warnings of a strict build, and sees to it that MkDocs does: under `--quiet` its own count sees none."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.logger = logging.getLogger("mkdocs")
        self.level_before = self.logger.level
        self.handlers_before: list[tuple[logging.Handler, int]] = []
        self.logger.addHandler(self)
        if self.level_before > logging.WARNING:
            self.handlers_before = [(each, each.level) for each in self.logger.handlers if not isinstance(each, CountHandler)]
            for handler, level in self.handlers_before:
                handler.setLevel(max(level, self.level_before))
            self.logger.setLevel(logging.WARNING)

    def leave(self) -> None:
        """Have the log as it was."""
        self.logger.removeHandler(self)
        self.logger.setLevel(self.level_before)
        for handler, level in self.handlers_before:
            handler.setLevel(level)
