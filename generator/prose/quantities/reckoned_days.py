"""Days that a reader reckons from the dates of a text: two days before one, the weekday that follows it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from generator.prose.calendar import WEEKDAYS
from generator.prose.quantities.calendar_days import dates
from generator.prose.quantities.numbers import quantities
from generator.prose.quantities.patterns import either, prefix
from generator.text.patterns import compiled

_DAYS_FROM = compiled(
    r"\b(?P<count>[^\W_]+)\s(?:(?P<unit>day|week|tag|woche)(?:s|e?n|e)?)\s(?P<way>after|later|before|earlier|nach|später|danach|vor|zuvor|davor)\b",
    re.IGNORECASE,
)
_ONE = frozenset(["a", "one", "ein", "einen", "eine"])
_LATER = frozenset(["after", "later", "nach", "später", "danach"])
_OF_ANOTHER = frozenset(["after", "before", "nach", "vor"])  # two days after the robbery, which the date is not of
_BEFORE_DATE = frozenset(["", "the", "dem"])  # between two days after and a date that is reckoned from
_MOST_DAYS = 31
_ANY_YEAR = 2001
_MOST = 50  # dates of a text from which is reckoned, each with as many stretches of days
_LENGTHS = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}
_WEEKDAY_BEFORE = compiled(rf"\b({either(WEEKDAYS)}),?\s(?:the\s|den\s|dem\s)?$")
_WEEKDAY = compiled(rf"\b({either(WEEKDAYS)})\b")
_FOLLOWING = compiled(rf"\b(?i:following|next|folgenden|nächsten|darauffolgenden)\s({either(WEEKDAYS)})\b")


@lru_cache(maxsize=256)
def reckoned_days(text: str) -> frozenset[tuple[int, int]]:
    """Months and days that follow from a date of a text: two days before or after it, the weekday that follows it."""
    found = set()
    counted = {each.start: max(each.values) for each in quantities(text)}
    stretches = [*islice(_DAYS_FROM.finditer(text), _MOST)]
    following = [*islice(_FOLLOWING.finditer(text), _MOST)]
    for mention in dates(text)[:_MOST]:
        if mention.day is None or mention.day > _LENGTHS.get(mention.month, 31):
            continue
        day = date(min(max(mention.year or _ANY_YEAR, 2), 9998), mention.month, mention.day)
        for match in stretches:
            number = Decimal(1) if match["count"].lower() in _ONE else counted.get(match.start())
            if number and (days := number * (7 if match["unit"].lower() in ("week", "woche") else 1)) <= _MOST_DAYS:
                way, behind = match["way"].lower(), text[match.end() : mention.start].strip().lower()
                is_from = way not in _OF_ANOTHER or (mention.start > match.end() and behind in _BEFORE_DATE)
                is_later = (way in _LATER) == is_from
                moved = day + timedelta(days=int(days) if is_later else -int(days))
                found.add((moved.month, moved.day))
        named = _WEEKDAY_BEFORE.search(prefix(text, mention.start))
        for match in following:
            if named:
                moved = day + timedelta(days=(WEEKDAYS[match[1]] - WEEKDAYS[named[1]] - 1) % 7 + 1)
                found.add((moved.month, moved.day))
        other = _WEEKDAY.search(text, mention.end) if named else None
        if named and other and other[1] != named[1]:  # on Tuesday, 4 May, and on Friday
            moved = day + timedelta(days=(WEEKDAYS[other[1]] - WEEKDAYS[named[1]]) % 7)
            found.add((moved.month, moved.day))
    return frozenset(found)
