"""What the evidence says of two, each given to the other: rents fell and prices rose, rents rose and prices fell.

Evidence and text are cut in two where that shows best: between sentences, at a semicolon, before *while*, else at a comma or an *and*. A
word, a number or a direction that only one half has is a mark of it. A text keeps the marks of a half together in one of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from generator.prose.quantities import quantities
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import Said, said, stem
from generator.text.patterns import compiled

# Where one half may end and the other begin, the clearest first.
_CUTS = (
    compiled(r"(?<=[^\W\d_]{3}[.!?])[”’\"»“]?\s|(?<=\d\d[.!?])\s|(?<=[”’\"»“])\s(?=[A-ZÄÖÜ])|;\s"),
    compiled(
        r",?\s(?:while|whereas|although|though|but|as\sagainst|against|compared\s(?:with|to)|as\sopposed\sto|instead\sof|rather\sthan|unlike"
        r"|während|wohingegen|obwohl|aber|doch|sondern|dagegen|hingegen|statt|anders\sals|gegenüber|gegen)\s"
    ),
    compiled(r",\s"),
    compiled(r"\s(?:and|und)\s"),
)
_MAY_CUT = compiled(
    r"[,;.!?]\s|\s(?:and|und|while|w\w+reas|although|though|but|against|compared|as|instead|rather|unlike|während|obwohl|aber|doch|sondern"
    r"|dagegen|hingegen|statt|anders|gegen\w*)\s"
)
_MOST = 8  # cuts in a text of two halves: each is tried with each of the evidence
_LEAST = 3  # letters of a word that tells halves: men, gas
_WORD = compiled(r"[^\W\d_]+")
_TWO = compiled(
    r"(?<!\bdas\s)(?<!\bdem\s)(?<!\bden\s)\b(?:[A-ZÄÖÜ][^\W\d_]+\s){1,3}[A-ZÄÖÜ][^\W\d_]+"
)  # what is a name where all nouns have capitals
_UP, _DOWN = "up", "down"  # marks that are shorter than words of matter


class _Half(NamedTuple):
    """A half of a text: the beginnings of words that carry its matter, of names and of nouns for people, its numbers, and what of
    these, with up or down, marks it."""

    text: str
    words: frozenset[str]
    names: frozenset[str]
    people: frozenset[str]
    numbers: frozenset[str]
    marks: frozenset[str]


@where(tells="crossed")
def crossed(pair: Pair) -> Iterator[Shift]:
    """Two of which each is said what the evidence says of the other: only names, only numbers or only directions have changed places."""
    if not _MAY_CUT.search(pair.ours.text) or not _MAY_CUT.search(pair.theirs.text):
        return
    here, there = _places(pair.ours.text), _places(pair.theirs.text)
    if not here or not there:
        return
    ours = _cut(pair.ours, here, pair)
    for left, right in _cut(pair.theirs, there, pair):
        for one, other in ours:
            for first, second in ((left, right), (right, left)):
                if _are_exchanged(one, other, first, second):
                    yield Shift("crossed", one.text.strip(" ,.;"), first.text.strip(" ,.;"))
                    return


def _are_exchanged(one: _Half, other: _Half, first: _Half, second: _Half) -> bool:
    """Whether a half says what the first of the evidence does, with nothing of the second but what is of one kind, and the other so too."""
    ours, others = one.marks - other.marks, other.marks - one.marks
    mine, gone = ours & (first.marks - second.marks), others & (first.marks - second.marks)
    taken, kept = ours & (second.marks - first.marks), others & (second.marks - first.marks)
    if not (mine and gone and taken and kept):
        return False
    names, beside, moved = first.names | second.names, mine | kept, taken | gone
    if mine & names and kept & names and not moved & names and len(moved) > len(beside - names - first.people - second.people):
        return True  # what is said of them has changed places, and not they
    if moved <= names and not beside & names:
        return True
    whom, numbers = names | first.people | second.people, first.numbers | second.numbers
    if mine & whom and kept & whom and not moved & whom and taken & numbers and gone & numbers and not beside & numbers:
        return True  # two who name a figure, each the other's
    kinds = (first.numbers | second.numbers, frozenset([_UP, _DOWN]))
    return any(taken & kind and gone & kind and not beside & kind and len(moved - kind) < len(beside) for kind in kinds)


def _cut(text: Said, places: Sequence[tuple[int, int]], pair: Pair) -> list[tuple[_Half, _Half]]:
    """A text cut in two at each of some places."""
    numbers = [(each.start, frozenset(map(str, each.values))) for each in quantities(text.text)]
    tokens = _Tokens(text, pair)
    return [
        (
            tokens.half(0, start, frozenset[str]().union(*(values for place, values in numbers if place < start))),
            tokens.half(end, len(text.text), frozenset[str]().union(*(values for place, values in numbers if place >= start))),
        )
        for start, end in places
    ]


def _places(text: str) -> list[tuple[int, int]]:
    """Where a text may be cut in two: wherever its clearest cut leaves words on both sides; one that has many of them has no halves."""
    for cuts in _CUTS:
        spans = (match.span() for match in cuts.finditer(text))
        found = [*islice((span for span in spans if text[: span[0]].strip() and text[span[1] :].strip()), _MOST + 1)]
        if found:
            return found if len(found) <= _MOST else []
    return []


class _Tokens:
    """The words of a text with what each may mark, looked up once for all its halves."""

    def __init__(self, text: Said, pair: Pair) -> None:
        shifting = pair.shifting
        self._text, self._shifting = text.text, shifting
        self._starts = [match.start() for match in _WORD.finditer(text.text)]
        short = [stem(word, _LEAST) for word in text.words]
        capitals = {at for match in _TWO.finditer(text.text) for at in range(*match.span())} if shifting.has_capital_nouns else None
        self._names = [
            each if word[0].isupper() and (capitals is None or start in capitals) else None
            for each, word, start in zip(short, text.written, self._starts, strict=True)
        ]
        self._people = [each if word in shifting.persons else None for each, word in zip(short, text.words, strict=True)]
        self._words = [None if word in shifting.silent else each for each, word in zip(short, text.words, strict=True)]
        # What tells up from down: a word, or a verb with its particle.
        self._goes = any(not text.set.isdisjoint(ways) for ways in (shifting.particles, shifting.rising, shifting.falling))

    def half(self, start: int, end: int, numbers: frozenset[str]) -> _Half:
        """What stands between two places, with its numbers."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        names, people, words = (frozenset(filter(None, tokens[first:last])) for tokens in (self._names, self._people, self._words))
        text = self._text[start:end]
        marks = said(text).marks(self._shifting.particles) if self._goes else frozenset[str]()
        ways = {way for way, known in ((_UP, self._shifting.rising), (_DOWN, self._shifting.falling)) if not marks.isdisjoint(known)}
        return _Half(text, words, names, people, numbers, words | numbers | ways)
