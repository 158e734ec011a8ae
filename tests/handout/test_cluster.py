"""PDFs made by a Dask cluster: a real scheduler and real workers on this machine."""

from __future__ import annotations

import builtins
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.doors.cli import main
from generator.engine.cache import Cache
from generator.engine.limits import Limits
from generator.errors import PublicationError
from generator.pages.artifacts import Print
from generator.press.cluster import through
from generator.press.press import Press, Result
from tests.support.handouts import GOLDEN, all_prints

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


Cluster = tuple[str, list[subprocess.Popen[bytes]]]


@dataclass(frozen=True)
class Running:
    """A scheduler that runs."""

    address: str
    process: subprocess.Popen[bytes]


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[Running]:
    """A scheduler, as a process on the loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = dask("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard", folder=tmp_path)
    wait_for(port)
    yield Running(f"tcp://127.0.0.1:{port}", process)
    process.kill()
    process.wait()


@pytest.fixture
def cluster(scheduler: Running, tmp_path: Path) -> Iterator[Cluster]:
    """The address of a scheduler and its two workers, as processes on the loopback."""
    worker = ("worker", scheduler.address, "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard", "--no-nanny", "--memory-limit", "0")
    workers = [dask(*worker, folder=tmp_path) for _ in range(2)]
    yield scheduler.address, workers
    for process in workers:
        process.kill()
        process.wait()


def dask(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    """A process of a cluster."""
    command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the scheduler does not listen")


def bytes_of(results: list[Result]) -> dict[str, bytes | None]:
    """PDFs by path; what could not be set fails the test."""
    assert [result.problem for result in results if result.problem] == []
    return {result.document.path: result.pdf for result in results}


def test_a_cluster_makes_the_same_bytes_though_a_worker_dies(cluster: Cluster, tmp_path: Path) -> None:
    """Two workers make what one process here makes; when one is killed on the way, the other makes its documents, too."""
    address, workers = cluster
    prints = [document for document in all_prints(GOLDEN) if document.slug == "old-bridge"][:3]
    prints += [replace(document, path=f"again-{document.path}", stamp="2026-01-02") for document in prints]
    there = Press(Cache(tmp_path / "there"), open_executor=through(address))
    results: list[Result] = []
    try:
        for result in there.collect(there.submit(prints)):
            results.append(result)
            if len(results) == 2:
                os.kill(workers[0].pid, signal.SIGKILL)
    finally:
        there.close()
    here = Press(Cache(tmp_path / "here"), workers=2)
    try:
        assert bytes_of(results) == bytes_of(list(here.collect(here.submit(prints))))
    finally:
        here.close()


def test_what_cannot_be_set_on_a_cluster_is_a_result(cluster: Cluster, tmp_path: Path) -> None:
    """A document that is refused there is refused for the same reason as here."""
    broken = Print(
        "x", "x/x.pdf", '<html lang="en"><title>x</title><img src="media/none.png" alt="x">', "", {}, {"brief.json": b"{}"}, "2026-01-01"
    )
    press = Press(Cache(tmp_path), open_executor=through(cluster[0]))
    try:
        (result,) = press.collect(press.submit([broken]))
    finally:
        press.close()
    assert result.problem is not None
    assert result.problem.startswith("the image media/none.png cannot be shown")


def test_without_a_scheduler_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An address at which nobody answers is said in one line."""
    monkeypatch.setattr("generator.press.cluster.WAIT", 1)
    assert CliRunner().invoke(main, ["init", str(tmp_path / "x")]).exit_code == 0
    slug = next(path.parent.name for path in (tmp_path / "x/briefs").glob("*/brief.yml"))
    result = CliRunner().invoke(main, ["-f", str(tmp_path / "x/mkdocs.yml"), "pdf", slug, "--scheduler", "tcp://127.0.0.1:9"])
    assert result.exit_code == 1
    assert "no scheduler answers at tcp://127.0.0.1:9" in result.output


@pytest.mark.parametrize("address", ["somewhere", "tcp://127.0.0.1", "http://127.0.0.1:9", "tls://127.0.0.1:9", "tcp://127.0.0.1:x"])
def test_an_address_that_is_none_is_said_at_once(address: str) -> None:
    """An address of a wrong form is an error in one line, and nothing that stays behind complains later."""
    with pytest.raises(PublicationError, match=f"^no scheduler answers at {address}: "):
        through(address)((), Limits())


def test_a_cluster_without_workers_says_so(monkeypatch: pytest.MonkeyPatch, scheduler: Running) -> None:
    """A scheduler that nobody works for is an error, and nothing waits for ever."""
    monkeypatch.setattr("generator.press.cluster.WAIT", 2)
    with pytest.raises(PublicationError, match="has no worker that can set documents"):
        through(scheduler.address)((), Limits())


def test_a_scheduler_that_dies_costs_its_documents_and_no_traceback(
    cluster: Cluster, scheduler: Running, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """When the scheduler is killed, what is not made has a reason, what comes later too, and nothing hangs."""
    document = Print("x", "x/x.pdf", f'<html lang="en"><title>x</title>{"<p>word " * 3000}', "", {}, {"brief.json": b"{}"}, "2026-01-01")
    press = Press(Cache(tmp_path), open_executor=through(cluster[0]))
    try:
        jobs = press.submit(replace(document, slug=str(number), stamp=f"2026-01-{number:02}") for number in range(10, 14))
        scheduler.process.kill()
        problems = {result.problem for result in press.collect(jobs)}
        problems |= {result.problem for result in press.collect(press.submit([replace(document, slug="later")]))}
    finally:
        press.close()
    assert None not in problems
    assert any("was stopped or lost" in str(problem) for problem in problems)
    assert "Traceback" not in capfd.readouterr().err


def test_workers_may_have_nannies(scheduler: Running, tmp_path: Path) -> None:
    """`dask worker` without more, which starts a nanny over a worker, makes documents too, and again when its worker is killed."""
    nanny = dask("worker", scheduler.address, "--nthreads", "1", "--no-dashboard", folder=tmp_path)
    document = Print("x", "x/x.pdf", '<html lang="en"><title>x</title><p>x', "", {}, {"brief.json": b"{}"}, "2026-01-01")
    press = Press(Cache(tmp_path / "cache"), open_executor=through(scheduler.address))
    try:
        for number in range(2):
            (result,) = press.collect(press.submit([replace(document, stamp=f"2026-01-0{number + 1}")]))
            assert result.problem is None
            for child in Path(f"/proc/{nanny.pid}/task/{nanny.pid}/children").read_text().split():
                os.kill(int(child), signal.SIGKILL)
    finally:
        press.close()
        nanny.terminate()
        nanny.wait()


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the extra is not installed, `--scheduler` names it."""
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "distributed":
            raise ImportError(name)
        return real(name, *rest)

    assert CliRunner().invoke(main, ["init", str(tmp_path / "x")]).exit_code == 0
    slug = next(path.parent.name for path in (tmp_path / "x/briefs").glob("*/brief.yml"))
    monkeypatch.setattr(builtins, "__import__", without)
    for command in (["build"], ["pdf", slug]):
        result = CliRunner().invoke(main, ["-f", str(tmp_path / "x/mkdocs.yml"), *command, "--scheduler", "tcp://127.0.0.1:9"])
        assert result.exit_code == 1
        assert 'pip install "explainer-briefs[cluster]"' in result.output
