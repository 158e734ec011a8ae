"""What is wrong with a brief.yml is found, at its line and column, and said in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.text.finding import has_errors
from tests.support import Case, cases, check, listed

_FILES = sorted((Path(__file__).parent / "reading").glob("*.txt"))
_CASES = [case for path in _FILES for case in cases(path, 2)]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_reading_finds_what_is_wrong_and_nothing_else(case: Case) -> None:
    """The findings of a brief.yml are the expected ones: place, code, and a piece of the message or the fix."""
    brief, expected = case.parts
    outcome = check(brief)
    findings = outcome.findings
    places = [place.removeprefix("x/brief.yml:") for place in listed(findings)]
    wanted = [line.split(" ", 2) for line in expected.splitlines() if line != "nothing"]
    assert places == [f"{place} {code}" for place, code, _ in wanted]
    for finding, (_, _, words) in zip(findings, wanted, strict=True):
        assert words in f"{finding.message}\n{finding.fix or ''}"
    assert (outcome.checked is None) == has_errors(findings)
