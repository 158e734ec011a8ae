"""Figures are found with their values, units and bounds."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drafting.figures import Figure, find_figures
from tests.support import Case, cases

_CASES = list(cases(Path(__file__).parents[1] / "cases" / "drafting" / "figures.txt", 2))
_WORDS = ["about", "1,500", "soldiers", "two", "or", "to", "$3m", "#2", "40 km", "in 2009", "1.5", "hundred", "–", "\n"]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_figures_are_found(case: Case) -> None:
    """Each line gives the expected figures: bound, value, unit."""
    text, expected = case.parts
    assert "\n".join("; ".join(map(_shown, find_figures(line))) or "nothing" for line in text.split("\n")) == expected


def _shown(figure: Figure) -> str:
    parts = (figure.qualifier, figure.value, figure.unit)
    return f"{figure.text} = {' '.join(str(part) for part in parts if part is not None)}"


@given(st.lists(st.sampled_from(_WORDS)).map(" ".join) | st.text())
def test_figures_are_words_of_the_text_in_order(text: str) -> None:
    """Whatever the text: each figure is where it says, and none overlaps the next."""
    found = find_figures(text)
    assert all(each.text == text[each.start : each.end] for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
