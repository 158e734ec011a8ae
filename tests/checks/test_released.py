"""What a first record of a brief would bring."""

from __future__ import annotations

import pytest

from generator.checks.released import is_silent
from generator.items import ItemRef
from generator.library.public import public
from tests.support.publication import check_all

BRIEF = """title: A dam
summary: It holds.
status: published
published: 2026-01-01
as_of: 2026-01-01
sources: [{id: s, file: sources/s.txt, title: S, kind: report}]
facts: [{id: f, text: The dam holds for now., status: reported, evidence: [{source: s, quote: The dam holds}]}]
quotes: [{id: q, text: The dam holds, speaker: ann, source: s}]
actors: [{id: ann, name: Ann Cole, kind: person, existence: verified}]
"""
FACT, QUOTE = ItemRef("fact", "f"), ItemRef("quote", "q")


@pytest.mark.parametrize(
    ("change", "silent"),
    [
        ({}, True),
        ({FACT: "Nobody has said that the dam holds, for it broke."}, False),
        ({ItemRef("fact", "gone"): "The dam held."}, False),
        ({ItemRef("fact", "ann"): "The dam holds for now."}, False),
    ],
)
def test_a_record_of_what_is_there_is_silent(change: dict[ItemRef, str], silent: bool) -> None:
    """It brings no finding; one that has other words, or an id that is not there any more or stands for something else, does."""
    text = "“The dam holds,” said Ann Cole.\n"
    (outcome,) = check_all({"x": {"brief.yml": BRIEF, "sources/s.txt": text}}).outcomes
    assert outcome.checked, [f"{finding.code} {finding.message}" for finding in outcome.findings]
    said = public(outcome.checked).said
    assert {FACT, QUOTE} <= said.keys()
    texts = {ref: text for ref, text in said.items() if ref.key != "ann" or not change} | change
    assert is_silent(outcome.checked, texts) is silent
