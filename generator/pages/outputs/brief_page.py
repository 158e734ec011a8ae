"""The page of a brief, `/<slug>/`."""

from __future__ import annotations

from generator.library.library import Site
from generator.pages.addresses import page_of
from generator.pages.artifacts import Heading, Page
from generator.pages.contexts import BriefPage
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView
from generator.pages.writer import PageWriter


def brief_page(site: Site, renderer: Renderer, view: BriefView, version: str) -> Page:
    """The page, with all sections that are not empty; `version` is that of its data."""
    address = page_of(view.place)
    writer = PageWriter(site, address, view.language, view.places)
    html = renderer.render(writer, BriefPage(site, view, "web", version))
    return Page(
        address=address,
        title=view.title.words.text,
        description="" if view.withdrawn else view.summary.words.text,
        language=view.language,
        direction=view.direction,
        html=html,
        ids=frozenset(writer.given),
        headings=tuple(Heading(writer.ids[section.place], section.title) for section in view.sections),
        mark=view.mark,
    )
