"""What readers are told of what has changed: the page of changes, the brief's own page, the feeds."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

from generator.dossier.dossier import dossier
from generator.dossier.release_data import due
from generator.library.library import collect
from tests.support.edition import SITE, Edition

SOURCE = "“The bridge stays shut,” said Ann Lee. The repair costs 3 million crowns.\n"
WITHHELD = "“The piers are rotten,” said Ann Lee.\n"
BRIEF = """title: Bridge
summary: It is shut.
status: published
published: 2026-01-01
as_of: 2026-01-01
sources: [{id: s, file: s.txt, title: S, kind: report}, {id: t, file: t.txt, title: T, kind: report}]
facts:
  - {id: cost, text: The repair costs 2 million crowns., status: reported, via: [s],
     evidence: [{source: s, quote: The repair costs 3 million crowns.}]}
  - {id: shut, text: It is shut., status: reported, via: [s], evidence: [{source: s, quote: The bridge stays shut}]}
  - {id: secret, draft: true, text: A proposal., status: reported, via: [s], evidence: [{source: s, quote: The bridge stays shut}]}
actors: [{id: ann, name: Ann Lee, kind: person, existence: verified}]
quotes: [{id: old, text: The piers are rotten, speaker: ann, source: t}]
timeline: [{date: 2025, text: It closed., evidence: []}]
"""
NOW = (
    BRIEF.replace("2 million", "3 million")
    .replace("id: shut, text: It is shut., status: reported", "id: closed, text: It is shut., status: confirmed")
    .replace("published: 2026-01-01\n", "published: 2026-01-01\nupdated: 2026-02-01\n")
    .replace("{date: 2025, ", "{date: 2024, text: It opened again.}, {date: 2025, ")
    .replace("title: T, kind", "title: T, publish: none, kind")
    .replace("quotes: [{id: old, text: The piers are rotten, speaker: ann, source: t}]\n", "")
    + "redirects: [{from: shut, to: closed}]\n"
    + "corrections: [{date: 2026-02-01, kind: correction, text: It was wrong., item: cost}]\n"
)
LEVELS = dict.fromkeys(("B308", "B310", "B402", "B206", "B207", "B504", "B411"), "off")


def edition(brief: str, **files: str) -> Edition:
    """A publication of one brief, with further files in its folder."""
    return Edition({"a": {"brief.yml": brief, "s.txt": SOURCE, "t.txt": WITHHELD, **files}}, levels=LEVELS)


def recorded(before: Edition) -> str:
    """What a release of the one brief records."""
    (shown,) = collect(SITE, before.checked(), before.now, preview=False).briefs
    return due(dossier(shown, SITE), None, before.now.date().replace(month=1)).file.decode()


def test_a_page_tells_what_has_changed() -> None:
    """Item by item: reworded, of another status under a new id, new and gone; a quote whose source is withheld, wordless."""
    record = recorded(edition(BRIEF))
    assert "proposal" not in record
    files = edition(NOW, **{"releases/2026-01-01.json": record}).contents()
    page = files["a/changes/index.html"]
    assert re.findall(r"<(?:del|ins)>.*?</(?:del|ins)>", page) == ["<del>2</del>", "<ins>3</ins>"]
    assert "Status: Reported, now Confirmed" in page
    assert re.findall(r'class="what">(\w+)</span><span>(?:<a [^>]*>)?([\w ]+)', page) == [
        ("Changed", "source"), ("Changed", "fact"), ("Changed", "fact"), ("New", "timeline"), ("New", "correction"), ("Removed", "quote"),
    ]  # fmt: skip
    assert "The piers are rotten" in record
    assert not any(words in content for content in files.values() for words in ("A proposal", "rotten"))


def test_the_brief_leads_to_what_changed_and_items_to_their_corrections() -> None:
    """The top links the page of changes and has, hidden, what has changed since the release; old anchors and marks stand in their items."""
    record = recorded(edition(BRIEF))
    files = edition(NOW, **{"releases/2026-01-01.json": record}).contents()
    page = files["a/index.html"]
    assert 'href="changes/">What has changed</a>' in page
    version = json.loads(record)["version"]
    assert re.search(rf'<p class="news" hidden .*?<a href="changes/" data-version="{version}" data-day="2026-01-01" hidden>[^<]+</a>', page)
    item = page.partition('id="fact-closed"')[2].partition("</li>")[0]
    assert 'id="fact-shut"' in item
    corrected = page.partition('id="fact-cost"')[2].partition("</li>")[0]
    assert '<p class="corrected"><a href="#corrections">Correction, 1 February 2026</a></p>' in corrected
    summary = ElementTree.fromstring(files["feed.xml"]).findtext("{*}entry/{*}summary") or ""
    told = "1 event and 1 correction new, 2 facts and 1 source changed, 1 quote removed"
    assert f"\n\nChanged since 1 January 2026: {told}.\n\n" in summary


def test_nothing_is_told_where_nothing_has_changed() -> None:
    """Without a record, or with one of the present state, there is no page of changes and no word of it."""
    for files in (edition(BRIEF).contents(), edition(BRIEF, **{"releases/2026-01-01.json": recorded(edition(BRIEF))}).contents()):
        assert "a/changes/index.html" not in files
        assert "changes/" not in files["a/index.html"]
        assert 'class="news"' not in files["a/index.html"]
