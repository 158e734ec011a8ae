"""The feeds: what is new, for those who read elsewhere. `entries` is what they say, the other modules are the forms that it takes.

A feed names its entries by their addresses, so a publication without a `site_url` has none.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import partial

from generator.pages.artifacts import DataFile
from generator.pages.outputs.feeds import entries
from generator.pages.outputs.feeds.atom import atom
from generator.pages.outputs.feeds.entries import Feed
from generator.pages.outputs.feeds.json_feed import json_feed
from generator.pages.outputs.feeds.rss import rss
from generator.pages.outputs.ready import Collection

OF_SITE = (("feed.xml", "application/atom+xml"), ("rss.xml", "application/rss+xml"), ("feed.json", "application/feed+json"))
"""The feeds of all briefs, by their paths and media types; the frame of every page names them."""


def of_site(paths: Container[str]) -> list[tuple[str, str]]:
    """The feeds of all briefs that are among the paths of a site: without an address it has none."""
    return [feed for feed in OF_SITE if feed[0] in paths]


def feeds(collection: Collection) -> Iterator[DataFile]:
    """All feeds: of all briefs in three forms, of each topic and actor, of corrections and of answered questions."""
    if not collection.site.url:
        return
    everything = entries.of_briefs(collection)
    yield DataFile("feed.xml", atom(everything))
    yield DataFile("rss.xml", rss(everything))
    yield DataFile("feed.json", json_feed(everything))
    for feed in more(collection):
        yield DataFile(feed.path, partial(atom, feed), feed.made_of)


def more(collection: Collection) -> Iterator[Feed]:
    """The feeds of parts of the publication, which are there where they have something to tell."""
    parts = (*entries.of_topics(collection), *entries.of_actors(collection))
    yield from (feed for feed in (*parts, entries.of_corrections(collection), entries.of_answers(collection)) if feed.entries)
