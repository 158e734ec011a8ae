"""The site as readers meet it: evidence in place, permalinks, search, dark and narrow, no third party."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.axe import violations

PAGES = ("", "old-bridge/", "old-bridge/changes/", "old-bridge/sources/courier/", "alte-bruecke/", "withdrawn-claim/")
ACROSS = (
    "actors/", "actors/council/", "quotes/", "questions/", "timeline/", "topics/", "topics/traffic/", "sources/", "corrections/", "search/",
    "404.html",
)  # fmt: skip
SECTIONS = ["key-points", "questions", "article", "facts", "quotes", "actors", "timeline", "terms", "sources", "corrections", "cite"]
EVIDENCE = "#fact-closes details"


def test_the_sections_stand_in_the_order_of_attention(page: Page, site: str) -> None:
    """What is known in short and what nobody knows come first, then the story, then what it is made of."""
    page.goto(f"{site}old-bridge/")
    assert page.eval_on_selector_all("article.brief h2", "headings => headings.map(h => h.id)") == SECTIONS


def test_empty_sections_are_left_out(page: Page, site: str) -> None:
    """A brief without questions, timeline or corrections has no headings for them."""
    page.goto(f"{site}alte-bruecke/")
    found = page.eval_on_selector_all("article.brief h2", "headings => headings.map(h => h.id)")
    assert found == ["facts", "quotes", "actors", "sources", "cite"]


def test_evidence_opens_with_the_keyboard(page: Page, site: str) -> None:
    """Enter on a fact's evidence shows the exact words, the source and the ways to it; where the focus is can be seen."""
    page.goto(f"{site}old-bridge/")
    words = page.locator(f"{EVIDENCE} mark").first
    expect(words).to_be_hidden()
    summary = page.locator(f"{EVIDENCE} summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(summary).to_have_css("outline-style", "solid")
    expect(words).to_be_visible()
    expect(words).to_have_text("The Old Bridge will close to cars on 1 March")
    details = page.locator(EVIDENCE)
    expect(details).to_contain_text("Exampleton Courier, 2 February 2026. News report. Word for word.")
    live = details.get_by_role("link", name="On the live page").first.get_attribute("href")
    assert live is not None
    assert live.startswith("https://courier.example.org/bridge#:~:text=The%20Old%20Bridge")
    expect(details.get_by_role("link", name="Archived copy")).to_have_attribute("href", "https://archive.example.org/courier/bridge")


def test_evidence_opens_without_javascript(browser: Browser, site: str) -> None:
    """A reader who runs no scripts opens evidence just the same."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}old-bridge/")
    page.locator(f"{EVIDENCE} summary").click()
    expect(page.locator(f"{EVIDENCE} mark").first).to_be_visible()
    context.close()


def test_evidence_in_context_marks_the_cited_words(page: Page, site: str) -> None:
    """The link to the context leads to the line of the source where the words are marked, and no uncited line is shown."""
    page.goto(f"{site}old-bridge/")
    page.locator(f"{EVIDENCE} summary").click()
    page.locator(EVIDENCE).get_by_role("link", name="In context, line 3").click()
    expect(page.locator("mark").first).to_have_text("The Old Bridge will close to cars on 1 March")
    assert "biscuits" not in page.content()


def test_a_source_that_may_not_be_shown_is_not(page: Page, site: str) -> None:
    """Where a source is published as `none`, its evidence names it and shows no words of it."""
    page.goto(f"{site}old-bridge/")
    expect(page.locator(EVIDENCE)).to_contain_text("The words are kept by the desk")
    assert "From 1 March the Old Bridge is closed" not in page.content()


@pytest.mark.parametrize(
    "anchor", ["fact-cost", "quote-not-wait", "actor-ada-example", "question-how-long", "source-release", "term-detour"]
)
def test_a_permalink_leads_to_its_item(page: Page, site: str, anchor: str) -> None:
    """Every kind of item has an address that brings it to the reader's screen."""
    page.goto(f"{site}old-bridge/#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_an_untraceable_speaker_stands_in_a_labelled_box(page: Page, site: str) -> None:
    """A quote by somebody whose existence is not verified says so; one by a verified speaker does not."""
    page.goto(f"{site}old-bridge/")
    expect(page.locator("#quote-two-summers")).to_contain_text("We could not verify that this person exists.")
    expect(page.locator("#quote-safe-on-foot")).not_to_contain_text("verify")


def test_the_home_page_lists_the_published_briefs(page: Page, site: str) -> None:
    """The list has the published briefs, newest first, and not the withdrawn one."""
    page.goto(site)
    assert page.locator(".brief-list h2").all_text_contents() == ["Die Alte Brücke schließt", "The Old Bridge closes"]
    page.locator(".brief-list").get_by_role("link", name="The Old Bridge closes").click()
    expect(page.locator("h1")).to_have_text("The Old Bridge closes")


@pytest.mark.parametrize("address", PAGES)
def test_no_page_asks_a_third_party(browser: Browser, site: str, address: str) -> None:
    """All that a page fetches comes from its own site, and no script of it fails."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    failures: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(f"{site}{address}", wait_until="networkidle")
    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []
    assert failures == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", [*PAGES, *ACROSS])
def test_a_page_is_accessible(browser: Browser, site: str, address: str, width: int, scheme: str) -> None:
    """Axe finds nothing (WCAG 2.2 AA and best practices), nothing scrolls sideways, and dark mode is dark."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site}{address}")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    lightness = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)")
    assert (max(lightness) < 60) == (scheme == "dark")
    context.close()


