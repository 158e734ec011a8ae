"""What a page's own style sheets hide: rules for a class, an id or an element with one, outside of any condition."""

from __future__ import annotations

import re
from typing import Any

_COMMENT = re.compile(r"/\*(?:(?!\*/).)*+(?:\*/)?", re.DOTALL)
_STEP = re.compile(r"([^{}]*+)([{}]|\Z)")  # the end closes what is open, and is found at once
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][\w-]+)+)", re.IGNORECASE)
_NAME = re.compile(r"([.#])([\w-]+)")
_HIDES = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_SHOWS = re.compile(r"(?:^|;)\s*(?:display|visibility)\s*:", re.IGNORECASE)
_MOST, _MOST_OF_A_NAME = 1_000_000, 20  # characters; selectors

Selector = tuple[str, frozenset[str], frozenset[str]]  # element, classes, ids


def hidden_by(tree: Any) -> dict[str, list[Selector]]:
    """The selectors of what is hidden, by one of the classes or ids that they ask for."""
    hides: dict[Selector, bool] = {}
    left = _MOST
    for sheet in tree.iter("style"):
        text = sheet.text or ""
        left -= len(text)
        media = (sheet.get("media") or "all").strip().lower()
        if left >= 0 and media in ("all", "screen", ""):
            hides |= _rules(text)
    found: dict[str, list[Selector]] = {}
    for selector, is_hidden in hides.items():
        if is_hidden:
            of_key = found.setdefault(min(selector[1] | selector[2]), [])
            of_key += [selector] if len(of_key) < _MOST_OF_A_NAME else []
    return found


def matches(selector: Selector, element: Any, names: frozenset[str]) -> bool:
    """Whether a selector is one of an element with these classes."""
    tag, classes, ids = selector
    return tag in ("", element.tag) and classes <= names and ids <= {f"#{element.get('id') or ''}"}


def _rules(text: str) -> dict[Selector, bool]:
    """Whether a rule hides what its selector is of; the last one counts."""
    found: dict[Selector, bool] = {}
    depth, prelude = 0, ""
    for step in _STEP.finditer(_COMMENT.sub("", text)):
        if step[2] == "{":
            depth, prelude = depth + 1, step[1].rpartition(";")[2] if depth == 0 else ""
            continue
        if depth == 1 and prelude and not prelude.lstrip().startswith("@") and _SHOWS.search(step[1]):
            is_hidden = _HIDES.search(step[1]) is not None
            found |= {selector: is_hidden for written in prelude.split(",") if (selector := _selector(written.strip()))}
        depth, prelude = max(0, depth - 1), ""
    return found


def _selector(written: str) -> Selector | None:
    """A selector of one element by its classes and ids; None where it is of another kind."""
    match = _SELECTOR.fullmatch(written)
    if match is None:
        return None
    names = _NAME.findall(match[2])
    classes = frozenset(name.lower() for mark, name in names if mark == ".")
    return (match[1] or "").lower(), classes, frozenset(f"#{name}" for mark, name in names if mark == "#")
