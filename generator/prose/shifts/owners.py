"""Whose a number is: 14 breaches by the army's count, where the rebels count 14 and the army three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.prose.languages.shifting import Shifting
from generator.prose.quantities import Quantity, may_be_one, quantities
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import Said, said, stems

_PARTS = re.compile(
    r"(?<=[^\W\d_]{3}[.!?])[”’\"»“]?\s|(?<=\d[.!?])\s|;\s|,?\s(?=(?:while|whereas|but|though|although|während|aber|doch|sondern|dagegen)\s)"
    r"|,\s(?=(?:and\s|und\s)?(?:those|die|der|das|in|im|bei)\s)"
)


@where(tells="crossed")
def given(pair: Pair) -> Iterator[Shift]:
    """A number of one whom a text does not name, given to another who has one of the same kind in the evidence."""
    mine = [each for each in quantities(pair.ours.text) if not each.name]
    here = _owners(pair.ours, pair.shifting) if mine else frozenset[str]()
    parts = [(part.text, _owners(part, pair.shifting)) for part in pair.theirs.parts(_PARTS)] if here else []
    if all(here.isdisjoint(owners) for _, owners in parts) or all(owners <= here for _, owners in parts):
        return  # it names nobody of there, or all: no number is looked for
    known = [(part, quantities(part), owners) for part, owners in parts]
    of_ours = {value for each in mine for value in each.values}
    for number in mine:
        having = [(part, owners) for part, numbers, owners in known if any(_is_one(number, each) for each in numbers)]
        if len(having) != 1:
            continue
        whole, own = having[0]
        for part, numbers, other in known:
            if part is whole or not _is_given_on(here, own, other):
                continue
            if any(may_be_one(each.unit, number.unit) and not each.values & of_ours and not each.name for each in numbers):
                yield Shift("crossed", _whole(min(here & (other - own)), pair.ours.text) + " … " + number.text, whole.strip(" ,.;"))
                return


def _is_given_on(here: frozenset[str], own: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a text names whom only the other part does, and nobody whom only the first does."""
    return not own <= other and here.isdisjoint(own - other) and not here.isdisjoint(other - own)


def _is_one(number: Quantity, other: Quantity) -> bool:
    return bool(number.values & other.values) and may_be_one(number.unit, other.unit)


def _owners(text: Said, shifting: Shifting) -> frozenset[str]:
    """What a text names, by the beginnings of names; where all nouns have capitals, of names of two words."""
    return stems(text.names(has_capital_nouns=shifting.has_capital_nouns))


def _whole(first: str, text: str) -> str:
    found: str = next(word for word in said(text).written if word.lower().startswith(first))
    return found
