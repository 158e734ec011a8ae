"""Links without a scheme lead to ordinary pages, files and parts of pages from wherever a text is shown."""

from __future__ import annotations

import json
from dataclasses import replace

from generator.items.handout import Handout
from generator.library.library import Site
from generator.library.survey import Memory
from generator.text.finding import Severity
from tests.support.edition import Edition

ARTICLE = """\
## How it came

[Ours](#how-it-came) [open](#questions) [one](#question-how-long) [us](../about.md#method) [plan](<../files/a %231.pdf>) [gone](../gone.md)

## Questions
"""
BRIEF = """\
title: A title
summary: "The answer, as [we](/about.md) see it."
status: published
published: 2026-02-03
as_of: 2026-02-03
questions:
  - {id: how-long, question: "How long, [say we](../about.md#method)?", status: open}
"""
SHARED = {"about.md": "# About\n\n## Method\n", "files/a #1.pdf": "…", "gone.md": "# Gone\n"}
EDITION = Edition({"x": {"brief.yml": BRIEF, "article.md": ARTICLE}}, SHARED, handouts=Handout(sizes=("a4",), forms=("full",)))


def test_links_lead_to_pages_files_and_parts_wherever_the_text_is_shown() -> None:
    """Relative on pages, whole in a handout, in data and in Markdown; a heading has an id that nothing else on the page has."""
    shown = EDITION.contents()
    page = shown["x/index.html"]
    for address in ("../about/", "../about/#method", "#how-it-came", "#questions", "#question-how-long", "../files/a%20%231.pdf"):
        assert f'href="{address}"' in page
    assert ('<h3 id="how-it-came">' in page, '<h3 id="questions_1">' in page, page.count('id="questions"')) == (True, True, 1)
    assert 'href="../about/#method"' in shown["questions/index.html"]
    paper = shown["x/x.pdf 0"]
    for address in ("https://gazette.example.org/about/#method", "#how-it-came", "https://gazette.example.org/files/a%20%231.pdf"):
        assert f'href="{address}"' in paper
    assert "[us](https://gazette.example.org/about/#method)" in shown["x/index.md"]
    assert json.loads(shown["x/brief.json"])["summary"] == "The answer, as [we](https://gazette.example.org/about/) see it."


def test_without_the_address_of_the_site_words_stay_where_no_link_can_be() -> None:
    """On paper and in data a link needs a whole address; on pages it is as before, without folders as the page of a name."""
    shown = replace(EDITION, site=Site("The Gazette", "", "en", folders=False)).contents()
    assert 'href="../about.html#method"' in shown["x/index.html"]
    assert "about" not in shown["x/x.pdf 0"].replace("how-it-came", "")
    assert json.loads(shown["x/brief.json"])["summary"] == "The answer, as [we](<>) see it."


def test_what_a_page_leads_to_is_remembered_by_it() -> None:
    """A page that goes is a finding at once, and a page that a brief leads to makes the brief anew; its other words do not."""
    memory: Memory = {}
    assert not EDITION.checked(memory).findings.errors
    gone = replace(EDITION, shared={name: text for name, text in SHARED.items() if name != "gone.md"})
    assert [finding.code for finding in gone.checked(memory).findings.of(Severity.ERROR)] == ["B333"]
    digests = {
        replace(EDITION, shared={**SHARED, "about.md": about}).checked(memory).outcomes[0].digest
        for about in (SHARED["about.md"], f"{SHARED['about.md']}More words.\n")
    }
    assert len(digests) == 1
