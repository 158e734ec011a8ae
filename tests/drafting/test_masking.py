"""Quotations are taken out of a paragraph before it is parsed, and every offset finds its way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.drafting.speech.marks import find_quoted
from generator.drafting.speech.masking import mask
from generator.text.matching.structure import paragraphs

_PIECES = st.sampled_from(
    ["“It is, in a way,”", "‘no’", '"Yes!"', "«Non»", "„Ja“", "he said", ", ", ". ", ": ", "word ", "\r\n", "\n\n", "“", "”", "'"]
)
_TEXTS = st.lists(_PIECES, max_size=30).map("".join)


def _masked(body: str) -> str:
    parts = paragraphs(body)
    return mask(body, *parts[0], find_quoted(body, parts)).text


def test_a_clause_becomes_a_short_clause() -> None:
    """A quotation that is a clause is parsed as a short one, with the comma that keeps its sentence going."""
    assert _masked("“We came, we saw, we left!” he said.") == "“It is so,” he said."
    assert _masked("She said: “We came. We saw.”") == "She said: “It is so.”"


def test_a_part_of_a_sentence_loses_its_marks_only() -> None:
    """Quoted words that belong to the sentence around them stay in it."""
    assert _masked("She called it “a mistake” twice.") == "She called it a mistake twice."


@given(_TEXTS)
def test_offsets_find_their_way_back(body: str) -> None:
    """Every character that was not masked stands in the body where its offset says."""
    parts = paragraphs(body)
    quoted = find_quoted(body, parts)
    for start, end in parts:
        masked = mask(body, start, end, quoted)
        spans = [(first, last) for one, first, last in masked.quoted if one.is_clause]
        for offset, character in enumerate(masked.text):
            place = masked.offset(offset)
            assert start <= place < end
            if not any(first <= offset < last for first, last in spans):
                assert body[place] == character or (character == " " and (body[place].isspace() or body[place] == "\ufeff"))
