"""Segments: which stretches of a scraped page are of which kind.

A page is cut into pieces where another article begins: at a repeated byline or dateline, at the heading or the first turn of an interview,
after an interview. Each piece gets a kind from its labels, turns and tone; what is neither is a report. Page furniture lies between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.drafting.furniture import NOTHING, furniture
from generator.drafting.lines import Line, lines_of
from generator.drafting.register import announces_interview, judged, labelled, questions_and_answers, told_as_news, tone_of
from generator.drafting.turns import LEAST, turns

_REPEATED = "a repeated byline or dateline starts another article"


@dataclass(frozen=True)
class Segment:
    """A stretch of lines of one kind; `why` says in words what it was told by. Lines count from 1, `last_line` included."""

    start: int
    end: int
    first_line: int
    last_line: int
    kind: str
    why: str


@dataclass(frozen=True)
class _Piece:
    """Lines of one article, as indexes from `first` up to `last`, and what began it."""

    first: int
    last: int
    why: str = ""
    is_interview: bool = False


def find_segments(body: str, known: Mapping[int, str] = NOTHING) -> tuple[Segment, ...]:
    """The segments of a text, in order; they cover all of it. `known` is what its reader has told of its lines (`furniture`)."""
    lines = lines_of(body)
    if not lines:
        return ()
    sorts = furniture(lines, known)
    spoken = turns([line if index not in sorts else Line(line.number, line.start, "") for index, line in enumerate(lines)])
    kinds: dict[int, tuple[str, str, int]] = {}
    for number, piece in enumerate(_pieces(lines, sorts, spoken)):
        kind, why = _kind(lines, piece, sorts, spoken)
        told = "; ".join(part for part in (piece.why, why) if part)
        kinds |= dict.fromkeys(range(piece.first, piece.last), (kind, told, number))
    # Furniture is of a kind of its own wherever it stands.
    marks = [("boilerplate", "", -1) if index in sorts else kinds[index] for index in range(len(lines))]
    return tuple(_segments(body, lines, marks, sorts))


def _pieces(lines: Sequence[Line], sorts: dict[int, str], spoken: dict[int, str]) -> Iterator[_Piece]:
    interviews = _interviews(lines, sorts, spoken)
    starts = {0: ""} | _articles(lines, sorts) | interviews
    ordered = sorted(starts)
    for start, end in zip(ordered, [*ordered[1:], len(lines)], strict=True):
        yield _Piece(start, end, starts[start], start in interviews)


def _articles(lines: Sequence[Line], sorts: dict[int, str]) -> dict[int, str]:
    """Where a byline or a dateline stands again after some prose: there, or at the headline and the menu above it."""
    starts: dict[int, str] = {}
    prose = 0
    heads = 0
    for index, line in enumerate(lines):
        if sorts.get(index) in ("byline", "dateline"):
            if prose >= 2 and heads:
                starts[_with_heading(lines, sorts, index)] = _REPEATED
            heads += 1
            prose = 0
        elif index not in sorts and line.is_prose:
            prose += 1
    return starts


def _with_heading(lines: Sequence[Line], sorts: dict[int, str], index: int) -> int:
    """The index of the first line of what stands above a byline: other furniture, and at most two headlines."""
    first, headlines = index, 0
    while first > 0:
        above = first - 1
        if above in sorts:
            first = above
        elif not lines[above].is_prose and lines[above].words <= 20 and headlines < 2 and not lines[above].text.endswith((":", ",")):
            first, headlines = above, headlines + 1
        else:
            break
    return first


def _interviews(lines: Sequence[Line], sorts: dict[int, str], spoken: dict[int, str]) -> dict[int, str]:
    """Where interviews begin: at their heading, where there is one, else at the first turn; and where what follows them does."""
    starts: dict[int, str] = {}
    for index, line in enumerate(lines):
        if index not in sorts and announces_interview(line) and _is_interview(lines, sorts, spoken, index):
            above = not any(each.is_prose for each in lines[:index])
            starts[0 if above else index] = f"headed “{line.text[:60].rstrip()}{'…' if len(line.text) > 60 else ''}”"
    first = min(spoken, default=None)
    if first is not None and not any(start <= first for start in starts):
        starts[first] = ""  # its turns are counted as the reason
    return starts


def _is_interview(lines: Sequence[Line], sorts: dict[int, str], spoken: dict[int, str], heading: int) -> bool:
    """Whether turns, or questions and answers, follow a heading soon."""
    soon = [index for index in range(heading + 1, len(lines)) if index not in sorts][:12]
    return any(index in spoken for index in soon) or questions_and_answers([lines[index] for index in soon]) >= 2


def _kind(lines: Sequence[Line], piece: _Piece, sorts: dict[int, str], spoken: dict[int, str]) -> tuple[str, str]:
    """The kind of a piece, and why."""
    own = [index for index in range(piece.first, piece.last) if index not in sorts]
    text = [lines[index] for index in own]
    label = labelled([lines[index] for index in range(piece.first, piece.last) if index not in sorts or _is_alone(sorts, index)])
    speakers = list(dict.fromkeys(spoken[index] for index in own if index in spoken))
    taken = sum(index in spoken for index in own)
    if taken >= LEAST:
        kind = "transcript" if label and label[0] == "transcript" else "interview"
        return kind, f"{taken} turns of named speakers ({speakers[0]}, {speakers[1]}{', …' if len(speakers) > 2 else ''})"
    if label:
        return label
    asked = questions_and_answers(text)
    if piece.is_interview or (asked >= LEAST and asked * 6 >= len(text)):
        return "interview", f"{asked} questions, each with its answer" if asked else ""
    return judged(tone_of(text)) or ("report", told_as_news(text))


def _is_alone(sorts: dict[int, str], index: int) -> bool:
    """Whether a line that might stand in a menu (`Opinion`) stands in none."""
    return sorts[index] == "navigation" and "navigation" not in (sorts.get(index - 1), sorts.get(index + 1))


def _segments(body: str, lines: Sequence[Line], marks: Sequence[tuple[str, str, int]], sorts: dict[int, str]) -> Iterator[Segment]:
    groups = [list(group) for _, group in groupby(range(len(lines)), key=lambda index: marks[index])]
    for number, group in enumerate(groups):
        kind, why, _ = marks[group[0]]
        if kind == "boilerplate":
            why = ", ".join(dict.fromkeys(sorts[index] for index in group))
        following = groups[number + 1][0] if number + 1 < len(groups) else None
        start = lines[group[0]].start if number else 0
        end = len(body) if following is None else lines[following].start
        yield Segment(start, end, lines[group[0]].number if number else 1, lines[group[-1]].number, kind, why)
