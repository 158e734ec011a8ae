"""The page of a brief, `/<slug>/`."""

from __future__ import annotations

from generator.dossier.form import version_of
from generator.library.library import Library
from generator.pages.artifacts import DataFile, Heading, Page
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView

SECTIONS = (
    ("key-points", "Key points", "key_points"),
    ("facts", "Facts", "facts"),
    ("questions", "What we don’t know", "questions"),
    ("actors", "Who’s who", "actors"),
    ("quotes", "In their own words", "quotes"),
    ("timeline", "Timeline", "timeline"),
    ("article", "The story", "article"),
    ("terms", "Terms", "terms"),
    ("sources", "Sources", "sources"),
    ("corrections", "Corrections", "corrections"),
    ("cite", "Cite this brief", "citation"),
)
"""The sections of a brief in their order: id, heading, and the field that must not be empty."""


def sections(view: BriefView) -> tuple[Heading, ...]:
    """The sections that a brief has; a withdrawn one only says so, with its corrections."""
    shown = SECTIONS if not view.withdrawn else [section for section in SECTIONS if section[0] == "corrections"]
    return tuple(Heading(id, title) for id, title, field in shown if getattr(view, field))


def brief_page(library: Library, renderer: Renderer, view: BriefView, data: DataFile) -> Page:
    """The page, with all sections that are not empty; `data` is the brief.json whose version it prints."""
    headings = sections(view)
    version = version_of(data.content)
    html = renderer.render("site/brief.html.j2", brief=view, sections=headings, site=library.site, version=version, medium="web")
    return Page(
        address=f"{view.slug}/",
        title=view.title_text,
        description="" if view.withdrawn else view.summary_text,
        language=view.language,
        direction=view.direction,
        html=html,
        headings=headings,
        mark=view.mark,
    )
