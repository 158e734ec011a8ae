"""A handout shows its brief's media and our fonts, and leads to the web only; nothing else is fetched, whatever asks for it."""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from generator.desk.building import render
from generator.desk.publication import Publication
from generator.engine.cache import Cache
from generator.engine.configuration import Configuration
from generator.library.library import Site
from generator.pages.artifacts import Print
from generator.press.fonts import font_files
from generator.press.press import Press, Result
from tests.safety.hostile import CORPORA, PAYLOADS, activity, as_yaml, brief

DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
SECRET = "Zanzibar"


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Press]:
    """A press with one worker and no memory of other tests."""
    font_files()
    made = Press(Cache(tmp_path_factory.mktemp("cache")), workers=1)
    yield made
    made.close()


def set_one(press: Press, body: str, css: str = "", files: dict[str, bytes] | None = None) -> Result:
    """Set a document with something in its body."""
    html = f'<!doctype html><html lang="en"><head><title>x</title></head><body><h1>x</h1>{body}</body></html>'
    (result,) = press.collect(press.submit([Print("x", "x/x.pdf", html, css, files or {}, {}, "2026-01-01")]))
    return result


def words(result: Result, folder: Path) -> bytes:
    """The text of a PDF and what is attached to it; nothing where there is no PDF."""
    if result.pdf is None:
        return b""
    path = folder / "x.pdf"
    path.write_bytes(result.pdf)
    text = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True).stdout
    with pikepdf.open(path) as pdf:
        return b"\n".join([text, *(attachment.get_file().read_bytes() for attachment in pdf.attachments.values())])


def test_the_briefs_own_media_are_shown(press: Press) -> None:
    """An image that the brief has is there: what the other tests refuse is refused for what it is."""
    result = set_one(press, '<img src="media/dot.png" alt="dot">', files={"media/dot.png": DOT})
    assert result.problem is None
    assert result.pdf is not None


@pytest.mark.parametrize(
    "body",
    [
        '<img src="{}" alt="x">',
        '<link rel="stylesheet" href="{}">',
        '<link rel="attachment" href="{}">',
        '<object data="{}"></object>',
        '<embed src="{}">',
        '<style>@import "{}"; body {{ background: url({}) }}</style>',
        "<style>@font-face {{ font-family: z; src: url({}) }} p {{ font-family: z }}</style><p>x</p>",
        '<a rel="attachment" href="{}">x</a>',
        '<svg><title>x</title><image href="{}"/><use href="{}#a"/></svg>',
        '<base href="{}"><img src="x.png" alt="x">',
    ],
)
def test_nothing_else_is_fetched(press: Press, tmp_path: Path, asked: tuple[str, list[str]], body: str) -> None:
    """Neither a server nor a file is asked, by any element; a handout that wants one is not made, or made without it."""
    address, paths = asked
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    for target in (
        f"{address}/x",
        f"file://{secret}",
        f"../../../../../../../../..{secret}",
        f"brief:///media/../../..{secret}",
        str(secret),
    ):
        result = set_one(press, body.format(*[target] * 3))
        assert SECRET.encode() not in words(result, tmp_path)
        assert SECRET.encode() not in (result.pdf or b"")
    assert paths == []


@pytest.mark.skipif(not (CORPORA / "ssrf-svg").is_dir(), reason="the shared corpus of drawings that ask for files is not here")
def test_drawings_that_ask_for_files(press: Press, tmp_path: Path, asked: tuple[str, list[str]]) -> None:
    """A drawing among the brief's media that refers to other hosts or files gets nothing from them."""
    address, paths = asked
    drawings = sorted((CORPORA / "ssrf-svg").glob("*.svg"))
    assert drawings
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    for drawing in drawings:
        content = drawing.read_bytes()
        for target in (f"{address}/{drawing.name}", f"file://{secret}"):
            turned = content.replace(b"http://example.com", target.encode()).replace(b"https://example.com", target.encode())
            result = set_one(press, '<img src="media/x.svg" alt="x">', files={"media/x.svg": turned})
            assert SECRET.encode() not in words(result, tmp_path)
    assert paths == []


@pytest.mark.parametrize("handout", range(len(PAYLOADS)))
def test_a_hostile_brief_has_no_active_handout(tmp_path: Path, press: Press, handout: int) -> None:
    """The handout of a hostile brief has no script, form, launch or file but its data, and leads to the web only; it has a card, too."""
    folder = tmp_path / "briefs/hostile"
    (folder / "sources").mkdir(parents=True)
    data, source = brief([PAYLOADS[handout]])
    (folder / "brief.yml").write_text(as_yaml(data), encoding="utf-8")
    (folder / "sources/source.txt").write_text(source, encoding="utf-8")
    found = Publication(Configuration(tmp_path, tmp_path / "briefs", Site("Site", "https://briefs.example.org/", "en")))
    results = list(press.collect(press.submit(render(found, found.survey(), preview=False).prints)))
    assert [result.problem for result in results] == [None, None]
    made = {result.document.path: result.pdf or b"" for result in results}
    assert made["hostile/card.png"].startswith(b"\x89PNG")
    (tmp_path / "x.pdf").write_bytes(made["hostile/hostile.pdf"])
    with pikepdf.open(tmp_path / "x.pdf") as pdf:
        assert list(pdf.attachments) == ["brief.json", "evidence.json"]
    assert activity(tmp_path / "x.pdf") == []
