"""Quotation marks to quotations: the outermost pairs, marks included, each as the runs it has in the paragraphs it touches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.prose.languages.english_verbs import SAYING
from generator.text.matching.structure import quotations
from generator.text.quotation_marks import CLOSING, DOUBLE

_WORD = re.compile(r"\w[\w’'-]*")
_INNER_SPACE = " \t\r\n\u00a0\u2009\u202f\ufeff"
_ENDS = ",.!?…。、！？—–"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FEW = 3
_NEAR = 200  # what stands before a mark, as far as it matters
_REOPENED = '“"'  # marks that printers set again at each paragraph of one quotation
_OVER = re.compile(r"[.!?…][’')\]]?\s+\Z")
_HALF = re.compile(rf"[{CLOSING}][^{DOUBLE}]{{1,120}}$")


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
    beginnings = [start for start, _ in parts]
    reach = 0
    for inside, close in sorted(quotations(body, parts), key=lambda pair: (pair[0], -pair[1])):
        end = close + 1
        if inside > reach and body[inside:close].strip().strip(_INNER_SPACE):
            paragraph = beginnings[max(0, bisect_right(beginnings, inside - 1) - 1)] if beginnings else 0
            start = _opened_first(body, max(reach, paragraph), inside - 1)
            found.append(Quoted(start, end, _count(body[start + 1 : close]), _is_clause(body, start, end)))
            reach = end
    return tuple(found)


def _opened_first(body: str, since: int, opener: int) -> int:
    """Where a quotation begins that opens again and again: “… here. “And there. “And …”, paragraphs that somebody has joined."""
    mark = body[opener]
    if mark not in _REOPENED:
        return opener
    before = body.rfind(mark, since, opener)
    while before >= 0 and _OVER.search(body, before + 1, opener) and _is_opening(body, before, since):
        opener, before = before, body.rfind(mark, since, before)
    return opener


def _is_opening(body: str, mark: int, since: int) -> bool:
    return not body[mark + 1].isspace() and (mark == since or body[mark - 1].isspace())


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
    if not before or before[-1] in f".!?…)—–{CLOSING}":
        return closes_itself or after[:1] == "," or _count(inside) > _FEW
    if before[-1] == ",":
        # “We came,” he said, “and we saw”: the second half of a quotation; else a small letter belongs to the sentence.
        return (closes_itself or _count(inside) > _FEW) and (inside[0].isupper() or bool(_HALF.search(before)))
    # No mark goes before: what is said with a capital is a clause, “is a Great Day” belongs to its sentence.
    return inside[0].isupper() and _count(inside) > _FEW and not SAYING.isdisjoint(map(str.casefold, before.split()[-1:]))
