"""Finding the words of a quote in a source, tier by tier.

`exact`        the same code points;
`typographic`  the same after folding quotation marks, dashes, spaces, soft hyphens and composition (`normal`), with inner marks of
               either habit and dashes with or without spaces; the last punctuation mark before a closing quotation mark may be another one;
`elided`       pieces divided by an ellipsis, in order, in paragraphs that follow one another;
`edited`       words in square brackets stand beside the source's, or in place of a few in one sentence; letters may differ in case where
               a quote begins, after an ellipsis and in brackets.

A match lies in one run of one segment, and begins and ends where words do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from generator.text.matching.markup import without_code_marks
from generator.text.matching.normal import fold, in_other_spacing
from generator.text.matching.pieces import Division, Gap, Piece, edited, elided, has_words, whole
from generator.text.matching.source import Source
from generator.text.matching.structure import in_other_habit
from generator.text.matching.words import splits_word
from generator.text.quotation_marks import DOUBLE, SINGLE

CLOSING_PUNCTUATION = ".,;:!?"
MAX_PIECES = 40

_SENTENCE_END = re.compile(rf"[.!?…][)\]{DOUBLE}{SINGLE}]*\s")
_LAST_MARK = re.compile(f"[{CLOSING_PUNCTUATION}][{DOUBLE}{SINGLE}]")
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_ENDING = 4  # letters of a word's end for which brackets stand
_LEAST_STEM = 3
_LONGEST_WORD = 40  # characters; what is longer than so many words is not looked at


class Tier(StrEnum):
    """How exactly words were found, from best to loosest."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    ELIDED = "elided"
    EDITED = "edited"


@dataclass(frozen=True)
class Cut:
    """What a quote has otherwise than its source between two original offsets: it leaves words out, or has others in brackets."""

    start: int
    end: int
    elides: bool
    inserted: str
    touches: bool


@dataclass(frozen=True)
class Match:
    """Where words stand: original offsets from the first piece's start to the last piece's end, each piece's own, and those of the cuts.

    Words in brackets that stand for none of the source's divide no piece.
    """

    start: int
    end: int
    tier: Tier
    pieces: tuple[tuple[int, int], ...]
    cuts: tuple[Cut, ...] = ()


def matches(source: Source, words: str, prefix: str = "", suffix: str = "") -> Iterator[Match]:
    """All places of `words` in `source`, the best tier first and in order within a tier."""
    return chain.from_iterable(matches_by_tier(source, words, prefix, suffix))


def matches_by_tier(source: Source, words: str, prefix: str, suffix: str) -> Iterator[Iterator[Match]]:
    """The places of `words` in `source` tier by tier, the best first; a tier that nobody reads costs nothing.

    `prefix` and `suffix` are words that must stand right before and after (W3C Web Annotation, TextQuoteSelector).
    """
    words = words.strip()
    if not has_words(words):
        return
    seen: set[tuple[int, int]] = set()
    left, right = fold(prefix, laid_out=True), fold(suffix, laid_out=True)
    for candidates in _candidates(source, words):
        yield _new(source, candidates, seen, left, right)


def _new(source: Source, candidates: Iterator[Match], seen: set[tuple[int, int]], left: str, right: str) -> Iterator[Match]:
    for match in candidates:
        if (match.start, match.end) not in seen and _between(source, match, left, right):
            seen.add((match.start, match.end))
            yield match


def _candidates(source: Source, words: str) -> Iterator[Iterator[Match]]:
    yield _exact(source, words)
    plain = without_code_marks(words)
    habits = tuple(dict.fromkeys(form for other in (plain, in_other_spacing(plain)) for form in (other, in_other_habit(other))))
    yield chain.from_iterable(_placed(source, whole(written), Tier.TYPOGRAPHIC) for written in habits)
    divided = [division for division in map(elided, habits) if any(gap.elides for gap in division.gaps)]
    yield chain.from_iterable(_placed(source, division, Tier.ELIDED) for division in divided)
    yield chain.from_iterable(_placed(source, edited(written), Tier.EDITED) for written in habits)


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


