"""Hedges are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.prose.hedges import find_hedges, first_hedge
from tests.support import Case, cases

_CASES = list(cases(Path(__file__).parents[1] / "cases" / "prose" / "hedges.txt", 2))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_hedges_are_found(case: Case) -> None:
    """Each line gives the expected hedges, each of them where it says."""
    text, expected = case.parts
    found = [find_hedges(line) for line in text.split("\n")]
    assert "\n".join("; ".join(hedge.text for hedge in hedges) or "nothing" for hedges in found) == expected
    assert all(
        hedge.text == line[hedge.start : hedge.end] for line, hedges in zip(text.split("\n"), found, strict=True) for hedge in hedges
    )


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_drafter_and_checks_know_the_same_hedges(case: Case) -> None:
    """What the drafter takes for a hedge in a text, whose language it can tell, the checks find in a line of it, and nothing else."""
    for line in case.parts[0].split("\n"):
        assert first_hedge(line) == next((hedge.text for hedge in find_hedges(line)), None)
