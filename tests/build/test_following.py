"""A page that is open in a browser follows what is saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.build.conftest import PATIENCE, Tree, serving

BRIEF = "briefs/old-bridge/brief.yml"
STYLES = "templates/site/briefs.css"
PACKAGED = Path(__file__).parents[2] / "templates/site/briefs.css"


@pytest.fixture
def page(tree: Tree, browser: Browser) -> Iterator[Page]:
    """A page of `serve` in Chromium: it has a mark that goes when it is loaded again, a place, and something unfolded."""
    tree.write(STYLES, PACKAGED.read_bytes())
    with serving(tree) as server:
        server.shows("/old-bridge/", "The Old Bridge closes")
        opened = browser.new_page(viewport={"width": 900, "height": 500})
        with opened.expect_request("**/livereload/**"):
            opened.goto(f"{server.address}/old-bridge/")
        opened.evaluate("window.mark = 1")
        opened.evaluate("(one => { one.open = true; one.scrollIntoView(); })(document.querySelector('details.evidence'))")
        yield opened
        opened.close()


UNFOLDED = "document.querySelector('details[open]').getBoundingClientRect().top"


def follows(page: Page, condition: str) -> bool:
    """Whether a page that shows something new was not loaded again, and has what was unfolded where it was on the screen."""
    before = page.evaluate(UNFOLDED)
    page.wait_for_function(condition, timeout=PATIENCE * 1000)
    return bool(page.evaluate("window.mark === 1") and abs(page.evaluate(UNFOLDED) - before) < 2)


def test_what_is_saved_comes_into_the_page(tree: Tree, page: Page) -> None:
    """New words, items and findings are put into the page that is open, which keeps its place and what is unfolded in it; findings come
    with the style sheet that the page had no use for before."""
    tree.edit(BRIEF, ('title: "Old bridge"', 'title: "Older bridge"'))
    assert follows(page, "document.title.startsWith('Older') && document.querySelector('h1').textContent.includes('Older')")
    tree.edit(BRIEF, ("questions:\n", "questions:\n  - {id: why-now, question: Why is it closed now?, status: open}\n"))
    assert follows(page, "document.querySelector('#question-why-now')")
    tree.edit(BRIEF, ('title: "Older bridge"', 'title: "Older bridge'))
    assert follows(page, "document.querySelector('.brief-broken')")
    assert follows(page, "getComputedStyle(document.querySelector('.finding pre')).whiteSpace === 'pre-wrap'")


def test_other_styles_load_the_page_again(tree: Tree, page: Page) -> None:
    """Where a style sheet has changed, the page that is open is loaded again and has it."""
    tree.write(STYLES, PACKAGED.read_text(encoding="utf-8") + "\nbody { outline-offset: 5px }\n")
    page.wait_for_function("getComputedStyle(document.body).outlineOffset === '5px'", timeout=PATIENCE * 1000)
    assert page.evaluate("window.mark === undefined")
