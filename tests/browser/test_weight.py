"""What readers fetch before they see a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Response

SIZES = {".css": 39_500, ".js": 4_100, ".woff2": 69_000, "": 165_000}
"""The most that a first view fetches of each kind of file, and in all: bytes, as a plain server sends them."""


@pytest.mark.parametrize("address", ["", "old-bridge/", "actors/council/", "old-bridge/sources/courier/"])
def test_a_first_view_is_light(browser: Browser, site: str, address: str) -> None:
    """No page outgrows its weights, and nothing that it names is missing."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks what it calls
    page.goto(f"{site}{address}", wait_until="networkidle")
    assert [answer.url for answer in answers if not answer.ok] == []
    sizes = {kind: sum(len(answer.body()) for answer in answers if answer.url.endswith(kind)) for kind in SIZES}
    assert {kind: size for kind, size in sizes.items() if size > SIZES[kind]} == {}
    context.close()
