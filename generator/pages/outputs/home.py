"""The list of briefs on the home page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.artifacts import HomePart
from generator.pages.contexts import BriefList
from generator.pages.outputs.ready import Collection
from generator.pages.writer import PageWriter


def brief_list(collection: Collection) -> Iterator[HomePart]:
    """The list, newest first."""
    site = collection.site
    yield HomePart(collection.renderer.render(PageWriter(site, "", site.language), BriefList(site, collection.listed)))
