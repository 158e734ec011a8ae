"""Quotation marks to quotations: the outermost pairs, marks included, each as the runs it has in the paragraphs it touches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.drafting.cues import SAYING
from generator.matching.structure import quotations

_WORD = re.compile(r"\w[\w’'-]*")
_INNER_SPACE = " \t\r\n\u00a0\u2009\u202f\ufeff"
_ENDS = ",.!?…。、！？—–"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FEW = 3
_NEAR = 200  # what stands before a mark, as far as it matters
_HALF = re.compile(r"[”\"’'»“‘«][^”\"»“«]{1,120}$")


@dataclass(frozen=True)
class Quoted:
    """A pair of quotation marks and what it holds: `start` and `end` include the marks."""

    start: int
    end: int
    words: int
    is_clause: bool  # it can be taken out of its sentence as somebody's words; else its words belong to the sentence around it

    @property
    def inside(self) -> tuple[int, int]:
        return self.start + 1, self.end - 1


def find_quoted(body: str, parts: Sequence[tuple[int, int]]) -> tuple[Quoted, ...]:
    """The outermost pairs of marks of a text, in order; `parts` are its paragraphs."""
    found: list[Quoted] = []
    reach = 0
    for inside, close in sorted(quotations(body, parts), key=lambda pair: (pair[0], -pair[1])):
        start, end = inside - 1, close + 1
        if start >= reach and body[inside:close].strip():
            found.append(Quoted(start, end, _count(body[inside:close]), _is_clause(body, start, end)))
            reach = end
    return tuple(found)


def _count(words: str) -> int:
    return len(_WORD.findall(words)) + len(_CJK.findall(words)) // 2


def _is_clause(body: str, start: int, end: int) -> bool:
    """Whether quoted words stand for themselves: opened by a colon, a comma or a sentence's beginning, or by a capital after a word."""
    inside = body[start + 1 : end - 1].strip(_INNER_SPACE)
    line_start = max(body.rfind("\n", 0, start) + 1, start - _NEAR)
    before = body[line_start:start].rstrip(_INNER_SPACE)
    after = body[end : end + 2].strip(_INNER_SPACE)
    closes_itself = inside[-1] in _ENDS
    if before.endswith((":", "：")):
        return True
    if _CJK.search(inside):
        return closes_itself or _count(inside) > _FEW
    if not before or before[-1] in '.!?…”"’»)—–':
        return closes_itself or after[:1] == "," or _count(inside) > _FEW
    if before[-1] == ",":
        # “We came,” he said, “and we saw”: the second half of a quotation; else a small letter belongs to the sentence.
        return (closes_itself or _count(inside) > _FEW) and (inside[0].isupper() or bool(_HALF.search(before)))
    # No mark goes before: what is said with a capital is a clause, “is a Great Day” belongs to its sentence.
    return inside[0].isupper() and _count(inside) > _FEW and before.rsplit(maxsplit=1)[-1].casefold() in SAYING
