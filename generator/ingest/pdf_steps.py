"""How far apart the lines of a paragraph stand, on each page of a PDF and for each size of type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.pdf_layout import Line

Steps = dict[tuple[int, int], float]
_ENOUGH = 8  # steps of a page, to tell what is usual on it


def usual_steps(pages: Sequence[Sequence[Line]]) -> Steps:
    """How far apart the lines of a paragraph stand, by page and size of type; page 0 stands for all pages."""
    steps: dict[tuple[int, int], list[float]] = {}
    for page in pages:
        for line, following in pairwise(page):
            step = line.baseline - following.baseline
            if round(line.size) == round(following.size) and 0.8 * line.size < step < 3 * line.size:
                for number in (0, line.page):
                    steps.setdefault((number, round(line.size)), []).append(round(step, 1))
    return {key: _least_common(found) for key, found in steps.items() if key[0] == 0 or len(found) >= _ENOUGH}


def _least_common(steps: list[float]) -> float:
    """The smallest step that is no exception."""
    counts = Counter(steps)
    return min(step for step in counts if sum(counts[near] for near in counts if abs(near - step) < 0.3) >= 0.15 * len(steps))


def step_of(steps: Steps, line: Line, otherwise: float) -> float:
    """The usual step after a line, on its page or else on all of them."""
    return steps.get((line.page, round(line.size)), steps.get((0, round(line.size)), otherwise))
