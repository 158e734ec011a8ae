"""Work on what strangers made takes so much time and memory and no more, and leaves no process behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.engine.confined import BrokenError, confined, end_helper
from generator.engine.limits import LimitError, Limits
from tests.safety.test_limits import PATIENCE, is_gone, outlived

LIMITS = Limits(seconds=30, megabytes=300)
SHORT = Limits(seconds=0.2, megabytes=300)

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have other limits, or none")


def loop() -> None:
    """Never end."""
    while True:
        pass


def search() -> None:
    """Never end, in native code that lets no other thread run."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def sleep() -> None:
    """Wait for a program that has no limits of its own."""
    subprocess.run(["sleep", "600"], check=False)


def grow(megabytes: int) -> int:
    """Take memory, and leave it."""
    return len(bytearray(megabytes * 1_000_000))


_kept: list[bytearray] = []


def keep(megabytes: int) -> int:
    """Take memory, and keep it; the process that did."""
    _kept.append(bytearray(megabytes * 1_000_000))
    return os.getpid()


def print_something() -> None:
    """Print as native libraries do."""
    os.write(1, b"words")
    os.write(2, b"words")


def test_who_waits_for_the_end_of_a_pipe_does_not_wait_for_it() -> None:
    """A process that has worked, and waits for more work, holds nothing open that was open when it was begun."""
    end_helper()
    reading, writing = os.pipe()
    assert confined(LIMITS, os.getpid) != os.getpid()
    os.close(writing)
    os.set_blocking(reading, False)
    assert os.read(reading, 1) == b""  # its end; as long as somebody could write there, this raises BlockingIOError
    os.close(reading)


def die() -> None:
    """End as native code does that was broken."""
    os.kill(os.getpid(), signal.SIGKILL)


def not_json() -> object:
    """Give what JSON has no form for."""
    return object()


def test_what_work_gives_comes_back() -> None:
    """Any value that JSON has comes back as it is, half characters too."""
    value = {"words": ["“é”", "\udcff", ""], "number": 1.5, "none": None}
    assert confined(LIMITS, dict, value) == value


def test_one_process_does_what_comes() -> None:
    """The process is begun once, and again where work has left much behind."""
    first, second, last = (confined(LIMITS, keep, megabytes) for megabytes in (0, 150, 0))
    assert first == second != last != os.getpid()


@pytest.mark.parametrize("work", [loop, search, sleep])
def test_work_that_does_not_end_is_ended(work: Callable[[], None]) -> None:
    """Time is over whatever the work does, in native code too, and what it has begun ends with it."""
    with pytest.raises(LimitError, match=r"takes more than 0\.2 seconds"):
        confined(SHORT, work)


def test_work_that_wants_too_much_memory_is_ended() -> None:
    """The limit is what work takes beside what its process began with."""
    assert confined(LIMITS, grow, 200) == 200_000_000
    with pytest.raises(LimitError, match="takes more than 300 MB of memory"):
        confined(LIMITS, grow, 400)


@pytest.mark.parametrize(("work", "given"), [(die, ()), (os._exit, (7,)), (int, ("x",)), (not_json, ()), (sys.exit, ("words",))])
def test_what_breaks_breaks_nobody_else(work: Callable[..., Any], given: tuple[Any, ...]) -> None:
    """Whatever the work raises or does to its process, it is one error, and the next work is done."""
    with pytest.raises(BrokenError):
        confined(LIMITS, work, *given)
    assert confined(LIMITS, int, "1") == 1


def test_a_process_that_somebody_killed_is_begun_again() -> None:
    """Work is not lost to what happened before it."""
    process = confined(LIMITS, os.getpid)
    os.kill(process, signal.SIGKILL)
    while not is_gone(process):
        time.sleep(0.01)
    assert confined(LIMITS, int, "1") == 1


def test_what_work_prints_is_for_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    """Native libraries print what they like; it does not get between the program's own words."""
    confined(LIMITS, print_something)
    assert capfd.readouterr() == ("", "")


PROGRAM = """
import os, subprocess, sys, time
from generator.engine.confined import confined
from generator.engine.limits import Limits

def work(then):
    program = subprocess.Popen(["sleep", "600"])
    with open(then, "w") as told:
        told.write(f"{os.getpid()} {program.pid}\\n")
    if HOW != "end":
        time.sleep(600)

HOW = sys.argv[1]
if __name__ == "__main__":
    confined(Limits(600, 300), work, sys.argv[2])
"""


@pytest.mark.parametrize(("how", "sent"), [("end", None), ("stop", signal.SIGINT), ("stop", signal.SIGTERM), ("stop", signal.SIGKILL)])
def test_no_process_outlives_its_user(tmp_path: Path, how: str, sent: signal.Signals | None) -> None:
    """However a program ends (by itself, by Ctrl-C, killed), the process that worked for it ends, and what that began."""
    script = tmp_path / "program.py"
    script.write_text(PROGRAM, encoding="utf-8")
    then = tmp_path / "processes"
    os.mkfifo(then)
    with subprocess.Popen(
        [sys.executable, str(script), how, str(then)], stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as program:
        left = [int(word) for word in then.read_text(encoding="utf-8").split()]
        if sent is not None:
            os.killpg(program.pid, sent)  # as a terminal does
        assert program.stderr is not None
        said = program.stderr.read()
    assert len(left) == 2
    assert said.count("Traceback") == (sent == signal.SIGINT)  # the program's own
    assert outlived(left) == []


CREW = """
from concurrent.futures import ProcessPoolExecutor
from generator.engine.confined import confined
from generator.engine.limits import Limits, own_context, serve_parent

if __name__ == "__main__":
    with ProcessPoolExecutor(1, own_context(), initializer=serve_parent) as crew:
        print(crew.submit(confined, Limits(30, 300), int, "7").result())
"""


def test_a_process_that_works_for_another_one_has_its_own(tmp_path: Path) -> None:
    """What checks a share of a publication has work done by a process of its own, and waits for it no longer than it works itself."""
    script = tmp_path / "crew.py"
    script.write_text(CREW, encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "7\n", "")


def test_the_last_process_is_ended_when_asked() -> None:
    """Who changes what work depends on can have the next begin anew."""
    first = confined(LIMITS, os.getpid)
    end_helper()
    end_helper()
    assert confined(LIMITS, os.getpid) != first
