"""What readers fetch before they see a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

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
