"""Text with its typography folded away, and the way back to the original offsets.

Folded: Unicode canonical composition (NFC, UAX #15), quotation marks to `"` and `'`, hyphens and dashes to `-`, all white
space to single spaces, an ellipsis character to three dots, ligatures to their letters; soft hyphens and zero-width characters vanish.
A dash that joins words without spaces is no hyphen, and folds to `–`. A source loses its layout, too (`markup`).
"""

from __future__ import annotations

import heapq
import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from operator import itemgetter

from generator.text.matching.markup import BREAK, LIGATURE, breakable, markup
from generator.text.quotation_marks import DOUBLE, SINGLE
from generator.text.replacing import replacing

_HYPHENS = "-‐‑−－﹣"
_DASHES = "‒–—―"
_SPACES = "".join(chr(c) for c in range(0x3001) if chr(c).isspace())
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u034f\ufe0f"

_one_to_one = replacing(
    {mark: folded for marks, folded in ((DOUBLE, '"'), (SINGLE, "'"), (_HYPHENS, "-"), (_SPACES, " ")) for mark in marks}
)
_RESIZED = re.compile(rf" {{2,}}|…|-{{2,3}}|[{_DASHES}]|{LIGATURE.pattern}|[ {INVISIBLE}]*[{INVISIBLE}][ {INVISIBLE}]*")
_SPACED = re.compile(rf"(?<=\S)[{_SPACES}](?:[{_DASHES}]|-{{1,3}})[{_SPACES}](?=\S)")
_UNSPACED = re.compile(rf"(?<=[^\W\d_])(?:[{_DASHES}]|-{{2,3}})(?=[^\W\d_])")
CONJOINING = frozenset(map(chr, (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))))
"""Jamo that compose with the letter before them: the one kind of characters that do and are no marks."""
_BESIDE = 8  # characters in which the neighbour of a dash is looked for, past invisible ones
_LONGEST_CLUSTER = 32  # code points; Unicode's stream-safe texts have fewer, and sorting the marks of one cluster is quadratic


@dataclass(frozen=True)
class Normal:
    """A folded text.

    The arrays are parallel and ascending: from `folded[i]` on, the folded text runs in step with the original one
    from `original[i]` on. Where `width[i]` is not 0, the one folded character there stands for that many original ones.
    """

    text: str
    folded: array[int]
    original: array[int]
    width: array[int]

    def start(self, offset: int) -> int:
        """The original offset where the folded character at `offset` begins."""
        index = bisect_right(self.folded, offset) - 1
        return self.original[index] + offset - self.folded[index]

    def end(self, offset: int) -> int:
        """The original offset just after the folded character before `offset`."""
        if offset == 0:
            return 0
        index = bisect_right(self.folded, offset - 1) - 1
        if self.width[index]:
            return self.original[index] + self.width[index]
        return self.original[index] + offset - self.folded[index]

    def at(self, offset: int) -> int:
        """The folded offset of the original `offset`, or of the first character kept after it."""
        index = bisect_right(self.original, offset) - 1
        while self.width[index] and index and self.original[index - 1] == offset and self.width[index - 1]:
            index -= 1  # the first of the characters that stand for one
        limit = self.folded[index + 1] if index + 1 < len(self.folded) else len(self.text)
        return min(self.folded[index] + offset - self.original[index], limit)

    def find(self, form: str, offset: int) -> tuple[int, int] | None:
        """The first place of a folded text at or after a folded offset; a hyphen at a line's end may stand in it or for its own."""
        if self._is_broken:
            match = breakable(form).search(self.text, offset)
            return match.span() if match else None
        at = self.text.find(form, offset)
        return (at, at + len(form)) if at >= 0 else None

    def splits(self, offset: int) -> bool:
        """Whether a folded offset lies between letters that one character of the original stands for."""
        if offset <= 0 or offset >= len(self.text) or not (self.text[offset - 1].isalnum() and self.text[offset].isalnum()):
            return False
        return self.start(offset) == self.start(offset - 1)

    @cached_property
    def _is_broken(self) -> bool:
        return BREAK in self.text


