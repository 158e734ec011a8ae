"""Whatever text is imported, a draft of it ends in a value whose places are in the text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from generator.drafting.draft import draft_text
from tests.property.texts import anything

_TEXTS = tuple(sorted((Path(__file__).parents[1] / "cases" / "drafting").glob("*.txt")))
_LONGEST = 300
_PUT_IN = "“”„«»‘’\"':,.\n\r\t\0\u2028\ufeff\u200b…—1aÅß北🚀"


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """A stretch of our cases, with a few characters taken out, put in and moved."""
    body = draw(st.sampled_from(_TEXTS)).read_text("utf-8")
    start = draw(st.integers(0, len(body) - _LONGEST))
    part = body[start : start + _LONGEST]
    for at, new in draw(st.lists(st.tuples(st.integers(0, _LONGEST), st.sampled_from(_PUT_IN) | st.just("") | anything), max_size=6)):
        part = part[:at] + new + part[at + (not new) * 7 :]
    return part


@example("x.\n\u2028„Ist das ein Vertrag hier“ und so.")
@example("x. “\ufeff” and “Then we go on and on” so.")
@given(anything | mangled())
def test_any_text_is_drafted(body: str) -> None:
    """Rules alone read every text, and what they find is there, word for word."""
    draft = draft_text(body)
    for found in (*draft.quotes, *draft.dates, *draft.figures, *draft.hedges):
        assert body[found.start : found.end] == found.text
    assert all(one.speaker.text == body[one.speaker.start : one.speaker.end] for one in draft.quotes if one.speaker)
