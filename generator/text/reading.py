"""A CommonMark text as it is read: its words without markup, block by block, and where its links stand among them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from markdown_it.token import Token

from generator.text.markdown import Link, parsed

_KEPT = 1024
_BETWEEN = "\n\n"


class Linked(NamedTuple):
    """A link and the words that it stands under: offsets in the words of the text."""

    start: int
    end: int
    link: Link


@dataclass(frozen=True)
class Reading:
    """The words of a text, blank lines between its blocks; the blocks as offsets, with the line in which each begins, counted from 0."""

    words: str
    blocks: tuple[tuple[int, int], ...]
    lines: tuple[int, ...]
    links: tuple[Linked, ...]

    def number(self, offset: int) -> int:
        """The number of the block in which an offset lies."""
        return max(0, bisect_right(self.blocks, (offset, len(self.words))) - 1)

    def block(self, offset: int) -> tuple[int, int]:
        """The block in which an offset lies."""
        return self.blocks[self.number(offset)]


@lru_cache(maxsize=_KEPT)
def read(text: str) -> Reading:
    """The words of a text, and its links."""
    parts: list[str] = []
    blocks: list[tuple[int, int]] = []
    lines: list[int] = []
    links: list[Linked] = []
    length = 0
    for token in parsed(text):
        if token.type != "inline":
            continue
        words = "".join(_words(child) for child in token.children or ())
        links += (Linked(length + start, length + end, link) for start, end, link in _linked(token.children or []))
        parts.append(words)
        blocks.append((length, length + len(words)))
        lines.append((token.map or [0])[0])
        length += len(words) + len(_BETWEEN)
    return Reading(_BETWEEN.join(parts), tuple(blocks), tuple(lines), tuple(links))


def _words(token: Token) -> str:
    return "\n" if token.type in ("softbreak", "hardbreak") else "" if token.type == "image" else token.content


def _linked(tokens: list[Token]) -> Iterator[Linked]:
    length = 0
    opened: list[tuple[int, Link]] = []
    for token in tokens:
        if token.type == "link_open":
            opened.append((length, Link("link", str(token.attrGet("href") or ""), 0)))
        elif token.type == "link_close" and opened:
            start, link = opened.pop()
            yield Linked(start, length, link)
        length += len(_words(token))
