"""The dates of a text: `named` ones that say themselves when they are, `relative` ones that count from the day it was published, and
`weekdays`; `finding` brings them together.
"""

from generator.drafting.dates.finding import Dated, datelines, find_dates

__all__ = ["Dated", "datelines", "find_dates"]
