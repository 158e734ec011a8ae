"""What a text says is not known becomes a question, and always a sentence."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drafting.questions import find_questions
from tests.support import Case, cases

_CASES = list(cases(Path(__file__).parents[1] / "cases" / "drafting" / "questions.txt", 2))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_questions_are_asked(case: Case) -> None:
    """Each line gives the expected question."""
    text, expected = case.parts
    assert "\n".join("; ".join(each.question for each in find_questions(line)) or "nothing" for line in text.split("\n")) == expected


def test_the_passage_is_the_whole_sentence() -> None:
    """The passage is the sentence that says so, once, however many words of it say so."""
    text = "It began in May. It is unclear, and it remains unknown, who paid Mr. Moe. It ended."
    found = find_questions(text)
    assert (
        [text[each.start : each.end] for each in found]
        == [each.text for each in found]
        == ["It is unclear, and it remains unknown, who paid Mr. Moe."]
    )


_WORDS = [
    "It is",
    "unclear",
    "whether",
    "who",
    "how",
    "the troops",
    "will",
    "arrive",
    "has not been",
    "confirmed",
    ",",
    ".",
    "“",
    "\n",
    "did not say",
    "why",
]


@given(st.lists(st.sampled_from(_WORDS)).map(" ".join) | st.text())
def test_questions_are_asked_of_passages_in_order(text: str) -> None:
    """Whatever the text: each passage is where it says, none overlaps the next, and each question begins and ends as one."""
    found = find_questions(text)
    assert all(each.text == text[each.start : each.end] for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(each.question[0].isupper() and each.question.endswith("?") for each in found)
