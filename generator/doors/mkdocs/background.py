"""Handouts that are being made while MkDocs goes on."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from generator.desk.building import Summary, write_handouts
from generator.doors.report import text
from generator.pages.artifacts import Print
from generator.press.press import Job, Press


class Background:
    """One set of handouts at a time: a new start gives up what the last one has not begun."""

    def __init__(self, log: logging.LoggerAdapter[logging.Logger]) -> None:
        self.log = log
        self.jobs: list[Job] = []
        self._generation = 0
        self._turn = threading.Lock()  # held while a handout is written, so that none is after `stop`

    def start(self, press: Press, prints: tuple[Print, ...]) -> None:
        """Begin to make handouts, to be collected later."""
        self.stop()
        self.jobs = press.submit(prints)

    def start_writing(self, press: Press, prints: tuple[Print, ...], folder: Path) -> None:
        """Make handouts in a thread of its own and write them as they come."""
        self.stop()
        threading.Thread(target=self._write, args=(press, prints, folder, self._generation), daemon=True).start()

    def _write(self, press: Press, prints: tuple[Print, ...], folder: Path, generation: int) -> None:
        try:
            jobs = press.submit(prints)
            with self._turn:
                if generation != self._generation:
                    _give_up(jobs)
                    return
                self.jobs = jobs
            for result in press.collect(jobs):
                with self._turn:
                    if generation != self._generation:
                        return
                    problems = write_handouts([result], folder, Summary())
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
