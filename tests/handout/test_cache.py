"""A handout is taken from the cache where everything that decides over it is as it was, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import fields, replace
from importlib.metadata import requires
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace

import pytest

from generator.engine.cache import Cache
from generator.engine.limits import LimitError, Limits
from generator.pages.artifacts import Print
from generator.press import press as pressing
from generator.press.fonts import FACES, FontFile
from generator.press.press import Press
from generator.press.setting import UnsetError
from generator.press.worker import WorkerDiedError

NEEDED = [re.split(r"[^\w-]", line)[0].lower() for line in requires("weasyprint") or () if "extra ==" not in line]
SETTERS = sorted({"weasyprint", "pikepdf", *NEEDED} - {"cffi"})  # cffi calls what sets, and sets nothing
FONT = FontFile(FACES[0], "latin", "serif", b"truetype", b"woff2")
BEFORE = Print(
    slug="x",
    path="x/x.pdf",
    html="<p>long",
    css="p { color: red }",
    files={"media/a.png": b"a", "media/b.png": b"b"},
    attachments={"x-brief.json": b"{}"},
    stamp="2026-01-01",
    shorter=("<p>short", "<p>"),
    max_pages=2,
)
AFTER = {
    "slug": ["y"],
    "path": ["y/x.pdf"],
    "html": ["<p>longer"],
    "css": [""],
    "files": [
        {"media/a.png": b"a"},
        {"media/a.png": b"c", "media/b.png": b"b"},
        {"media/a.png": b"b", "media/b.png": b"a"},
        {"media/c.png": b"a", "media/b.png": b"b"},
        {"media/a.png": b"a", "media/b.png": b"b", "brief.json": b"{}"},
    ],
    "attachments": [{}, {"x-brief.json": b"{ }"}, {"brief.json": b"{}"}],
    "stamp": ["2026-01-02"],
    "shorter": [(), ("<p>short",), ("<p>", "<p>short"), ("<p>short", "<p>", "")],
    "max_pages": [None, 1, 3],
    "briefs": [2],
}
CHANGES = [(name, replace(BEFORE, **{name: value})) for name, values in AFTER.items() for value in values]
CHANGES.append(("attachments", replace(BEFORE, files={**BEFORE.files, **BEFORE.attachments}, attachments={})))


class Setter:
    """In the place of workers: what it makes of a document says which document and which limits it was given."""

    def __init__(self) -> None:
        self.made: list[Print] = []
        self.limits: list[Limits] = []
        self.errors: dict[str, Exception] = {}
        self.hold: Callable[[], object] = lambda: None

    def open(self, fonts: tuple[FontFile, ...], limits: Limits) -> tuple[Executor, Callable[[Print], bytes]]:
        self.limits.append(limits)
        return ThreadPoolExecutor(1), self.set

    def set(self, document: Print) -> bytes:
        self.made.append(document)
        self.hold()
        if document.html in self.errors:
            raise self.errors[document.html]
        return repr(document).encode()


@pytest.fixture
def setter(monkeypatch: pytest.MonkeyPatch) -> Setter:
    """What sets documents, with one font."""
    monkeypatch.setattr(pressing, "font_files", lambda: (FONT,))
    return Setter()


@pytest.fixture
def opened(setter: Setter, tmp_path: Path) -> Iterator[Callable[..., Press]]:
    """Opens presses over one cache, and closes them at the end."""
    presses: list[Press] = []

    def new(limits: Limits | None = None) -> Press:
        presses.append(Press(Cache(tmp_path), limits=limits, open_executor=setter.open))
        return presses[-1]

    yield new
    for press in presses:
        press.close()


def pdf(press: Press, document: Print) -> tuple[bytes | None, bool]:
    """What a press makes of a document, and whether it came from the cache."""
    (result,) = press.collect(press.submit([document]))
    assert result.document == document
    return result.pdf, result.reused


def test_every_part_of_a_document_is_changed_here() -> None:
    """No field of a document is left out of what follows."""
    assert [field.name for field in fields(Print)] == list(AFTER)


@pytest.mark.parametrize(("name", "after"), CHANGES, ids=[f"{name} {number}" for number, (name, _) in enumerate(CHANGES)])
def test_a_document_that_differs_in_anything_is_made_anew(opened: Callable[..., Press], name: str, after: Print) -> None:
    """After a change to any part of a document its handout is the new one, and the old one is still there for the old document."""
    press = opened()
    assert pdf(press, BEFORE) == (repr(BEFORE).encode(), False)
    assert pdf(press, after) == (repr(after).encode(), False)
    assert pdf(press, BEFORE) == (repr(BEFORE).encode(), True)


def test_an_equal_document_is_made_once(opened: Callable[..., Press], setter: Setter) -> None:
    """The same parts in another order, for another press with other limits, are taken from the cache, and no worker is started."""
    pdf(opened(), BEFORE)
    again = replace(BEFORE, files=dict(reversed(BEFORE.files.items())))
    assert pdf(opened(Limits(1, 200)), again) == (repr(BEFORE).encode(), True)
    assert len(setter.made) == len(setter.limits) == 1


@pytest.mark.parametrize("font", [replace(FONT, name="sans"), replace(FONT, truetype=b"TrueType")], ids=["another name", "another font"])
def test_other_fonts_ask_for_other_handouts(opened: Callable[..., Press], monkeypatch: pytest.MonkeyPatch, font: FontFile) -> None:
    """With another font, or one more, nothing that was set before is taken."""
    pdf(opened(), BEFORE)
    for fonts in ((font,), (FONT, font)):
        monkeypatch.setattr(pressing, "font_files", lambda fonts=fonts: fonts)
        assert pdf(opened(), BEFORE) == (repr(BEFORE).encode(), False)


@pytest.mark.parametrize("name", SETTERS)
def test_another_program_asks_for_other_handouts(opened: Callable[..., Press], monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """What an older version of a package that sets documents has made is not taken."""
    pdf(opened(), BEFORE)
    real = pressing.version
    monkeypatch.setattr(pressing, "version", lambda package: "0" if package == name else real(package))
    assert pdf(opened(), BEFORE) == (repr(BEFORE).encode(), False)


@pytest.mark.parametrize("name", ["__version__", "VARIANT"])
def test_another_version_of_ours_asks_for_other_handouts(opened: Callable[..., Press], monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """What an older version of this program, or a file of another kind, has made is not taken."""
    pdf(opened(), BEFORE)
    monkeypatch.setattr(pressing, name, "other")
    assert pdf(opened(), BEFORE) == (repr(BEFORE).encode(), False)


def test_what_could_not_be_made_is_not_kept(opened: Callable[..., Press], setter: Setter) -> None:
    """A document over its limits is tried again by the next press, which may give it more."""
    setter.errors["endless"] = LimitError("it took too long")
    for seconds in (1, 60):
        assert pdf(opened(Limits(seconds)), replace(BEFORE, html="endless")) == (None, False)
    assert setter.limits == [Limits(1), Limits(60)]
    assert len(setter.made) == 2


PROBLEMS = {
    "late": (LimitError("it could not be set in 8 seconds"), "it could not be set in 8 seconds", True),
    "dead": (WorkerDiedError("the worker ended"), "the worker ended", False),
    "image": (UnsetError("the image a.png cannot be shown"), "the image a.png cannot be shown", False),
    "deep": (RecursionError("maximum recursion depth exceeded"), "what it holds is nested too deep", False),
    "broken": (ValueError("bad colour"), "the typesetter failed: bad colour", False),
    "mute": (KeyError(), "the typesetter failed: KeyError", False),
}


def test_what_cannot_be_set_says_why_and_costs_nobody_else(opened: Callable[..., Press], setter: Setter) -> None:
    """Each failure is a result with its reason in words and says whether it was a matter of limits; the others are made."""
    setter.errors |= {name: error for name, (error, _, _) in PROBLEMS.items()}
    press = opened()
    results = press.collect(press.submit([replace(BEFORE, slug=html, html=html) for html in (*PROBLEMS, "sound")]))
    found = {result.document.slug: (result.pdf is None, result.problem, result.over_limit, result.reused) for result in results}
    assert found == {name: (True, words, over, False) for name, (_, words, over) in PROBLEMS.items()} | {
        "sound": (False, None, False, False)
    }


def test_what_is_given_up_is_a_result(opened: Callable[..., Press], setter: Setter) -> None:
    """Documents that wait when a press is closed are given up, each with a reason, and the press can be used again."""
    press = opened()
    begun, go_on = Event(), Event()
    setter.hold = lambda: (begun.set(), go_on.wait(60))
    jobs = press.submit([replace(BEFORE, slug=str(number)) for number in range(3)])
    begun.wait(60)
    assert press.executor is not None
    closing = Thread(target=press.close)
    closing.start()
    while not jobs[-1].future.cancelled():
        pass
    go_on.set()
    closing.join()
    found = {result.document.slug: result.problem for result in press.collect(jobs)}
    assert found == {"0": None, **dict.fromkeys("12", "it was given up: what would have set it was stopped or lost")}
    assert press.executor is None
    setter.hold = lambda: None
    assert pdf(press, replace(BEFORE, slug="1"))[1] is False


def test_a_press_has_as_many_workers_as_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Left out, their number is that of the cores, between one and eight; workers get the fonts and the limits."""
    cores = {None: 1, 1: 1, 3: 3, 8: 8, 64: 8}
    for count, workers in cores.items():
        monkeypatch.setattr(pressing.os, "cpu_count", lambda count=count: count)
        assert Press(Cache(tmp_path)).workers == workers
    assert Press(Cache(tmp_path), 2).workers == 2
    assert Press(Cache(tmp_path)).limits == Limits()
    monkeypatch.setattr(pressing, "Workers", lambda *given: SimpleNamespace(given=given, crew=SimpleNamespace(set=None)))
    executor, _ = Press(Cache(tmp_path), 2, Limits(1, 2)).open_executor((FONT,), Limits(3, 4))
    assert executor.given == (2, (FONT,), Limits(3, 4))  # type: ignore[attr-defined]
