"""How much of an article leads to items."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from generator.prose.languages import LANGUAGES, any_of
from generator.prose.sentences import sentences
from generator.text.markdown import ITEM_SCHEMES, Link, parsed
from generator.text.patterns import compiled

_FREE_HEADING = compiled(rf"\b(?:{any_of(each.own_view for each in LANGUAGES)})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Coverage:
    """How many sentences there are, and those without a link to an item, with their lines."""

    sentences: int
    bare: tuple[tuple[int, str], ...]  # line counted from 1, the sentence

    @property
    def percent(self) -> int:
        """The share of sentences with a link in whole per cent, rounded down: 100 means all."""
        return 100 * (self.sentences - len(self.bare)) // self.sentences


def coverage(article: str, leads: Callable[[Link], bool] = lambda link: True, language: str | None = None) -> Coverage | None:
    """The coverage of an article; None where it has no sentence that should lead anywhere. `leads` says which links to items count."""
    found = [sentence for token in _paragraphs(article) for sentence in _sentences(token, leads, language)]
    return Coverage(len(found), tuple((line, words) for line, words, linked in found if not linked)) if found else None


def _paragraphs(article: str) -> Iterator[Token]:
    """The paragraphs, those of lists and block quotes too, but for what stands under a heading marked analysis or background."""
    free_below: int | None = None
    before = ""
    for token in parsed(article):
        if token.type == "heading_open":
            level = int(token.tag[1])
            if free_below is not None and level <= free_below:
                free_below = None
        elif token.type == "inline" and before == "heading_open":
            if free_below is None and _FREE_HEADING.search(token.content):
                free_below = level
        elif token.type == "inline" and before == "paragraph_open" and free_below is None:
            yield token
        before = token.type


def _sentences(paragraph: Token, leads: Callable[[Link], bool], language: str | None) -> Iterator[tuple[int, str, bool]]:
    """The sentences of a paragraph: line, words, and whether a link in them leads to an item."""
    text, linked = _read(paragraph.children or [], leads)
    line, counted, ahead = (paragraph.map or [0])[0] + 1, 0, deque(linked)
    for start, end in sentences(text, language):
        line, counted = line + text.count("\n", counted, start), start
        while ahead and ahead[0][1] <= start:
            ahead.popleft()
        words = text[start:end]
        if sum(character.isalpha() for character in words) > 3:
            yield line, words, bool(ahead) and ahead[0][0] < end


def _read(tokens: list[Token], leads: Callable[[Link], bool]) -> tuple[str, list[tuple[int, int]]]:
    """The words of a paragraph, a line end for each of its own, and where links to items stand in them."""
    parts: list[str] = []
    length = 0
    linked: list[tuple[int, int]] = []
    opened: list[int | None] = []
    for token in tokens:
        if token.type == "link_open":
            link = Link("link", str(token.attrGet("href") or ""), 0)
            opened.append(length if link.scheme in ITEM_SCHEMES and leads(link) else None)
        elif token.type == "link_close" and opened:
            begin = opened.pop()
            linked += [] if begin is None else [(begin, length)]
        elif token.type != "image":
            parts.append("\n" if token.type in ("softbreak", "hardbreak") else token.content)
            length += len(parts[-1])
    return "".join(parts), linked
