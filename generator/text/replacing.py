"""Characters replaced by others: `str.translate` raises and catches an error for each character that stays as it is, and most do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping


def replacing(table: Mapping[str, str]) -> Callable[[str], str]:
    """What replaces each of some characters in a text."""
    signs = {sign: other for sign, other in table.items() if sign != other}
    pattern = re.compile(f"[{re.escape(''.join(signs))}]")
    return lambda text: pattern.sub(lambda found: signs[found[0]], text)
