"""Regular expressions that are compiled when they are first asked: the program has some 500, and most runs need a few of them."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def compiled(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` makes, once it is used: an expression that is wrong raises `re.error` then."""
    return cast("re.Pattern[AnyStr]", _Pattern(pattern, flags))


class _Pattern:
    """What is asked of a pattern, which it takes over from that."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        made = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, made)
        return made
