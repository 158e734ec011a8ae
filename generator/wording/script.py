"""The direction in which a language is written."""

from __future__ import annotations

from functools import lru_cache

_RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"])


@lru_cache
def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if language.lower().partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
