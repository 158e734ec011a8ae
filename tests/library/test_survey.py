"""What becomes of each folder, and of all of them together."""

from __future__ import annotations

from typing import Any

from generator.checks import Policy
from generator.text.finding import Severity
from tests.support import HEAD, check, check_all
from tests.support.edition import Edition

SOUND = f"{HEAD}sources: [{{id: s, file: s.txt, title: S, kind: official}}]\n"
WRONG = f"{HEAD}facts: [{{id: f, text: A., status: disputed, evidence: [{{source: s, quote: B.}}]}}]\n"


def test_a_broken_brief_is_an_outcome_and_no_brief() -> None:
    """Of three folders each has an outcome with its name and status; only the sound one is a brief, and no finding hides another."""
    checked = check_all(
        {
            "sound": {"brief.yml": f"{SOUND}status: review\n", "sources/s.txt": "A."},
            "unreadable": {"brief.yml": "title: ["},
            "wrong": {"brief.yml": f"{WRONG}status: published\npublished: 2026-01-01\n"},
        }
    )
    assert [(outcome.slug, outcome.title, outcome.status) for outcome in checked.outcomes] == [
        ("sound", "A title", "review"),
        ("unreadable", "unreadable", "draft"),
        ("wrong", "A title", "published"),
    ]
    assert [brief.slug for brief in checked.briefs] == ["sound"]
    assert [outcome.checked is None for outcome in checked.outcomes] == [False, True, True]
    assert [(finding.code, finding.severity.value) for finding in checked.findings] == [
        ("B206", "info"), ("B102", "error"), ("B201", "error"), ("B401", "error"),
    ]  # fmt: skip
    assert [len(checked.findings.of(severity)) for severity in Severity] == [3, 0, 1]
    assert {finding.brief for finding in checked.findings} == {"sound", "unreadable", "wrong"}


def test_an_outcome_has_what_was_accepted_and_covered() -> None:
    """What an editor accepts and how much of the article leads to items are told with the findings."""
    accepting = SOUND.replace("S, kind", "S, url: https://s.example.org/, kind") + (
        'quotes: [{id: q, text: A, speaker: bea, source: s, accept: {B313: "she stood by"}}]\n'
        "actors: [{id: bea, name: Bea, kind: person, existence: verified}]\n"
    )
    outcome = check(accepting, sources={"s.txt": "A."}, article="It [rained](quote:q) all day. Nobody knows why it did.")
    assert [(entry.finding.code, entry.reason) for entry in outcome.accepted] == [("B313", "she stood by")]
    assert outcome.coverage is not None
    assert outcome.coverage.percent == 50


def test_levels_reach_the_shared_files_and_what_is_read() -> None:
    """A publication's levels hold for findings of reading, of rules, and of the files that all briefs share."""
    shared = {"actors.yml": "actors:\n  - id: bea\n    kind: person\n    name: Bea #1\n"}
    readable, unreadable = f"{SOUND}key_points:\n  - A #hidden\n", f"{HEAD}key_points: [A #hidden]\n"
    codes = ("B110", "B206")
    for level, expected in (("error", ["B206", "B110", "B110", "B110"]), ("off", [])):
        briefs = {"a": {"brief.yml": readable, "sources/s.txt": "A."}, "b": {"brief.yml": unreadable}}
        findings = check_all(briefs, shared, Policy(levels=dict.fromkeys(codes, level))).findings
        assert [finding.code for finding in findings if finding.code in codes and finding.severity == level] == expected
        assert [finding for finding in findings if finding.code in codes and finding.severity != level] == []


def test_what_has_not_changed_is_not_checked_again() -> None:
    """A second run gives the very values of the first for a brief that nothing has changed for, and new ones for the other."""
    memory: dict[str, Any] = {}
    briefs = {name: {"brief.yml": SOUND.replace("A title", name), "sources/s.txt": "A."} for name in ("a", "b")}
    first = Edition(briefs).checked(memory)
    second = Edition(briefs | {"b": {**briefs["b"], "sources/s.txt": "B."}}).checked(memory)
    assert second.briefs[0] is first.briefs[0]
    assert second.briefs[1] is not first.briefs[1]
    assert second.briefs[1].sources["s"].text.body == "B."
