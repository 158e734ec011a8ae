"""An executor whose tasks are documents: each of its threads drives one worker process.

A process pool of the standard library breaks as a whole when one of its processes dies. Here a worker that dies takes one document with
it, which is tried once more.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

from generator.engine.limits import Limits
from generator.pages.artifacts import Print
from generator.press.fonts import FontFile
from generator.press.worker import Worker


class WorkerPerThread:
    """One worker for each thread that asks, until all are ended."""

    def __init__(self, fonts: tuple[FontFile, ...], limits: Limits) -> None:
        self.fonts = fonts
        self.limits = limits
        self.workers: list[Worker] = []
        self.given_up = False
        self._own = threading.local()

    def set(self, document: Print) -> bytes:
        """The PDF of a document, made by the worker of this thread."""
        if not hasattr(self._own, "worker"):
            self._own.worker = Worker(self.fonts, self.limits)
            self.workers.append(self._own.worker)
        worker: Worker = self._own.worker
        worker.given_up = self.given_up
        return worker.set(document)

    def give_up(self) -> None:
        """End them in the middle of their documents."""
        self.given_up = True
        for worker in self.workers:
            worker.give_up()

    def end(self) -> None:
        """End them, when no thread uses them any more."""
        for worker in self.workers:
            worker.end()


class Workers(Executor):
    """As many worker processes as `count`, each started with its first document; its task is `crew.set`."""

    def __init__(self, count: int, fonts: tuple[FontFile, ...], limits: Limits) -> None:
        self.crew = WorkerPerThread(fonts, limits)
        self._threads = ThreadPoolExecutor(count, "briefs-handouts")

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return self._threads.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers; with `cancel_futures` in the middle of a document, too."""
        if cancel_futures:
            self._threads.shutdown(wait=False, cancel_futures=True)
            self.crew.give_up()
        self._threads.shutdown(wait=wait)
        self.crew.end()
