"""The page of a brief that cannot be shown: its findings, for the editor who is looking at it under `serve`."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.artifacts import Page
from generator.pages.renderer import Renderer
from generator.text.finding import Finding
from generator.wording import count


def findings_page(renderer: Renderer, slug: str, title: str, language: str, findings: Iterable[Finding]) -> Page:
    """All findings of one brief with their lines."""
    listed = tuple(findings)
    errors = sum(finding.severity == "error" for finding in listed)
    html = renderer.render("site/findings.html.j2", title=title, slug=slug, findings=listed, errors=count(errors, "error", "errors"))
    return Page(f"{slug}/", title, "", language, "ltr", html, listed=False, mark="broken")
