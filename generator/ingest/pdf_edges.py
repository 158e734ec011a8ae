"""What stands around the text of a PDF’s pages: running heads and feet, page numbers, and notes at the foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.ingest.hyphens import is_broken
from generator.ingest.pdf_layout import Line
from generator.ingest.pdf_steps import Steps, step_of

ENDS = re.compile(r"[.!?:…。！？][”\"’'»“)\]」』]*(?:\s?\[[\d, –-]+\])*$")
_NUMBER = re.compile(
    r"[-–—|·•\s]*(?:(?:page|seite|p\.|s\.)\s?)?(?:\d{1,3}(?:\s?(?:/|of|von|de|sur)\s?\d{1,3})?|[ivxlc]{1,5})[-–—|·•\s]*", re.IGNORECASE
)


@dataclass(frozen=True)
class Edge:
    """A line that is no part of the text, and why; `to_check` where it stands on one page only."""

    line: Line
    why: str
    to_check: bool = False


def without_edges(pages: Sequence[Sequence[Line]], body_size: float, steps: Steps) -> tuple[list[list[Line]], list[Edge]]:
    """The lines of pages without what stands around them, and what that was."""
    candidates = [_edge_lines(page) for page in pages]
    seen = Counter(key for edges in candidates for key in {_without_numbers(line) for line in edges})
    width = max((line.right - line.left for page in pages for line in page), default=0)
    edges: list[Edge] = []
    for page, lines in zip(pages, candidates, strict=True):
        for line in lines:
            is_set_off = _is_set_off(line, page, steps) or abs(line.size - body_size) > 0.07 * body_size
            is_short = line.right - line.left < 0.6 * width and not ENDS.search(line.text)
            times = seen[_without_numbers(line)]
            if _NUMBER.fullmatch(line.text):
                edges.append(Edge(line, "page number"))
            elif (is_set_off and times >= max(2, len(pages) / 3)) or (is_short and times > max(2, len(pages) / 2)):
                edges.append(Edge(line, "running head or foot"))
    gone = {id(edge.line) for edge in edges}
    kept = [_top_down([line for line in page if id(line) not in gone]) for page in pages]
    small = [notes_of(page, body_size) for page in kept]
    bodies = [[line for at, line in enumerate(page) if at not in places] for page, places in zip(kept, small, strict=True)]
    edges += _in_sentences(bodies, steps)
    gone = {id(edge.line) for edge in edges}
    return [[line for line in page if id(line) not in gone] for page in kept], edges


def _is_set_off(line: Line, page: Sequence[Line], steps: Steps) -> bool:
    """Whether a line has more space around it than the lines of the body near it."""
    others = [other for other in page if not other.is_beside(line)]
    nearest = min(others, key=lambda other: abs(line.baseline - other.baseline), default=None)
    return nearest is not None and abs(line.baseline - nearest.baseline) > 1.3 * step_of(steps, nearest, 1.2 * nearest.size)


def _without_numbers(line: Line) -> str:
    """What a running head says on every page."""
    return re.sub(r"\d+", "#", line.text)


def _edge_lines(page: Sequence[Line]) -> list[Line]:
    """The lines of the two uppermost and the two lowest rows of a page, in whatever order they were drawn."""
    heights = sorted({round(line.baseline) for line in page})
    edges = {*heights[:2], *heights[-2:]}
    return [line for line in page if round(line.baseline) in edges]


def _top_down(page: list[Line]) -> list[Line]:
    """A page whose uppermost line comes first, and whose lowest comes last, where one stands by itself."""
    if len(page) < 3:
        return page
    top, foot = max(page, key=lambda line: line.baseline), min(page, key=lambda line: line.baseline)
    rest = [line for line in page if line is not top and line is not foot]
    is_alone = all(top.baseline - line.baseline > 1.5 * line.size for line in rest)
    ends_alone = all(line.baseline - foot.baseline > 1.5 * line.size for line in rest)
    page = [top, *(line for line in page if line is not top)] if is_alone else page
    return [*(line for line in page if line is not foot), foot] if ends_alone else page


def _in_sentences(pages: Sequence[Sequence[Line]], steps: Steps) -> list[Edge]:
    """Single lines, set off from the text at the turn of a page, that would stand in the middle of a sentence."""
    found: list[Edge] = []
    for before, after in pairwise(page for page in pages if page):
        foot = before[-1] if len(before) > 1 and _is_set_off(before[-1], before, steps) else None
        head = after[0] if len(after) > 1 and _is_set_off(after[0], after, steps) else None
        for last, first in ((before[-1], after[1] if head else None), (before[-2] if foot else None, after[0]),
                            (before[-2] if foot else None, after[1] if head else None)):  # fmt: skip
            if last and first and _goes_on(last, first):
                around = (foot if last is not before[-1] else None, head if first is not after[0] else None)
                found += [Edge(line, "set off at the turn of a page, inside of a sentence", to_check=True) for line in around if line]
                break
    return found


def _goes_on(last: Line, first: Line) -> bool:
    """Whether a sentence goes on from the last line of a page to the first of the next."""
    return not ENDS.search(last.text) and (is_broken(last.text, first.text) is not None or first.text[:1].islower())


def notes_of(page: Sequence[Line], body_size: float) -> set[int]:
    """The places of lines in small type at the end of a page’s columns: they interrupt what goes on in the next one."""
    notes: set[int] = set()
    for index in range(len(page) - 1, -1, -1):
        is_last = index + 1 == len(page) or page[index + 1].baseline > page[index].baseline
        if page[index].size < 0.93 * body_size and (is_last or index + 1 in notes):
            notes.add(index)
    return notes
