"""How well dates are found and resolved in news texts: precision, recall, F1, and the share of right values.

usage: .venv/bin/python bench/draft/dates.py [--misses] [--gum FILE.jsonl]

Scores the invented articles of bench/draft/sources/. `--gum` scores a file of GUM’s news texts, no part of this project: a line
is an object with `text` and `dates`, `[start, end, {when | from, to | notBefore, notAfter}]`. A value is right that names the same days.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from marked import ARTICLES, Mark, Score, marked

from generator.drafting.dates import Dated, find_dates
from generator.text.edtf import EdtfInterval, parse_edtf


def days(iso: str | None) -> tuple[date | None, date | None]:
    """First and last day that a value means."""
    value = parse_edtf(iso) if iso else None
    if isinstance(value, EdtfInterval):
        return value.start.first if value.start else None, value.end.last if value.end else None
    return (value.first, value.last) if value else (None, None)


def is_right(found: Dated, mark: Mark) -> bool:
    """Whether a date was resolved as marked."""
    return days(found.iso) == days(mark.values[0])


def invented() -> Iterator[tuple[str, list[Mark]]]:
    """The marked articles with their dates."""
    for path in sorted(ARTICLES.glob("*.txt")):
        text, marks = marked(path.read_text("utf-8"))
        yield text, [mark for mark in marks if mark.is_date]


def annotated(path: Path) -> Iterator[tuple[str, list[Mark]]]:
    """The texts of a file in GUM's form with their dates."""
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        yield document["text"], [Mark(start, end, (meant(value),)) for start, end, value in document["dates"]]


def meant(value: dict[str, str]) -> str:
    """An annotated value as an ISO date or interval."""
    if "when" in value:
        return value["when"]
    return f"{value.get('from') or value.get('notBefore') or ''}/{value.get('to') or value.get('notAfter') or ''}"


def main() -> None:
    """Print the measures, and with `--misses` each miss with the words around it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--gum", type=Path)
    options = parser.parse_args()
    score = Score("dates")
    for text, marks in annotated(options.gum) if options.gum else invented():
        score.add(text, find_dates(text), marks, is_right, show=options.misses)
    print(score)


if __name__ == "__main__":
    main()
