"""The list of briefs on the home page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.artifacts import HomePart
from generator.pages.contexts import Context
from generator.pages.outputs.ready import Collection
from generator.pages.views import BriefView
from generator.pages.writer import PageWriter


@dataclass(frozen=True)
class BriefList(Context):
    """The list of briefs on the home page."""

    template = "site/list.html.j2"

    briefs: tuple[BriefView, ...]


def brief_list(collection: Collection) -> Iterator[HomePart]:
    """The list, newest first."""
    site = collection.site
    yield HomePart(
        collection.renderer.render(PageWriter(site, "", site.language), BriefList(site, tuple(ready.view for ready in collection.listed)))
    )
