"""The longest of several versions that fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def longest_that_fits(versions: Sequence[str], fits: Callable[[str], bool]) -> str:
    """The first version that fits, found by halving: a version that is shorter than one that fits does so, too. Else the last."""
    low, high = 0, len(versions) - 1
    while low < high:
        middle = (low + high) // 2
        if fits(versions[middle]):
            high = middle
        else:
            low = middle + 1
    return versions[low]
