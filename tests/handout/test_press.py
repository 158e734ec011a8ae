"""The press outlives nobody: its workers end with the program that started them."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pikepdf
import pytest

from generator.engine.cache import Cache
from generator.engine.limits import Limits
from generator.pages.artifacts import Print
from generator.press.press import Press
from generator.press.worker import Worker
from generator.verifying import verify

PROGRAM = """
import sys
from pathlib import Path
from generator.engine.cache import Cache
from generator.pages.artifacts import Print
from generator.press.press import Press

if __name__ == "__main__":
    press = Press(Cache(Path(sys.argv[1])), workers=1)
    document = Print("x", "x/x.pdf", '<html lang="en"><title>x</title><p>x', "", {}, {}, "2026-01-01")
    assert all(result.pdf for result in press.collect(press.submit([document])))
    print(*(worker.process.pid for worker in press.executor.crew.workers), flush=True)
    sys.stdin.read()
"""


def is_running(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except FileNotFoundError:
        return False


def test_workers_end_when_their_parent_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After SIGKILL of the program no worker is left behind, and the next one that makes handouts clears the folders of those."""
    program, scratch = tmp_path / "program.py", tmp_path / "scratch"
    program.write_text(PROGRAM, encoding="utf-8")
    scratch.mkdir()
    arguments, environment = [sys.executable, str(program), str(tmp_path / "cache")], os.environ | {"TMPDIR": str(scratch)}
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        workers = [int(pid) for pid in process.stdout.readline().split()]
        assert workers
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    end = time.monotonic() + 10
    while any(is_running(pid) for pid in workers):
        assert time.monotonic() < end, f"still running: {workers}"
        time.sleep(0.05)
    assert list(scratch.glob("briefs-worker-*"))
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    worker = Worker((), Limits())
    worker.process = worker._start()
    worker.end()
    assert list(scratch.iterdir()) == []


def test_workers_are_sent_no_interrupts(tmp_path: Path) -> None:
    """Workers have a session of their own: Ctrl-C in a terminal reaches the program that uses them, not them."""
    press = Press(Cache(tmp_path), workers=1)
    try:
        document = Print("x", "x/x.pdf", '<html lang="en"><title>x</title><p>x', "", {}, {"brief.json": b"{}"}, "2026-01-01")
        assert [result.problem for result in press.collect(press.submit([document]))] == [None]
        (worker,) = press.executor.crew.workers  # type: ignore[union-attr]
        assert os.getsid(worker.process.pid) != os.getsid(0)  # type: ignore[union-attr]
    finally:
        press.close()


def test_workers_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What WeasyPrint writes while it works is gone when the press is closed."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    press = Press(Cache(tmp_path / "cache"), workers=1)
    try:
        document = Print("x", "x/x.pdf", '<html lang="en"><title>x</title><p>x', "", {}, {"brief.json": b"{}"}, "2026-01-01")
        assert [result.problem for result in press.collect(press.submit([document]))] == [None]
        assert list(scratch.glob("*/*"))
    finally:
        press.close()
    assert list(scratch.iterdir()) == []


def test_fonts_of_the_machine_are_not_used(tmp_path: Path) -> None:
    """A document that asks for a font which it is not given is set in one that it is given, whatever fonts the machine has."""
    press = Press(Cache(tmp_path), workers=1)
    try:
        html = '<html lang="en"><title>x</title><p style="font-family: DejaVu Sans, Liberation Sans, monospace">words'
        (result,) = press.collect(press.submit([Print("x", "x/x.pdf", html, "", {}, {"brief.json": b"{}"}, "2026-01-01")]))
    finally:
        press.close()
    with pikepdf.open(io.BytesIO(result.pdf or b"")) as pdf:
        fonts = {str(font.BaseFont).partition("+")[2] for font in pdf.pages[0].Resources.Font.values()}
    assert fonts
    assert all(name.startswith(("Source-Serif", "Inter", "Briefs")) for name in fonts), fonts


def test_a_worker_that_has_set_enough_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many documents a fresh process takes a worker's place, so that memory does not grow with their number."""
    monkeypatch.setattr("generator.press.worker.LIFETIME", 2)
    press = Press(Cache(tmp_path), workers=1)
    seen: list[int] = []
    try:
        for number in range(5):
            html = f'<html lang="en"><title>x</title><p>{number}'
            (result,) = press.collect(press.submit([Print("x", "x/x.pdf", html, "", {}, {"brief.json": b"{}"}, "2026-01-01")]))
            assert result.problem is None
            (worker,) = press.executor.crew.workers  # type: ignore[union-attr]
            seen.append(worker.process.pid)  # type: ignore[union-attr]
    finally:
        press.close()
    assert seen[0] == seen[1] != seen[2] == seen[3] != seen[4]


def test_modules_in_the_current_folder_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden_handouts: dict[str, bytes]
) -> None:
    """A file that bears a module's name in the folder where `briefs` is called is none: neither a worker nor the verifier imports it."""
    (tmp_path / "queue.py").write_text("raise SystemExit", encoding="utf-8")
    (tmp_path / "json.py").write_text("raise SystemExit", encoding="utf-8")
    (tmp_path / "x.pdf").write_bytes(golden_handouts["old-bridge.pdf"])
    monkeypatch.chdir(tmp_path)
    press = Press(Cache(tmp_path / "cache"), workers=1)
    try:
        html = '<html lang="en"><title>x</title><p>x'
        (result,) = press.collect(press.submit([Print("x", "x/x.pdf", html, "", {}, {"brief.json": b"{}"}, "2026-01-01")]))
    finally:
        press.close()
    assert result.problem is None
    assert verify(Path("x.pdf")).holds
