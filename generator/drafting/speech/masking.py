"""Quotations taken out of a paragraph before it is parsed, with a map of offsets back to the text.

A parser loses the sentence around a long quotation. A quotation that is a clause becomes a short clause, so that its sentence keeps its
build (“It is so,” he said); one that is part of its sentence loses only its marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.drafting.speech.marks import Quoted
from generator.text.quotation_marks import OPENING

CLAUSE = "It is so"
_SPACES = re.compile(r"[\r\n\t\u00a0\u2009\u202f\u2028\ufeff]")
_DATELINE = re.compile(
    r"\s*[A-ZÀ-Þ][\w.’'-]*(?:,?\s(?:[A-ZÀ-Þ][\w.’'-]*|\d{1,2}\.?|\d{4}|of|de|la|am)){0,6}(?:,?\s\([^()]{2,31}\))?\s?(?:\s[-–]|—|\s—)\s"
    rf"(?=[A-ZÀ-Þ{OPENING}])"
)
_CONTINUES = re.compile(r"\s*[a-z]")
_ENDS_SENTENCE = re.compile(rf"\s*(?:$|[A-Z{OPENING}])")


@dataclass(frozen=True)
class Masked:
    """A paragraph without its quotations. `quoted` pairs each quotation with its place in `text`."""

    text: str
    masked: tuple[int, ...]  # where each run of equal offsets begins in `text`,
    original: tuple[int, ...]  # where it begins in the body,
    frozen: tuple[bool, ...]  # and whether it stands for something longer
    ends: tuple[int, ...]  # where the run ends in the body
    quoted: tuple[tuple[Quoted, int, int], ...]

    def offset(self, masked: int, *, end: bool = False) -> int:
        """The offset in the body of an offset in `text`; inside of a mask, the beginning (or the end) of what it stands for."""
        index = max(0, bisect_right(self.masked, masked - 1 if end else masked) - 1)
        if self.frozen[index]:
            return self.ends[index] if end else self.original[index]
        return self.original[index] + masked - self.masked[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the body of a span in `text`."""
        return self.offset(start), self.offset(end, end=True)


def dateline(body: str, start: int, end: int) -> int:
    """Where the prose of a paragraph begins: after “GENEVA, May 3 (Reuters) —”, which a parser takes for the subject."""
    match = _DATELINE.match(body, start, end)
    return match.end() if match else start


def mask(body: str, start: int, end: int, quoted: Sequence[Quoted]) -> Masked:
    """The paragraph from `start` to `end`, its quotations masked."""
    out: list[str] = []
    runs: list[tuple[int, int, bool, int]] = []
    places: list[tuple[Quoted, int, int]] = []
    length = 0

    def add(text: str, first: int, last: int, *, frozen: bool = False) -> None:
        nonlocal length
        if text:
            runs.append((length, first, frozen, last))
            out.append(text)
            length += len(text)

    at = start
    for quote in quoted:
        first, last = max(start, quote.start), min(end, quote.end)
        if first >= last or first < at:
            continue
        add(_plain(body[at:first]), at, first)
        place = length
        if quote.is_clause and body[first - 1 : first] in (":", ",", ";"):
            add(" ", first, first, frozen=True)  # “he said:“No”” is one word to a parser
            place = length
        if quote.is_clause:
            add(f"“{CLAUSE}{_closing(body, last, end)}”", first, last, frozen=True)
        else:
            inside = (first + (first == quote.start), last - (last == quote.end))
            add(_plain(body[inside[0] : inside[1]]), *inside)
        places.append((quote, place, length))
        at = last
    add(_plain(body[at:end]), at, end)
    masked, original, frozen, ends = zip(*runs, strict=True) if runs else ((0,), (start,), (False,), (end,))
    return Masked("".join(out), masked, original, frozen, ends, tuple(places))


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text)


def _closing(body: str, last: int, end: int) -> str:
    """The mark that a mask ends with: a comma where its sentence goes on after it, else a full stop, or what stands after it."""
    after = body[last:end]
    if after[:1] and after[0] in ",.;:":
        return ""
    mark = body[last - 2 : last - 1]
    if mark == "," or (mark in "?!…—" and not _ENDS_SENTENCE.match(after)) or _CONTINUES.match(after):
        return ","
    return "." if mark in ".?!…" or not after.strip() else ""
