"""The bullets that a browser draws before the items of lists."""

from __future__ import annotations


class Bullets:
    """The items that a walk is in: whether the bullet of each is still to be written."""

    def __init__(self) -> None:
        self._waiting: list[bool] = []

    def begin(self) -> None:
        """An item begins."""
        self._waiting.append(True)

    def end(self) -> None:
        """An item ends."""
        self._waiting.pop()

    def next(self) -> str:
        """The bullet of the innermost item, once."""
        if not self._waiting or not self._waiting[-1]:
            return ""
        self._waiting[-1] = False
        return "- "