def normalise(body: str, *, laid_out: bool = False) -> Normal:
    """Fold `body`, which has the layout of a source where it is `laid_out`; linear in its length."""
    plain = _one_to_one(body)
    pieces: list[str] = []
    folded, original, width = array("q", [0]), array("q", [0]), array("q", [0])
    length = position = 0
    laid = markup(body) if laid_out else ()
    stretches = heapq.merge(laid, _resized(body, plain), key=itemgetter(0)) if laid else _resized(body, plain)
    for start, stop, replacement in stretches:
        if start < position:
            continue
        pieces += (plain[position:start], replacement)
        length += start - position
        for index in range(len(replacement)):
            folded.append(length + index)
            original.append(start)
            width.append(stop - start)
        length += len(replacement)
        position = stop
        folded.append(length)
        original.append(position)
        width.append(0)
    pieces.append(plain[position:])
    return Normal("".join(pieces), folded, original, width)


def fold(words: str, *, laid_out: bool = False) -> str:
    """The folded form of a short text, without white space at its ends."""
    return normalise(words, laid_out=laid_out).text.strip()


def in_other_spacing(words: str) -> str:
    """Words whose dashes have spaces where they have none, and none where they have some; a hyphen without spaces is no dash."""
    if _SPACED.search(words):
        return _SPACED.sub("—", words)
    return _UNSPACED.sub(" – ", words)


def _resized(body: str, plain: str) -> Iterator[tuple[int, int, str]]:
    """The stretches whose folded form has another length: (start, stop, folded form), in order."""
    typographic = ((m.start(), m.end(), _set_plainly(plain, m.start(), m.end())) for m in _RESIZED.finditer(plain))
    if unicodedata.is_normalized("NFC", body):
        return typographic
    return heapq.merge(typographic, _clusters(body))


def _set_plainly(plain: str, start: int, stop: int) -> str:
    first = plain[start]
    if first in "-" + _DASHES:
        return _dash(plain, start, stop)
    if first in _SPACES or first in INVISIBLE:
        return " " if " " in plain[start:stop] else ""
    return unicodedata.normalize("NFKC", first)  # a ligature or an ellipsis


def _dash(plain: str, start: int, stop: int) -> str:
    """`–` for a dash that joins words; `-` for one beside a space, and where an en dash or a range of numbers has a hyphen for its like."""
    before, after = plain[max(0, start - _BESIDE) : start].rstrip(INVISIBLE)[-1:], plain[stop : stop + _BESIDE].lstrip(INVISIBLE)[:1]
    if before in ("", " ") or after in ("", " ") or (before.isdigit() and after.isdigit()):
        return "-"
    is_short = stop - start == 1 and plain[start] in "‒–"
    return "-" if is_short and (before.isdigit() or after.isdigit() or after.isupper()) else "–"


def _clusters(body: str) -> Iterator[tuple[int, int, str]]:
    """The combining sequences that are not in NFC, with their composed form."""
    composing = _continuing()
    start, end = 0, len(body)
    while start < end:
        stop = start + 1
        while stop < min(end, start + _LONGEST_CLUSTER) and (unicodedata.combining(body[stop]) or body[stop] in composing):
            stop += 1
        cluster = body[start:stop]
        if not unicodedata.is_normalized("NFC", cluster):
            yield start, stop, _one_to_one(unicodedata.normalize("NFC", cluster))
        start = stop


@cache
def _continuing() -> frozenset[str]:
    """Characters of combining class 0 that compose with the one before: conjoining jamo, some Indic vowel signs."""
    seconds = {*CONJOINING}
    for code in range(0x0900, 0x12000):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            seconds.add(chr(int(parts[1], 16)))
    return frozenset(seconds)
