"""The page of a brief that cannot be shown: its findings, for the editor who is looking at it under `serve`."""

from __future__ import annotations

from generator.pages.artifacts import Page
from generator.pages.renderer import Renderer
from generator.text.finding import Findings
from generator.wording import count


def findings_page(renderer: Renderer, slug: str, title: str, language: str, findings: Findings) -> Page:
    """All findings of one brief with their lines."""
    errors = count(findings.errors, "error", "errors")
    html = renderer.render("site/findings.html.j2", title=title, slug=slug, findings=findings, errors=errors)
    return Page(f"{slug}/", title, "", language, "ltr", html, listed=False, mark="broken")
