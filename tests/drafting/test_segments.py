"""A page is cut into segments, and each says what it was told by."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drafting.segments import Segment, find_segments
from tests.support import Case, cases, shared_file

_CASES = list(cases(Path(__file__).parents[1] / "cases" / "drafting" / "segments.txt", 2))
_LINES = [
    "Home",
    "By Ada Finch",
    "3 May 2024",
    "He said so.",
    "Tom: Yes.",
    "Ada: No?",
    "Interview with Ada",
    "Comments",
    "",
    "© Ada",
    "You see!",
    "A\rB",
]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_pages_are_cut(case: Case) -> None:
    """Each page gives the expected segments."""
    page, expected = case.parts
    assert "\n".join(f"{each.first_line}-{each.last_line} {each.kind}: {each.why}" for each in find_segments(page)) == expected


@given(st.lists(st.sampled_from(_LINES)).map("\n".join) | st.text())
def test_segments_cover_the_text_in_order(text: str) -> None:
    """Whatever the text: segments follow one another from its first to its last character, and say the lines that they are."""
    found = find_segments(text)
    assert "".join(text[each.start : each.end] for each in found) == (text if text.strip() else "")
    assert all(one.last_line < other.first_line for one, other in pairwise(found))


def _seed() -> tuple[Segment, ...]:
    path = next(iter(sorted(shared_file("seeds").glob("*.txt"))))
    return find_segments(path.read_text("utf-8"))


def test_the_seed_is_a_satire_a_report_and_an_interview() -> None:
    """A page that mixes genres is cut where they change, with its furniture apart."""
    found = _seed()
    kinds = {line: each.kind for each in found for line in range(each.first_line, each.last_line + 1)}
    assert {kinds[line] for line in (1, *range(4, 24))} == {"satire"}
    assert {line for line, kind in kinds.items() if kind == "boilerplate"} == {2, 3, *range(24, 29), 32, 36, 37, 42, 47}
    assert {kinds[line] for line in (29, 30, 31, 34, 35, 39, 40, 41, 45, 46, 49, 50, 51)} == {"report"}
    assert {kinds[line] for line in range(52, 71)} == {"interview"}
    assert all(each.why for each in found)
