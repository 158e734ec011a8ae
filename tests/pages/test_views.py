"""A view has each key of its item as the node that its model says, so that a new key is its item's file and the section's template."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from pydantic import Field

from generator.items import Brief, Evidence, Fact
from generator.items.base import Block, Date, FactId, Many
from generator.library.library import Site
from generator.library.public import PublicBrief
from generator.pages import nodes
from generator.pages.outputs.brief_page import brief_page
from generator.pages.renderer import Renderer
from generator.pages.sections import SECTIONS, facts
from generator.pages.viewing import Viewing
from generator.text import headings
from generator.wording.wording import Wording
from tests.support.awkward import ready, renderer


class Longer(Fact):
    """A fact with three keys more, and one that need not be there."""

    aside: Block | None = Field(None, description="An aside (CommonMark).")
    seen: Date | None = Field(None, description="When it was seen.")
    see: Many[FactId] = Field((), description="Facts to be seen, too.")
    evidence: Many[Evidence] = Field((), description="The passages that carry it.")


class Wider(Brief):
    """A brief of such facts."""

    facts: Many[Longer] = Field((), description="What is known.")


def test_a_new_key_is_there_for_its_template() -> None:
    """A key that only its model knows is prose, a date or a link in the view, with its links led to items."""
    written = {"id": "a", "text": "T", "status": "reported", "aside": "[A](fact:a)", "seen": "2026-01-02", "see": ["a"]}
    brief = Wider.model_validate({"title": "T", "summary": "S", "facts": [written]})
    shown = PublicBrief("x", brief, None, {}, {}, {}, {}, {}, None)
    viewing = Viewing(shown, Site("Site", "", "en"), Wording("en"))
    (view,) = facts.content(viewing)
    here = viewing.place(view.ref)
    assert view["aside"].targets == (here,)
    assert view["seen"] == nodes.Date(date(2026, 1, 2).isoformat(), nodes.Words("2 January 2026", "en"))
    assert view["see"] == (nodes.Link("T", here),)


def test_a_page_knows_its_ids() -> None:
    """The ids that a page says it has are those in its HTML: MkDocs holds links from other pages to them."""
    page = next(brief_page(ready("markdown")))
    assert page.ids == set(re.findall(r'\sid="([^"]+)"', page.html))
    assert {"facts", "fact-holds", "question-why", "actor-k", "source-press"} <= page.ids


def test_a_template_of_a_publication_prints_what_it_likes() -> None:
    """A template that takes the place of ours prints any key by its name, as HTML that is escaped."""
    own = "{% for fact in section.content %}{{ fact.id }}: {{ fact.text }}{% endfor %}"
    templates = {**renderer().templates, "sections/facts.html.j2": own}
    assert "holds: <p>The dam holds.</p>" in next(brief_page(replace(ready("one-fact"), renderer=Renderer(templates)))).html


def test_links_know_the_sections_of_a_page() -> None:
    """The ids that a text may lead to, and no heading of an article takes, are those of the sections that there are."""
    assert tuple(section.id for section in SECTIONS) == headings.SECTIONS