def _placed(source: Source, divided: Division, tier: Tier) -> Iterator[Match]:
    """Matches of pieces that follow in order; of two that end alike, the tighter one."""
    if not 0 < len(divided.pieces) <= MAX_PIECES:
        return
    finders = [_Finder(source, piece, last=piece is divided.pieces[-1]) for piece in divided.pieces]
    if any(finder.after(0) is None for finder in finders):
        return
    pending: list[tuple[int, int]] = []
    spot = finders[0].after(0)
    while spot is not None:
        spans = _following(source, spot, finders[1:], divided.gaps[1:-1])
        if spans is not None:
            if pending and pending[1:] != spans[1:]:
                yield _match(source.body, pending, divided, tier)
            if len(spans) == 1:
                yield _match(source.body, spans, divided, tier)
            pending = spans if len(spans) > 1 else []
        spot = finders[0].after(source.normal.at(spot[0]) + 1)
    if pending:
        yield _match(source.body, pending, divided, tier)


def _match(body: str, spans: list[tuple[int, int]], divided: Division, tier: Tier) -> Match:
    bounds = [spans[0][0], *(offset for span in spans for offset in span), spans[-1][1]]
    around = zip(bounds[::2], bounds[1::2], divided.gaps, strict=True)
    cuts = tuple(Cut(start, end, *gap) for start, end, gap in around if gap.elides or gap.inserted)
    pieces = [spans[0]]
    for (_, last), (start, end), gap in zip(spans, spans[1:], divided.gaps[1:], strict=False):
        if body[last:start].isspace() and not gap.elides:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return Match(spans[0][0], spans[-1][1], tier, tuple(pieces), cuts)


def _following(source: Source, first: tuple[int, int], finders: list[_Finder], gaps: tuple[Gap, ...]) -> list[tuple[int, int]] | None:
    """The first piece and the nearest places of the others after it, or None where one is missing or too far."""
    spans = [first]
    end_of_run = source.run_end(first[0])
    if first[1] > end_of_run:
        return None
    for finder, gap in zip(finders, gaps, strict=True):
        end = spans[-1][1]
        spot = finder.after(source.normal.at(end))
        limit = min(end_of_run, source.next_paragraph_end(end - 1))
        if spot is None or spot[1] > limit or not _may_stand_for(source.body, end, spot[0], gap):
            return None
        spans.append(spot)
    return spans


def _may_stand_for(body: str, start: int, end: int, gap: Gap) -> bool:
    """Whether an ellipsis, or the words in brackets, may stand for what is between two pieces."""
    if gap.elides:
        return True
    if gap.touches:
        ending = _LETTERS.match(body, start)
        start = ending.end() if ending else start
    most = 0 if gap.touches else 2 + 2 * len(_WORD.findall(gap.inserted))
    if end - start > _LONGEST_WORD * (most + 1):
        return False
    between = body[start:end]
    return len(_WORD.findall(between)) <= most and not _SENTENCE_END.search(between)


class _Finder:
    """Finds one piece again and again; remembers the last answer, so that a scan stays linear."""

    def __init__(self, source: Source, piece: Piece, *, last: bool) -> None:
        self.source = source
        self.piece = piece
        self.patterns = [(form, False) for form in piece.forms]
        if last:
            self.patterns += [(form[:-1], True) for form in piece.forms if form[-1] in CLOSING_PUNCTUATION]
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

    def search(self, form: str, ends_in_mark: bool, offset: int) -> tuple[int, int] | None:
        """The first place of `form`, or of it and any punctuation mark before a closing quotation mark."""
        normal = self.source.normal
        spot = normal.find(form, offset)
        while spot is not None:
            at, end = spot[0], spot[1] + ends_in_mark
            if (not ends_in_mark or _LAST_MARK.match(normal.text, spot[1])) and not normal.splits(at) and not normal.splits(end):
                start_there, end_there = normal.start(at), normal.end(end)
                if not splits_word(self.source.body, start_there) and self.may_end(end_there):
                    return start_there, end_there
            spot = normal.find(form, at + 1)
        return None

    def may_end(self, at: int) -> bool:
        """Whether the piece may end at an offset of the source: after a word, or inside of one for whose end brackets stand."""
        body = self.source.body
        if not splits_word(body, at):
            return True
        stem, ending = body[max(0, at - _LEAST_STEM) : at], _LETTERS.match(body, at)
        return self.piece.is_open and ending is not None and len(ending[0]) <= _LONGEST_ENDING and stem.isalpha()
