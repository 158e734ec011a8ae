"""All briefs by year, `/all/`, the newest first: where the home page ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.artifacts import Page
from generator.pages.nodes import Date
from generator.pages.outputs.indexes.paging import Entry, IndexPage, index_pages
from generator.pages.outputs.indexes.topics import BriefGroup
from generator.pages.outputs.ready import Collection
from generator.wording.labels import N_

INDEX = "all/"
HEADING = N_("All briefs")
INTRO = N_("Every brief of this publication, the newest first.")
ON_HOME_PAGE = 13  # briefs that the home page shows: one that leads, and a dozen


@dataclass(frozen=True)
class BriefIndex(IndexPage):
    """All briefs."""

    template = "site/briefs.html.j2"
    group = BriefGroup


def briefs(collection: Collection) -> Iterator[Page]:
    """The index of briefs, where there are more than the home page shows."""
    wording = collection.wording
    if len(collection.listed) > ON_HOME_PAGE:
        entries = (Entry(_year(record.brief.published), record.brief, collection.digest(record)) for record in collection.listed)
        yield from index_pages(collection, INDEX, BriefIndex, wording.gettext(HEADING), wording.gettext(INTRO), entries, "foot")


def _year(published: Date | None) -> str:
    return published.iso[:4] if published else ""
