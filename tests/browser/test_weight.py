"""What readers fetch before they see a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

SIZES = {".css": 39_000, ".js": 4_100, ".woff2": 56_500, "": 145_000}
"""The most that a first view fetches of each kind of file, and in all: bytes, as a plain server sends them."""

EXAMPLES = {"": 96_000, "leap-second/": 200_000, "north-korean-troops-russia/": 200_000, "asteroid-2024-yr4/": 200_000, "quotes/": 105_000}
"""The same of pages of the example publication, in all."""


@pytest.mark.parametrize("address", ["", "old-bridge/", "actors/council/", "old-bridge/sources/courier/"])
def test_a_first_view_is_light(browser: Browser, site: str, address: str) -> None:
    """No page outgrows its weights, and nothing that it names is missing."""
    fetched = first_view(browser, f"{site}{address}")
    sizes = {kind: sum(size for name, size in fetched if name.endswith(kind)) for kind in SIZES}
    assert {kind: size for kind, size in sizes.items() if size > SIZES[kind]} == {}


def test_the_examples_are_light(browser: Browser, example: Path, serve: Callable[[Path], str]) -> None:
    """Briefs as long as the examples, the front page and an index keep to what they weigh."""
    site = serve(example)
    sizes = {address: sum(size for _, size in first_view(browser, f"{site}{address}")) for address in EXAMPLES}
    assert {address: size for address, size in sizes.items() if size > EXAMPLES[address]} == {}


ROUND_TRIP = 30_400
"""What a slow phone gets in one round trip: 1.6 Mbit/s in 150 ms, without the head of the answer."""


@pytest.mark.parametrize(("address", "number"), [("old-bridge/", 1), ("old-bridge/sources/courier/", 1), ("actors/", 2), ("", 2)])
def test_a_phone_waits_for_few_sheets_and_no_face(page: Page, site: str, address: str, number: int) -> None:
    """Before a brief is drawn there is one sheet, of one round trip, before a list two; faces are asked for at a page's end, and used."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{site}{address}", wait_until="networkidle")
    sheets = page.evaluate(
        "Promise.all([...document.querySelectorAll('head link[rel=stylesheet]')].filter((one) => matchMedia(one.media).matches)"
        ".map((one) => fetch(one.href).then((answer) => answer.text())))"
    )
    assert len(sheets) == number
    assert max(len(sheet.encode()) for sheet in sheets) <= ROUND_TRIP
    assert page.query_selector("head link[rel=preload]") is None
    asked = page.eval_on_selector_all("body link[rel=preload]", "links => links.map((link) => link.href.split('/').pop())")
    fetched = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name.split('/').pop())")
    assert asked == ["source-serif-4-latin-basic.woff2", "inter-latin-basic.woff2"]
    assert [name for name in fetched if name.endswith("basic.woff2")] == asked  # once each: what is asked for is what the sheet names
    assert said == []


def first_view(browser: Browser, url: str) -> list[tuple[str, int]]:
    """The addresses of what a phone fetches for a page before anybody touches it, and how many bytes each has."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks what it calls
    page.goto(url, wait_until="networkidle")
    assert [answer.url for answer in answers if not answer.ok] == []
    fetched = [(answer.url, len(answer.body())) for answer in answers]
    context.close()
    return fetched
