"""The page that searches, as readers meet it: by keyboard, with filters, without scripts, and in many languages."""

from __future__ import annotations

import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.engine.storage import templates_folder
from generator.pages import search_index
from generator.pages.artifacts import SearchEntry
from generator.pages.search_index import Searched
from tests.support.axe import violations

FOUND = {
    "12.50": "charge", "£12,50": "charge", "12.5": "charge", "1500": "cars", "1,500": "cars", "colin smith": "smith", "SMIT": "smith",
    "Colin Smiht": "smith", "Sperrung": "brücke", "bruckensp": "brücke", "京都": "tokyo", "東京都の知事": "tokyo", "东": "",
    "municipality charge": "charge",
}  # fmt: skip
"""What somebody types, and the item that they find first."""


@pytest.fixture(scope="module")
def pages(site: str, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of search over an index of a few words, below a path of its own, in files so small that there are many."""
    root = tmp_path_factory.mktemp("search")
    with urllib.request.urlopen(f"{site}search/") as answer:
        html = answer.read()
    items = {
        "charge": ("en", "The municipality charge is £12.50 a day"), "cars": ("en", "Some 1,500 cars"), "smith": ("en", "Colin Smith"),
        "brücke": ("de", "Die Brückensperrung dauert an"), "tokyo": ("ja", "東京都の知事"), "other": ("en", "Colin Jones and Anne Smith"),
    }  # fmt: skip
    listed = [
        Searched(f"{name}/", language, (SearchEntry("", f"About {name}", "", "brief"), SearchEntry(f"fact-{name}", words, "", "fact")))
        for name, (language, words) in items.items()
    ]
    listed += [Searched(f"f{number}/", "de", (SearchEntry("", f"Sperrung {number}", "", "brief", day="2001"),)) for number in range(3)]
    below = root / "x" / "y"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_index, "WORDS_BYTES", 60)
        patch.setattr(search_index, "PLACES_BYTES", 30)
        files = {file.path: file.content for file in search_index.search_index(listed)}
    files |= {"search/index.html": html, "assets/search.js": (templates_folder() / "site/search.js").read_bytes()}
    for path, content in files.items():
        (below / path).parent.mkdir(parents=True, exist_ok=True)
        (below / path).write_bytes(content)
    return f"{serve(root)}x/y/"


def test_words_numbers_prefixes_and_errors_find_what_they_should(page: Page, pages: str) -> None:
    """Numbers however they are written, names, beginnings, one wrong letter, parts of compounds and scripts without spaces."""
    page.goto(f"{pages}search/")
    for typed, item in FOUND.items():
        page.fill("#search-words", typed)
        page.locator(".search-form").evaluate("form => form.requestSubmit()")
        page.wait_for_function("!document.querySelector('.search-form').ariaBusy && document.querySelector('.search-status').textContent")
        links = page.locator(".search-item a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        assert [urllib.parse.unquote(link.removeprefix(pages)) for link in links[:1]] == ([f"{item}/#fact-{item}"] if item else []), typed


def test_the_keyboard_leads_from_any_page_to_an_item(page: Page, site: str) -> None:
    """The keys of Material lead to the box, which leads to the page; nothing of an index is asked for before, nor of another host."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}old-bridge/")
    page.keyboard.press("s")
    expect(page.get_by_role("searchbox", name="Search")).to_be_focused()
    assert not [url for url in asked if "/search/" in url]
    page.keyboard.type("crowns")
    page.keyboard.press("Enter")
    expect(page.locator(".search-status")).to_have_text("Pages found: 1")
    page.keyboard.press("/")
    expect(page.locator("#search-words")).to_be_focused()
    link = page.locator(".search-item a").first
    assert link.locator("mark").all_text_contents() == ["crowns"]
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/old-bridge/#fact-*")
    assert not [url for url in asked if not url.startswith(site) or url.endswith("search_index.json")]


def test_filters_narrow_and_alone_they_list(page: Page, site: str) -> None:
    """By kind, status and actor only those are left that are so; the address says it, so that it can be sent to somebody."""
    page.goto(f"{site}search/?kind=quote")
    expect(page.locator(".search-item").first).to_be_visible()
    assert {words.partition("·")[0].strip() for words in page.locator(".search-item .meta > :first-child").all_text_contents()} == {"Quote"}
    page.get_by_label("Kind").select_option("Fact")
    page.get_by_label("Status").select_option("Claimed")
    page.get_by_label("Words, names or numbers").fill("bridge")
    page.wait_for_url("**/search/?q=bridge&kind=fact&status=claimed")
    expect(page.locator(".search-item .status").first).to_have_text("Claimed")
    assert set(page.locator(".search-item .status").all_text_contents()) == {"Claimed"}
    page.goto(f"{site}search/?actor=council")
    expect(page.get_by_label("Actor")).to_have_value("council")
    expect(page.locator(".search-page-found h2").first).to_be_visible()


def test_without_scripts_the_page_leads_to_the_lists(browser: Browser, site: str) -> None:
    """It says that it needs JavaScript, offers no filter that does nothing, and leads to the indexes."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}search/?q=bridge")
    assert "<noscript><p" in page.content()  # which Chromium shows where scripts are off for good, not where a test turns them off
    assert "Searching needs JavaScript" in page.content()
    expect(page.locator(".search-filters")).to_be_hidden()
    page.locator(".search-lists").get_by_role("link", name="What we don’t know").click()
    expect(page.locator("h1")).to_have_text("What we don’t know")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_are_for_everybody(browser: Browser, site: str, scheme: str) -> None:
    """No violation of WCAG that axe knows, and nothing is wider than a narrow screen."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site}search/?q=bridge")
    expect(page.locator(".search-item").first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
