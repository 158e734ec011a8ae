"""Finding the words of a quote in a source, tier by tier.

`exact`        the same code points;
`typographic`  the same after folding quotation marks, dashes, spaces, soft hyphens and composition (`normal`); the last
               punctuation mark before a closing quotation mark may be another one;
`elided`       pieces divided by `…`, `[…]` or `[...]`, in order, in paragraphs that follow one another;
`edited`       words in square brackets are an editor's insertion; the first letter, and a letter in brackets, may differ in case.

A match lies in one run of one segment, and begins and ends where words do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain, product

from generator.text.matching.normal import Normal, fold, normalise
from generator.text.matching.structure import Quotations, paragraphs, quotations
from generator.text.matching.words import splits_word
from generator.text.quotation_marks import DOUBLE, SINGLE

CLOSING_PUNCTUATION = ".,;:!?"
MAX_PIECES = 40

_ELISION = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.")
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_INSERTION = re.compile(r"\s*\[[^\[\]]*\]")
_CASED = "\ue000"  # a private-use mark before a letter whose case is free


class Tier(StrEnum):
    """How exactly words were found, from best to loosest."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    ELIDED = "elided"
    EDITED = "edited"


@dataclass(frozen=True)
class Match:
    """Where words stand: original offsets from the first piece's start to the last piece's end, and each piece's own."""

    start: int
    end: int
    tier: Tier
    pieces: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Source:
    """A source made ready: `runs` are its stretches of one segment, as ascending (start, end) offsets."""

    body: str
    runs: tuple[tuple[int, int], ...]

    @cached_property
    def normal(self) -> Normal:
        return normalise(self.body)

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        return paragraphs(self.body)

    @cached_property
    def quotations(self) -> Quotations:
        return Quotations.of(quotations(self.body, self.paragraphs))

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


def matches(source: Source, words: str, prefix: str = "", suffix: str = "") -> Iterator[Match]:
    """All places of `words` in `source`, the best tier first and in order within a tier."""
    return chain.from_iterable(matches_by_tier(source, words, prefix, suffix))


def matches_by_tier(source: Source, words: str, prefix: str = "", suffix: str = "") -> Iterator[Iterator[Match]]:
    """The places of `words` in `source` tier by tier, the best first; a tier that nobody reads costs nothing.

    `prefix` and `suffix` are words that must stand right before and after (W3C Web Annotation, TextQuoteSelector).
    """
    words = words.strip()
    if not _has_words(words):
        return
    seen: set[tuple[int, int]] = set()
    left, right = fold(prefix), fold(suffix)
    for candidates in _candidates(source, words):
        yield _new(source, candidates, seen, left, right)


def _new(source: Source, candidates: Iterator[Match], seen: set[tuple[int, int]], left: str, right: str) -> Iterator[Match]:
    for match in candidates:
        if (match.start, match.end) not in seen and _between(source, match, left, right):
            seen.add((match.start, match.end))
            yield match


def _candidates(source: Source, words: str) -> Iterator[Iterator[Match]]:
    yield _exact(source, words)
    yield _placed(source, [(fold(words),)], Tier.TYPOGRAPHIC)
    elided = [fold(piece) for piece in _ELISION.split(words)]
    if len(elided) > 1:
        yield _placed(source, [(piece,) for piece in elided if _has_words(piece)], Tier.ELIDED)
    yield _placed(source, _edited(words), Tier.EDITED)


def _exact(source: Source, words: str) -> Iterator[Match]:
    at = source.body.find(words)
    while at >= 0:
        end = at + len(words)
        if _whole(source, at, end) and end <= source.run_end(at):
            yield Match(at, end, Tier.EXACT, ((at, end),))
        at = source.body.find(words, at + 1)


def _whole(source: Source, start: int, end: int) -> bool:
    return not splits_word(source.body, start) and not splits_word(source.body, end)


def _between(source: Source, match: Match, left: str, right: str) -> bool:
    """Whether the folded words `left` stand right before the match and `right` right after, quotation marks aside."""
    if not left and not right:
        return True
    normal, aside = source.normal, " \"'"
    start, end = normal.at(match.start), normal.at(match.end)
    before = normal.text[max(0, start - len(left) - 8) : start].rstrip(aside)
    after = normal.text[end : end + len(right) + 8].lstrip(aside)
    return before.endswith(left.rstrip(aside)) and after.startswith(right.lstrip(aside))


# A piece is given by its forms: the folded words, in each case its free letters may have.
_Forms = tuple[str, ...]


