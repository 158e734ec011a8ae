"""The feeds: what readers of other programs are told, in forms that those programs can read."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from generator.library.library import Site
from tests.support.edition import Edition

ATOM = "{http://www.w3.org/2005/Atom}"
BRIEF = """title: "Bridge & <b>tunnel</b>"
summary: The bridge is *closed*.
status: {status}
published: 2026-01-01
updated: 2026-02-01
as_of: 2026-02-01
authors: [Ada Example]
topics: [Traffic]
actors: [{{id: {actor}, name: Town, kind: organisation, existence: verified}}]
key_points: ['[It](actor:{actor}) decides.']
questions: [{{id: when, question: When?, status: answered}}]
corrections: [{{date: 2026-02-01, text: A *name* was wrong., kind: correction}}]
"""
FILES = {
    "a": {"brief.yml": BRIEF.format(status="published", actor="town")},
    "b": {"brief.yml": BRIEF.format(status="draft", actor="other").replace("Bridge", "Secret")},
}


def test_a_feed_says_what_is_new() -> None:
    """Each form has the public briefs with their address, words, days, authors and topics, and what was put right at the last change."""
    files = Edition(FILES).contents()
    entry = ElementTree.fromstring(files["feed.xml"]).findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}id") for one in entry] == ["https://gazette.example.org/a/"]
    assert entry[0].findtext(f"{ATOM}title") == "Bridge & <b>tunnel</b>"
    assert entry[0].findtext(f"{ATOM}summary") == "The bridge is closed.\n\nCorrection: A name was wrong."
    assert [entry[0].findtext(f"{ATOM}{name}") for name in ("published", "updated")] == ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"]
    item = ElementTree.fromstring(files["rss.xml"]).find("channel/item")
    assert item is not None
    assert [item.findtext(name) for name in ("link", "pubDate", "category")] == [
        "https://gazette.example.org/a/",
        "Thu, 01 Jan 2026 00:00:00 GMT",
        "Traffic",
    ]
    assert item.findtext("description") == "<p>The bridge is closed.</p><p>Correction: A name was wrong.</p>"
    (one,) = json.loads(files["feed.json"])["items"]
    assert (one["url"], one["authors"], one["tags"]) == ("https://gazette.example.org/a/", [{"name": "Ada Example"}], ["Traffic"])


def test_what_looks_like_markup_is_words_in_rss() -> None:
    """A description of RSS is HTML, so that words are escaped in it; in the other forms they are words already."""
    words = "<script>alert(1)</script> & <b>1 < 2</b>"
    files = Edition(
        {"a": {"brief.yml": BRIEF.format(status="published", actor="town").replace("The bridge is *closed*.", json.dumps(words))}}
    ).contents()
    item = ElementTree.fromstring(files["rss.xml"]).find("channel/item")
    assert item is not None
    assert (item.findtext("description") or "").startswith("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;1 &lt; 2&lt;/b&gt;</p>")
    assert (ElementTree.fromstring(files["feed.xml"]).findtext(f"{ATOM}entry/{ATOM}summary") or "").startswith(words)
    assert json.loads(files["feed.json"])["items"][0]["content_text"].startswith(words)


def test_parts_have_feeds_of_their_own() -> None:
    """Topics, actors, corrections and answered questions have feeds, which their pages name; no feed names a draft."""
    edition = Edition(FILES)
    files = edition.contents()
    feeds = {name for name in files if name.endswith(".xml")}
    assert feeds >= {"topics/traffic/feed.xml", "actors/town/feed.xml", "corrections.xml", "questions/answered.xml"}
    named = {path for page in edition.rendered().pages for _, path in page.feeds}
    assert named == {"topics/traffic/feed.xml", "actors/town/feed.xml", "corrections.xml", "questions/answered.xml"}
    assert not any("Secret" in content for content in files.values())
    (answer,) = ElementTree.fromstring(files["questions/answered.xml"]).findall(f"{ATOM}entry")
    assert answer.findtext(f"{ATOM}id") == "https://gazette.example.org/a/#question-when"


def test_there_is_no_feed_without_an_address() -> None:
    """Where nobody says at which address the site is, nothing could be named in a feed, and there is none."""
    assert not [name for name in Edition(FILES, site=Site("S", "", "en")).contents() if name.endswith((".xml", "feed.json"))]
