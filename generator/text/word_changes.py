"""What has changed from one text to another, word by word, as pieces that a page can mark."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from generator.text.matching.normal import fold

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")  # a character is a word where no spaces are written

LONGEST = 400  # words that are compared: of more, the whole text is old and new


class Piece(NamedTuple):
    """Words that are in both texts, in the old one only, or in the new one only."""

    kind: Literal["same", "old", "new"]
    words: str


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """The words of both texts in order (difflib's Ratcliff-Obershelp): put together, those that are not `new` are the old text's."""
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > LONGEST:
        return (Piece("old", " ".join(before)), Piece("new", " ".join(after)))
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", " ".join(after[c:d])))
            continue
        if a < b:
            pieces.append(Piece("old", " ".join(before[a:b])))
        if c < d:
            pieces.append(Piece("new", " ".join(after[c:d])))
    return tuple(pieces)


def is_reworded(old: str, new: str) -> bool:
    """Whether two texts differ by more than typography and spaces."""
    return " ".join(fold(old).split()) != " ".join(fold(new).split())


def likeness(old: str, new: str) -> float:
    """How much of two texts is the same words, whatever their case: from 0 to 1."""
    before, after = (_WORD.findall(text.casefold())[:LONGEST] for text in (old, new))
    return SequenceMatcher(None, before, after, autojunk=False).ratio()
