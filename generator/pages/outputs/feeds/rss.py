"""RSS 2.0."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime
from xml.etree.ElementTree import Element

from generator.pages.outputs.feeds.entries import Feed
from generator.pages.outputs.feeds.markup import add, document

PATH = "rss.xml"


def rss(feed: Feed) -> bytes:
    """A feed as an RSS document."""
    root = Element("rss", {"version": "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom"})
    channel = add(root, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", feed.page)
    add(channel, "description", feed.title)
    add(channel, "language", feed.language)
    add(channel, "lastBuildDate", _moment(feed.updated))
    add(channel, "atom:link", rel="self", type="application/rss+xml", href=f"{feed.root}{PATH}")
    for entry in feed.entries:
        item = add(channel, "item")
        add(item, "title", entry.title)
        add(item, "link", entry.url)
        add(item, "guid", entry.id, isPermaLink="true")
        add(item, "pubDate", _moment(entry.published))
        for topic in entry.topics:
            add(item, "category", topic)
        add(item, "description", entry.text)
    return document(root)


def _moment(instant: datetime) -> str:
    return format_datetime(instant, usegmt=True)
