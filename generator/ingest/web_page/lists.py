"""The bullets and numbers that a browser draws before the items of lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_NUMBER = re.compile(r"-?\d{1,6}")


class Lists:
    """The lists that a walk is in: the bullet of each open item, until it is written."""

    def __init__(self) -> None:
        self._bullets: list[str] = []
        self._numbers: list[int] = []

    def begun(self, element: Any) -> Callable[[], None]:
        """A list or an item begins; what is to be done where it ends."""
        if element.tag == "ol":
            self._numbers.append(_number(element.get("start"), 1))
            return lambda: None if self._numbers.pop() else None
        parent = element.getparent()
        if parent is not None and parent.tag == "ol" and self._numbers:
            number = _number(element.get("value"), self._numbers[-1])
            self._numbers[-1] = number + 1
            self._bullets.append(f"{number}. ")
        else:
            self._bullets.append("- ")
        return self._end

    def _end(self) -> None:
        self._bullets.pop()

    def bullet(self) -> str:
        """The bullet of the innermost item, once."""
        if not self._bullets:
            return ""
        bullet, self._bullets[-1] = self._bullets[-1], ""
        return bullet


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and _NUMBER.fullmatch(written.strip()) else otherwise
