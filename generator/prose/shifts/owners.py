"""Whose a number is: 14 breaches by the army's count, where the rebels count 14 and the army three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.prose.languages.shifting import Shifting
from generator.prose.quantities import Quantity, may_be_one, quantities
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import parts_of, said, stems

_PARTS = re.compile(
    r"(?<=[^\W\d_]{3}[.!?])[”’\"»“]?\s|(?<=\d[.!?])\s|;\s|,?\s(?=(?:while|whereas|but|though|although|während|aber|doch|sondern|dagegen)\s)"
    r"|,\s(?=(?:and\s|und\s)?(?:those|die|der|das|in|im|bei)\s)"
)


def given(pair: Pair) -> Iterator[Shift]:
    """A number of one whom a text does not name, given to another who has one of the same kind in the evidence."""
    mine = [each for each in quantities(pair.ours.text) if not each.name]
    here = _owners(pair.ours.text, pair.shifting) if mine else frozenset[str]()
    parts = parts_of(pair.theirs.text, _PARTS) if here else []
    if len(parts) < 2:
        return
    known = [(part, quantities(part), _owners(part, pair.shifting)) for part in parts]
    of_ours = {value for each in mine for value in each.values}
    for number in mine:
        having = [(part, owners) for part, numbers, owners in known if any(_is_one(number, each) for each in numbers)]
        if len(having) != 1:
            continue
        whole, own = having[0]
        for part, numbers, other in known:
            rival = next(
                (each for each in numbers if may_be_one(each.unit, number.unit) and not each.values & of_ours and not each.name), None
            )
            if part is not whole and rival and own - other and not here & (own - other) and here & (other - own):
                yield Shift("crossed", _whole(min(here & (other - own)), pair.ours.text) + " … " + number.text, whole.strip(" ,.;"))
                return


def _is_one(number: Quantity, other: Quantity) -> bool:
    return bool(number.values & other.values) and may_be_one(number.unit, other.unit)


def _owners(text: str, shifting: Shifting) -> frozenset[str]:
    """What a text names, by the beginnings of names; where all nouns have capitals, of names of two words."""
    return stems(said(text).names(has_capital_nouns=shifting.has_capital_nouns))


def _whole(first: str, text: str) -> str:
    found: str = next(word for word in said(text).written if word.lower().startswith(first))
    return found
