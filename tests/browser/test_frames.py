"""What watches hostile pages sees what they do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.browser.frames import elsewhere, seen, watched
from tests.browser.test_hostile_site import STRANGE

PAGES = {
    "index.html": "<!doctype html><title>Quiet</title>",
    "bad.html": "<!doctype html><base><a href=javascript:1>x</a><img src=http://evil.example/x.png onerror=alert(1)>",
    "bad.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(2)</script></svg>',
}


def test_what_a_page_does_is_seen(browser: Browser, serve: Callable[[Path], str], tmp_path: Path) -> None:
    """Scripts that run in a frame, handlers, links and loading elements are told, and what is asked of other hosts."""
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    address = serve(tmp_path)
    with watched(browser) as (page, asked):
        page.goto(address)
        found: dict[str, Any] = seen(page, [f"{address}{name}" for name in PAGES], STRANGE)
    quiet, bad, drawing = found.values()
    assert quiet == {"ran": [], "handlers": [], "links": [], "loaded": ""}
    assert bad == {"ran": ["alert", 1], "handlers": ["img onerror"], "links": ["javascript:"], "loaded": "base"}
    assert drawing["ran"] == ["alert", 2]
    assert elsewhere(asked, address) == ["http://evil.example/x.png"]
