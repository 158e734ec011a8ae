"""An executor that is interrupted ends with what it is at."""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children
from pathlib import Path

import pytest

from generator.engine.limits import ended_at_once, own_context

TASKS = 40


def test_an_interrupt_waits_for_no_task(tmp_path: Path) -> None:
    """What was asked and not done yet is not done after an interrupt, though more is on its way to the processes than a pipe holds, and no
    process is left; without one all is done."""
    others = {*active_children()}  # which other tests have left to work for this process
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path)
    assert 0 < len([*tmp_path.iterdir()]) < TASKS
    assert {*active_children()} <= others

    with ended_at_once(ProcessPoolExecutor(2, own_context())) as executor:
        executor.submit(leave, tmp_path / "last", b"")
    assert (tmp_path / "last").exists()


def interrupted(folder: Path) -> None:
    """Ask for more than is done when ^C comes."""
    with ended_at_once(ProcessPoolExecutor(2, own_context())) as executor:
        first, *_ = [executor.submit(leave, folder / str(number), bytes(1_000_000)) for number in range(TASKS)]
        first.result()
        raise KeyboardInterrupt


def leave(path: Path, content: bytes) -> None:
    """Take a while, and leave a file."""
    time.sleep(0.1)
    path.write_bytes(content)
