"""Words that say the contrary, or more: rose and fell, more and less, damaged and destroyed, one of the largest and the largest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.prose.antonyms import contrary
from generator.prose.languages.shifting import Sides
from generator.prose.shifts.pair import Pair, Shift, pattern
from generator.prose.shifts.said import Said, stem

_AS = re.compile(r"\bas\s([^\W\d_]{3,})\sas\b", re.IGNORECASE)
_THEN = re.compile(r"\bafter\s(?:that|this|which|it)\b|\bdanach\b", re.IGNORECASE)
_LEAST = 3  # letters of the words that are looked for on either side: old, new
_BOUND = re.compile(r"\b(?:more|fewer|less|mehr|weniger)\s(?:than|als)\s(?:\d|one|two|three|ein)|\b(?:at|no)\s(?:least|most|more)",
                    re.IGNORECASE)  # fmt: skip


def contraries(pair: Pair) -> Iterator[Shift]:
    """A word whose contrary stands in the evidence, where neither has both."""
    if pair.is_near and not pair.is_turned and not pair.ours.set & pair.shifting.only:
        found = _first(pair, pair.shifting.contraries) or contrary(pair.ours.text, pair.near.text)
        if found:
            yield Shift("contrary", *found)
            return
        converse = _first(pair, pair.shifting.converses)
        if converse and not _is_exchanged(pair, *converse) and not _BOUND.search(pair.ours.text) and not _THEN.search(pair.ours.text):
            yield Shift("comparison", *converse)


def _first(pair: Pair, table: tuple[Sides, ...]) -> tuple[str, str] | None:
    ours, near, theirs = (each.marks(pair.shifting.particles) for each in (pair.ours, pair.near, pair.theirs))
    for sides in table:
        for mine, other, excuse, back in (
            (sides.one, sides.other, sides.excuses[0], sides.excuses[1]),
            (sides.other, sides.one, sides.excuses[1], sides.excuses[0]),
        ):
            said, against = ours & mine, near & other
            if said and against and not (ours & (other | back)) and not (theirs & (mine | excuse)) and not said & against:
                return min(said).replace("_", " … "), min(against).replace("_", " … ")
    return None


def _is_exchanged(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether what stands before the word here stands behind the other there: A before B, B after A."""
    here, there = _halves(pair.ours, mine), _halves(pair.near, theirs)
    return bool(here[0] & there[1] and here[1] & there[0])


def _halves(said: Said, word: str) -> tuple[frozenset[str], frozenset[str]]:
    at = said.words.index(word)
    first, last = (frozenset(filter(None, (stem(each, _LEAST) for each in part))) for part in (said.words[:at], said.words[at + 1 :]))
    return first - last, last - first


def stronger(pair: Pair) -> Iterator[Shift]:
    """A stronger word: destroyed, where the evidence says damaged."""
    for weak, strong in pair.shifting.stronger:
        said, less = pair.ours.set & strong, pair.near.set & weak
        if said and less and not pair.theirs.set & strong and not pair.ours.set & weak and pair.is_near and not pair.is_turned:
            yield Shift("stronger", min(said), min(less))
            return


def superlative(pair: Pair) -> Iterator[Shift]:
    """The largest, where the evidence says one of the largest, or large; larger, where it says as large."""
    shifting = pair.shifting
    match = pattern(shifting.superlative).search(pair.ours.text)
    if match and pair.is_near and not pattern(shifting.one_of).search(pair.ours.text):
        several = pattern(shifting.one_of).search(pair.near.text)
        gained = pair.ours.set & shifting.ever - pair.theirs.set
        if several and len(pattern(shifting.superlative).findall(pair.near.text)) < 2:
            yield Shift("superlative", match[0], several[0])
        elif gained and pair.theirs.set & {"since", "seit"}:
            yield Shift("superlative", min(gained), "since")
        elif not _has_best(match[0], pair.theirs) and not pair.theirs.set & shifting.bests:
            yield Shift("superlative", match[0], "")
    same = _AS.search(pair.near.text) if pair.ours.set & {"than"} else None
    if same and {f"{same[1]}{ending}".lower() for ending in ("er", "r")} & pair.ours.set:
        yield Shift("comparison", f"{same[1]}er", same[0])


def _has_best(found: str, theirs: Said) -> bool:
    """Whether the evidence has a superlative of its own: this word, or any that ends as it does."""
    word = found.split()[-1].lower()
    ending = "est" if word.endswith("est") else "st"
    return word in theirs.set or bool({"most", "best", "worst", "least"} & theirs.set) or any(
        len(each) > 4 and re.search(rf"{ending}(?:e[nrsm]?)?$", each) for each in theirs.set
    )
