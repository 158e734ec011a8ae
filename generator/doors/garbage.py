"""How often Python looks for garbage: nearly all that a command makes lives until its end, and the memory goes with the process."""

from __future__ import annotations

import atexit
import gc

OBJECTS = (20_000, 250, 100)
"""After how many new ones it looks (gc.set_threshold)."""


def seldom() -> None:
    """Look seldom from here on, and not once more at the end of the process."""
    gc.set_threshold(*OBJECTS)
    atexit.register(gc.freeze)
