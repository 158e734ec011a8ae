"""The page of a brief in the order of attention: the story with its notes, facts by status, quotes and people in short."""

from __future__ import annotations

import re

from lxml import html

from tests.support.edition import Edition

BRIEF = """title: A dam
summary: It holds.
status: published
published: 2026-01-01
as_of: 2026-01-01
sources:
  - {id: s, file: s.txt, title: S, publisher: The Post, published: 2025-12-31, kind: report}
actors:
  - {id: ada, name: Ada Example, kind: person, existence: verified}
  - {id: town, name: The town, kind: organisation}
quotes:
  - {id: one, text: It holds, speaker: ada, source: s}
facts:
  - {id: says, text: The town says so., status: claimed, by: town, as_of: 2025-12-31, evidence: [{source: s, quote: the town says}]}
  - {id: holds, text: It holds., status: reported, as_of: 2026-01-01, evidence: [{source: s, quote: It holds}]}
terms: [{term: dam, definition: A wall that keeps water.}]
"""
ARTICLE = """# Water

The [dam](term:dam) [holds](fact:holds), [says](quote:one) [Ada](actor:ada).

It [still holds](fact:holds), and the [dam](term:dam) is old.
"""
SOURCE = """“It holds,” the town says.

So does Ada Example: “It holds, and it will not move for a hundred years, whatever the water may do to it.”
"""


def page(brief: str = BRIEF, article: str = ARTICLE) -> str:
    """The page of the brief."""
    return Edition({"dam": {"brief.yml": brief, "article.md": article, "sources/s.txt": SOURCE}}).contents()["dam/index.html"]


def test_the_first_link_to_an_item_leads_to_its_note() -> None:
    """The note stands after the paragraph, with the exact words and the way to the item; later links lead to the item itself."""
    found = page()
    first, second = found.split('<div class="told">')[1:], found.split("still holds")[0]
    assert len(first) == 1
    assert '<a href="#note-fact-holds">holds</a>' in second
    assert '<a href="#fact-holds">still holds</a>' in found
    note = first[0][first[0].index('id="note-fact-holds"') :]
    assert "<mark>It holds</mark>" in note
    assert 'href="#fact-holds">The fact and its evidence</a>' in note
    assert "A wall that keeps water." in first[0]
    assert 'id="note-quote-one"' in first[0]
    assert '<a href="#actor-ada">Ada</a>' in found


def test_the_notes_are_for_the_page_alone() -> None:
    """On paper the story’s links lead to the items."""
    files = Edition({"dam": {"brief.yml": BRIEF, "article.md": ARTICLE, "sources/s.txt": SOURCE}}).contents()
    (handout,) = (html for name, html in files.items() if name == "dam/dam.pdf 0")
    assert "note-" not in handout
    assert 'href="#fact-holds"' in handout


def test_facts_stand_by_their_status() -> None:
    """The surest come first; a status and what it means are said once; a day that a source bears is not said again."""
    found = page()
    assert re.findall(r'id="(fact-\w+)"', found) == ["fact-holds", "fact-says"]
    assert found.count("sources report it; we could not confirm it ourselves") == 1
    facts = found[found.index('id="facts"') :].partition("</section>")[0]
    assert facts.count("As of") == 1
    assert '<time datetime="2026-01-01">' in facts


def test_without_key_points_the_facts_come_first() -> None:
    """What is known in short is the key points or, where there are none, the facts."""
    headings = r'<h2 id="([\w-]+)"'
    assert re.findall(headings, page())[:2] == ["facts", "article"]
    assert re.findall(headings, page(f"{BRIEF}key_points: [It holds.]\n"))[:3] == ["key-points", "article", "facts"]


def test_three_quotes_lead() -> None:
    """From five on, the others are folded, and the fold names whose they are."""
    more = "".join(f"  - {{id: q{number}, text: It holds, speaker: ada, source: s}}\n" for number in range(4))
    assert "more quotes" not in page()
    found = page(BRIEF.replace("facts:\n", f"{more}facts:\n", 1))
    lead, folded = found.split("<b>2 more quotes</b>")
    assert lead.count('<li class="quote"') == 3
    assert folded.index("Ada Example") < folded.index('id="quote-q2"')


def test_people_come_with_their_first_words() -> None:
    """A person is not called one and has the beginning of a quote, cut between words; states and bodies are folded."""
    words = "It holds, and it will not move for a hundred years, whatever the water may do to it."
    found = page(BRIEF.replace("{id: one, text: It holds,", f"{{id: one, text: '{words}',"))
    people = found[found.index('id="actors"') :]
    assert ">Person<" not in people
    assert "“It holds, and it will not move for a hundred years, whatever …”" in people
    assert people.index("States and organisations") < people.index('id="actor-town"')


def test_a_term_is_explained_where_it_is_read_first() -> None:
    """A term that the answer names has its note there, and none in the story; facts keep theirs for the story."""
    found = page(BRIEF.replace("summary: It holds.", "summary: The [dam](term:dam) [holds](fact:holds)."))
    answer, rest = found.split('id="article"')
    assert '<a href="#note-term-dam">dam</a>' in answer
    assert "A wall that keeps water." in answer
    assert '<a href="#fact-holds">holds</a>' in answer
    assert '<a href="#term-dam">dam</a>' in rest
    assert 'href="#note-fact-holds"' in rest


HEADINGS = {
    "Water": "water", "Fact check": "heading-fact-check", "Fact-check": "heading-fact-check_1", "At a glance": "heading-at-a-glance",
    "Note to readers": "heading-note-to-readers", "Brief history": "heading-brief-history", "Words matter": "heading-words-matter",
    "Question time": "heading-question-time", "Facts": "facts_1", "facts": "facts_2", "Related": "related_1", "Notes": "notes",
    "Factory": "factory", "1": "1", "!": "x",
}  # fmt: skip


def test_headings_have_ids_of_their_own() -> None:
    """Whatever they say: none is the id of an item, a note or a section, each is there once, and a link leads to it."""
    article = "\n\n".join(f"## {words}\n\n[Here](#{name})." for words, name in HEADINGS.items())
    shown = html.fromstring(page(article=article))
    ids = shown.xpath("//@id")
    assert len(ids) == len(set(ids))
    (story,) = shown.xpath("//*[@id='article']")
    assert [heading.get("id") for heading in story.xpath("following::h3 | .//h3") if heading.text in HEADINGS] == [*HEADINGS.values()]
    assert {*HEADINGS.values()} <= {address.removeprefix("#") for address in shown.xpath("//a/@href")}
