"""What a sentence makes of the sentences that it rests on: more than they say, or something else, by words that show it.

Each guard takes a `Pair` and yields a `Shift` where both have words that do not go together: `extents` of how much something holds,
`opposites` what excludes each other, `directions` which way it goes, `moments` when it is, `standing` what became of it and who says so,
`voices` who of several does, `doers` who does what to whom; `names` who is named. All of them look for single words first and read
sentences only where these stand; where the languages of both differ nothing is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from generator.prose.languages import LANGUAGES, language
from generator.prose.languages.language import Language
from generator.prose.languages.shifting import Shifting
from generator.prose.shifts import (
    acts,
    counted,
    crossings,
    denied,
    directions,
    doers,
    effects,
    extents,
    fulfilled,
    measured,
    moments,
    offices,
    openness,
    opposites,
    owners,
    routes,
    standing,
    strands,
    tops,
    voices,
    wholes,
)
from generator.prose.shifts.calling import Finding, Guards
from generator.prose.shifts.coming import coming
from generator.prose.shifts.names import retitled, unnamed
from generator.prose.shifts.pair import Kind, Pair, Shift
from generator.prose.shifts.said import Said, said

__all__ = ["Kind", "Shift", "renamed", "says_contrary", "shifts"]

READ = tuple(each for each in LANGUAGES if each.shifting != Shifting())
# What shows by a word of the evidence, and what by a word that the evidence has not.
OF_THEIRS: tuple[Finding, ...] = (
    extents.scope,
    extents.none,
    extents.part,
    wholes.exempted,
    wholes.divided,
    wholes.hardly,
    wholes.none_of,
    wholes.unlimited,
    wholes.chosen,
    fulfilled.fulfilled,
    extents.condition,
    standing.plan,
    standing.past,
    openness.opened,
    standing.roles,
    directions.reversed_figures,
    moments.moments,
    voices.crossed,
    opposites.superlative,
    opposites.order,
    opposites.still,
)
OF_OURS: tuple[Finding, ...] = (
    extents.only,
    extents.ratio,
    extents.period,
    standing.sayer,
    standing.cause,
    opposites.contraries,
    opposites.stronger,
    tops.topped,
    tops.surpassed,
    tops.widened,
)
# What those before may have told already, by other words.
LAST: tuple[Finding, ...] = (
    denied.denied,
    opposites.in_clause,
    voices.lent,
    voices.stranger,
    strands.told_of_another,
    measured.miscompared,
    crossings.crossed,
    owners.given,
    offices.exchanged,
    effects.effect,
    effects.to_come,
    owners.taken,
    counted.miscounted,
    routes.turned,
    coming,
    directions.direction,
    directions.exchanged,
    doers.exchanged_names,
    acts.exchanged,
)
EVERY = (*OF_THEIRS, *OF_OURS, *LAST)
_GUARDS = Guards(*EVERY)
_OF_TWO: frozenset[Kind] = frozenset(["crossed", "roles"])  # what is said of two, each in the other's place


@lru_cache(maxsize=256)
def shifts(text: str, evidence: str, tag: str | None = None, kinds: frozenset[Kind] | None = None) -> tuple[Shift, ...]:
    """What a text makes of its evidence; `tag` is its language where the text doesn't show another. Only such kinds are sure to be told."""
    pair = compared(text, evidence, tag) if text != evidence else None  # what is said word for word is nothing else
    if pair is None:
        return ()
    idle = _GUARDS.idle(pair, kinds)
    guards = OF_THEIRS if pair.ours.set <= pair.theirs.set else (*OF_THEIRS, *OF_OURS)
    found = list(dict.fromkeys(shift for guard in guards if guard not in idle for shift in guard(pair)))
    told = {(shift.kind, shift.ours) for shift in found if shift.theirs}
    found = [shift for shift in found if shift.theirs or (shift.kind, shift.ours) not in told]
    known = {shift.kind for shift in found}
    last = (coming, owners.taken) if pair.is_extract else LAST  # nothing but numbers changes places in words that are left in their order
    if len(last) > 2 and (kinds is None or not kinds.isdisjoint(_OF_TWO)) and acts.agree(pair):
        known |= _OF_TWO
        found = [shift for shift in found if shift.kind not in _OF_TWO]
    for guard in last:
        more = [shift for shift in guard(pair) if shift.kind not in known] if guard not in idle else []
        known |= {shift.kind for shift in more}
        found += more
    return tuple(found)


def says_contrary(text: str, evidence: str, tag: str | None = None) -> bool:
    """Whether a text has a word whose contrary the evidence has: denied, it says the same."""
    pair = compared(text, evidence, tag)
    return pair is not None and opposites.says_contrary(pair)


def renamed(text: str, evidence: str, others: Callable[[], str], tag: str | None = None) -> Iterator[Shift]:
    """Whom and what a text names, and neither its evidence nor what `others` gives do."""
    pair = compared(text, evidence, tag)
    if pair:
        yield from (Shift("name", name, replaced) for guard in (unnamed, retitled) for name, replaced in guard(pair, others))


@lru_cache(maxsize=256)
def compared(text: str, evidence: str, tag: str | None = None) -> Pair | None:
    """A text and its evidence, side by side; None where they are in two languages, or in one that is not read."""
    ours, theirs = said(text), said(evidence)
    tongue = _language(ours, theirs, tag)
    return Pair(ours, theirs, tongue) if tongue else None


def _language(ours: Said, theirs: Said, tag: str | None) -> Language | None:
    """The language of both, by their little words; None where they have two, or one that is not read."""
    first, second = _told(ours), _told(theirs)
    if first and second and first is not second:
        return None
    tongue = first or second or language(tag)
    return tongue if tongue in READ else None


@lru_cache(maxsize=1024)
def _told(text: Said) -> Language | None:
    counts = [(len(text.set & each.telling), each) for each in READ]
    most = max(count for count, _ in counts)
    best = [each for count, each in counts if count == most]
    return best[0] if most and len(best) == 1 else None
