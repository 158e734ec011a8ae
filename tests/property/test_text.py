"""Places in a text."""

from __future__ import annotations

from hypothesis import given

from generator.text.places import Text
from tests.property.texts import anything


@given(anything)
def test_offset_and_line_and_column_are_inverse(body: str) -> None:
    """Every offset has one line and column, which lead back to it (but for the one before a byte order mark)."""
    text = Text("x", body)
    for offset in range(len(body) + 1):
        line, column = text.line_column(offset)
        assert text.offset(line, column) == (1 if offset == 0 and body.startswith("\ufeff") else offset)


@given(anything)
def test_lines_make_up_the_text(body: str) -> None:
    """The spans of all lines, one after the other, are the whole text."""
    text = Text("x", body)
    assert "".join(body[slice(*text.line_span(number))] for number in range(1, len(text.line_starts) + 1)) == body
