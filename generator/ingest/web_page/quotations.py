"""Block quotations: what a page sets off as somebody's words gets quotation marks, as its readers see that it is one.

Where the words have marks already, nothing is set. A frame around most of an article, or one with headings in it, is no quotation; one
that repeats the article's own words is a pull quote, which is furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.ingest.web_page.block import Block
from generator.text.quotation_marks import OPENING, marks

SET = "quotation marks set, as the page sets it off as a quotation"
PULLED = "pull quote"
_DASH = re.compile(r"\s*(?:--|[—–―~]|-\s)\s*")
_LAST_DASH = re.compile(r"\s*(?:--|[—–―])\s*\Z")
_SOURCE = 160  # characters of who said it, at most
_MOST = 0.5  # of an article's words in one frame
_LETTERS = re.compile(r"\w+")


def marked(blocks: Sequence[Block], sorts: Sequence[str]) -> tuple[list[Block], list[str]]:
    """The blocks with marks at the words that are quoted, and their sorts."""
    found, told = list(blocks), list(sorts)
    size = sum(len(block.text) for block, sort in zip(blocks, sorts, strict=True) if not sort)
    elsewhere = _lines(block for block, sort in zip(blocks, sorts, strict=True) if not sort and block.place.quotation is None)
    for group in _groups(blocks):
        own = [index for index in group if not told[index]]
        said = _said([blocks[index] for index in own])
        if not said or _is_frame([blocks[index] for index in own], size):
            continue
        if all(_is_in(blocks[index].text, elsewhere) for index in own[:said]):
            told = [PULLED if index in own else sort for index, sort in enumerate(told)]
            continue
        for index, block in zip(own, _with_marks([blocks[index] for index in own], said), strict=True):
            found[index] = block
    return found, told


def _groups(blocks: Sequence[Block]) -> Iterator[list[int]]:
    for quotation, group in groupby(range(len(blocks)), key=lambda index: blocks[index].place.quotation):
        if quotation is not None:
            yield list(group)


def _said(blocks: Sequence[Block]) -> int:
    """How many of the blocks are what is said; who said it stands after them."""
    count = len(blocks)
    while count and _is_source(blocks[count - 1]):
        count -= 1
    return count


def _is_source(block: Block) -> bool:
    return len(block.text) <= _SOURCE and (block.place.is_attribution or _DASH.match(block.text) is not None)


def _is_frame(blocks: Sequence[Block], size: int) -> bool:
    return sum(len(block.text) for block in blocks) > _MOST * size or any(block.is_heading for block in blocks)


def _lines(blocks: Iterator[Block]) -> str:
    return "\n".join(_plain(block.text) for block in blocks)


def _plain(words: str) -> str:
    return " ".join(_LETTERS.findall(words.casefold()))


def _is_in(words: str, text: str) -> bool:
    return bool(_plain(words)) and _plain(words) in text


def _with_marks(blocks: Sequence[Block], said: int) -> Iterator[Block]:
    """The blocks, the first `said` of them with marks: one before each paragraph, one after the last, as printers set them."""
    opening, closing = marks(blocks[0].place.language)
    is_marked = blocks[0].text[0] in OPENING
    dash = ""
    for index, block in enumerate(blocks):
        if index >= said:
            yield replace(block, text=f"{dash}{block.text}")
            dash = ""
            continue
        words = block.text
        if index + 1 == said < len(blocks) and (match := _LAST_DASH.search(words)):
            words, dash = words[: match.start()], f"{match[0].strip()} "
        if is_marked:
            yield replace(block, text=words)
        else:
            checks = (*block.checks, *((SET,) if index == 0 else ()))
            yield replace(block, text=f"{opening}{words}{closing if index + 1 == said else ''}", checks=checks)
