"""What readers get of a brief: what is taken out, and what is left of it."""

from __future__ import annotations

from generator.library.public import PublicBrief, public
from tests.support.publication import check_all

HEAD = """title: A dam
summary: It holds.
status: published
published: 2026-01-01
as_of: 2026-01-01
"""
SOURCE = "sources: [{id: s, file: sources/s.txt, title: S, kind: report}]\n"
FACT = SOURCE + "facts: [{id: f, text: It holds., status: reported, evidence: [{source: s, quote: The dam holds}]}]\n"


def told(brief: str, *, preview: bool = False, **files: str) -> PublicBrief:
    """What readers get of a brief of one source, and more files."""
    found = check_all({"x": {"brief.yml": brief, "sources/s.txt": "The dam holds.\n", **files}}, {})
    (outcome,) = found.outcomes
    assert outcome.checked, [finding.message for finding in found.findings]
    return public(outcome.checked, preview=preview)


def test_a_withdrawn_brief_is_its_title_and_what_was_said_to_correct_it() -> None:
    """Nothing else of it is left, and a correction says not of which item."""
    brief = HEAD.replace("published\n", "withdrawn\n", 1) + FACT
    found = told(f"{brief}language: de\ncorrections: [{{date: 2026-02-01, kind: correction, text: It fell., item: 'fact:f'}}]\n")
    assert found.slug == "x"
    assert (found.brief.title, found.brief.summary, found.brief.status, found.brief.language) == ("A dam", "", "withdrawn", "de")
    assert [(correction.text, correction.item) for correction in found.brief.corrections] == [("It fell.", None)]
    assert (found.brief.facts, found.sources, found.excerpts, found.article) == ((), {}, {}, None)
