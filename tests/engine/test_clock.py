"""Which instant it is is asked once, of the clock or of SOURCE_DATE_EPOCH, and said in the publication's zone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from generator.engine.clock import bounds, near_zones, now, said, zone_of
from generator.errors import PublicationError


@pytest.fixture(params=["Pacific/Kiritimati", "Etc/GMT+12"])
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose own zone is a day away from that of others."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("machine")
def test_the_machines_zone_has_no_effect(monkeypatch: pytest.MonkeyPatch) -> None:
    """An instant that is named, and one that the clock says, is the same wherever the machine believes to be."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782889199")
    assert said(now(zone_of("America/Los_Angeles"))) == "2026-06-30 23:59 America/Los_Angeles (UTC-07:00)"
    assert said(now()) == "2026-07-01 06:59 UTC"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs((now(zone_of("Asia/Kolkata")) - datetime.now(UTC)).total_seconds()) < 3600


@pytest.mark.parametrize("written", ["", "soon", "1.5", "9" * 40, "-99999999999", "253402300799"])
def test_an_epoch_that_is_none(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no instant of our calendar is said in words."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    with pytest.raises(PublicationError, match="seconds since 1970"):
        now()


def test_a_day_has_bounds() -> None:
    """A day goes from its first instant to that of the next, which takes 23 to 25 hours."""
    for day, hours in ((date(2026, 3, 28), 24), (date(2026, 3, 29), 23), (date(2026, 10, 25), 25)):
        begins, ends = bounds(day, zone_of("Europe/Berlin"))
        assert (ends - begins) / 3600 == hours
    assert datetime.fromtimestamp(bounds(date(2026, 3, 29), zone_of("Europe/Berlin"))[0], UTC).isoformat() == "2026-03-28T23:00:00+00:00"


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../../etc/passwd", "/etc/localtime", "America", "localtime", "right/UTC", "a\0b"])
def test_a_name_that_no_zone_has(name: str) -> None:
    """Only what the zone database calls a zone, the same on all machines, is one."""
    with pytest.raises(ValueError, match="is no time zone"):
        zone_of(name)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("los angeles", "America/Los_Angeles"),
        ("Europe/Berln", "Europe/Berlin"),
        ("america/new_york", "America/New_York"),
        ("utc", "Etc/UTC"),
    ],
)
def test_a_name_that_is_nearly_one(name: str, near: str) -> None:
    """The zone of a place, and one that is written nearly so, are offered."""
    assert near in near_zones(name)
