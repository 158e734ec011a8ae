"""Reported statements: what somebody says, claims or finds, told without marks or with some of its words in marks.

Belief and intent are left out: what somebody thinks or plans is not what they said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from generator.drafting.speech.masking import Masked
from generator.drafting.speech.reports import Report
from generator.drafting.speech.sources import PLAIN, is_source
from generator.drafting.speech.speakers import Place, Voice, voice_of

_SAID = frozenset(["saying", "finding", "according", "hearsay", "naming"])
_SCORES = {"saying": 0.9, "according": 0.9, "finding": 0.7, "hearsay": 0.8, "naming": 0.6}
# “said on Tuesday it would”: a parser gives the day to what is said.
_LEAD = re.compile(
    r"(?:and|but)\s+|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?\s+(?=[a-z])"
)
_LEAST_WORDS = 3
_LEAST_AROUND = 2  # words beside the quoted ones


class Readable(Protocol):
    """What a statement is looked for in: a parsed paragraph."""

    @property
    def masked(self) -> Masked: ...
    @property
    def reports(self) -> tuple[Report, ...]: ...
    @property
    def places(self) -> tuple[Place, ...]: ...
    @property
    def is_heading(self) -> bool: ...


@dataclass(frozen=True)
class Said:
    """A statement by places in the body; `voice` is None where nobody is named who says it."""

    content: tuple[int, int]
    cue: tuple[int, int]
    voice: Voice | None
    score: float
    carries_on: bool  # the speaker of a following quotation may be this one


def find_statements(body: str, paragraph: Readable) -> Iterator[Said]:
    """The statements of a paragraph, in order."""
    seen: set[tuple[int, int]] = set()
    for report in paragraph.reports:
        if report.kind not in _SAID or report.content is None or (report.source is None and report.kind != "hearsay"):
            continue
        if report.source is not None and report.token.lower_ not in PLAIN and not is_source(report.source):
            continue
        if _in_quotation(report, paragraph.places) or _is_quotation(report.content, paragraph):
            continue
        start, end = _trim(body, *paragraph.masked.span(*_before_quotation(report.content, paragraph)))
        start, end = _with_marks(start, end, paragraph)
        if end <= start or len(body[start:end].split()) < _LEAST_WORDS or (start, end) in seen:
            continue
        seen.add((start, end))
        score = _SCORES[report.kind]
        heard = voice_of(paragraph.masked, report.source, report.cue, score) if report.source is not None else None
        yield Said((start, end), paragraph.masked.span(*report.cue), heard, score, report.kind in ("saying", "according"))


def _in_quotation(report: Report, places: tuple[Place, ...]) -> bool:
    """Whether the cue itself is quoted: what the quoted one reports is part of the quotation."""
    return any(place.first <= report.token.i < place.last for place in places)


def _is_quotation(content: tuple[int, int], paragraph: Readable) -> bool:
    """Whether what is said is a quotation, and hardly more."""
    start, end = content
    rest, at = "", start
    for _, first, last in paragraph.masked.quoted:
        if first < end and last > start:
            rest += paragraph.masked.text[at : max(at, first)]
            at = max(at, last)
    beside = re.findall(r"\w+", rest + paragraph.masked.text[at:end])
    return len([word for word in beside if word.lower() != "that"]) < _LEAST_AROUND


def _before_quotation(content: tuple[int, int], paragraph: Readable) -> tuple[int, int]:
    """What is said up to a colon and the quotation after it, which stands for itself."""
    start, end = content
    for quoted, first, _ in paragraph.masked.quoted:
        if quoted.is_clause and start < first < end and paragraph.masked.text[:first].rstrip().endswith(":"):
            return start, first
    return content


def _with_marks(start: int, end: int, paragraph: Readable) -> tuple[int, int]:
    """Quoted words at either end have their marks."""
    for quoted, _, _ in paragraph.masked.quoted:
        start = quoted.start if start == quoted.start + 1 and quoted.end <= end + 1 else start
        end = quoted.end if end == quoted.end - 1 and quoted.start >= start else end
    return start, end


def _trim(body: str, start: int, end: int) -> tuple[int, int]:
    words = body[start:end]
    start += len(words) - len(words.lstrip(" ,;:–—\t\r\n"))
    words = body[start:end]
    end -= len(words) - len(words.rstrip(" ,;:–—\t\r\n"))
    lead = _LEAD.match(body[start:end])
    return (start + lead.end() if lead else start), end
