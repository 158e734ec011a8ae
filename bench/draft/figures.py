"""How well figures are found in news texts: precision, recall, F1, and the share with the right value, unit and qualifier.

usage: .venv/bin/python bench/draft/figures.py [--misses]

Scores the invented articles of bench/draft/sources/.
"""

from __future__ import annotations

import sys

from marked import ARTICLES, Mark, Score, marked

from generator.drafting.figures import Figure, find_figures


def is_right(found: Figure, mark: Mark) -> bool:
    """Whether a figure was read as marked."""
    value, unit, qualifier, *_ = (*mark.values, "", "")
    return (float(found.value), found.unit or "", found.qualifier or "") == (float(value), unit, qualifier)


def main() -> None:
    """Print the measures, and with `--misses` each miss with the words around it."""
    score = Score("figures")
    for path in sorted(ARTICLES.glob("*.txt")):
        text, marks = marked(path.read_text("utf-8"))
        score.add(text, find_figures(text), [mark for mark in marks if not mark.is_date], is_right, show="--misses" in sys.argv)
    print(score)


if __name__ == "__main__":
    main()
