"""What stands at the top and the end of a brief because of the day and of other briefs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tests.support.edition import Edition

BRIEF = """title: {title}
summary: It holds.
status: {status}
published: 2026-01-01
as_of: 2026-01-01
review_by: 2026-02-01
topics: {topics}
sources:
  - {{id: s, file: s.txt, title: S, kind: report}}
facts:
  - {{id: holds, text: '[Ada](actor:ada) says it holds.', status: claimed, by: ada, evidence: [{{source: s, quote: It holds}}]}}
"""
ACTORS = "actors: [{id: ada, name: Ada Example, kind: person, existence: verified}]\n"


def edition(**other: str) -> Edition:
    """Two briefs with one shared actor, and what else the other one has."""
    one = {"title": "The dam", "status": "published", "topics": "[Water]"}
    made = {
        slug: {"brief.yml": BRIEF.format(**keys), "sources/s.txt": f"It holds, said Ada Example of the {slug}.\n"}
        for slug, keys in {"dam": one, "weir": {"title": "The *weir*", "status": "published", "topics": "[]", **other}}.items()
    }
    return Edition(made, {"actors.yml": ACTORS}, now=datetime(2026, 1, 20, tzinfo=UTC))


def test_related_briefs_come_with_the_reason() -> None:
    """A shared person and topic relate two briefs, and are named; a shared person alone does not."""
    page = edition(topics="[water]").contents()["dam/index.html"]
    related = page[page.index('id="related"') :]
    assert '<a href="../weir/">The weir</a>' in related
    assert "<span>Both name Ada Example</span><span>Both are about Water</span>" in related
    assert "Related briefs" not in edition().contents()["dam/index.html"]


def test_what_is_not_public_relates_nothing() -> None:
    """No word of a draft reaches the page of another brief, and a withdrawn one is not recommended."""
    for status in ("draft", "withdrawn"):
        assert "weir" not in edition(topics="[Water]", status=status).contents()["dam/index.html"]


def test_a_page_says_that_its_review_was_due() -> None:
    """From the day after on, at the top; not before, and not in a handout, which has no today."""
    words = "This brief was to be reviewed by"
    assert words not in edition().contents()["dam/index.html"]
    late = replace(edition(), now=datetime(2026, 2, 2, tzinfo=UTC)).contents()
    assert words in late["dam/index.html"].partition('class="answer"')[0]
    assert words not in late["dam/dam.pdf 0"]
