"""A source made ready for matching: its folded text, its paragraphs and its pairs of quotation marks, each made when first asked for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator.text.matching.markup import block_quotes
from generator.text.matching.normal import Normal, normalise
from generator.text.matching.structure import Quotations, paragraphs, quotations


@dataclass(frozen=True)
class Source:
    """A source made ready: `runs` are its stretches of one segment, as ascending (start, end) offsets."""

    body: str
    runs: tuple[tuple[int, int], ...]

    @cached_property
    def normal(self) -> Normal:
        return normalise(self.body, laid_out=True)

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        return paragraphs(self.body)

    @cached_property
    def quotations(self) -> Quotations:
        """What stands in quotation marks or in a block quote."""
        return Quotations.of((*quotations(self.body, self.paragraphs), *block_quotes(self.body)))

    @cached_property
    def _run_starts(self) -> list[int]:
        return [start for start, _ in self.runs]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    def run_end(self, offset: int) -> int:
        """Where the run that holds `offset` ends."""
        return self.runs[max(0, bisect_right(self._run_starts, offset) - 1)][1]

    def next_paragraph_end(self, offset: int) -> int:
        """Where the paragraph after the one at `offset` ends: as far as an elision may go."""
        index = max(0, bisect_right(self._paragraph_starts, offset) - 1)
        return self.paragraphs[min(index + 1, len(self.paragraphs) - 1)][1]

    def paragraph(self, offset: int) -> tuple[int, int]:
        """The paragraph at `offset`."""
        return self.paragraphs[max(0, bisect_right(self._paragraph_starts, offset) - 1)]