def test_paper_shows_the_evidence(page: Page, site: str) -> None:
    """On paper the evidence is open and the frame of the site is gone."""
    page.goto(f"{site}old-bridge/")
    page.emulate_media(media="print")
    expect(page.locator(f"{EVIDENCE} mark").first).to_be_visible()
    expect(page.locator(".masthead-nav")).to_be_hidden()
    marks = """[...document.querySelectorAll("summary, summary b")].map((one) => getComputedStyle(one, "::before"))
      .filter(({content, display}) => content !== "none" && display !== "none").length"""
    assert page.evaluate(marks) == 0
    page.emulate_media(media="screen")
    assert page.evaluate(marks) > 0


def test_pieces_of_a_list_stand_in_line(page: Page, example: Path, serve: Callable[[Path], str]) -> None:
    """Both columns of sources begin at one height, the status of each question at one edge, and what is folded away from what is above."""
    page.set_viewport_size({"width": 1280, "height": 14_000})  # all of it is laid out
    page.goto(f"{serve(example)}leap-second/")
    tops = page.locator(".section-sources .source-title").evaluate_all(
        """(all) => Object.values(Object.groupBy(all.map((one) => one.getBoundingClientRect()), ({x}) => x))
          .map((column) => Math.min(...column.map(({y}) => y)))"""
    )
    assert len(tops) == 2
    assert tops[0] == tops[1]
    shapes = page.locator(".question .status .shape").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().x)")
    assert len(shapes) > 1
    assert len(set(shapes)) == 1
    above, folded = (page.locator(name).first.bounding_box() for name in (".actors", ".actors + .more"))
    assert above
    assert folded
    assert folded["y"] - above["y"] - above["height"] >= 8


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_words_of_the_story_open_their_note(browser: Browser, site: str, width: int, *, scripts: bool) -> None:
    """A linked word opens the fact and its exact words beside or below it, with a script and without."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{site}old-bridge/")
    page.locator(".story a[href='#note-fact-closes']").click()
    expect(page.locator("#note-fact-closes mark").first).to_be_in_viewport()
    context.close()


def test_what_is_folded_opens_for_its_address(browser: Browser, site: str) -> None:
    """A permalink opens what its item is folded in, without a script, and with one the item's own evidence."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}old-bridge/#actor-council")
    expect(page.locator("#actor-council")).to_be_in_viewport()
    context.close()
    page = browser.new_page()
    page.goto(f"{site}old-bridge/#question-how-long")
    expect(page.locator("#question-how-long dl")).to_be_visible()
    page.close()


def test_a_permalink_is_copied_and_says_so(browser: Browser, site: str) -> None:
    """With the keyboard the address of an item goes to the clipboard, and a status says it."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}old-bridge/#fact-closes")
    page.locator("#fact-closes button.permalink").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".copy-status")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}old-bridge/#fact-closes"
    context.close()


def test_who_comes_back_is_told_what_has_changed(page: Page, site: str) -> None:
    """On a first visit there is no word of it; on a later one, after a change, a line leads to the changes; the next one has none."""
    news = page.locator(".news")
    page.goto(f"{site}old-bridge/")
    expect(news).to_be_hidden()
    page.evaluate("localStorage.setItem(`briefs ${location.pathname}`, JSON.stringify({version: 'gone', day: '2026-02-04'}))")
    page.reload()
    expect(news).to_have_text("Since your last visit on 4 February 2026: 1 correction new, 1 fact changed")
    news.get_by_role("link").click()
    expect(page).to_have_url(f"{site}old-bridge/changes/")
    expect(page.locator("ins")).to_have_text("3")
    page.goto(f"{site}old-bridge/")
    expect(news).to_be_hidden()


def test_the_keyboard_walks_through_what_has_changed(page: Page, site: str) -> None:
    """Tab reaches everything on the page of changes that can be pressed, each once and in order, and where the focus is can be seen."""
    page.goto(f"{site}old-bridge/changes/")
    pressed = "[...document.querySelectorAll('a[href], button, input, summary')].filter(one => one.checkVisibility())"
    for number in range(page.evaluate(f"{pressed}.length")):
        page.keyboard.press("Tab")
        assert page.evaluate(f"{pressed}[{number}] === document.activeElement")
        expect(page.locator(":focus")).to_have_css("outline-style", "solid")
        expect(page.locator(":focus")).to_be_in_viewport()
