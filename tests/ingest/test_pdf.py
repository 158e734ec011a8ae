"""A PDF's text is what a reader of its pages reads, in that order; what stands around it is left out and named."""

from __future__ import annotations

import pytest

from generator.ingest import Article, ingest
from generator.ingest.raised import AMBIGUOUS, set_apart
from tests.ingest.files import placed_pdf

WORDS = (
    "The ferry Alma is out of service until June", "the operator said on Friday, after a crack",
    "had been found in the engine by a diver who", "was looking for a lost anchor in the harbour", "and saw that it was broken.",
)  # fmt: skip
OTHER = (
    "Nobody was hurt when the ferry stopped, and", "the crew brought all passengers to the quay",
    "in two boats of the harbour office, which", "were there within a quarter of an hour, said", "the mayor.",
)  # fmt: skip


def read(*pages: list[tuple[float, float, float, str]]) -> Article:
    """The article of a PDF with pieces of text where they are put."""
    return ingest("report.pdf", placed_pdf(pages))


def column(lines: tuple[str, ...], left: float = 50, top: float = 700) -> list[tuple[float, float, float, str]]:
    """Lines one below the other."""
    return [(left, top - 12 * row, 10, words) for row, words in enumerate(lines)]


def test_columns_that_are_drawn_row_by_row_are_read_column_by_column() -> None:
    """Neither column's sentences run into the other's; a table's rows stay together."""
    rows = [piece for pair in zip(column(WORDS), column(OTHER, 320), strict=True) for piece in pair]
    assert read(rows).text.split("\n\n") == [" ".join(WORDS), " ".join(OTHER) + "\n"]
    table = [piece for row in range(6) for piece in ((50, 700 - 12 * row, 10, f"Road {row}"), (320, 700 - 12 * row, 10, f"{row} cars"))]
    assert "Road 3 3 cars" in read(table).text


@pytest.mark.parametrize("elsewhere", ["", "A well-known firm repairs it, and fishermen wait. "])
def test_a_hyphen_at_the_end_of_a_line_begins_no_paragraph_and_joins_no_compound(elsewhere: str) -> None:
    """Words of the document decide, then a lexicon; where both leave it open, the hyphen stays, to be checked."""
    lines = (f"{elsewhere}The toll hurts the fisher-", "men of the town, who call it a well-", "known trick of the council.")
    article = read(column(lines))
    assert article.text == f"{elsewhere}The toll hurts the fishermen of the town, who call it a well-known trick of the council.\n"
    assert article.paragraphs[0].checks == (() if elsewhere else ("a hyphen at a line’s end was kept: “well-known”",))


def test_raised_figures_are_set_apart() -> None:
    """A note's mark is no part of the number before it, and a power stays one; a figure on a figure is to be checked."""
    up, down = ") Tj 3.5 Ts /F1 6 Tf (", ") Tj 0 Ts /F1 10 Tf ("
    article = read([(50, 700, 10, f"It was raised in 2011{up}12{down} by 10{up}6{down} euros.")])
    assert article.text == "It was raised in 2011 [12] by 10^6 euros.\n"
    assert article.paragraphs[0].checks == (AMBIGUOUS,)


@pytest.mark.parametrize(
    ("before", "raised", "added"),
    [
        ("said.”", "3", " [3]"), ("word", "a", " [a]"), ("word", "[3]", " [3]"), ("the 19", "th", "th"), ("5 km", "2", "^2"),
        ("M", "me", "me"), ("word", "*", "*"), ("10", "\u22126", "^-6"), ("", "1", "[1]"), ("about 110", "2", " [2]"),
    ],
)  # fmt: skip
def test_what_is_raised_is_a_note_a_power_or_an_ending(before: str, raised: str, added: str) -> None:
    """The mark says what the height said; endings of numerals and signs stay where they are."""
    assert set_apart(before, raised)[0] == added


def test_running_heads_of_two_pages_stand_in_no_sentence() -> None:
    """What both pages repeat, and page numbers, are left out and named, in whatever order they were drawn."""
    head, words = (50.0, 800.0, 9.0, "Harbour News"), " ".join((*WORDS, *OTHER))
    first, second = [*column(WORDS[:3]), head, (50, 40, 9, "1")], [*column((*WORDS[3:], *OTHER)), head, (50, 40, 9, "2")]
    article = read(first, second)
    assert article.text.replace("\n\n", " ") == f"{words}\n"
    assert [(piece.words, piece.why, piece.origin.page) for piece in article.left_out] == [
        ("Harbour News", "running head or foot", 1), ("1", "page number", 1),
        ("Harbour News", "running head or foot", 2), ("2", "page number", 2),
    ]  # fmt: skip


def test_a_head_on_one_page_alone_does_not_stand_in_a_sentence() -> None:
    """Where the first page has another head, the second's is still set off from a sentence that goes on, and is to be checked."""
    article = read(column(WORDS[:3]), [(50, 800, 9, "Harbour News, page two of four"), *column((*WORDS[3:], *OTHER))])
    assert article.text.startswith(" ".join(WORDS))
    assert [(piece.words, piece.to_check) for piece in article.left_out] == [("Harbour News, page two of four", True)]


