"""Pairs of quotation marks are told from apostrophes and from marks that stand alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.drafting.speech.marks import find_quoted
from generator.text.matching.normal import fold
from generator.text.matching.structure import Quotations, paragraphs, quotations
from generator.text.quotation_marks import STYLES, Style, marks
from tests.support import Case, cases

_FILES = sorted((Path(__file__).parent / "quotations").glob("*.txt"))
_CASES = [case for path in _FILES for case in cases(path, 2)]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_pairs_of_marks_are_the_expected_ones(case: Case) -> None:
    """The words inside each pair of quotation marks, in the order in which the pairs open."""
    body, expected = case.parts
    pairs = sorted(quotations(body, paragraphs(body)))
    assert "\n".join(body[start:end] for start, end in pairs) == expected


def test_words_between_two_quotations_are_not_enclosed() -> None:
    """What stands between two quotations lies in no pair, and neither does a span from one quotation into the next."""
    body = "“A deal,” he said, “is a deal.”"
    found = Quotations.of(quotations(body, paragraphs(body)))
    within, between = body.index("is a deal"), body.index("he said")
    assert found.enclose(within, within + len("is a deal"))
    assert not found.enclose(between, between + len("he said"))
    assert not found.enclose(1, within + len("is a deal"))


@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_paired_folded_drafted_and_set(style: Style) -> None:
    """Each row of the table is read by matching and by the drafter, and set for the languages that it names."""
    inside = f"{style.space}We left at dawn and came home late.{style.space}"
    body = f"Ann Lee said: {style.opening}{inside}{style.closing} Then she went."
    pairs = quotations(body, paragraphs(body))
    assert [body[start:end] for start, end in pairs] == [inside]
    assert fold(style.opening + style.closing) == ("''" if style.is_single else '""')
    assert [body[slice(*one.inside)] for one in find_quoted(body, paragraphs(body))] == [inside]
    for language in style.languages:
        assert marks(language) == (style.opening + style.space, style.space + style.closing)
