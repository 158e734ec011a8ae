"""Dates, as a text says them: `22 October 2024`, `8 and 13 October`, `Oct. 22`, `2024-10-22`, `22.10.2024`; in German and French, too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.prose.calendar import CAPITAL_MONTHS, MONTHS, SMALL_MONTHS
from generator.prose.quantities.patterns import beginning, either, matches
from generator.text.patterns import compiled

_MONTH = rf"(?:{either(map(str.capitalize, CAPITAL_MONTHS))}|{either(SMALL_MONTHS)})(?!\w)\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_DATE = compiled(
    rf"(?<![\w.,:])(?:(?P<first>(?:{_DAY}\s?(?:[,–—-]|and|to|or|until|through|bis|auf|und)\s?(?:(?:the|dem|den|zum)\s)?){{0,3}})(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\sof)?"
    rf"[\s\u00a0](?P<m1>{_MONTH})(?:,?\s+(?P<y1>\d{{4}})\b)?"
    rf"|(?P<m2>{_MONTH})[\s\u00a0](?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,:]\d)"
    r"(?P<last>(?:\s?[–—-]\s?\d{1,2}\b)|(?:,?\s(?:and|or|to|through)\s\d{1,2}(?=[,.;)]|$))*)?(?:,?\s+(?P<y2>\d{4})\b)?"
    rf"|(?P<m3>{_MONTH})\s+(?:of\s)?(?P<y3>\d{{4}})\b"
    r"|(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2})\b|(?P<d5>\d{1,2})\.(?P<m5>\d{1,2})\.(?P<y5>\d{4})\b)"
)
# No date begins elsewhere: a look at the first letters saves trying the whole pattern at each of a text.
_FIRSTS = {name.capitalize()[:3] for name in CAPITAL_MONTHS} | {name[:3] for name in SMALL_MONTHS}
_BEGINS = compiled(
    rf"[\d{''.join(sorted({first[0] for first in _FIRSTS}))}](?<![\w.,:].)(?:(?<=\d)|(?<=(?={beginning(_FIRSTS, ignores_case=False)}).))",
    re.DOTALL,
)


@dataclass(frozen=True)
class DateMention:
    """A date as a text gives it; `year` and `day` are None where it names none."""

    year: int | None
    month: int
    day: int | None
    start: int
    end: int
    text: str


@lru_cache(maxsize=1024)
def dates(text: str) -> tuple[DateMention, ...]:
    """All dates of a text that name a month, in order; of `8 and 13 October` both days, at the same place."""
    found: list[DateMention] = []
    for match in matches(_BEGINS, _DATE, text):
        parts = {name[0]: value for name, value in match.groupdict().items() if value and name[0] in "dmy"}
        month = int(parts["m"]) if parts["m"].isdecimal() else MONTHS[parts["m"].rstrip(".").lower()]
        year = int(parts["y"]) if "y" in parts else None
        days = [int(day) for day in re.findall(r"\d+", f"{match['first'] or ''} {parts.get('d', '')} {match['last'] or ''}")]
        if 1 <= month <= 12 and all(1 <= day <= 31 for day in days):
            found += (DateMention(year, month, day, match.start(), match.end(), match[0]) for day in (days or (None,)))
    return tuple(found)
