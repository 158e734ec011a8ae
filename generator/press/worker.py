"""A worker: a process of its own that sets one document after the other, and the handle that its user holds.

`python -m generator.press.worker` reads documents from its standard input and writes PDFs to its standard output. A document that takes
more time or memory than it may costs this process its life, and nobody else's.
"""

from __future__ import annotations

import gc
import os
import pickle
import queue
import signal
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from generator.engine.claims import Claim, Pattern, clear_abandoned
from generator.engine.limits import LimitError, Limits, limit_memory, limit_processor
from generator.pages.artifacts import Print
from generator.press.fonts import FontFile

NO_FONTS = Path(__file__).with_name("fonts.conf")

LIFETIME = 200  # documents that a process sets before a fresh one takes its place: what libraries forget to free goes with it
# How much longer than its time of the processor a document may take on a busy machine; some systems measure none.
PATIENCE = 6 if hasattr(signal, "setitimer") else 1

_HEADER = struct.Struct(">?Q")  # whether it is a PDF, and how many bytes follow


class WorkerDiedError(Exception):
    """A worker ended in the middle of a document."""


class Worker:
    """A worker process, started with the first document and again after it died."""

    def __init__(self, fonts: Iterable[FontFile], limits: Limits) -> None:
        self.setup = pickle.dumps((tuple(fonts), limits))
        self.limits = limits
        self.process: subprocess.Popen[bytes] | None = None
        self.folder: Claim | None = None
        self.age = 0
        self.given_up = False

    def set(self, document: Print) -> bytes:
        """The PDF of a document. A worker that dies by itself gets a second try; one over its limits does not."""
        try:
            return self._try(document)
        except WorkerDiedError:
            if self.given_up:
                raise
            return self._try(document)

    def _try(self, document: Print) -> bytes:
        if self.age == LIFETIME:
            self.end()
        self.age += 1
        first = b"" if self.process else self.setup
        process = self.process = self.process or self._start()
        if self.given_up:
            process.kill()
        late, seconds = threading.Event(), self.limits.seconds * document.briefs

        def end_it() -> None:
            late.set()
            process.kill()

        clock = threading.Timer(seconds * PATIENCE, end_it)
        clock.start()
        try:
            is_pdf, answer = self._ask(process, first, document)
        except (OSError, EOFError):
            self.end()
            status = process.returncode
            if late.is_set() or status == -getattr(signal, "SIGPROF", 0):
                raise LimitError(f"it could not be set in {seconds} seconds") from None
            raise WorkerDiedError(f"the worker ended with status {status}; it may use {self.limits.megabytes} MB") from None
        finally:
            clock.cancel()
        if not is_pdf:
            kind, words = answer.decode().split("\n", 1)
            if kind == "MemoryError":
                self.end()  # what is left of it may be broken
                raise LimitError(f"it could not be set in {self.limits.megabytes} MB of memory")
            raise _known(kind)(words)
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        # A folder of its own, for WeasyPrint leaves its fonts in one where a process is killed; and of those whose users were killed, too.
        folders = Pattern(Path(tempfile.gettempdir()), "briefs-worker-")
        clear_abandoned(folders)
        self.folder = Claim(folders, 0o700)
        # A session of its own: Ctrl-C goes to a whole terminal, and it is for this side to end its workers.
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "generator.press.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=os.environ | {"FONTCONFIG_FILE": str(NO_FONTS), "TMPDIR": self.folder.name},
        )

    def _ask(self, process: subprocess.Popen[bytes], first: bytes, document: Print) -> tuple[bool, bytes]:
        assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - they were asked for
        process.stdin.write(first + pickle.dumps(document))
        process.stdin.flush()
        is_pdf, length = _HEADER.unpack(_exactly(process.stdout, _HEADER.size))
        return is_pdf, _exactly(process.stdout, length)

    def give_up(self) -> None:
        """End the process in the middle of a document, from another thread than the one that waits for it."""
        self.given_up = True
        process = self.process
        if process is not None:
            process.kill()

    def end(self) -> None:
        """End the process."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None
            if self.folder is not None:
                self.folder.cleanup()
            self.age = 0


def _known(kind: str) -> type[Exception]:
    from generator.press.setting import UnsetError

    return UnsetError if kind == "UnsetError" else type(kind, (Exception,), {})


def _exactly(stream: IO[bytes], length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content


# In the process


def main() -> None:
    """Set the documents that come, until nobody sends any more."""
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the results
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import weasyprint  # noqa: F401 - before what is there is frozen

    from generator.press.setting import set_document, start

    fonts, limits = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our parent
    start(fonts)
    limit_memory(limits.megabytes)
    gc.freeze()
    gc.disable()  # what a layout is made of lives until its end: looking for garbage on the way finds none and takes time
    for document in iter(_inbox().get, None):
        limit_processor(limits.seconds * document.briefs)
        try:
            answer, is_pdf = set_document(document), True
        except Exception as error:  # whatever WeasyPrint and its libraries raise
            answer, is_pdf = f"{type(error).__name__}\n{error}".encode(), False
        limit_processor(0)
        results.write(_HEADER.pack(is_pdf, len(answer)) + answer)
        results.flush()
        gc.collect()


def _inbox() -> queue.Queue[Print]:
    """Documents as they come; a worker whose user is gone ends at once, in the middle of a document, too."""
    inbox: queue.Queue[Any] = queue.Queue()

    def read() -> None:
        while True:
            try:
                inbox.put(pickle.load(sys.stdin.buffer))  # noqa: S301 - from our parent
            except (EOFError, pickle.UnpicklingError):  # it ended between two documents, or in the middle of one
                os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    return inbox


if __name__ == "__main__":
    main()
