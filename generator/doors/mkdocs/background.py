"""Handouts that are being made while MkDocs goes on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from generator.desk.building import Summary, write_handouts
from generator.desk.publication import Publication
from generator.doors.report import text
from generator.pages.artifacts import Print
from generator.press.press import Job, Press

Fit = Callable[[tuple[Print, ...]], tuple[Print, ...]]


class Background:
    """One set of handouts at a time: a new start gives up what the last one has not begun."""

    def __init__(self, log: logging.LoggerAdapter[logging.Logger], publication: Callable[[], Publication]) -> None:
        self.log = log
        self.publication = publication
        self.jobs: list[Job] = []
        self._generation = 0
        self._written: dict[str, Print] = {}  # by their paths
        self._turn = threading.Lock()  # held while a handout is written, so that none is after `stop`

    def start(self, press: Press, prints: tuple[Print, ...]) -> None:
        """Begin to make handouts, to be collected later."""
        self.stop()
        self.jobs = press.submit(prints)

    def start_writing(self, press: Press, prints: tuple[Print, ...], folder: Path, fit: Fit = tuple, *, afresh: bool = True) -> None:
        """Make handouts in a thread of its own and write them as they come; those that are no more are removed.

        Unless it begins `afresh`, what was written already stays as it is; `fit` gives the others what they need.
        """
        self.stop()
        if afresh:
            self._written.clear()
        for path in self._written.keys() - {made.path for made in prints}:
            del self._written[path]
            (folder / path).unlink(missing_ok=True)
        waiting = tuple(made for made in prints if self._written.get(made.path) is not made)
        if waiting:
            threading.Thread(target=self._write, args=(press, waiting, folder, fit, self._generation), daemon=True).start()

    def _write(self, press: Press, prints: tuple[Print, ...], folder: Path, fit: Fit, generation: int) -> None:
        originals = {made.path: made for made in prints}
        try:
            jobs = press.submit(fit(prints))
            with self._turn:
                if generation != self._generation:
                    _give_up(jobs)
                    return
                self.jobs = jobs
            for result in press.collect(jobs):
                with self._turn:
                    if generation != self._generation:
                        return
                    problems = write_handouts(self.publication(), [result], folder, Summary())
                    self._written[result.document.path] = originals[result.document.path]
                if problems:
                    self.log.error("\n%s", text.listing(problems))
        except (OSError, RuntimeError) as error:  # a full disk, a press that is closed or lost its workers
            if generation == self._generation:
                self.log.error("the handouts cannot be made: %s", error)

    def stop(self) -> None:
        """Give up; when this returns, nothing more is written."""
        with self._turn:
            self._generation += 1
            _give_up(self.jobs)
            self.jobs = []


def _give_up(jobs: list[Job]) -> None:
    for job in jobs:
        job.future.cancel()
