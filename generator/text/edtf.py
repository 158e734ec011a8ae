"""Dates as editors write them in a timeline: the Extended Date/Time Format (EDTF, ISO 8601-2:2019), levels 0 and 1.

Read here: a year, a month, a day, a season, an interval of them, open or unknown ends, and the marks for
uncertain (`?`), approximate (`~`) and both (`%`). Times of day are not.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_PART = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[?~%]?)")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


@dataclass(frozen=True)
class EdtfDate:
    """One date: `month` and `day` are None where not given; `month` 21–24 is a season (spring to winter)."""

    year: int
    month: int | None
    day: int | None
    uncertain: bool
    approximate: bool

    @property
    def first(self) -> date:
        """The first day it may mean, for sorting."""
        month = _SEASONS[self.month][0] if self.month in _SEASONS else self.month or 1
        return date(max(1, self.year), month, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may mean."""
        year = max(1, self.year)
        month = _SEASONS[self.month][1] if self.month in _SEASONS else self.month or 12
        return date(year, month, self.day or monthrange(year, month)[1])


@dataclass(frozen=True)
class EdtfInterval:
    """From `start` to `end`; None is an open or unknown end."""

    start: EdtfDate | None
    end: EdtfDate | None

    @property
    def first(self) -> date:
        known = self.start or self.end
        return known.first if known else date.min


def parse_edtf(written: str) -> EdtfDate | EdtfInterval | None:
    """The date that `written` means, or None where it is none."""
    if "/" not in written:
        return _date(written)
    start, _, end = written.partition("/")
    parts = [None if part in ("", "..") else _date(part) for part in (start, end)]
    if not any(parts) or any(part is None and text not in ("", "..") for part, text in zip(parts, (start, end), strict=True)):
        return None
    first, last = parts
    return EdtfInterval(first, last) if first is None or last is None or first.first <= last.last else None


def _date(written: str) -> EdtfDate | None:
    match = _PART.fullmatch(written)
    if not match:
        return None
    year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
    if year is None or (month is not None and month not in {*range(1, 13), *_SEASONS}):
        return None
    if day is not None and (month is None or month > 12 or not 1 <= day <= monthrange(max(year, 1), month)[1]):
        return None
    mark = match["mark"]
    return EdtfDate(year, month, day, uncertain=mark in ("?", "%"), approximate=mark in ("~", "%"))
