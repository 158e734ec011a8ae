"""What the patterns of numbers and of dates share."""

from __future__ import annotations

import re
from collections.abc import Iterable


def either(spellings: Iterable[str]) -> str:
    """A pattern for any of some spellings, the longest first."""
    return "|".join(re.escape(spelling) for spelling in sorted(spellings, key=len, reverse=True))
