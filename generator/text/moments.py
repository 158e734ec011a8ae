"""Days and times with a zone, as instants."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo


def begins(when: date, zone: tzinfo) -> datetime:
    """The instant (in UTC) of a time that names its zone, or at which a day begins in `zone`.

    A midnight that comes twice is the first one. Of a midnight that clocks skip it is the instant that they would have shown it.
    """
    moment = when if isinstance(when, datetime) else datetime.combine(when, time(), zone)
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # the first day that there is, in the east
        return datetime.min.replace(tzinfo=UTC)


def day_of(when: date, zone: tzinfo) -> date:
    """A day itself, or the day of a time in `zone`."""
    return when.astimezone(zone).date() if isinstance(when, datetime) else when
