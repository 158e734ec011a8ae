"""Numbers and dates are read as a text means them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.prose.quantities import DateMention, Quantity, dates, quantities
from tests.support import Case, cases

_FILES = sorted((Path(__file__).parent / "quantities").glob("*.txt"))
_CASES = [case for path in _FILES for case in cases(path, 2)]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_numbers_and_dates_are_read(case: Case) -> None:
    """Each line gives the expected numbers, with what bounds, measures or names them, and then the expected dates."""
    text, expected = case.parts
    assert "\n".join(_shown(line) for line in text.split("\n")) == expected


def test_a_number_says_where_it_stands() -> None:
    """The offsets of a number and of a date are those of its words."""
    text = "On 22 October 2024, up to $3m went to Apollo 11."
    found: list[Quantity | DateMention] = [*quantities(text), *dates(text)]
    assert [text[each.start : each.end] for each in found] == [each.text for each in found] == ["$3m", "11", "22 October 2024"]


def test_endless_digits_count_nothing() -> None:
    """A row of digits that no number is written with has no value."""
    assert [each.text for each in quantities(f"{'1' * 5000} boats and {'2' * 400}.5 of 30 ferries")] == ["30"]


def _shown(line: str) -> str:
    return "; ".join([*map(_number, quantities(line)), *map(_date, dates(line))]) or "nothing"


def _number(found: Quantity) -> str:
    """A number as `bound values unit (name)`."""
    values = "|".join(f"{value.normalize():f}" for value in sorted(found.values))
    return " ".join(part for part in (found.qualifier, values, found.unit, found.name and f"({found.name})") if part)


def _date(found: DateMention) -> str:
    """A date as year-month-day, `?` for what is not said."""
    return f"{found.year or '?'}-{found.month}-{found.day or '?'}"
