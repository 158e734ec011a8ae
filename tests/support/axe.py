"""What axe-core finds in a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """The rules of WCAG 2.2 AA and the best practices that a page breaks, each with where."""
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    return [(found["id"], [node["target"] for node in found["nodes"]]) for found in results.response["violations"]]
