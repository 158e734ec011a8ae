"""Drawings with hostile words in every place where a drawing may have some, as a browser shows those that are published."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from generator.images import ImageError, image
from tests.browser.frames import seen, watched
from tests.browser.test_hostile_site import STRANGE, payloads
from tests.safety.hostile import ALL, corpora

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="99" height="99">'
PLACES = (
    "{raw}",
    '<text x="9" y="9">{words}</text><title>{words}</title><desc>{words}</desc>',
    '<rect width="9" height="9" id="{words}" class="{words}" aria-label="{words}"/>',
    '<rect width="9" height="9" fill="{words}"/>',
    '<rect width="9" height="9" style="{words}"/>',
    "<style>{words}</style>",
    '<a href="{words}"><text>x</text></a>',
    '<a xlink:href="{words}"><text>x</text></a>',
    '<image href="{words}"/>',
    '<use href="{words}"/>',
)


def published() -> Iterator[bytes]:
    """The drawings that are not refused, as they are published: each payload in one of the places, or in all of them.

    Where no corpora are there, our own payloads are few, and stand in all of them.
    """
    everywhere = ALL or not corpora()
    for number, payload in enumerate(payloads()):
        for place in PLACES if everywhere else (PLACES[number % len(PLACES)],):
            drawing = f"{START}{place.format(raw=payload, words=escape(payload))}</svg>"
            try:
                yield image("x.svg", drawing.encode(errors="replace"))
            except ImageError:
                continue


def test_no_drawing_runs_or_asks(browser: Browser, serve: Callable[[Path], str], tmp_path: Path) -> None:
    """Opened by itself, where a script of its own would run, no published drawing runs one, asks anybody, or leads out of itself."""
    address = serve(tmp_path)
    made = list(published())
    assert len(made) > len(payloads()) // 3
    drawings = list(dict.fromkeys(made))  # of many nothing is left that tells them apart
    addresses = {}
    for number, drawing in enumerate(drawings):
        (tmp_path / f"{number}.svg").write_bytes(drawing)
        addresses[f"{address}{number}.svg"] = drawing
    (tmp_path / "index.html").write_text("<!doctype html><title>Drawings</title>", encoding="utf-8")
    with watched(browser) as (page, asked):
        page.goto(address)
        found: dict[str, Any] = seen(page, list(addresses), STRANGE)
    odd = {key: {**what, "loaded": what["loaded"].replace("style", "").split()} for key, what in found.items()}
    harmless: dict[str, list[str]] = {"ran": [], "handlers": [], "links": [], "loaded": []}
    assert {addresses[key]: what for key, what in odd.items() if what != harmless} == {}
    assert {url for url in asked if not url.startswith("data:")} <= {address, f"{address}favicon.ico", *addresses}
