"""Atom (RFC 4287)."""

from __future__ import annotations

from datetime import datetime
from xml.etree.ElementTree import Element

from generator.pages.outputs.feeds.entries import Feed
from generator.pages.outputs.feeds.markup import add, document
from generator.pages.records import FeedEntry

XML_LANG = "xml:lang"


def atom(feed: Feed) -> bytes:
    """A feed as an Atom document."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", XML_LANG: feed.language})
    add(root, "id", f"{feed.root}{feed.path}")
    add(root, "title", feed.title)
    add(root, "updated", moment(feed.updated))
    add(add(root, "author"), "name", feed.title)
    add(root, "link", rel="self", type="application/atom+xml", href=f"{feed.root}{feed.path}")
    add(root, "link", rel="alternate", type="text/html", href=feed.page)
    for entry in feed.entries:
        _add(root, entry)
    return document(root)


def _add(root: Element, entry: FeedEntry) -> None:
    child = add(root, "entry")
    child.set(XML_LANG, entry.language)
    add(child, "id", entry.id)
    add(child, "title", entry.title)
    add(child, "link", rel="alternate", type="text/html", href=entry.url)
    add(child, "published", moment(entry.published))
    add(child, "updated", moment(entry.updated))
    for name in entry.authors:
        add(add(child, "author"), "name", name)
    for topic in entry.topics:
        add(child, "category", term=topic)
    add(child, "summary", entry.text, type="text")


def moment(instant: datetime) -> str:
    """An instant of UTC in the form of RFC 3339."""
    return f"{instant.replace(tzinfo=None).isoformat()}Z"
