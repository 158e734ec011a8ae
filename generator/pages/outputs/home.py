"""The list of briefs on the home page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.artifacts import HomePart
from generator.pages.contexts import Context
from generator.pages.nodes import Link
from generator.pages.outputs.ready import Collection
from generator.pages.views import BriefView
from generator.pages.writer import PageWriter


@dataclass(frozen=True)
class BriefList(Context):
    """The list of briefs on the home page."""

    template = "site/list.html.j2"

    briefs: tuple[BriefView, ...]


@dataclass(frozen=True)
class BrokenList(Context):
    """In a preview, the briefs of which there is nothing to show but what is wrong with them."""

    template = "site/broken.html.j2"

    briefs: tuple[Link, ...]


def brief_list(collection: Collection) -> Iterator[HomePart]:
    """The list, newest first; what is broken comes before."""
    site, render = collection.site, collection.renderer.render
    writer = PageWriter(site, "", site.language)
    broken = render(writer, BrokenList(site, collection.broken)) if collection.broken else ""
    yield HomePart(broken + render(writer, BriefList(site, tuple(ready.view for ready in collection.listed))))
