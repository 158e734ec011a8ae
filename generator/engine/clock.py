"""The clock and the zone database: which instant it is, and in which zone of the publication's."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, tzinfo
from difflib import get_close_matches
from zoneinfo import ZoneInfo, available_timezones

from generator.errors import PublicationError
from generator.text.moments import begins

EPOCH = "SOURCE_DATE_EPOCH"
_END = 2**32  # seconds: what packed files can say


def now(zone: tzinfo = UTC) -> datetime:
    """The present instant in a zone, whatever the machine's own is; `SOURCE_DATE_EPOCH` (reproducible-builds.org) names another one.

    Raises PublicationError where the variable has no number of seconds, or more of them than packed files can say: nothing at all, too,
    for what should have said the instant has failed.
    """
    written = os.environ.get(EPOCH)
    if written is None:
        return datetime.now(zone)
    if not (written.isascii() and written.isdecimal() and len(written) <= 10 and int(written) < _END):
        raise PublicationError(f"{EPOCH} is `{written[:40]}`: it is a number of seconds since 1970-01-01T00:00Z, such as 1770724800")
    return datetime.fromtimestamp(int(written), UTC).astimezone(zone)


def bounds(day: date, zone: tzinfo) -> tuple[float, float]:
    """When a day begins and when it is over, in seconds since 1970."""
    return begins(day, zone).timestamp(), begins(day + timedelta(1), zone).timestamp()


def said(instant: datetime) -> str:
    """An instant with its zone, in words such as `2026-03-01 14:05 Europe/Berlin (UTC+01:00)`."""
    zone = str(instant.tzinfo)
    offset = "" if zone == "UTC" else f" (UTC{instant.isoformat()[-6:]})"
    return f"{instant:%Y-%m-%d %H:%M} {zone}{offset}"


def zone_of(name: str) -> tzinfo:
    """A zone by its IANA name; raises ValueError for a name that the zone database does not have."""
    if name == "UTC":
        return UTC
    unknown = f"`{name}` is no time zone that is known"
    if name.startswith(_LOCAL):
        raise ValueError(unknown)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(unknown) from None


_LOCAL = ("localtime", "posix", "right/", "Factory")  # what else lies in the database's folder, and differs from machine to machine


def near_zones(name: str) -> list[str]:
    """Names of zones that are like a name, the nearest first: written nearly so, or of the place that it names."""
    zones = {zone.lower(): zone for zone in sorted(available_timezones()) if not zone.startswith(_LOCAL)}
    words = name.strip().lower().replace(" ", "_")
    places = [zone for key, zone in zones.items() if words and words in key.split("/")]
    place = words.rpartition("/")[2]
    likely = [zone for key, zone in zones.items() if get_close_matches(place, [key.rpartition("/")[2]], cutoff=0.8)] if place else []
    return list(dict.fromkeys((*places, *(zones[key] for key in get_close_matches(words, zones, n=3)), *likely)))[:3]
