"""From where to where, and what instead of what: from Ghent to Rotterdam, from Rotterdam to Ghent; by ship rather than by rail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.prose.calendar import MONTHS
from generator.prose.languages.shifting import words
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift
from generator.text.patterns import compiled

_NAME = r"(?-i:[A-ZÄÖÜ])[^\W\d_]+(?:[\s-](?-i:[A-ZÄÖÜ])[^\W\d_]+)?"
_THE = r"(?:the\s|its\s|der\s|dem\s|den\s|das\s|die\s)?"
_LOOK = words("from leaving left leaves leave quits aus von vom rather instead statt born native gebürtig geborene geboren")
_FROM = compiled(rf"\b(?:from|out\sof|leav(?:es?|ing)|left|quits?|aus|von|vom)\s{_THE}({_NAME})", re.IGNORECASE)
_TO = compiled(rf"\b(?:to|into|for|in|towards|nach|ins?)\s{_THE}({_NAME})", re.IGNORECASE)
_WORD = r"(?:[^\W\d_]+\s){0,2}?([^\W\d_]{4,})"
_CHANGES = compiled(rf"\bfrom\s{_WORD}\sto\s{_WORD}\b|\bvon\s{_WORD}\s(?:auf|zu[mr]?|nach)\s{_WORD}\b", re.IGNORECASE)
_RATHER = compiled(
    rf"\b([^\W\d_]{{4,}})\s(?:rather\sthan|instead\sof|and\snot|statt|anstatt|anstelle\svon)\s(?:by\s|on\s|with\s|mit\s|per\s|the\s)?{_WORD}?\b",
    re.IGNORECASE,
)
_NATIVE = compiled(
    rf"\b(?:native\sof|born\s(?:and\sraised\s)?in|comes?\sfrom|came\sfrom|hails\sfrom|grew\sup\sin|kam\saus|stammt\saus|stammte\saus"
    rf"|gebürtig\saus|geboren\sin|aufgewachsen\sin)\s({_NAME})|\bin\s({_NAME})\s(?:geboren|aufgewachsen)",
    re.IGNORECASE,
)
_SAME = 4  # letters by which a word is another's


class _Route(NamedTuple):
    """Where something comes from and where it goes, in lower case."""

    start: frozenset[str]
    end: frozenset[str]


@where(ours=lambda _: _LOOK, theirs=lambda _: _LOOK | {"geborene", "geborener", "in"}, tells="crossed")
def turned(pair: Pair) -> Iterator[Shift]:
    """Origin and destination, or what there was and what there is, that have changed places."""
    if not pair.is_close:
        return
    if native := _native(pair):
        yield native
        return
    here, there = _route(pair.ours.text), _route(pair.near.text)
    if here.start & there.end and here.end & there.start and not here.start & there.start and not here.end & there.end:
        yield Shift("crossed", _told(here), _told(there))
        return
    mine, theirs = _rather(pair.ours.text), _rather(pair.near.text)
    if mine and theirs and _is_turned(mine, theirs) and not pair.is_turned:
        yield Shift("crossed", f"{mine[0]} … {mine[1]}", f"{theirs[0]} … {theirs[1]}")


def _is_turned(mine: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Whether what there is, and what there is not any more, are each what the other was."""
    return mine[0][:_SAME] == theirs[1][:_SAME] and mine[1][:_SAME] == theirs[0][:_SAME]


def _native(pair: Pair) -> Shift | None:
    """Another place that somebody comes from, which the evidence names for something else."""
    mine, theirs = _NATIVE.search(pair.ours.text), _NATIVE.search(pair.theirs.text)
    if not mine or not theirs:
        return None
    place, known = (next(filter(None, match.groups())) for match in (mine, theirs))
    if {place.lower(), known.lower()} & MONTHS.keys():
        return None
    is_other = place != known and place in pair.theirs.text and known in pair.ours.text
    alone = len(_NATIVE.findall(pair.theirs.text)) == len(_NATIVE.findall(pair.ours.text)) == 1
    return Shift("crossed", mine[0], theirs[0]) if is_other and alone else None


def _route(text: str) -> _Route:
    starts, ends = (frozenset(match[1].lower() for match in each.finditer(text)) for each in (_FROM, _TO))
    return _Route(starts, ends - starts)


def _told(route: _Route) -> str:
    return f"{min(route.start).title()} … {min(route.end).title()}"


def _rather(text: str) -> tuple[str, str] | None:
    """What there is and what there is not any more."""
    if match := _CHANGES.search(text):
        was, becomes = (word.lower() for word in match.groups() if word)
        return becomes, was
    match = _RATHER.search(text)
    if not match or not match[2]:
        return None
    return match[1].lower(), match[2].lower()
