"""The list of briefs on the home page."""

from __future__ import annotations

from collections.abc import Iterable

from generator.library.library import Library
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView


def brief_list(library: Library, renderer: Renderer, views: Iterable[BriefView]) -> str:
    """HTML of the list, newest first; withdrawn briefs are not in it."""
    listed = [view for view in views if not view.withdrawn]
    return renderer.render("site/list.html.j2", briefs=listed, site=library.site)
