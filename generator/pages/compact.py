"""Style sheets without what only their authors read."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r'("(?:[^"\\]|\\.)*")')
_AROUND = re.compile(r"\s*([{};,>])\s*")
_AFTER = re.compile(r"([{;][a-z-]+):\s+")  # a declaration, not a selector's pseudo-class


def compact(css: str) -> str:
    """A style sheet without comments, indentation and line ends; strings in double quotes stay as they are."""
    parts = _STRING.split(_COMMENT.sub("", css))  # text, string, text, …
    return "".join(part if index % 2 else _spaced(part) for index, part in enumerate(parts)).strip()


def _spaced(text: str) -> str:
    text = _AROUND.sub(r"\1", " ".join(f"x{text}x".split()))[1:-1]
    return _AFTER.sub(r"\1:", text).replace(";}", "}")
