"""Tables: those of figures become a line a row; those that only place the parts of a page are boxes like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.ingest.web_page.line import Finished

_IN_LAYOUT = ("table", "p", "h1", "h2", "h3", "h4", "article", "section", "blockquote", "ul", "ol", "form", "figure", "nav", "hr")


class Rows:
    """The row that a walk is in, and which tables have rows of figures."""

    def __init__(self) -> None:
        self._of_figures: dict[Any, bool] = {}
        self._cells: list[Finished] = []

    def is_of_figures(self, row: Any) -> bool:
        """Whether the table of a row holds figures or words that belong together by row and column."""
        table = next(row.iterancestors("table"), None)
        if table is None:
            return False
        if table not in self._of_figures:
            self._of_figures[table] = _holds_figures(table)
        return self._of_figures[table]

    def begin(self) -> None:
        """A row begins."""
        self._cells = []

    def end_cell(self, found: Sequence[Finished]) -> None:
        """A cell ends."""
        self._cells.append(_joined(found, " "))

    def end(self) -> Finished:
        """The row as a line: its cells between bars, where there are two and more."""
        cells, self._cells = self._cells, []
        if sum(bool(cell.text) for cell in cells) < 2:
            return _joined([cell for cell in cells if cell.text], " ")
        row = _joined(cells, " | ")
        return replace(row, text=f"| {row.text} |")


def _joined(parts: Sequence[Finished], between: str) -> Finished:
    return Finished(
        between.join(part.text for part in parts),
        sum(part.linked for part in parts),
        sum(part.buttons for part in parts),
        tuple(check for part in parts for check in part.checks),
    )


def _holds_figures(table: Any) -> bool:
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants("table"), None) is not None:
        return False
    if next(table.iterdescendants("th", "caption"), None) is not None:
        return True
    return next(table.iterdescendants(*_IN_LAYOUT), None) is None
