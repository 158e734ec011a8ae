"""Making the PDFs of prints: from the cache where it can, else in workers.

Documents are kept in a cache addressed by everything that goes into them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError, Executor, Future
from dataclasses import dataclass, fields
from importlib.metadata import version
from queue import SimpleQueue

from generator import __version__
from generator.engine.cache import Cache
from generator.engine.digest import digest_of
from generator.engine.limits import LimitError, Limits
from generator.pages.artifacts import Card, Print
from generator.press.archive import VARIANT
from generator.press.fonts import FontFile, font_files
from generator.press.sealing import Seal, sealed
from generator.press.setting import UnsetError
from generator.press.worker import WorkerDiedError
from generator.press.workers import Workers

SETTERS = (  # what sets pages, and draws those of cards
    "weasyprint", "pydyf", "fonttools", "pikepdf", "pillow", "pyphen", "tinycss2", "cssselect2", "tinyhtml5", "pypdfium2",
)  # fmt: skip

OpenExecutor = Callable[[tuple[FontFile, ...], Limits], tuple[Executor, Callable[[Print], bytes]]]


@dataclass(frozen=True)
class Result:
    """A print that was tried: its PDF, or in words why it could not be set.

    `over_limit` says that it wanted more time or memory than a document may have, `reused` that the PDF came from the cache.
    """

    document: Print
    pdf: bytes | None
    problem: str | None = None
    over_limit: bool = False
    reused: bool = False


@dataclass(frozen=True)
class Job:
    """A document that is being made, or has been made before."""

    document: Print
    digest: str
    future: Future[bytes]
    reused: bool


def fonts_digest(fonts: Iterable[FontFile]) -> str:
    """A digest of the fonts and of the programs that set with them."""
    return digest_of(__version__, VARIANT, *map(version, SETTERS), *(part for file in fonts for part in (file.name, file.truetype)))


def document_digest(document: Print, fonts: str, key: str = "") -> str:
    """A digest of all that decides over a document's bytes; `fonts` is the digest of the fonts, `key` names the key that signs it."""
    parts: list[str | bytes] = [fonts, key]
    for field in fields(document):
        value = getattr(document, field.name)
        parts += [part for name in sorted(value) for part in (name, value[name])] if isinstance(value, Mapping) else [repr(value)]
        parts.append("")
    return digest_of(*parts)


def in_words(error: BaseException) -> str:
    """Why a document could not be set: errors of our own say it, those of libraries bear names that programmers know."""
    if isinstance(error, (LimitError, UnsetError, WorkerDiedError, CancelledError)):
        return str(error)
    if type(error).__name__ == "RecursionError":
        return "what it holds is nested too deep"
    return f"the typesetter failed: {str(error) or type(error).__name__}"


def _as_they_end(futures: Collection[Future[bytes]]) -> Iterator[Future[bytes]]:
    """Futures as they end. `as_completed` of the standard library waits for ever for one that was cancelled before it began."""
    ended: SimpleQueue[Future[bytes]] = SimpleQueue()
    for future in futures:
        future.add_done_callback(ended.put)
    for _ in futures:
        yield ended.get()


class Press:
    """Makes PDFs through an executor: worker processes of its own, or what `open_executor` gives; `seal` signs what they made."""

    def __init__(
        self,
        cache: Cache,
        workers: int | None = None,
        limits: Limits | None = None,
        open_executor: OpenExecutor | None = None,
        seal: Seal | None = None,
    ) -> None:
        self.cache = cache
        self.workers = workers or max(1, min(8, os.cpu_count() or 1))
        self.limits = limits or Limits()
        self.open_executor = open_executor or self._open_workers
        self.seal = seal
        self.fonts: tuple[FontFile, ...] = ()
        self._fonts_digest = ""
        self._open: tuple[Executor, Callable[[Print], bytes]] | None = None

    def submit(self, documents: Iterable[Print]) -> list[Job]:
        """Begin to make documents."""
        if not self.fonts:
            self.fonts = font_files()
            self._fonts_digest = fonts_digest(self.fonts)
        return [self._job(document) for document in documents]

    def _job(self, document: Print) -> Job:
        digest = document_digest(document, self._fonts_digest, self.seal.name if self.seal else "")
        kept = self.cache.get(digest)
        if kept is None:
            executor, task = self._open = self._open or self.open_executor(self.fonts, self.limits)
            return Job(document, digest, executor.submit(task, document), reused=False)
        future: Future[bytes] = Future()
        future.set_result(kept)
        return Job(document, digest, future, reused=True)

    def collect(self, jobs: Iterable[Job]) -> Iterator[Result]:
        """Results as they come; a document that cannot be set is a result, too, never an exception."""
        waiting = {job.future: job for job in jobs}
        for future in _as_they_end(waiting):
            job = waiting[future]
            error = (
                CancelledError("it was given up: what would have set it was stopped or lost") if future.cancelled() else future.exception()
            )
            if error is not None:
                yield Result(job.document, None, in_words(error), isinstance(error, LimitError))
                continue
            pdf = future.result()
            if not job.reused:
                pdf = sealed(pdf, self.seal) if self.seal and not isinstance(job.document, Card) else pdf
                self.cache.put(job.digest, pdf)
            yield Result(job.document, pdf, reused=job.reused)

    def _open_workers(self, fonts: tuple[FontFile, ...], limits: Limits) -> tuple[Executor, Callable[[Print], bytes]]:
        workers = Workers(self.workers, fonts, limits)
        return workers, workers.crew.set

    @property
    def executor(self) -> Executor | None:
        """What documents are made through, once there was one to make."""
        return self._open[0] if self._open else None

    def close(self) -> None:
        """Stop the workers; documents that are not made are given up."""
        if self._open is not None:
            self._open[0].shutdown(wait=True, cancel_futures=True)
            self._open = None
