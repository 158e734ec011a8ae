"""QR codes (ISO/IEC 18004) as SVG paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import segno


@dataclass(frozen=True)
class QrCode:
    """A QR code: its width in modules, and the path of its dark ones."""

    width: int
    path: str


def qr_code(address: str) -> QrCode:
    """The code of an address."""
    code = segno.make(address, error="m", micro=False)
    runs = ((x, y, width) for y, row in enumerate(code.matrix) for x, width in _dark(row))
    return QrCode(len(code.matrix), "".join(f"M{x} {y}h{width}v1h-{width}z" for x, y, width in runs))


def _dark(row: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where dark modules stand side by side in a row, and how many."""
    x = 0
    for dark, modules in groupby(row):
        width = len(list(modules))
        if dark:
            yield x, width
        x += width
