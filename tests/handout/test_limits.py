"""A brief that cannot be set costs its own handout, within limits of time and memory, and no other's."""

from __future__ import annotations

import os
import signal
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.doors.cli import main
from generator.engine.cache import Cache
from generator.engine.limits import LimitError, Limits
from generator.pages.artifacts import Print
from generator.press.press import Press, Result
from generator.press.worker import Worker

LIMITS = Limits(seconds=8, megabytes=500)


@pytest.fixture
def press(tmp_path: Path) -> Iterator[Press]:
    """A press with two workers and tight limits."""
    made = Press(Cache(tmp_path / "cache"), workers=2, limits=LIMITS)
    yield made
    made.close()


def document(name: str, body: str, css: str = "", files: dict[str, bytes] | None = None) -> Print:
    """A document with something in its body."""
    html = f'<!doctype html><html lang="en"><head><title>{name}</title></head><body><h1>{name}</h1>{body}</body></html>'
    return Print(name, f"{name}/{name}.pdf", html, css, files or {}, {"brief.json": b"{}"}, "2026-01-01")


def picture(width: int, height: int) -> bytes:
    """A PNG of one colour: a few kilobytes that unpack to width times height times four bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(1 + 3 * width)) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


GUILTY = {
    "wide-cell": document("wide-cell", '<table><tr><td colspan="1000000">x</td></tr><tr><td>y</td></tr></table>'),
    "long-table": document("long-table", f"<table>{'<tr><td>x</td><td>y</td></tr>' * 100_000}</table>"),
    "image-bomb": document("image-bomb", '<img src="media/x.png" alt="x">', files={"media/x.png": picture(13_000, 13_000)}),
    "endless-word": document("endless-word", f"<p>{'x' * 20_000_000}</p>", "p { overflow-wrap: anywhere }"),
    "deep": document("deep", f"{'<div>' * 3000}x{'</div>' * 3000}"),
    "flex": document("flex", f"{'<div style=display:flex>' * 14}x{'</div>' * 14}"),
}


def by_name(press: Press, documents: list[Print]) -> dict[str, Result]:
    """What became of documents."""
    return {result.document.slug: result for result in press.collect(press.submit(documents))}


def test_who_cannot_be_set_is_refused_and_the_others_are_made(press: Press) -> None:
    """A huge table, an image bomb, an endless word and deep nesting get a reason each; ordinary briefs between them get a handout."""
    documents: list[Print] = []
    for number, guilty in enumerate(GUILTY.values()):
        documents += [document(f"innocent-{number}", "<p>Good morning."), guilty]
    results = by_name(press, documents)
    assert [name for name in results if name.startswith("innocent") and results[name].pdf is None] == []
    assert {name: results[name].problem for name in GUILTY if results[name].problem is None} == {}
    assert results["wide-cell"].over_limit
    assert results["image-bomb"].problem == "it could not be set in 500 MB of memory"
    assert results["deep"].problem == "what it holds is nested too deep"
    assert results["flex"].problem == "it could not be set in 8 seconds"


def test_time_that_others_have_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a document waits for the processor is not its own: it is ended for its own time, or for many times as much by the clock;
    where several briefs are in it, it has so much for each."""
    limits = Limits(seconds=1)
    with_patience, without = Worker((), limits), Worker((), limits)
    monkeypatch.setattr("generator.press.worker.PATIENCE", 1000)
    with pytest.raises(LimitError, match="it could not be set in 1 seconds"):
        with_patience.set(GUILTY["flex"])
    with pytest.raises(LimitError, match="it could not be set in 2 seconds"):
        with_patience.set(replace(GUILTY["flex"], briefs=2))
    monkeypatch.setattr("generator.press.worker.PATIENCE", 0.01)
    with pytest.raises(LimitError, match="it could not be set in 1 seconds"):
        without.set(document("short", "<p>x"))
    for worker in (with_patience, without):
        worker.end()


def test_a_worker_that_dies_costs_a_retry(press: Press) -> None:
    """When a worker is killed in the middle of a document, the document is made all the same."""
    press.limits = Limits(seconds=120)
    jobs = press.submit([document("slow", "<p>word " * 1_000), document("other", "<p>x")])
    workers = press.executor.crew.workers  # type: ignore[union-attr]
    while not any(worker.process for worker in workers):
        pass
    for worker in list(workers):
        if worker.process is not None:
            os.kill(worker.process.pid, signal.SIGKILL)
    assert [result.problem for result in press.collect(jobs)] == [None, None]


def test_a_worker_that_always_dies_is_a_problem(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a worker cannot even start, each document says so and nothing hangs."""
    monkeypatch.setattr("generator.press.worker.sys.executable", "/bin/false")
    (result,) = press.collect(press.submit([document("x", "<p>x")]))
    assert result.problem is not None
    assert result.problem.startswith("the worker ended")


def test_what_was_given_up_ends_at_once(press: Press) -> None:
    """Closing the press in the middle of a document does not wait for it."""
    jobs = press.submit([GUILTY["flex"]])
    press.close()
    (result,) = press.collect(jobs)
    assert result.pdf is None


def test_the_limits_are_settings(tmp_path: Path) -> None:
    """`handout_seconds` under the plugin holds, and the finding is at the brief's title, names its handout and says what to do."""
    assert CliRunner().invoke(main, ["init", str(tmp_path / "x")]).exit_code == 0
    config = tmp_path / "x/mkdocs.yml"
    settings = config.read_text(encoding="utf-8")
    assert "  - briefs" in settings
    (tmp_path / "x/templates/handout").mkdir(parents=True)
    (tmp_path / "x/templates/handout/handout.html.j2").write_text(GUILTY["flex"].html, encoding="utf-8")
    config.write_text(settings.replace("  - briefs:", "  - briefs:\n      handout_seconds: 2"), encoding="utf-8")
    if "handout_seconds" not in config.read_text(encoding="utf-8"):
        config.write_text(settings.replace("  - briefs", "  - briefs:\n      handout_seconds: 2"), encoding="utf-8")
    slug = next(path.parent.name for path in (tmp_path / "x/briefs").glob("*/brief.yml"))
    result = CliRunner().invoke(main, ["-f", str(config), "pdf", slug])
    assert result.exit_code == 1
    assert f"briefs/{slug}/brief.yml:8:8: error B603: the handout {slug}/{slug}.pdf could not be set" in result.output
    assert "raise `handout_seconds`" in result.output
    assert "it could not be set in 2 seconds" in result.output
