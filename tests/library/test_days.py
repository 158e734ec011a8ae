"""What is shown on which day, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from generator.library.library import collect
from tests.support import HEAD
from tests.support.edition import SITE, Edition

DAY = date(2026, 3, 1)
SECOND = timedelta(seconds=1)


def shown(when: date, zone: str = "UTC", *, preview: bool = False, **heads: str) -> dict[str, str | None]:
    """The briefs that are shown at an instant, or in the middle of a day, in their order, with their marks; each is given by some lines."""
    now = when if isinstance(when, datetime) else datetime.combine(when, time(12), ZoneInfo(zone))
    briefs = {slug: {"brief.yml": f"{HEAD}as_of: 2026-01-01\n{lines}"} for slug, lines in heads.items()}
    edition = Edition(briefs, now=now, site=replace(SITE, zone=ZoneInfo(zone)))
    assert len(edition.checked().briefs) == len(heads)
    return {page.address.rstrip("/"): page.mark for page in replace(edition, preview=preview).rendered().pages if page.address != "search/"}


@pytest.mark.parametrize("status", ["published", "withdrawn"])
def test_an_embargo_lifts_on_its_day(status: str) -> None:
    """A brief is hidden to the last day before its embargo's, and shown on that day and ever after."""
    lines = f"status: {status}\npublished: 2026-01-01\nembargo: {DAY}\n"
    mark = None if status == "published" else status
    for days, expected in ((-400, {}), (-1, {}), (0, {"x": mark}), (1, {"x": mark}), (400, {"x": mark})):
        assert shown(DAY + timedelta(days), x=lines) == expected
    assert shown(DAY - timedelta(1), preview=True, x=lines) == {"x": "embargo" if status == "published" else status}


LIFTS = {
    "a day in UTC": ("UTC", "2026-07-01", "2026-07-01T00:00+00:00"),
    "a day in the west": ("America/Los_Angeles", "2026-07-01", "2026-07-01T07:00+00:00"),
    "a day in the far east": ("Pacific/Kiritimati", "2026-07-01", "2026-06-30T10:00+00:00"),
    "a day after the clocks were put back in its night": ("Europe/Berlin", "2026-10-26", "2026-10-25T23:00+00:00"),
    "a midnight that clocks skip": ("Africa/Cairo", "2026-04-24", "2026-04-23T22:00+00:00"),
    "a midnight that comes twice": ("America/Havana", "2026-11-01", "2026-11-01T04:00+00:00"),
    "a day that was left for an hour when it had begun": ("America/St_Johns", "2010-11-07", "2010-11-07T02:30+00:00"),
    "a day that a place left out": ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00+00:00"),
    "a time with its zone": ("America/Los_Angeles", "2026-07-01T06:00+02:00", "2026-07-01T04:00+00:00"),
    "a time in UTC": ("Asia/Tokyo", "2026-07-01T06:00:30Z", "2026-07-01T06:00:30+00:00"),
    "the second of two equal hours": ("Europe/Berlin", "2026-10-25T02:30+01:00", "2026-10-25T01:30+00:00"),
    "the first of two equal hours": ("Europe/Berlin", "2026-10-25T02:30+02:00", "2026-10-25T00:30+00:00"),
}


@pytest.mark.parametrize("case", LIFTS)
def test_an_embargo_lifts_to_the_second(case: str) -> None:
    """A day lifts when it first begins in the publication's zone, a time in its own; not a second earlier, and once for ever."""
    zone, embargo, instant = LIFTS[case]
    lifts = datetime.fromisoformat(instant)
    lines = f"status: published\npublished: 2010-01-01\nembargo: {embargo}\n"
    for after in (-3600 * 24, -3600, -1, 0, 1, 1800, 3600, 3600 * 24):
        for there in (UTC, ZoneInfo(zone), ZoneInfo("Asia/Kolkata")):  # whose clock it is does not matter
            now = (lifts + after * SECOND).astimezone(there)
            assert shown(now, zone, x=lines) == ({} if after < 0 else {"x": None}), (after, there)


@pytest.mark.parametrize("embargo", ["0001-01-01", "9999-12-31", "0002-01-01T00:00+14:00", "9998-12-31T23:59-12:00"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_no_embargo_is_out_of_reach(embargo: str, zone: str) -> None:
    """The first and the last days that there are lift like others."""
    lines = f"status: published\npublished: {embargo}\nembargo: {embargo}\n"
    assert shown(DAY, zone, x=lines) == ({"x": None} if embargo < "2026" else {})


def test_the_newest_time_comes_first() -> None:
    """Days and times are put in one order: a day is as old as its first instant in the publication's zone."""
    heads = {
        "a": "status: published\npublished: 2026-01-05T23:30-08:00\n",
        "b": "status: published\npublished: 2026-01-06\n",
        "c": "status: published\npublished: 2026-01-06T06:00+09:00\n",
        "d": "status: published\npublished: 2026-01-05\n",
    }
    assert list(shown(DAY, "America/Los_Angeles", **heads)) == ["b", "a", "c", "d"]


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
    library = collect(SITE, checked, datetime(2026, 3, 1, tzinfo=UTC), preview=False)
    assert [brief.slug for brief in library.listed] == ["b"]
    assert {slug: brief.slug for slug, brief in library.by_slug.items()} == {"a": "a", "b": "b"}
