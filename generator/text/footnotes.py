"""Footnotes, as Pandoc, GitHub and Python-Markdown have them: `[^1]` in a text, and `[^1]: …` as a block of its own.

A definition stays where it is written, so that all that reads a text meets its words in their place;
`pages/footnotes.py` sets it at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

REFERENCE, OPENING, CLOSING = "footnote_ref", "footnote_reference_open", "footnote_reference_close"
ANCHOR = "footnote_anchor"  # what leads back to a reference, on a page
RULES = ("footnote_def", "footnote_ref")
"""The names of the parser's rules."""

UNDEFINED = "undefined"
"""In the `meta` of words that are a reference to no footnote: its label."""

_DEFINES = re.compile(r"\[\^[^\s\]]+\Z")


def with_footnotes(parser: MarkdownIt) -> MarkdownIt:
    """A parser that reads them; what refers to no definition is words."""
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.core.ruler.push("footnote_undefined", _undefined)
    return parser


def written(label: str) -> str:
    """A reference as it is written."""
    return f"[^{label}]"


def defines(before: str) -> bool:
    """Whether `]:` after these words would define a footnote, and no address of a link."""
    return _DEFINES.search(before) is not None


def defined(tokens: Iterable[Token]) -> list[tuple[str, int]]:
    """The labels of the definitions, each with its line, counted from 0, in order."""
    return [(token.meta["label"], (token.map or [0])[0]) for token in tokens if token.type == OPENING]


def unknown(tokens: Iterable[Token]) -> list[tuple[str, int]]:
    """The labels of references to no footnote, each with the line in which its block begins, counted from 0, in order."""
    return [(child.meta[UNDEFINED], (token.map or [0])[0]) for token in tokens for child in token.children or () if UNDEFINED in child.meta]


def referred(tokens: Iterable[Token]) -> set[str]:
    """The labels of the footnotes that are referred to."""
    return {child.meta["label"] for token in tokens for child in token.children or () if child.type == REFERENCE}


def _undefined(state: StateCore) -> None:
    there = {label for label, _ in defined(state.tokens)}
    for token in state.tokens:
        for child in token.children or ():
            if child.type == REFERENCE and child.meta["label"] not in there:
                label = child.meta["label"]
                child.type, child.content, child.meta = "text", written(label), {UNDEFINED: label}
