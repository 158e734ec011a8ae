"""The page that searches, `/search/`: a form, and for those without JavaScript the ways to everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.artifacts import Page
from generator.pages.contexts import Context
from generator.pages.nodes import IndexPlace, Link
from generator.pages.outputs.indexes import actors, briefs, corrections, questions, quotes, sources, timeline, topics
from generator.pages.outputs.ready import Collection
from generator.pages.search_index import FOLDER
from generator.pages.writer import PageWriter
from generator.wording.labels import LABELS, N_

HEADING = N_("Search")
INTRO = N_("Facts, quotes, questions, people, events and whole briefs, each where it stands.")
_LISTS = {"questions": questions, "actors": actors, "quotes": quotes, "events": timeline, "sources": sources}


@dataclass(frozen=True)
class SearchPage(Context):
    """The page that searches; `kinds` and `statuses` are what its filters offer, `lists` lead to all that can be found."""

    template = "site/search.html.j2"

    heading: str
    intro: str
    kinds: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]
    lists: tuple[Link, ...]
    script: IndexPlace
    styles: IndexPlace


def search_page(collection: Collection) -> Iterator[Page]:
    """The page, whatever there is to find."""
    site, wording = collection.site, collection.wording
    context = SearchPage(
        site=site,
        heading=wording.gettext(HEADING),
        intro=wording.gettext(INTRO),
        kinds=tuple((kind, wording.label("search result", kind)) for kind in LABELS["search result"]),
        statuses=tuple((name, wording.label(of, name)) for of in ("fact status", "question status") for name in LABELS[of]),
        lists=tuple(_lists(collection)),
        script=IndexPlace("assets/search.js"),
        styles=IndexPlace("assets/search.css"),
    )
    html, ids = collection.document(PageWriter(site, FOLDER, site.language), context)
    yield Page(FOLDER, context.heading, context.intro, site.language, wording.direction, html, ids, listed=False)


def _lists(collection: Collection) -> Iterator[Link]:
    """The lists across briefs that are there; briefs that have none of their own stand on the home page."""
    listed, say = collection.listed, collection.wording.gettext
    if listed:
        yield Link(say(briefs.HEADING), IndexPlace(briefs.INDEX if len(listed) > briefs.ON_HOME_PAGE else ""))
    if any(record.topics for record in listed):
        yield Link(say(topics.HEADING), IndexPlace(topics.INDEX))
    for entries, index in _LISTS.items():
        if any(getattr(record, entries) for record in listed):
            yield Link(say(index.HEADING), IndexPlace(index.INDEX))
    if corrections.newest_first(collection):
        yield Link(say(corrections.HEADING), IndexPlace(corrections.INDEX))
