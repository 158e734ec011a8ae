"""Setting prints as PDF with WeasyPrint, in worker processes, without network and without disk.

Floor 8. A worker is given all that a document may show; its fetcher hands out these bytes and the fonts, and nothing else.
Documents are kept in a cache addressed by everything that goes into them.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Any

from generator import __version__
from generator.cache import Cache, digest_of
from generator.fonts import FontFile, font_files, print_stylesheet
from generator.outputs.made import Print

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

BASE = "https://brief.invalid/"  # a name that no network resolves (RFC 6761); the fetcher asks none anyway
VARIANT = "pdf/ua-1"


class UnsetError(Exception):
    """A document could not be set as it should be."""


@dataclass(frozen=True)
class Result:
    """A print that was tried: its PDF, or in words why it could not be set. `reused` says that it came from the cache."""

    document: Print
    pdf: bytes | None
    problem: str | None = None
    reused: bool = False


def document_digest(document: Print, fonts: Iterable[FontFile]) -> str:
    """A digest of all that decides over a document's bytes."""
    mappings = (part for mapping in (document.files, document.attachments) for name in sorted(mapping) for part in (name, mapping[name]))
    versions = (__version__, version("weasyprint"), version("pydyf"), version("fonttools"), VARIANT)
    names = (part for file in fonts for part in (file.name, file.truetype))
    return digest_of(document.html, document.css, document.stamp, *versions, *names, *mappings)


@dataclass(frozen=True)
class Job:
    """A document that is being made, or has been made before."""

    document: Print
    digest: str
    future: Future[bytes]
    reused: bool


class Press:
    """Makes PDFs: from the cache where it can, else in worker processes that are started when first needed."""

    def __init__(self, cache: Cache, workers: int | None = None) -> None:
        self.cache = cache
        self.workers = workers or max(1, min(8, os.cpu_count() or 1))
        self.fonts: tuple[FontFile, ...] = ()
        self._executor: Executor | None = None

    def submit(self, documents: Iterable[Print]) -> list[Job]:
        """Begin to make documents."""
        self.fonts = self.fonts or font_files()
        return [self._job(document) for document in documents]

    def _job(self, document: Print) -> Job:
        digest = document_digest(document, self.fonts)
        kept = self.cache.get(digest)
        if kept is None:
            return Job(document, digest, self.executor.submit(set_document, document), reused=False)
        future: Future[bytes] = Future()
        future.set_result(kept)
        return Job(document, digest, future, reused=True)

    def collect(self, jobs: Iterable[Job]) -> Iterator[Result]:
        """Results as they come; a document that cannot be set is a result, too, never an exception."""
        waiting = {job.future: job for job in jobs}
        for future in as_completed(waiting):
            job = waiting[future]
            error = CancelledError("given up") if future.cancelled() else future.exception()
            if error is not None:
                yield Result(job.document, None, f"{type(error).__name__}: {error}")
                continue
            if not job.reused:
                self.cache.put(job.digest, future.result())
            yield Result(job.document, future.result(), reused=job.reused)

    @property
    def executor(self) -> Executor:
        if self._executor is None:
            # `spawn`: the parent may run threads (the server of `serve`), which a fork would copy half-way.
            self._executor = ProcessPoolExecutor(self.workers, get_context("spawn"), initializer=_start, initargs=(self.fonts,))
        return self._executor

    def close(self) -> None:
        """Stop the workers; documents that are not begun are given up."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


# In a worker

_fonts: dict[str, bytes] = {}
_font_rules = ""


def _start(fonts: tuple[FontFile, ...]) -> None:
    """Prepare a worker: what all its documents share is made once."""
    global _font_rules  # noqa: PLW0603 - a worker process has one set of fonts
    _fonts.update({f"{BASE}fonts/{file.name}.ttf": file.truetype for file in fonts})
    _font_rules = print_stylesheet(fonts, f"{BASE}fonts/")
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose parent was killed has nobody to work for; nothing else would tell it."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def set_document(document: Print) -> bytes:
    """The PDF of a document. Runs in a worker that `_start` has prepared; raises what WeasyPrint raises."""
    from weasyprint import HTML, Attachment

    fetcher = _fetcher({f"{BASE}{name}": content for name, content in document.files.items()})
    styles, configuration = _styles(document.css)
    moment = datetime.fromisoformat(document.stamp).replace(tzinfo=UTC)
    attachments = [
        Attachment(string=content, name=name, description="The brief as data", relationship="Data", created=moment, modified=moment)
        for name, content in sorted(document.attachments.items())
    ]
    html = HTML(string=document.html, base_url=BASE, url_fetcher=fetcher)
    with _failures_raised():
        pdf = html.write_pdf(
            stylesheets=[styles],
            font_config=configuration,
            attachments=attachments,
            pdf_variant=VARIANT,
            pdf_identifier=digest_of(document.html).encode()[:16],
        )
    return bytes(pdf)


@contextmanager
def _failures_raised() -> Iterator[None]:
    """Raise what WeasyPrint only logs, such as an image that it could not load: a handout has all its parts or is none."""
    failures: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: failures.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if failures:
        raise UnsetError("; ".join(failures))


@cache
def _styles(css: str) -> tuple[CSS, FontConfiguration]:
    """Parsed styles with their fonts, shared by all documents of a worker that use them."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    configuration = FontConfiguration()
    return CSS(string=_font_rules + css, base_url=BASE, url_fetcher=_fetcher({}), font_config=configuration), configuration


def _fetcher(files: Mapping[str, bytes]) -> Any:
    """A fetcher that knows some files and the fonts, by address; anything else does not exist for it."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyThese(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            content = files.get(url) or _fonts.get(url)
            if content is None:
                raise ValueError(f"a handout shows nothing but its brief's own media: {url[:200]}")
            return URLFetcherResponse(url, body=content)

    return OnlyThese()
