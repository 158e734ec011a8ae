"""Places in a text."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from generator.items.base import ID_PATTERN
from generator.text import markdown
from generator.text.indented_json import indented
from generator.text.places import Text
from generator.text.replacing import replacing
from generator.text.slugs import LONGEST, slug, slug_as_written
from tests.property.texts import anything

plain_data = st.recursive(
    anything | st.none() | st.booleans() | st.integers() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple) | st.dictionaries(anything, inner, max_size=3),
    max_leaves=12,
)


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


@given(anything, st.integers(0, 12))
def test_slugs_are_ids(words: str, longest: int) -> None:
    """Whatever the words, what is made of them is an id of the length that it may have, or nothing."""
    found = slug(words, longest)
    assert not found or re.fullmatch(ID_PATTERN, found)
    assert not longest or len(found) <= longest


@given(anything, st.integers(1, 300))
def test_an_address_has_room_in_a_file_system(words: str, times: int) -> None:
    """A part of an address is short enough for a file's name, is told apart from one that begins alike, and stays as it is."""
    made = slug_as_written(words * times)
    assert 0 < len(made.encode()) <= LONGEST
    assert slug_as_written(made) == made
    assert slug_as_written("法" * 300) != slug_as_written("法" * 301)


@given(plain_data, st.integers(0, 4))
def test_indented_json_is_that_of_the_standard_library(value: object, step: int) -> None:
    """The bytes are those that `json` writes."""
    assert indented(value, step) == json.dumps(value, ensure_ascii=False, indent=step)


@given(anything | st.text("aé .:;-+=()#!?{}$%^@'\"/\t\xa0\x0b\x1c\x85\ufeff\0*[&", max_size=12))
def test_words_without_markup_are_as_the_parser_has_them(words: str) -> None:
    """A text in which nothing is markup is not given to the parser, and its tokens are those that the parser would make."""
    text = f"a{words}"
    parser = markdown._parser_for(text)
    assert markdown.parse(text) == parser.parse(text)
    assert markdown.parse_inline(text) == parser.parseInline(text)


@given(anything, st.dictionaries(st.characters() | st.sampled_from(']^-\\"’ '), st.text(max_size=3), min_size=1))
def test_characters_are_replaced_as_the_standard_library_does(text: str, table: dict[str, str]) -> None:
    """Each character of a table gives way to what it says, those that are replaced by themselves too."""
    table |= {"a": "a", "é": "b"}
    assert replacing(table)(text) == text.translate(str.maketrans(table))
