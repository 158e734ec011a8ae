"""Thousands of pages of one site, opened in frames of one page: much sooner than one after another, and each a document of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

WATCH = """
    window.ran = [];
    for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (...words) => window.ran.push(name, ...words);
    addEventListener("securitypolicyviolation", event => window.ran.push(event.blockedURI));
"""

AT_ONCE = 20
SECONDS = 60  # in which a page must be there
_OPEN = """([addresses, look, milliseconds]) => Promise.all(addresses.map(address => new Promise((done, failed) => {
    const frame = document.createElement("iframe");
    frame.style = "position: fixed; inset: 0; width: 100%; height: 100%";
    frame.src = address;
    frame.onload = () => {
        done(eval(look)(frame.contentWindow));
        frame.remove();
    };
    document.body.append(frame);
    setTimeout(failed, milliseconds, new Error(`${address} does not end`));
})))"""


@contextmanager
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page that notes in `window.ran` what runs in it and in its frames, and the addresses that are asked for."""
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.on("request", lambda request: asked.append(request.url))
    context.add_init_script(WATCH)
    yield context.new_page(), asked
    context.close()


def seen(page: Page, addresses: Sequence[str], look: str) -> dict[str, object]:
    """What a function of JavaScript sees in the window of each address, once all is loaded; `page` shows a page of the same site.

    A script of a page that leads the whole window away ends this in an error of Playwright.
    """
    found: dict[str, object] = {}
    for first in range(0, len(addresses), AT_ONCE):
        some = addresses[first : first + AT_ONCE]
        found |= zip(some, page.evaluate(_OPEN, [some, look, 1000 * SECONDS]), strict=True)
    return found


def elsewhere(asked: list[str], address: str) -> list[str]:
    """Which addresses that were asked for are of another site."""
    return [url for url in asked if not url.startswith((address, "data:", "blob:", "about:"))]