def _edited(words: str) -> list[_Forms]:
    """The pieces of a quote without an editor's insertions, each with the forms that free letters allow."""
    marked = _CASED + _INSERTION.sub("", _LETTER.sub(rf"{_CASED}\1", _ELISION.sub("\ue001", words))).strip().lstrip(_CASED)
    pieces = [fold(piece) for piece in marked.split("\ue001")]
    return [_forms(piece) for piece in pieces if _has_words(piece)]


def _has_words(piece: str) -> bool:
    return any(character.isalnum() for character in piece)


def _forms(piece: str) -> _Forms:
    first, *rest = piece.split(_CASED)
    rest = [part for part in rest if part]
    if len(rest) > 4:  # more free letters than anybody writes
        return (first + "".join(rest),)
    both = ((part[0].upper() + part[1:], part[0].lower() + part[1:]) for part in rest)
    return tuple(dict.fromkeys(first + "".join(choice) for choice in product(*both)))


def _placed(source: Source, pieces: list[_Forms], tier: Tier) -> Iterator[Match]:
    """Matches of pieces that follow in order; of two that end alike, the tighter one."""
    if not pieces or len(pieces) > MAX_PIECES:
        return
    finders = [_Finder(source, forms, last=index == len(pieces) - 1) for index, forms in enumerate(pieces)]
    if any(finder.after(0) is None for finder in finders):
        return
    pending: list[tuple[int, int]] = []
    spot = finders[0].after(0)
    while spot is not None:
        spans = _following(source, spot, finders[1:])
        if spans is not None:
            if pending and pending[1:] != spans[1:]:
                yield _match(pending, tier)
            if len(spans) == 1:
                yield _match(spans, tier)
            pending = spans if len(spans) > 1 else []
        spot = finders[0].after(source.normal.at(spot[0]) + 1)
    if pending:
        yield _match(pending, tier)


def _match(spans: list[tuple[int, int]], tier: Tier) -> Match:
    return Match(spans[0][0], spans[-1][1], tier, tuple(spans))


def _following(source: Source, first: tuple[int, int], finders: list[_Finder]) -> list[tuple[int, int]] | None:
    """The first piece and the nearest places of the others after it, or None where one is missing or too far."""
    spans = [first]
    end_of_run = source.run_end(first[0])
    if first[1] > end_of_run:
        return None
    for finder in finders:
        spot = finder.after(source.normal.at(spans[-1][1]))
        limit = min(end_of_run, source.next_paragraph_end(spans[-1][1] - 1))
        if spot is None or spot[1] > limit:
            return None
        spans.append(spot)
    return spans


class _Finder:
    """Finds one piece again and again; remembers the last answer, so that a scan stays linear."""

    def __init__(self, source: Source, forms: _Forms, *, last: bool) -> None:
        self.source = source
        self.patterns: list[tuple[str, str | None]] = [(form, None) for form in forms]
        if last:
            self.patterns += [(form[:-1], form[-1]) for form in forms if form[-1:] in CLOSING_PUNCTUATION and form[:-1]]
        self.memory: list[tuple[int, tuple[int, int] | None]] = [(-1, None)] * len(self.patterns)

    def after(self, offset: int) -> tuple[int, int] | None:
        """The first place at or after the folded `offset`, as original offsets."""
        spots = (self.next(index, offset) for index in range(len(self.patterns)))
        return min((spot for spot in spots if spot is not None), default=None)

    def next(self, index: int, offset: int) -> tuple[int, int] | None:
        asked, answer = self.memory[index]
        if asked >= 0 and asked <= offset and (answer is None or self.source.normal.at(answer[0]) >= offset):
            return answer
        answer = self.search(*self.patterns[index], offset)
        self.memory[index] = (offset, answer)
        return answer

    def search(self, form: str, mark: str | None, offset: int) -> tuple[int, int] | None:
        normal = self.source.normal
        at = normal.text.find(form, offset)
        while at >= 0:
            end = at + len(form)
            if mark is not None:
                end += self.other_mark(normal.text, end, mark)
            start_there, end_there = normal.start(at), normal.end(end)
            if (mark is None or end > at + len(form)) and _whole(self.source, start_there, end_there):
                return start_there, end_there
            at = normal.text.find(form, at + 1)
        return None

    def other_mark(self, text: str, at: int, mark: str) -> int:
        """1 where another punctuation mark than `mark` stands at `at`, right before a closing quotation mark; else 0."""
        there = text[at : at + 1]
        closed = text[at + 1 : at + 2]
        closing = bool(closed) and closed in DOUBLE + SINGLE
        return int(bool(there) and there in CLOSING_PUNCTUATION and there != mark and closing)
