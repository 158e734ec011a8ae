"""Characters that bear more marks than any script asks for."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

MOST = 30  # marks on one character: Unicode's Stream-Safe Text Format (UAX #15, 13), "far beyond what is required for any linguistic usage"

_CANDIDATE = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST + 1},}}")


def stacked(text: str) -> int | None:
    """Where the first mark stands of the first pile of more than may be; None where there is none."""
    for candidate in _CANDIDATE.finditer(text):
        at = candidate.start()
        for is_mark, group in groupby(candidate[0], lambda character: unicodedata.category(character)[0] == "M"):
            length = len(list(group))
            if is_mark and length > MOST:
                return at
            at += length
    return None
