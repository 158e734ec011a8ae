"""What is shown on which day, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.library.library import collect
from tests.support import HEAD
from tests.support.edition import SITE, Edition

DAY = date(2026, 3, 1)


def shown(today: date, *, preview: bool = False, **heads: str) -> dict[str, str | None]:
    """The briefs that are shown on a day, in their order, with their marks; each is given by some lines of its brief.yml."""
    edition = Edition({slug: {"brief.yml": f"{HEAD}as_of: 2026-01-01\n{lines}"} for slug, lines in heads.items()}, today=today)
    assert len(edition.checked().briefs) == len(heads)
    return {page.address.rstrip("/"): page.mark for page in replace(edition, preview=preview).rendered().pages}


@pytest.mark.parametrize("status", ["published", "withdrawn"])
def test_an_embargo_lifts_on_its_day(status: str) -> None:
    """A brief is hidden to the last day before its embargo's, and shown on that day and ever after."""
    lines = f"status: {status}\npublished: 2026-01-01\nembargo: {DAY}\n"
    mark = None if status == "published" else status
    for days, expected in ((-400, {}), (-1, {}), (0, {"x": mark}), (1, {"x": mark}), (400, {"x": mark})):
        assert shown(DAY + timedelta(days), x=lines) == expected
    assert shown(DAY - timedelta(1), preview=True, x=lines) == {"x": "embargo" if status == "published" else status}


@pytest.mark.parametrize("status", ["draft", "review"])
def test_what_is_not_published_is_for_the_preview(status: str) -> None:
    """Drafts and reviews are shown on no day, with or without an embargo; a preview shows them, marked."""
    for embargo in ("", "embargo: 2026-03-01\n", "embargo: 2026-03-02\n"):
        assert shown(DAY, x=f"status: {status}\npublished: 2026-01-01\n{embargo}") == {}
        assert shown(DAY, preview=True, x=f"status: {status}\n{embargo}") == {"x": status}


def test_the_newest_comes_first() -> None:
    """Briefs are in the order of the day on which they were last changed, else published; those of one day by their slugs."""
    heads = {
        "d": "status: published\npublished: 2026-01-05\n",
        "a": "status: published\npublished: 2026-01-05\n",
        "b": "status: published\npublished: 2026-01-01\nupdated: 2026-01-06\n",
        "c": "status: published\npublished: 2026-01-07\nupdated: 2026-01-04\n",
        "e": "status: withdrawn\n",
    }
    assert list(shown(DAY, **heads)) == ["b", "a", "d", "c", "e"]


def test_indexes_name_what_is_not_withdrawn() -> None:
    """A withdrawn brief keeps its address and is in no index."""
    heads = {"a": "status: withdrawn\n", "b": "status: published\npublished: 2026-01-05\n"}
    checked = Edition({slug: {"brief.yml": f"{HEAD}as_of: 2026-01-01\n{lines}"} for slug, lines in heads.items()}).checked()
    library = collect(SITE, checked, DAY, preview=False)
    assert [brief.slug for brief in library.listed] == ["b"]
    assert {slug: brief.slug for slug, brief in library.by_slug.items()} == {"a": "a", "b": "b"}
