"""A digest of several parts."""

from __future__ import annotations

import hashlib


def digest_of(*parts: str | bytes) -> str:
    """A digest of parts, in which no two different lists of parts are alike."""
    state = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()
