"""Parts of a year, as a text names them: the second quarter, the first half of 2024, January and February, the three months to May."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.prose.calendar import CAPITAL_MONTHS, MONTHS
from generator.prose.quantities.patterns import either
from generator.text.patterns import compiled

_LENGTHS = {"quarter": 3, "quartal": 3, "vierteljahr": 3, "halbjahr": 6, "jahreshälfte": 6, "half": 6}
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "erste": 1, "zweite": 2, "dritte": 3, "vierte": 4}
_COUNTS = {"two": 2, "three": 3, "six": 6, "nine": 9, "zwei": 2, "drei": 3, "sechs": 6, "neun": 9}
_YEAR_BEHIND = r"\s(?:of|in)\s(?:the\s|this\s|last\s|next\s)?(?:year\b|(?=[12]\d{3}\b))"
_MONTH = rf"(?:{either(map(str.capitalize, CAPITAL_MONTHS))})(?!\w)\.?"
_STRETCH = compiled(
    rf"\b(?P<which>(?i:{either(_ORDER)}|last|final|letzte))[nsmr]?\s"
    rf"(?:(?P<part>(?i:quarter|quartal|vierteljahr|halbjahr|jahreshälfte))s?\b|(?P<half>half){_YEAR_BEHIND}"
    rf"|(?P<count>{either(_COUNTS)})\s(?:months{_YEAR_BEHIND}|Monate\w?\sdes\sJahres))"
    rf"|(?P<leads>\b(?i:between|from|zwischen|von)\s)?(?P<list>(?:{_MONTH},\s)*)\b(?P<first>{_MONTH})(?:\s[12]\d{{3}})?\s?"
    rf"(?P<join>[–-]|\b(?:and|to|through|until|till|und|bis)\b)\s?(?P<last>{_MONTH})(?!\s\d{{1,2}}\b)"
    rf"|\b(?P<months>{either(_COUNTS)})\s(?:months\s(?:to|ending\sin|until)|Monaten?\sbis)\s(?P<end>{_MONTH})"
)
_LOOK = compiled(r"(?i:quart|half\s|halbjahr|hälfte|month|monat)|\b(?:and|to|through|until|till|und|bis|[–-])\s?[A-ZÄ]")


class Stretch(NamedTuple):
    """Months in a row, from 1, with both ends; `last` may be less than `first` where a new year begins between them."""

    first: int
    last: int
    text: str

    @property
    def months(self) -> int:
        return (self.last - self.first) % 12 + 1

    @property
    def ends(self) -> tuple[int, int]:
        return self.first, self.last


@lru_cache(maxsize=1024)
def stretches(text: str) -> tuple[Stretch, ...]:
    """All parts of years of a text, in order."""
    return tuple(_found(text)) if _LOOK.search(text) else ()


def _found(text: str) -> Iterator[Stretch]:
    for match in _STRETCH.finditer(text):
        if match["which"]:
            length = _COUNTS[match["count"].lower()] if match["count"] else _LENGTHS[(match["part"] or match["half"]).lower()]
            rank = _ORDER.get(match["which"].lower(), 12 // length)
            if rank * length <= 12:
                yield Stretch((rank - 1) * length + 1, rank * length, match[0])
        elif match["end"]:
            last = _month(match["end"])
            yield Stretch((last - _COUNTS[match["months"].lower()]) % 12 + 1, last, match[0])
        else:
            listed = [_month(name) for name in (*match["list"].replace(",", " ").split(), match["first"], match["last"])]
            is_in_row = all((later - earlier) % 12 == 1 for earlier, later in pairwise(listed))
            if is_in_row or match["leads"] or match["join"] not in ("and", "und"):
                yield Stretch(listed[0] if is_in_row else listed[-2], listed[-1], match[0])


def _month(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()]
