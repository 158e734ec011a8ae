"""Who does something, and to whom, by their names around a verb: Hungary asked Slovakia, Slovakia asked Hungary."""

from __future__ import annotations

from collections.abc import Iterator

from generator.prose.languages.shifting import words
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import Said, stem

_FAR = 3  # words from the one to the verb
_NEAR = 2  # words from the verb to the other
_BEFORE = words("""
    of in on at to for from by with than and or against between after before von in an auf bei mit für gegen und oder als nach vor
    zwischen aus zu
    """)
_EITHER_WAY = words(  # what both do
    """
    met meets meet married plays played face faces faced joined fought fights meeting traf trifft trafen spielt spielte heiratete begegnete
    is was are were has had have said says ist war hat hatte sagt sagte
    """
)


@where(tells="roles")
def exchanged_names(pair: Pair) -> Iterator[Shift]:
    """Two names around one verb, that have changed their places."""
    ours, near = pair.ours, pair.near
    names = {word for word in ours.written if word[0].isupper() and word in near.written and stem(word.lower())}
    if len(names) < 2 or pair.shifting.being & ours.set ^ pair.shifting.being & near.set:
        return
    here = _around(ours, names, pair)
    there = _around(near, names, pair) if here else {}
    for verb in here.keys() & there.keys():
        (doer, done), (was_doer, was_done) = here[verb], there[verb]
        if doer == was_done and done == was_doer:
            yield Shift("roles", f"{doer} … {done}", f"{was_doer} … {was_done}")
            return


def _around(said: Said, names: set[str], pair: Pair) -> dict[str, tuple[str, str]]:
    """Verbs by their beginnings, with the name that stands before each and the one that stands behind it."""
    found = {}
    for at, word in enumerate(said.written):
        begun = stem(word) if word.islower() else None
        if begun is None or word in _EITHER_WAY:
            continue
        before = [(place, said.written[place]) for place in range(max(0, at - _FAR), at) if said.written[place] in names]
        behind = [each for each in said.written[at + 1 : at + 1 + _NEAR] if each in names]
        if before and behind and before[-1][1] != behind[0]:
            place = before[0][0]
            # Of German only the first of a sentence is likely to do it: in the stable stand the cows.
            is_subject = place == 0 or (not pair.shifting.has_capital_nouns and said.words[place - 1] not in _BEFORE)
            between = said.words[at + 1 : at + 1 + _NEAR]
            if is_subject and not _BEFORE & set(between[: between.index(behind[0].lower())]) and not _BEFORE & set(said.words[place:at]):
                found[begun] = before[-1][1], behind[0]
    return found
