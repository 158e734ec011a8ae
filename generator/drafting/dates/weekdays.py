"""Days of the week: `on Tuesday`, `next Friday`. What a sentence says will happen lies ahead; anything else lies behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.drafting.dates.relative import range_of
from generator.prose.calendar import WEEKDAYS
from generator.prose.languages.guess import guess_language
from generator.prose.quantities.patterns import either
from generator.prose.sentences import sentence_at
from generator.prose.speech import SAID

_DAY = re.compile(
    r"(?<![\w-])(?:(?P<shift>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?|[Pp]ast|[Cc]oming)\s)?"
    rf"(?P<day>{either(WEEKDAYS)})(?![\w-])(?:,?\s(?P<week>last|next)\sweek\b)?"
)
_SOON = 3
_NEAR = 300  # characters of a sentence that tell whether it looks ahead
_WEEKEND = re.compile(r"\b(?:[Tt]h(?P<this>is)\s(?P<shift>past\s|coming\s)?|the\s)weekend\b")
# Days that are names: of other days, of papers, of shows.
_NAMED_BEFORE = re.compile(r"\b(?:Black|Good|Bloody|Holy|Ash|Cyber|Super|Giving|Palm|Maundy|Shrove|Sheffield|Freaky|Casual|Hot)\s$")
_NAMED_AFTER = re.compile(
    r"\s(?:Times|Mirror|Telegraph|Post|Mail|Express|People|Independent|Herald|[Tt]he\s13th|Night\s(?:Live|Football))\b"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|wird|werden)\b|[’']ll\b"
    r"|\b(?:is|are|was|were|be|been)\s(?:to|due|set|scheduled|expected|planned|slated|going\sto)\b"
    r"|\b(?:scheduled|planned|slated|due|expected|plans?|intends?|hopes?)\s(?:to|for|on)\b|\b(?:upcoming|until|till|ahead\sof)\b"
)


def weekdays(body: str) -> Iterator[tuple[re.Match[str], int, bool]]:
    """All days of the week: the match, the number of the day from Monday, 0, and whether its sentence looks ahead."""
    for match in _DAY.finditer(body):
        if not _NAMED_BEFORE.search(body, max(0, match.start() - 20), match.start()) and not _NAMED_AFTER.match(body, match.end()):
            yield match, WEEKDAYS[match["day"]], looks_ahead(body, match.start(), match.end())


def weekends(body: str) -> Iterator[tuple[re.Match[str], bool]]:
    """All weekends that are the nearest ones, and whether their sentence looks ahead."""
    for match in _WEEKEND.finditer(body):
        yield match, looks_ahead(body, match.start(), match.end())


def weekday_meant(match: re.Match[str], number: int, ahead: bool, day: date) -> str:
    """The day that a weekday means in a text of some day."""
    shift = (match["shift"] or "").lower().removeprefix("this ")
    since = (day.weekday() - number) % 7
    if match["week"]:
        days = number - day.weekday() + (7 if match["week"] == "next" else -7)
    elif shift in ("last", "past"):
        days = -(since or 7)
    elif shift in ("next", "coming") or (ahead and since):
        days = 7 - since
        # `next Thursday` is seldom tomorrow; `the next Thursday` may be.
        days += 7 if shift == "next" and days < _SOON and not match.string[: match.start()].endswith("the ") else 0
    else:
        days = -since
    return (day + timedelta(days)).isoformat()


def weekend_meant(match: re.Match[str], ahead: bool, day: date) -> str:
    """The weekend that a text of some day means, as an interval: from Thursday on, `this weekend` is the coming one."""
    saturday = day + timedelta(5 - day.weekday())
    over = day.weekday() < (3 if match["this"] else 5) and not ahead
    behind = match["shift"] == "past " or (not match["shift"] and over)
    saturday -= timedelta(7 if behind else 0)
    return range_of(saturday, saturday + timedelta(1))


def looks_ahead(body: str, start: int, end: int) -> bool:
    """Whether the sentence around a place tells of what is to come; of a date only the words before it, or a `will` after it, count."""
    near, far = max(0, start - _NEAR), min(len(body), end + _NEAR)
    line = max(near, body.rfind("\n", near, start) + 1), body.find("\n", end, far)
    begin, stop = sentence_at(body, start, end, (line[0], line[1] if line[1] >= 0 else far), guess_language(body))
    last = max((match.end() for match in SAID.finditer(body, begin, start)), default=None)
    if last is not None and re.fullmatch(r"(?:\s\w+){0,3}\s", body[last:start]):
        return False  # `said on Tuesday`: it is the saying that was then
    begin = max(begin, last or 0)
    after = body[end : max(end, stop)]
    return bool(_AHEAD.search(body, begin, start) or re.match(r"[^,;]{0,60}?\b(?:will|shall|wird)\b", after))
