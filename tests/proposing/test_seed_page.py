"""A page of satire, reporting and an invented interview becomes a brief that leaves nothing but the editor’s own decisions open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from generator.checks import Policy
from generator.drafting.draft import draft_text
from generator.drafting.drafted import Draft
from generator.drafting.engine import load_parser
from generator.drafting.segments import Segment
from generator.parsing import Folder
from generator.proposing.propose import Others, Proposed, propose
from generator.proposing.trial import DECISIONS
from generator.text.places import Text
from tests.support import shared_file

REPORT = range(29, 52)  # the lines of the report, its captions included
BRIEF = """\
title: A title
summary: A summary.
sources:
  - id: page
    file: page.txt
    title: The page
    kind:
    published: 2024-10-24
    segments:
"""
SPEAKERS = [
    "government source", "government source", "senior official", "NATO", "National Security Council", "National Security Council",
    "Mark Rutte", "South Korea", "Kim Tae-hyo", "Kim Tae-hyo", "Kim Tae-hyo",
]  # fmt: skip


@pytest.fixture(scope="module")
def page() -> str:
    """The page."""
    return next(iter(sorted(shared_file("seeds").glob("*.txt")))).read_bytes().decode()


@pytest.fixture(scope="module")
def drafted(page: str) -> Draft:
    """What the page offers."""
    return draft_text(page, load_parser(), date(2024, 10, 24))


@pytest.fixture(scope="module")
def others() -> Others:
    """A publication of this one brief."""
    return Others.of([], {}, "briefs", Policy())


@pytest.fixture(scope="module")
def proposed(page: str, drafted: Draft, others: Others) -> Proposed:
    """The brief with its proposals, under the segments that the draft itself found."""
    segments = "".join(f"      - {{lines: {one.first_line}-{one.last_line}, kind: {one.kind}}}\n" for one in drafted.segments)
    folder = Folder("x", "briefs/x", {"brief.yml": (BRIEF + segments).encode(), "sources/page.txt": page.encode()}, {})

    def draft(body: str, published: date | None, segments: Sequence[Segment] | None) -> Draft:
        return drafted

    return propose(folder, others, draft, date(2024, 10, 25))


def test_every_quotation_of_the_report_has_its_speaker(page: str, drafted: Draft) -> None:
    """All eleven quotations of the report are found, each with the right actor; nothing else of the page is offered as a quote."""
    text = Text("page", page)
    assert all(text.line_column(quote.start)[0] in REPORT for quote in drafted.quotes)
    names = {actor.id: actor.name for actor in drafted.actors}
    found = [names[quote.speaker.actor] for quote in drafted.quotes if quote.speaker and quote.speaker.actor]
    assert len(found) == len(SPEAKERS) == len(drafted.quotes)
    for name, expected in zip(found, SPEAKERS, strict=True):
        assert expected in name


def test_the_kinds_of_the_page_are_told_apart(page: str, drafted: Draft) -> None:
    """Satire comes first, then the report, then the interview; captions and navigation between are boilerplate."""
    kind_of = {line: one.kind for one in drafted.segments for line in range(one.first_line, one.last_line + 1)}
    assert {kind_of[line] for line in (4, 12, 20, 22)} == {"satire"}
    assert {kind_of[line] for line in (30, 34, 40, 45, 50)} == {"report"}
    assert {kind_of[line] for line in (53, 60, 69)} == {"interview"}
    assert {kind_of[line] for line in (24, 25, 32, 36, 42, 47)} == {"boilerplate"}


def test_the_brief_asks_for_decisions_only(page: str, proposed: Proposed, others: Others) -> None:
    """With a kind for the source, nothing is left to find but whether the people exist."""
    brief = proposed.body.replace("kind:\n", "kind: report\n", 1)
    folder = Folder("x", "briefs/x", {"brief.yml": brief.encode(), "sources/page.txt": page.encode()}, {})
    _, outcome = others.check(folder)
    assert {finding.code for finding in outcome.findings} <= DECISIONS
    assert proposed.undecided == ("page",)


def test_facts_keep_their_hedges_and_their_way(proposed: Proposed) -> None:
    """The numbers of troops are reported, never confirmed, and no fact comes from the satire or the interview."""
    facts = [one.data for one in proposed.proposals if one.key == "facts"]
    assert {fact["status"] for fact in facts} == {"reported", "claimed"}
    (troops,) = [fact for fact in facts if "1,500" in fact["text"]]
    assert troops["status"] == "reported"
    assert "is said to" in troops["text"]
    assert all(fact.get("by") or fact.get("via") for fact in facts)