def test_notes_at_the_foot_follow_the_paragraph_that_they_interrupt() -> None:
    """A sentence that goes on over the page is whole, and its page's notes come after it."""
    notes = [(50.0, 60.0, 4.0, "1"), (53.0, 57.0, 7.0, "Water office, report of March.")]
    article = read([*column(WORDS[:3]), *notes], column((*WORDS[3:], *OTHER)))
    assert article.text.split("\n\n")[:2] == [" ".join(WORDS), "[1] Water office, report of March."]


def test_paragraphs_say_where_they_stand() -> None:
    """Each paragraph has its page, and a box around its lines."""
    article = read(column(WORDS), column(OTHER, 320))
    first, second = (paragraph.origin for paragraph in article.paragraphs)
    assert (first.page, second.page) == (1, 2)
    assert first.box is not None
    left, bottom, right, top = first.box
    assert (left < 51, bottom < 652, right > 220, top > 706) == (True, True, True, True)


def test_invisible_text_is_left_out() -> None:
    """Words that no reader of the page sees are no part of the text; where all are invisible, they lie over a scan."""
    hidden = "ignore the rest"
    article = read([*column(WORDS), (50, 600, 10, f") Tj 3 Tr ({hidden}")])
    assert hidden not in article.text
    assert next(piece for piece in article.left_out if piece.to_check).words == hidden
    scan = read([(50, 700, 10, f") Tj 3 Tr ({hidden}")])
    assert scan.text == f"{hidden}\n"
    assert scan.paragraphs[0].checks


def test_a_page_with_little_space_between_its_lines_tears_no_other() -> None:
    """What is usual on a page is told by that page: one with wider lines keeps its paragraphs whole."""
    wide = [(50.0, 700 - 18.0 * row, 10.0, words) for row, words in enumerate((*WORDS[:4], *OTHER[:4]) * 2)]
    assert len(read([*column(WORDS), *column(OTHER, top=600)], wide).text.split("\n\n")) == 3


def test_a_hanging_indent_begins_no_paragraph() -> None:
    """An indent begins one after the end of a sentence, or after a short line."""
    hanging = [(50, 700, 10, f"1. {WORDS[0]}"), *((64.0, at, 10.0, words) for at, words in zip((688, 676), WORDS[1:], strict=False))]
    assert read(hanging).text.count("\n\n") == 0
    indented = [*column(WORDS), *((60.0 if not row else 50.0, 640 - 12.0 * row, 10.0, words) for row, words in enumerate(OTHER))]
    assert read(indented).text.count("\n\n") == 1


def test_numbers_of_lines_are_left_out() -> None:
    """Minutes number their lines in the margin: the numbers stand in no sentence, and numbers in the text stay."""
    lines = [*WORDS[:4], *OTHER]
    article = read([(30, 700 - 12 * row, 10, str(row + 1)) for row in range(9)] + column(tuple(lines)))
    assert article.text == f"{' '.join(lines)}\n"
    assert {piece.why for piece in article.left_out} == {"the number of a line"}


def test_text_on_its_side_is_left_out_and_named() -> None:
    """What stands in the margin, turned, is no part of a sentence; where the whole page is turned, it is read."""
    turned = "BT /F1 8 Tf 0 1 -1 0 20 300 Tm (Printed on Friday) Tj ET"
    article = read([*column(WORDS), (50, 20, 10, f") Tj ET {turned} BT (")])
    assert [(piece.words, piece.why) for piece in article.left_out] == [("Printed on Friday", "turned on its side")]
    assert read([(50, 20, 10, f") Tj ET {turned} BT (")]).text == "Printed on Friday\n"


def test_an_initial_belongs_to_its_word() -> None:
    """A large letter beside the first lines is no paragraph of its own."""
    words = ("he ferry Alma is out of service until", "June, the operator said.")
    lines = [(50.0, 676.0, 34.0, "T"), *column(words, 75)]
    assert read(lines).text == "The ferry Alma is out of service until June, the operator said.\n"


@pytest.mark.parametrize(
    ("lines", "text"),
    [(("It is at https://", "news.example/a now."), "https://news.example/a now"), (("in the years 2018–", "2021 it rose."), "2018–2021"),
     (("Zahlen der Ein-", "und Ausfuhr."), "Ein- und Ausfuhr"), (("the Anglo-", "Saxon ships."), "Anglo-Saxon")],
)  # fmt: skip
def test_what_a_line_end_parts_is_joined_as_it_was(lines: tuple[str, str], text: str) -> None:
    """Addresses and spans of numbers have no space, and hyphens that stand for something stay, without a doubt."""
    article = read(column(lines))
    assert text in article.text
    assert article.paragraphs[0].checks == ()
