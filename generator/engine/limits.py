"""Limits of a process that works for another one, on what others made."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

try:
    import resource
except ImportError:  # Windows, which knows no such limits
    resource = None  # type: ignore[assignment]


class LimitError(Exception):
    """A document wanted more than it may have."""


@dataclass(frozen=True)
class Limits:
    """What one document may take."""

    seconds: float = 10
    megabytes: int = 1000


def own_context() -> BaseContext:
    """How processes are begun: a fork has everything imported already, where forking is safe."""
    return get_context("fork" if sys.platform.startswith("linux") else "spawn")


def keep_only(*files: int) -> None:
    """Let go of all open files that this process has from the one that began it, but for some, by their descriptors, and the standard ones.

    Else whoever waits for the end of a pipe would wait for the end of this process, too.
    """
    parent = parent_process()
    if parent is None or not sys.platform.startswith("linux"):  # elsewhere it was not forked, and has none
        return
    kept = sorted({2, *files, parent.sentinel})
    for before, after in pairwise([*kept, os.sysconf("SC_OPEN_MAX")]):
        os.closerange(before + 1, after)


def limit_memory(megabytes: int) -> None:
    """Let this process have so much memory and no more, and leave none of it on the disk, where the system knows such limits."""
    _limit("RLIMIT_DATA", megabytes * 1_000_000)
    _limit("RLIMIT_CORE", 0)


def limit_time(seconds: float) -> None:
    """Let this process live for so long, and end at once then, whatever native code is at work; 0 lets it live on."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def limit_processor(seconds: float) -> None:
    """Let this process have so much of the processor's time from now on, and end at once then; 0 lets it live on.

    On a busy machine it is given that time later, and needs no more of it.
    """
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)


@contextmanager
def paused() -> Iterator[None]:
    """Let this process's time stand still while it waits for another one, which has limits of its own."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, left)


def _limit(name: str, wanted: int) -> None:
    if resource is not None:
        kind = getattr(resource, name)
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def data_megabytes() -> int:
    """What counts as this process's memory, where that can be asked for."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


@contextmanager
def undisturbed(*signals: int) -> Iterator[None]:
    """Some signals wait until this thread has done what must not be left half done."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve_parent(end: Callable[[], None] = lambda: os._exit(1)) -> None:
    """Leave Ctrl-C to the process that began this one, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # which a fork may have from who clears up behind itself
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_outlive_nobody, args=(parent.sentinel, end), daemon=True).start()


def clear_up_when_ended() -> None:
    """Take a request to end as Ctrl-C, so that what a process would clear up at its end does not stay, unless somebody takes it already."""
    is_main = threading.current_thread() is threading.main_thread()  # no other can say so
    if is_main and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)


@contextmanager
def ended_at_once(executor: ProcessPoolExecutor) -> Iterator[ProcessPoolExecutor]:
    """An executor whose processes end at once where what uses it fails or is interrupted: by itself it does first all that it was asked.

    This takes what the executor has for itself, for there is `kill_workers` from Python 3.14 on only; and it closes the pipe to the
    processes, for a thread that writes into it would wait for ever for somebody to read.
    """
    try:
        yield executor
    except BaseException:
        for process in [*(executor._processes or {}).values()]:
            process.kill()
        calls = getattr(executor, "_call_queue", None)
        if calls is not None:
            calls._reader.close()
        executor.shutdown(cancel_futures=True)
        raise
    executor.shutdown()


def _outlive_nobody(sentinel: int, end: Callable[[], None]) -> None:
    wait([sentinel])
    end()
