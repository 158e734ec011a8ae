"""JSON Feed 1.1."""

from __future__ import annotations

from generator.pages.outputs.feeds.atom import moment
from generator.pages.outputs.feeds.entries import Feed
from generator.text.indented_json import indented

PATH = "feed.json"


def json_feed(feed: Feed) -> bytes:
    """A feed as a JSON Feed."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": f"{feed.root}{PATH}",
        "language": feed.language,
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "content_text": entry.text,
                "date_published": moment(entry.published),
                "date_modified": moment(entry.updated),
                "authors": [{"name": name} for name in entry.authors],
                "tags": list(entry.topics),
                "language": entry.language,
            }
            for entry in feed.entries
        ],
    }
    return (indented(data, 1) + "\n").encode()
