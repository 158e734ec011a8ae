"""QR codes (ISO/IEC 18004) as SVG paths."""

from __future__ import annotations

import segno


def qr_path(address: str) -> tuple[int, str]:
    """The code of an address: its width in modules and a path of its dark modules."""
    code = segno.make(address, error="m", micro=False)
    rows = [list(row) for row in code.matrix]
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return len(rows), path
