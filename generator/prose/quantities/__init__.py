"""Numbers with their units and qualifiers, and dates, as a text says them.

Read here: digits in English and continental grouping (`1,500`, `1.500`, `1 500`), number words (`fifteen hundred`), scales
(`12 thousand`, `12k`), percent, the units below, times of day, the words around a number that bound it (`about`, `up to`, `or more`),
and numbers that count nothing because they belong to a name (`Apollo 11`, `528th Regiment`);
parts and multiples (`one in five`, `doubled`), rates (`twice a year`), and what a reader reckons from all of these.
"""

from generator.prose.quantities.bounds import BARELY, NEARLY, bound_before
from generator.prose.quantities.calendar_days import DateMention, dates
from generator.prose.quantities.derived import derived
from generator.prose.quantities.implied import compounds, fractions, implied
from generator.prose.quantities.numbers import Quantity, quantities
from generator.prose.quantities.rates import Rate, rates
from generator.prose.quantities.ratios import Ratio, is_change, ratios
from generator.prose.quantities.reckoned_days import reckoned_days
from generator.prose.quantities.relations import BEYOND, is_apart, is_beyond, is_other_part, is_rest, is_share
from generator.prose.quantities.stretches import Stretch, stretches
from generator.prose.quantities.units import converted, may_be_one

__all__ = [
    "BARELY",
    "BEYOND",
    "NEARLY",
    "DateMention",
    "Quantity",
    "Rate",
    "Ratio",
    "Stretch",
    "bound_before",
    "compounds",
    "converted",
    "dates",
    "derived",
    "fractions",
    "implied",
    "is_apart",
    "is_beyond",
    "is_change",
    "is_other_part",
    "is_rest",
    "is_share",
    "may_be_one",
    "quantities",
    "rates",
    "ratios",
    "reckoned_days",
    "stretches",
]
