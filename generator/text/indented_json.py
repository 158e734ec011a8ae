"""JSON that people can read, too: what `json.dumps(…, ensure_ascii=False, indent=…)` writes, whose encoder in C knows no indentation."""

from __future__ import annotations

import json
from collections.abc import Callable
from json.encoder import encode_basestring as quoted
from typing import Any

_in_line = json.JSONEncoder(ensure_ascii=False).encode
_SCALARS: dict[type, Callable[[Any], str]] = {int: int.__repr__, bool: lambda value: "true" if value else "false"}


def indented(value: Any, step: int = 2) -> str:
    """A value of strings, numbers, lists and dictionaries with strings for keys; each level stands `step` spaces further in."""
    return _written(value, "\n", " " * step)


def _written(value: Any, line: str, step: str) -> str:
    """A value whose lines begin with `line`, the end of the one before it included."""
    inner = line + step
    if isinstance(value, dict) and value:
        entries = [f"{quoted(key)}: {quoted(one) if type(one) is str else _written(one, inner, step)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(entries)}{line}}}"
    if isinstance(value, (list, tuple)) and value:
        return f"[{inner}{f',{inner}'.join([_written(one, inner, step) for one in value])}{line}]"
    return _SCALARS.get(type(value), _in_line)(value)
