"""The styles of a handout: those of all handouts, what a form changes in them, the size of the paper, and the way of writing."""

from __future__ import annotations

import re
from string import Formatter

from generator.items.handout import Paper
from generator.pages.renderer import Renderer
from generator.wording.labels import N_

SIZES = {"a4": "A4", "letter": "letter"}
"""Sizes of paper as CSS names them."""

_SIDE = re.compile(r"(?<=[-\s])(left|right)(?=[\s:;{])")
_EDGES = re.compile(r"(?<=margin: |adding: )[^;]+")
_LENGTHS = re.compile(r"(?:[^\s(]|\([^()]*(?:\([^()]*\)[^()]*)*\))+")


def stylesheet(renderer: Renderer, form: str, paper: Paper, direction: str, language: str) -> str:
    """The styles for a form on a paper, mirrored where the language is written from right to left."""
    own = renderer.templates.get(f"handout/{form}.css", "")
    pages = _numbered(renderer.wordings.of(language).message(N_("Page {number} of {pages}")))
    css = f"{renderer.templates['handout/handout.css']}\n{own}\n@page {{ size: {SIZES[paper]}; @bottom-right {{ content: {pages} }} }}\n"
    return mirrored(css) if direction == "rtl" else css


def _numbered(message: str) -> str:
    """A message that numbers pages, as the content of a box in their margins."""
    counters = {"number": "counter(page)", "pages": "counter(pages)", None: ""}
    return " ".join(f'"{words}" {counters[name]}' for words, name, _, _ in Formatter().parse(message))


def mirrored(css: str) -> str:
    """Styles with left and right changed over, in names, values and lengths of four edges."""
    swapped = _SIDE.sub(lambda side: "right" if side[0] == "left" else "left", css)
    return _EDGES.sub(_mirrored_edges, swapped)


def _mirrored_edges(edges: re.Match[str]) -> str:
    lengths = _LENGTHS.findall(edges[0])
    if len(lengths) != 4:
        return edges[0]
    top, right, bottom, left = lengths
    return f"{top} {left} {bottom} {right}"
