"""Dates are found, and resolved against the day of the text."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drafting.dates import find_dates
from generator.text.edtf import parse_edtf
from tests.support import Case, cases, shared_file

_CASES = list(cases(Path(__file__).parents[1] / "cases" / "drafting" / "dates.txt", 2))
_DAY = date(2024, 10, 24)
_WORDS = [
    "Tuesday",
    "last week",
    "on",
    "in 2009",
    "Friday, May 3, 2024",
    "\n",
    "“",
    "the past 30 days",
    "2004–05",
    "May",
    ".",
    "32 May",
    "ago",
    "two years",
]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_dates_are_found_and_resolved(case: Case) -> None:
    """Each line gives the expected dates, with what they mean on a Thursday in October."""
    text, expected = case.parts
    found = ["; ".join(f"{each.text} = {each.iso}" for each in find_dates(line, _DAY)) or "nothing" for line in text.split("\n")]
    assert "\n".join(found) == expected


@pytest.mark.parametrize(
    "dateline",
    [
        "Tuesday, March 6, 2012",
        "As of: March 6, 2012, 7:04 p.m",
        "By Ada Finch, 6 March 2012",
        "Ferry stopped Tuesday, March 6, 2012",
        "2012-03-06 10:15",
    ],
)
def test_a_dateline_gives_the_day(dateline: str) -> None:
    """Without a given day, days are counted from the text's dateline."""
    assert find_dates(f"{dateline}\nIt was repaired yesterday.")[-1].iso == "2012-03-05"


def test_wire_copy_gives_the_day() -> None:
    """The date after the place in the first sentence of wire copy is its day."""
    assert find_dates("BERGEN, May 3, 2024 (Northwire) - It stopped on Thursday.")[-1].iso == "2024-05-02"


def test_a_date_in_a_sentence_is_no_dateline() -> None:
    """Where no line gives the day of the text, a day of the week has no value."""
    text = "The ferry was built by a yard in Bergen on May 3, 1984, and it has run since. It stopped on Thursday."
    assert find_dates(text)[-1].iso is None


def test_the_day_at_the_beginning_gives_the_year() -> None:
    """Without a dateline, a day without a year is near the first day that has one; a later one does not count."""
    text = "The notice of 29 January 2025 says so. It may hit on 22 December 2032. It was seen on 25 December, and in April."
    assert [each.iso for each in find_dates(text)] == ["2025-01-29", "2032-12-22", "2024-12-25", "2024-04"]


def test_a_text_that_groups_thousands_writes_years_without() -> None:
    """Four digits before a plural are a year where the text writes `1,500` for a number."""
    assert [each.text for each in find_dates("Some 1,500 men. About 2029 clocks may stop.")] == ["2029"]
    assert find_dates("Some 150 men. About 2029 clocks may stop.") == ()


def test_each_article_of_a_page_has_its_own_day() -> None:
    """A second dateline counts from there on."""
    text = "3 May 2024\nIt stopped yesterday, said the town.\n10 May 2024\nIt stopped yesterday, said the town."
    assert [each.iso for each in find_dates(text) if each.text == "yesterday"] == ["2024-05-02", "2024-05-09"]


@given(st.lists(st.sampled_from(_WORDS)).map(" ".join) | st.text(), st.none() | st.dates() | st.sampled_from((date.min, date.max)))
def test_dates_are_words_of_the_text_in_order(text: str, day: date | None) -> None:
    """Whatever the text: each date is where it says, none overlaps the next, and each value is a date that a timeline may hold."""
    found = find_dates(text, day)
    assert all(each.text == text[each.start : each.end] != "" for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(each.iso is None or parse_edtf(each.iso) for each in found)


def test_dates_of_news_are_found() -> None:
    """On annotated news at least nine of ten dates are found, and nine of ten that are found are dates."""
    hits = expected = found = 0
    for line in shared_file("corpora/gum-news/news-dev.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        places = {(start, end) for start, end, _ in document["dates"]}
        dates = find_dates(document["text"])
        hits += sum(any(each.start < end and start < each.end for start, end in places) for each in dates)
        expected, found = expected + len(places), found + len(dates)
    assert hits > 0.9 * expected
    assert hits > 0.9 * found
