"""Page furniture: lines of a scraped page that are no part of what it tells: menus, captions, credits, bylines, datelines, teasers.

Single lines are known by what they say (`LINE_RULES`), or by where they stand: a short line in a run of short lines, or beside a byline.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType

from generator.drafting.dates.named import named_days
from generator.drafting.furniture_words import ANSWERED, COMMENTS, ENDS, LINE_RULES, MOST_WORDS
from generator.drafting.lines import BULLET, Line

NOTHING: Mapping[int, str] = MappingProxyType({})
_TIME = r"(?:\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|Uhr|GMT|UTC|[A-Z]{2,4}))?)"
_LONG, _ARTICLE = 25, 60  # words of a paragraph that is no teaser, and of what may be an article


def furniture(lines: Sequence[Line], known: Mapping[int, str] = NOTHING) -> dict[int, str]:
    """Which of the lines (by index) are page furniture, and of what sort.

    `known` is what a reader of the original has told by its form, by the number of a line: a sort, or `""` where the line stands in the
    text. Of such a line the words are looked at, and not the place.
    """
    told = {index for index, line in enumerate(lines) if line.number in known}
    found = {index: sort for index, line in enumerate(lines) if (sort := known.get(line.number) or _sort(line))} | _front_matter(lines)
    _add(found, _runs(lines, found), told)
    beside = (index for index in range(len(lines)) if _stands_beside(lines, found, index))
    _add(found, dict.fromkeys(beside, "label beside other furniture"), told)
    _add(found, _endings(lines, found, told))
    return found


def _add(found: dict[int, str], more: Mapping[int, str], told: Container[int] = ()) -> None:
    found |= {index: sort for index, sort in more.items() if index not in found and index not in told}


def _front_matter(lines: Sequence[Line]) -> dict[int, str]:
    """What a Markdown file says of itself at its top, between two lines of `---`."""
    fences = [index for index, line in enumerate(lines[:40]) if line.text == "---"]
    return dict.fromkeys(range(fences[1] + 1), "front matter") if fences[:1] == [0] and len(fences) > 1 else {}


def _sort(line: Line) -> str | None:
    for sort, pattern in LINE_RULES:
        if pattern.fullmatch(line.text) and not (line.is_prose and line.words > MOST_WORDS.get(sort, line.words)):
            return sort
    return "dateline" if is_date_alone(line.text) else None


def is_date_alone(text: str) -> bool:
    """Whether a short line says nothing but when, as in `Friday, July 21, 2017 · 10:15 GMT`."""
    if len(text) > 60:
        return False
    for start, end, mentions in named_days(text):
        if mentions[0].year and mentions[0].day:
            rest = re.sub(_TIME, "", f"{text[:start]} {text[end:]}")
            return len(re.findall(r"[^\W\d_]{2,}", re.sub(r"(?i)\b(?:at|um|uhr|[ap]m|updated|gmt|utc)\b", "", rest))) <= 1
    return False


def _runs(lines: Sequence[Line], found: dict[int, str]) -> dict[int, str]:
    """Four and more labels of at most four words, one after the other, are a menu; a list under a sentence is none."""
    runs: dict[int, str] = {}
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and found.get(end, "navigation") == "navigation" and (_is_label(lines[end]) or end in found):
            end += 1
        introduced = index > 0 and lines[index - 1].text.endswith((":", ","))
        marked = any(found.get(number) == "navigation" for number in range(index, end))
        # The last label of a menu that an article follows is likelier its headline.
        headline = end < len(lines) and lines[end - 1].words > 2 and end - 1 not in found and not BULLET.match(lines[end - 1].text)
        last = end - 1 if headline else end
        table = sum(any(letter.isdigit() for letter in lines[number].text) for number in range(index, end)) * 2 >= max(1, end - index)
        if not introduced and not table and (end - index >= 4 or (marked and end - index >= 2)):
            runs |= dict.fromkeys(range(index, last), "navigation")
        index = max(end, index + 1)
    return runs


def _is_label(line: Line) -> bool:
    return line.words <= 4 and not line.is_prose and not re.search(r"[.!?:,;”\"]$", line.text) and not line.text.startswith("#")


def _stands_beside(lines: Sequence[Line], found: dict[int, str], index: int) -> bool:
    """A word or two directly under a byline (an agency's tag, a share button); the title of a gallery above the link to it."""
    line = lines[index]
    if index in found:
        return False
    if re.match(r"(?i)view|fotostrecke|show", lines[index + 1].text if found.get(index + 1) == "navigation" else "") and not line.is_prose:
        return True
    above = found.get(index - 1) in ("byline", "dateline")
    return above and line.words <= 2 and not line.is_prose and not re.search(r"[.!?:]$", line.text) and index + 1 < len(lines)


def _endings(lines: Sequence[Line], found: dict[int, str], told: set[int]) -> dict[int, str]:
    """What stands after a heading such as `Comments` or `Related articles`, up to the next byline or to where the article goes on.

    No heading hides an article: what is below it must be less than what is above, or look like comments.
    """
    prose = _sums(0 if index in found or _is_label(line) else line.words for index, line in enumerate(lines))
    answers = _sums(ANSWERED.match(line.text) is not None for line in lines)
    bylines = [index for index in range(len(lines)) if found.get(index) == "byline"]
    goes_on = [index for index in range(len(lines)) if _goes_on(lines, found, index)]
    endings: dict[int, str] = {}
    end = 0
    for index, line in enumerate(lines[1:], 1):
        if index < end:
            continue
        if COMMENTS.fullmatch(line.text):
            until = _next(bylines, index, len(lines))
            is_answered = answers[until] - answers[index] > 1 and prose[index] > _ARTICLE
            if is_answered or (index not in told and prose[until] - prose[index] < prose[index]):
                end, sort = until, "comments"
        elif ENDS.fullmatch(line.text):
            until = _next(goes_on, index + 1, len(lines))
            if prose[index] > 2 * (prose[until] - prose[index]):
                end, sort = until, "links to other pages"
        if index < end:
            endings |= dict.fromkeys(range(index, end), sort)
    return endings


def _sums(numbers: Iterable[int]) -> list[int]:
    """For each place the sum of all numbers before it."""
    return list(accumulate(numbers, initial=0))


def _next(places: Sequence[int], since: int, otherwise: int) -> int:
    at = bisect_left(places, since)
    return places[at] if at < len(places) else otherwise


def _goes_on(lines: Sequence[Line], found: dict[int, str], index: int) -> bool:
    """Whether an article begins or goes on at a line below links to others: a byline, a long paragraph, or the first of two."""
    if found.get(index) in ("byline", "dateline") or (lines[index].is_prose and lines[index].words > _LONG):
        return True
    return lines[index].is_prose and any(line.is_prose for line in lines[index + 1 : index + 2])
