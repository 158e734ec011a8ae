"""The press outlives nobody: its workers end with the program that started them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from generator.cache import Cache
from generator.outputs.made import Print
from generator.pdf import Press

if __name__ == "__main__":
    press = Press(Cache(Path(sys.argv[1])), workers=1)
    document = Print("x", "x/x.pdf", '<html lang="en"><title>x</title><p>x', "", {}, {}, "2026-01-01")
    assert all(result.pdf for result in press.collect(press.submit([document])))
    print(*press.executor._processes, flush=True)
    sys.stdin.read()
"""


def is_running(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except FileNotFoundError:
        return False


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    """After SIGKILL of the program no worker is left behind."""
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    arguments = [sys.executable, str(program), str(tmp_path / "cache")]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        workers = [int(pid) for pid in process.stdout.readline().split()]
        assert workers
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    for _ in range(200):
        if not any(is_running(pid) for pid in workers):
            return
        time.sleep(0.05)
    raise AssertionError(f"still running: {workers}")
