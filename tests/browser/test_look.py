"""Our pages in the frame of a furnished Material site, as Chromium shows them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PUBLICATION


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The golden publication with tabs, a palette that follows the system, and a header that stays; its address."""
    root = tmp_path_factory.mktemp("furnished") / "golden"
    shutil.copytree(PUBLICATION, root, ignore=shutil.ignore_patterns(".cache", "site"))
    palette = [{"media": f"(prefers-color-scheme: {scheme})", "scheme": name} for scheme, name in (("light", "default"), ("dark", "slate"))]
    theme = {"name": "material", "font": False, "palette": palette, "features": ["navigation.tabs", "navigation.tabs.sticky"]}
    data = {"site_name": "The desk", "docs_dir": "briefs", "theme": theme, "plugins": ["search", {"briefs": {"handouts": False}}]}
    (root / "mkdocs.yml").write_text(json.dumps(data), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=root, check=True, capture_output=True)
    return serve(root / "site")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("address", ["", "old-bridge/", "old-bridge/sources/courier/", "quotes/"])
def test_what_is_ours_is_accessible_in_the_theme(browser: Browser, furnished: str, address: str, width: int, scheme: str) -> None:
    """Nothing is wider than the screen, and axe finds nothing to complain of in what is ours, light and dark."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{furnished}{address}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    results = Axe().run(page, context=[".brief"] if address else [".brief-list"])
    assert results.violations_count == 0, results.generate_report()
    context.close()


def test_the_contents_show_the_items_of_what_is_read(page: Page, furnished: str) -> None:
    """Beside a brief stand its sections, and the items of the one that is on the screen."""
    page.goto(f"{furnished}old-bridge/")
    contents = page.locator('[data-md-type="toc"] [data-md-component="toc"]')
    questions = contents.locator('a[href^="#question-"]').first
    expect(contents.locator('a[href="#questions"]')).to_be_visible()
    expect(questions).to_be_hidden()
    contents.locator('a[href="#questions"]').click()
    expect(questions).to_be_visible()


def test_a_permalink_stands_below_the_header(page: Page, furnished: str) -> None:
    """The theme's header stays where it is, and hides nothing of the item that an address leads to."""
    page.goto(f"{furnished}old-bridge/#question-how-long")
    item, header = (page.locator(name).bounding_box() for name in (":target", "header.md-header"))
    assert item
    assert header
    assert header["y"] + header["height"] <= item["y"] < 300
