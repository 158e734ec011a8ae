"""Files, caches, processes and the clock: all that touches the machine, but for the press."""
