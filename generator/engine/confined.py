"""Work on what strangers made, in a process of its own with limits of time and memory: what breaks there breaks nobody else.

The process does one piece of work after the other, for the first of a sort takes long. What one gives comes back as JSON, so that no object
of that process is believed.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import json
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.util import Finalize
from typing import Any

from generator.engine.limits import (
    LimitError,
    Limits,
    data_megabytes,
    keep_only,
    limit_memory,
    limit_time,
    own_context,
    paused,
    serve_parent,
    undisturbed,
)

_NO_MEMORY, _FAILED = 3, 4  # exit statuses
_TIRED = 100  # megabytes that work has left behind
_GOES_ON, _ENDS = b"+", b"-"  # what a process is about to do when it has told what the work gave


class BrokenError(Exception):
    """The work failed, or its process died, in a way that nobody foresaw."""


def confined(limits: Limits, work: Callable[..., Any], *given: Any) -> Any:
    """What `work` gives of what it is given, as JSON tells it: a function of a module, which returns what JSON can tell.

    Raises LimitError where it wants more than it may have, and BrokenError where it raises anything or its process dies. The process, and
    those that it begins, end with the one that wants the work, however that ends.
    """
    helper = _helper()
    told = _ENDS
    try:
        with paused():
            told = helper.ask(limits, work, given)
    except (EOFError, OSError):
        raise _error(helper.end(), limits) from None
    finally:
        if not told.startswith(_GOES_ON) or _helpers.setdefault(os.getpid(), helper) is not helper:
            helper.end()
    return json.loads(told[1:])


def end_helper() -> None:
    """End the process that works for this one, if there is one; the next work begins another."""
    helper = _helpers.pop(os.getpid(), None)
    if helper is not None:
        helper.end()


class _Helper:
    """A process that works for this one."""

    def __init__(self) -> None:
        context = own_context()
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(theirs,))  # type: ignore[attr-defined]
        with theirs, undisturbed(signal.SIGINT):  # a process that does not know yet that it is not meant would die of it with a traceback
            self.process.start()
        Finalize(None, end_helper, exitpriority=1)  # before this process waits for those that it has begun

    def is_there(self) -> bool:
        """Whether it waits for work: somebody may have ended it."""
        try:
            self.pipe.send(None)
            self.pipe.recv_bytes()
        except (EOFError, OSError):
            return False
        return True

    def ask(self, limits: Limits, work: Callable[..., Any], given: tuple[Any, ...]) -> bytes:
        """What it tells; EOFError or OSError where it died."""
        self.pipe.send((limits, work, given))
        return self.pipe.recv_bytes()

    def end(self) -> int | None:
        """End it with all that it began, if it has not ended, and say with what exit status."""
        self.pipe.close()
        if self.process.pid is not None:
            if hasattr(os, "killpg"):
                with contextlib.suppress(ProcessLookupError, PermissionError):  # it has no session of its own yet, or has ended
                    os.killpg(self.process.pid, signal.SIGKILL)
            self.process.kill()
            self.process.join()
        return self.process.exitcode


_helpers: dict[int, _Helper] = {}  # by the process that they work for: a fork has a copy of those of the process that it was


def _helper() -> _Helper:
    """One that lives: the last one, or a new one."""
    last = _helpers.pop(os.getpid(), None)
    if last is not None and last.is_there():
        return last
    if last is not None:
        last.end()
    return _Helper()


def _error(status: int | None, limits: Limits) -> Exception:
    if status == -getattr(signal, "SIGALRM", 0):
        return LimitError(f"takes more than {limits.seconds:g} seconds")
    if status == _NO_MEMORY:
        return LimitError(f"takes more than {limits.megabytes} MB of memory")
    return BrokenError(f"ended with status {status}")


# In the process


def _serve(pipe: Connection) -> None:
    """Do what comes, and tell what it gave, until nobody asks for more."""
    gc.freeze()
    faulthandler.disable()  # which tests have on: that this process dies is nothing to report
    keep_only(pipe.fileno())
    if hasattr(os, "setsid"):
        os.setsid()  # so that what it begins can be ended with it
    serve_parent(_end_all)
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - what native libraries print is for nobody
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    at_first = data_megabytes()
    is_tired = False
    while not is_tired:
        try:
            wanted = pipe.recv()
        except EOFError:
            break
        if wanted is None:
            pipe.send_bytes(b"")
            continue
        limits, work, given = wanted
        limit_memory(at_first + limits.megabytes)
        limit_time(limits.seconds)
        told = _told(work, given)
        limit_time(0)
        is_tired = data_megabytes() > at_first + _TIRED
        pipe.send_bytes((_ENDS if is_tired else _GOES_ON) + told)
    _end_all()


def _told(work: Callable[..., Any], given: tuple[Any, ...]) -> bytes:
    try:
        return json.dumps(work(*given), ensure_ascii=False).encode("utf-8", "surrogatepass")
    except MemoryError:
        os._exit(_NO_MEMORY)
    except BaseException:
        os._exit(_FAILED)


def _end_all() -> None:
    """End this process and those that it began."""
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
