"""The pages across briefs: each thing once, in the order that readers look for it, with the way to its brief and its evidence."""

from __future__ import annotations

import re

import pytest

from generator.pages.outputs.indexes import paging
from tests.support.edition import Edition

HEAD = "title: {0}\nsummary: S.\nstatus: {1}\npublished: 2026-01-01\nas_of: 2026-01-01\n"
SHARED = """actors:
- {id: ada, name: Ada Example, kind: person, role: mayor, of: town, existence: verified}
- {id: town, name: Town, kind: group}
"""
SOURCE = "sources: [{id: s, file: sources/s.txt, title: Minutes, kind: official, published: 2025-06-01}]\n"
TEXT = "The bridge is closed. “We close the bridge tonight,” said Ada Example.\n"
CITED = """facts:
- {id: closed, text: The bridge is closed., status: reported, by: [ada], evidence: [{source: s, quote: The bridge is closed}]}
quotes: [{id: q, text: We close the bridge tonight, speaker: ada, source: s}]
questions: [{id: why, question: Why?, status: answered, answered_by: closed}, {id: when, question: When does it open?}]
timeline: [{date: 2025-06, fact: closed}]
corrections: [{date: 2026-02-01, text: A name was wrong., kind: correction, item: closed}]
"""


def site(files: dict[str, str], **shared: str) -> dict[str, str]:
    """The pages of a publication of briefs with one source each, by their addresses; briefs by their slugs."""
    briefs = {slug: {"brief.yml": text, "sources/s.txt": TEXT} for slug, text in files.items()}
    return Edition(briefs, shared={"actors.yml": SHARED} | {f"{name}.yml": text for name, text in shared.items()}).contents()


def links(page: str) -> list[tuple[str, str]]:
    """Where the links of a page lead, and their words."""
    return re.findall(r'<a[^>]* href="([^"]*)"[^>]*>([^<]*)</a>', page)


def test_an_actor_stands_once_with_all_its_briefs() -> None:
    """A shared actor is one entry with a page that leads to its place in each brief; one that no public brief names has none."""
    point = "key_points: ['[She](actor:ada) came.']\n"
    pages = site(
        {"x": HEAD.format("One", "published") + point, "y": HEAD.format("Two", "published") + point, "z": HEAD.format("Z", "draft")}
    )
    assert ("ada/", "Ada Example") in links(pages["actors/index.html"])
    assert {("../../x/#actor-ada", "One"), ("../../y/#actor-ada", "Two"), ("../town/", "Town")} <= set(
        links(pages["actors/ada/index.html"])
    )
    assert "Z" not in [words for _, words in links(pages["actors/ada/index.html"])]


def test_there_is_no_index_of_nothing() -> None:
    """A publication whose public briefs have nothing to list has none of these pages."""
    made = site({"x": HEAD.format("One", "published")})
    pages = [path for path in made if path.endswith("/index.html") and path != "search/index.html"]
    assert pages == ["x/index.html"]


def test_each_index_leads_to_what_it_lists() -> None:
    """Quotes, questions, events, sources and corrections stand on their pages with the way to the item and to its brief."""
    pages = site({"x": HEAD.format("One", "published") + SOURCE + CITED})
    assert {("../x/#quote-q", "Quote and source"), ("../actors/ada/", "Ada Example")} <= set(links(pages["quotes/index.html"]))
    assert ("../x/#fact-closed", "Fact") in links(pages["timeline/index.html"])
    assert ("../x/#fact-closed", "The bridge is closed.") in links(pages["questions/index.html"])
    assert pages["questions/index.html"].index("When does it open?") < pages["questions/index.html"].index("Why?")
    assert ("../x/sources/s/", "Evidence in context") in links(pages["sources/index.html"])
    assert "1 fact, 1 quote" in pages["sources/index.html"]
    assert ("../x/#corrections", "One") in links(pages["corrections/index.html"])
    assert "The bridge is closed." in pages["actors/ada/index.html"]


def test_a_document_of_two_briefs_stands_once() -> None:
    """Files of the same bytes are one document, whatever the briefs call it, with what each of them takes from it."""
    page = site({slug: HEAD.format(slug.upper(), "published") + SOURCE + CITED for slug in "xy"})["sources/index.html"]
    assert page.count("<cite") == 1
    assert [words for _, words in links(page) if words in ("X", "Y")] == ["X", "Y"]


def test_names_of_a_topic_are_one_topic() -> None:
    """Briefs that name a topic, an alias of it, or spell it otherwise are on one page, under the name that topics.yml gives."""
    topics = "topics: [{topic: Clean air, aliases: [Air quality], description: What we breathe.}]\n"
    names = {"x": "Clean air", "y": "air Quality", "z": "[Clean-air, Air quality]"}
    pages = site({slug: HEAD.format(slug.upper(), "published") + f"topics: {name}\n" for slug, name in names.items()}, topics=topics)
    of_topics = [page for page in pages if page.startswith("topics/") and page.endswith(".html")]
    assert of_topics == [
        "topics/index.html",
        "topics/clean-air/index.html",
    ]
    assert re.findall(r"<h2><a[^>]*>(\w)<", pages["topics/clean-air/index.html"]) == ["X", "Y", "Z"]
    assert links(pages["z/index.html"]).count(("../topics/clean-air/", "Clean air")) == 1
    assert "What we breathe." in pages["topics/clean-air/index.html"]


def test_a_long_index_is_cut_into_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page has more than so many entries; each leads to its neighbours, and the first to where each group begins."""
    monkeypatch.setattr(paging, "PER_PAGE", 2)
    events = "timeline: [" + ", ".join(f"{{date: {year}, text: Year {year}.}}" for year in range(2001, 2006)) + "]\n"
    pages = site({"x": HEAD.format("One", "published") + events})
    first, last = pages["timeline/index.html"], pages["timeline/page/3/index.html"]
    assert re.findall(r"Year (\d+)", first) == ["2005", "2004"]
    assert re.findall(r"Year (\d+)", last) == ["2001"]
    assert ("page/3/#group-2001", "2001") in links(first)
    assert {("../2/", "Previous page")} <= set(links(last))
    assert "timeline/page/4/index.html" not in pages


def test_namesakes_are_told_apart_by_their_briefs() -> None:
    """Two actors of one name are listed with the titles of their briefs; a name that one actor has is not."""
    one, other = ("actors: [{{id: {0}, name: {1}, kind: person, existence: verified}}]\nkey_points: ['[He](actor:{0}) came.']\n",) * 2
    pages = site(
        {
            "x": HEAD.format("The river", "published") + one.format("smith-x", "John Smith"),
            "y": HEAD.format("The road", "published") + other.format("smith-y", "John Smith"),
            "z": HEAD.format("The rail", "published") + one.format("doe", "Jane Doe"),
        }
    )
    listed = pages["actors/index.html"]
    assert re.findall(r"<span>The (?:river|road|rail)</span>", listed) == ["<span>The river</span>", "<span>The road</span>"]
