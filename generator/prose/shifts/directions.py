"""Which way something goes, by whatever words: more milk money where prices slipped; and two that are compared, exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from generator.prose.quantities import is_rest, may_be_one, quantities
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import Said, stem, stems
from generator.text.patterns import compiled

_THAN = compiled(r"\b(?:than|als)\b", re.IGNORECASE)
_CLAUSE = compiled(r"[,.;:!?()–—]")
# Comparatives that compare with a number, and those that say no direction.
_OF_NUMBER = compiled(
    r"\b(?:more|less|fewer|higher|lower|longer|shorter|larger|smaller|mehr|weniger|höher|länger|größer)\s(?:than|als)\s(?=[^,.;:]{0,12}\d|[^\W\d_]+\b)"
    r"|\bf[ae]ll(?:s|en)?\s[^.,;]{0,30}?\bshort\b|\b(?:no|any|not|once|even|what[’']?s|nicht|kein\w*|noch|nie)\s(?:more|longer|less|mehr|weniger|länger)\b|\bmore\s(?:and|or)\s(?:more|less)\b"
    r"|\b(?:higher|lower|longer|größere)\s(?:education|house|court|chamber|deck|limit)\b|\b(?:tax|job|power|pay)\scuts?\b",
    re.IGNORECASE,
)
_FIRST_NUMBER = compiled(
    r"\s*(?:about\s|etwa\s|rund\s)?(?:\d|(?:half|twice|one|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|zehn)"
    r"\s(?!other\b|of\b|together\b|anderen\b))",
    re.IGNORECASE,
)
_ONCE = frozenset(["früher", "einst", "once", "used", "formerly"])
_CHANGING = frozenset(["statt", "von", "auf", "from", "to", "instead"])
_NUMBER = r"(?:\S+\s){0,2}\S+"
# From so many to so many, and so many instead of so many; `later` where the second is what there was.
_CHANGES = compiled(
    rf"\b(?:from|von)\s{_NUMBER}\s(?:to|auf)\s{_NUMBER}|\bstatt\s{_NUMBER}\s(?:[^\W\d_]+\s){{0,6}}?(?:noch|nun|jetzt|nur)\s{_NUMBER}"
    rf"|(?P<later>{_NUMBER}\s(?:instead\sof|statt)\s{_NUMBER})",
    re.IGNORECASE,
)
_COMPARING = frozenset(["than", "als"])
_LEAST = 3  # letters of the words by which sides are told: old, new


@where(ours=lambda tongue: tongue.shifting.rising | tongue.shifting.falling)
def direction(pair: Pair) -> Iterator[Shift]:
    """Up where the evidence says down, or the other way round, where neither says both and both speak of the same."""
    shifting = pair.shifting
    ways = ((shifting.rising, shifting.falling), (shifting.falling, shifting.rising))
    if pair.ours.set & shifting.then or pair.is_turned or pair.near.set & _ONCE:
        return
    for mine, other in ways:
        ours = _towards(pair.ours, mine, pair)
        if not ours or _towards(pair.ours, other, pair) or not _towards(pair.theirs, other, pair) or _towards(pair.theirs, mine, pair):
            continue
        theirs = _towards(pair.near, other, pair)
        if theirs and _is_of_same(pair) and not is_rest(quantities(pair.ours.text), quantities(pair.near.text)):
            yield Shift("contrary", min(ours), min(theirs))
        return


@where(ours=lambda _: _CHANGING, theirs=lambda _: _CHANGING)
def reversed_figures(pair: Pair) -> Iterator[Shift]:
    """What there was and what there is, exchanged: eleven instead of eight, where the evidence says from eleven to eight."""
    here, there = _CHANGES.search(pair.ours.text), _CHANGES.search(pair.near.text)
    mine, theirs = (_figures(found) if found else None for found in (here, there))
    if here and there and mine and theirs and mine[0] != mine[1] and mine == theirs[::-1]:
        yield Shift("contrary", here[0], there[0])


def _figures(found: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """From what to what something changes, by the words that say so."""
    figures = [each for each in quantities(found[0]) if not each.name]
    if len(figures) != 2 or not may_be_one(figures[0].unit, figures[1].unit):
        return None
    first, last = (max(each.values) for each in figures)
    return (last, first) if found["later"] else (first, last)


def _towards(said: Said, way: frozenset[str], pair: Pair) -> frozenset[str]:
    """The words of a text that go one way."""
    if not said.set & way and not said.set & pair.shifting.particles:
        return frozenset()
    text = Said(_OF_NUMBER.sub(" ", said.text)) if _OF_NUMBER.search(said.text) else said
    return text.marks(pair.shifting.particles) & way


def _is_of_same(pair: Pair) -> bool:
    """Whether a text says little but its direction that the evidence does not speak of."""
    shifting = pair.shifting
    ours = pair.ours.stems - _stems_of(shifting.rising | shifting.falling | shifting.becoming | shifting.sayer_words)
    new = len(ours - pair.near.stems)
    if pair.is_near and ours & pair.near.stems and new <= max(1, len(ours) // 4):
        return True
    here, there = ({value for each in quantities(said.text) for value in each.values} for said in (pair.ours, pair.near))
    return pair.is_close and bool(here & there) and 2 * new <= len(ours)  # the same figures go both ways


@lru_cache(maxsize=8)
def _stems_of(words: frozenset[str]) -> frozenset[str]:
    return stems(part for word in words for part in word.split("_"))


@where(ours=lambda _: _COMPARING, theirs=lambda _: _COMPARING)
def exchanged(pair: Pair) -> Iterator[Shift]:
    """Two that are compared, exchanged: A more than B, B more than A; or one less than the other that is more."""
    if not (pair.ours.set & pair.theirs.set & _COMPARING) or not pair.is_near or pair.is_turned:
        return
    here, there = _compared(pair.ours, pair), _compared(pair.near, pair)
    if not here or not there or (here.is_more == there.is_more is None and here.word != there.word):
        return
    is_crossed = bool(here.first & there.second - there.first and here.second & there.first - there.second)
    is_straight = bool(here.first & there.first and here.second & there.second)
    if is_crossed and is_straight:  # what comes first on each side decides: wages … than prices last year
        is_crossed = bool(here.heads[0] in there.second and here.heads[1] in there.first)
        is_straight = bool(here.heads[0] in there.first or here.heads[1] in there.second)
    is_same = here.word == there.word if here.is_more is None or there.is_more is None else here.is_more == there.is_more
    if is_crossed != is_straight and is_crossed == is_same and (is_same or here.is_more is not None is not there.is_more):
        yield Shift("comparison", here.text, there.text)


class _Compared:
    """What a text compares: the sides, by their words, the comparative, and whether it says more or less, where that is known."""

    def __init__(self, first: str, second: str, word: str, pair: Pair) -> None:
        one, other = (stems(Said(part).words, _LEAST) for part in (first, second))
        self.first, self.second = one - other, other - one
        self.heads = tuple(next(filter(None, (stem(each, _LEAST) for each in Said(part).words)), "") for part in (first, second))
        self.word = word
        self.text = f"{word} … {second.strip()}"
        amounts = pair.shifting.more, pair.shifting.less
        self.is_more = True if word in amounts[0] else False if word in amounts[1] else None


def _compared(said: Said, pair: Pair) -> _Compared | None:
    """The one comparison of a text; None where it has several, or none whose sides it names."""
    parts = _THAN.split(said.text)
    if len(parts) != 2:
        return None
    before, behind = parts
    clause, second = _CLAUSE.split(before)[-1], _CLAUSE.split(behind)[0]
    shifting = pair.shifting
    known = [word for word in Said(clause).words if word in shifting.converses_of or word in shifting.more | shifting.less]
    others = [word for word in Said(before.removesuffix(clause) + " " + behind).words if word in shifting.more | shifting.less]
    if not known or others or _FIRST_NUMBER.match(second):
        return None
    return _Compared(before, second, known[-1], pair)
