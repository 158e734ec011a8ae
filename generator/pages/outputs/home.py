"""The list of briefs on the home page."""

from __future__ import annotations

from collections.abc import Iterable

from generator.library.library import Site
from generator.pages.contexts import BriefList
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView
from generator.pages.writer import PageWriter


def brief_list(site: Site, renderer: Renderer, views: Iterable[BriefView]) -> str:
    """HTML of the list, newest first; withdrawn briefs are not in it."""
    listed = tuple(view for view in views if not view.withdrawn)
    return renderer.render(PageWriter(site, "", site.language), BriefList(site, listed))
