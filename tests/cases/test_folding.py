"""What is folded, and the way back; where a word is split; what a quote's pieces may be."""

from __future__ import annotations

import pytest

from generator.text.matching.normal import fold, normalise
from generator.text.matching.pieces import edited
from generator.text.matching.words import splits_word


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("a—b", "a–b"), ("ab—cd", "ab–cd"), ("7—b", "7–b"), ("a--b", "a–b"), ("7--8", "7-8"),
        ("7–b", "7-b"), ("b–7", "b-7"), ("b–C", "b-C"), ("b–c", "b–c"), ("x1–b", "x1-b"), ("a‒B", "a-B"),
        ("—b", "-b"), ("a—", "a-"), ("a —b", "a -b"), ("a— b", "a- b"), ("7—8", "7-8"),
        ("1\u00ad–b", "1-b"), ("a–\u00ad1", "a-1"), ("b\u200b—\u200bc", "b–c"),
        ("*a*… ﬁ", "*a*... fi"), ("a…b", "a...b"), ("e\u0301", "é"),
    ],
)  # fmt: skip
def test_dashes_that_join_words_are_no_hyphens(words: str, folded: str) -> None:
    """One is a hyphen beside a space, at an end and between numbers, and an en dash beside a number or before a capital, too."""
    assert fold(words) == folded


def test_only_a_source_has_a_layout() -> None:
    """Its marks go, and what is typographic in it is folded as well; a quote keeps what looks like marks."""
    assert normalise("*a*…b").text == "*a*...b"
    assert normalise("*a*…b", laid_out=True).text == "a...b"


@pytest.mark.parametrize(
    ("body", "places", "spans"),
    [
        ("a…b", [0, 1, 4], [(0, 1), (1, 2), (1, 2), (1, 2), (2, 3)]),
        ("…b", [0, 3], [(0, 1), (0, 1), (0, 1), (1, 2)]),
        ("b…", [0, 1], [(0, 1), (1, 2), (1, 2), (1, 2)]),
        ("ﬁn", [0, 2], [(0, 1), (0, 1), (1, 2)]),
        ("ﬃn", [0, 3], [(0, 1), (0, 1), (0, 1), (1, 2)]),
        ("a\u00ad\u00ad\u00adb", [0, 1, 1, 1, 1], [(0, 1), (4, 5)]),
        ("a  b", [0, 1, 2, 2], [(0, 1), (1, 3), (3, 4)]),
        ("ae\u0301b", [0, 1, 2, 2], [(0, 1), (1, 3), (3, 4)]),
    ],
)
def test_every_place_leads_to_the_folded_text_and_back(body: str, places: list[int], spans: list[tuple[int, int]]) -> None:
    """Each offset has a folded one, or that of what is kept after it; of several characters that stand for one each leads back to it."""
    folded = normalise(body)
    assert [folded.at(offset) for offset in range(len(body))] == places
    assert [(folded.start(offset), folded.end(offset + 1)) for offset in range(len(folded.text))] == spans
    assert folded.end(0) == 0


def test_letters_of_a_ligature_are_not_parted() -> None:
    """Where one ends and the other begins, no match does."""
    assert [offset for offset in range(6) if normalise("aﬁnb").splits(offset)] == [2]
    assert [offset for offset in range(4) if normalise("ﬁn").splits(offset)] == [1]
    assert not any(normalise("a…b").splits(offset) for offset in range(6))


@pytest.mark.parametrize(
    ("body", "at", "splits"),
    [
        ("a\u00adc", 2, True), ("a\u00adc", 1, True), ("a\u00ad c", 1, False), ("a\u00adb c", 1, True), ("\u00adb", 1, False),
        ("a’X b", 1, True), ("JOHN’S hat", 4, False), ("they’say", 4, True), ("it’sa b", 2, True), ("it’s", 2, False),
        ("a.b c", 1, False), ("a.b", 2, False), ("1.5", 1, True), ("1.5", 2, True), ("a.5", 2, False), ("1.b", 1, False),
        ("’b a", 1, False), ("x ’b", 3, False), ("-5 a", 1, True), ("--5", 2, False),
        ("l’eau", 2, False), ("al’eau", 3, True), (" yl’eau", 4, True), ("a l’eau", 4, False),
        ("non-nuclear", 3, True), ("non-nuclear", 4, True), ("nu-\nclear", 2, True), ("nu-\nclear", 4, True),
    ],
)  # fmt: skip
def test_where_a_word_is_split(body: str, at: int, splits: bool) -> None:
    """Between letters, at an apostrophe that is no possessive and no elision, and in a number, whatever invisible stands there."""
    assert splits_word(body, at) is splits


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        ("… dam holds", [("Dam holds", "dam holds")]),
        ("the dam [big] Holds", [("The dam", "the dam"), ("Holds",)]),
        ("the dam … Holds", [("The dam", "the dam"), ("Holds", "holds")]),
        ("ab[c]d", [("AbCd", "Abcd", "abCd", "abcd")]),
        ("… ab[c]d", [("AbCd", "Abcd", "abCd", "abcd")]),
        ("“[D]am", [('"Dam', '"dam')]),
    ],
)
def test_letters_that_may_differ_in_case(words: str, forms: list[tuple[str, ...]]) -> None:
    """The first one, that after an ellipsis, and one in brackets; not that after words that an editor put in."""
    assert [piece.forms for piece in edited(words).pieces] == forms


@pytest.mark.parametrize(("words", "touches"), [("of 5[s] in", False), ("a 5r[s] b", True), ("soldier[s] in", True), ("a [s] b", False)])
def test_brackets_that_touch_a_word_stand_for_its_end(words: str, touches: bool) -> None:
    """A word, not a number, and nothing that a space parts from them."""
    division = edited(words)
    assert division.gaps[1].touches is touches
    assert division.pieces[0].is_open is touches
