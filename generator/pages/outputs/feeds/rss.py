"""RSS 2.0, whose descriptions are HTML: words are escaped in them before XML escapes them once more."""

from __future__ import annotations

import html
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
        add(item, "description", _html(entry.text))
    return document(root)


def _html(text: str) -> str:
    return "".join(f"<p>{html.escape(words, quote=False)}</p>" for words in text.split("\n\n") if words.strip())


def _moment(instant: datetime) -> str:
    return format_datetime(instant, usegmt=True)
