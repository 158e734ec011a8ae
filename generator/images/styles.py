"""What styles and values in a drawing may say: nothing that fetches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import tinycss2

_FUNCTIONS = """
rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix matrix translate translatex translatey scale scalex scaley rotate skewx skewy
calc min max clamp var url not is where nth-child nth-of-type first-child last-child lang blur brightness contrast drop-shadow
grayscale hue-rotate invert opacity saturate sepia inset circle ellipse polygon path
"""
FUNCTIONS = frozenset(_FUNCTIONS.split())


def forbidden(text: str, *, sheet: bool = False) -> str | None:
    """The first part of a value, or of a style sheet, that could fetch something or that no parser understands, if there is one."""
    if "\\" in text:
        return "\\"
    if not sheet and not set(text) & set("(@{<:"):
        return None
    return _first(tinycss2.parse_component_value_list(text))


def without_comments(text: str) -> str:
    """A value or a style sheet without what is said in it to other people."""
    return str(tinycss2.serialize(tinycss2.parse_component_value_list(text, skip_comments=True))) if "/*" in text else text


def _first(tokens: Iterable[Any]) -> str | None:
    for token in tokens:
        if token.type in ("error", "at-keyword") or (token.type == "url" and not token.value.startswith("#")):
            return str(token.serialize() if token.type != "error" else token.message)[:60]
        if token.type == "function" and (token.lower_name not in FUNCTIONS or (token.lower_name == "url" and not _is_inside(token))):
            return f"{token.name}("
        inner = token.arguments if token.type == "function" else getattr(token, "content", None)
        if isinstance(inner, list) and (wrong := _first(inner)):
            return wrong
    return None


def _is_inside(function: Any) -> bool:
    """Whether `url("…")` leads to a part of the drawing."""
    given = [token for token in function.arguments if token.type not in ("whitespace", "comment")]
    return len(given) == 1 and given[0].type == "string" and given[0].value.startswith("#")
