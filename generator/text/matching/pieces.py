"""A quote in pieces: what editors leave out, put in and change divides its words, which stand together within a piece.

`…`, `...`, `. . .`, bare or in brackets, and `[..]` leave words out; words in square brackets stand beside the source's or in their
place, and brackets that touch a word for its end, too; a letter in brackets, the first letter, and the one after an ellipsis may differ
in case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from generator.text.matching.normal import fold

MAX_FREE = 4  # letters of a piece whose case is free: more than anybody writes

_DOTS = r"(?:…|\.(?:[ \u00a0]?\.){2,3})"
_IN_BRACKETS = rf"\s*(?:{_DOTS}|\.\.)\s*"
_ELISION = re.compile(rf"\[{_IN_BRACKETS}\]|\({_IN_BRACKETS}\)|{_DOTS}")
_GAP = re.compile(rf"\s*(?:(?P<elision>{_ELISION.pattern})|\[(?P<inserted>[^\[\]]*)\])")
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_FIRST = re.compile(r"\w")
_CASED = "\ufdd1"  # a noncharacter before a letter whose case is free


class Gap(NamedTuple):
    """What stands in a quote before, between or after its pieces: whether words are left out, and the words that are put in."""

    elides: bool = False
    inserted: str = ""
    touches: bool = False
    """Whether the brackets touch the word before them."""


class Piece(NamedTuple):
    """Words that stand together: their folded forms, in each case that their free letters may have."""

    forms: tuple[str, ...]
    is_open: bool = False
    """Whether it may end inside of a word, for whose end brackets stand."""


class Division(NamedTuple):
    """The pieces of a quote, and the gaps before, between and after them."""

    pieces: tuple[Piece, ...]
    gaps: tuple[Gap, ...]


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in a text."""
    return any(character.isalnum() for character in text)


def whole(words: str) -> Division:
    """A quote that nothing divides."""
    return Division((Piece((fold(words),)),), (Gap(), Gap()))


def elided(words: str) -> Division:
    """The pieces between ellipses; brackets are the source's own."""
    pieces, gaps = _divided(words, _ELISION)
    return Division(tuple(Piece((fold(piece),)) for piece in pieces), tuple(gaps))


def edited(words: str) -> Division:
    """The pieces between ellipses and brackets."""
    pieces, gaps = _divided(_LETTER.sub(rf"{_CASED}\1", words), _GAP)
    begins = (gap.elides or not index for index, gap in enumerate(gaps[:-1]))
    forms = (_forms(_freed(piece) if is_free else piece) for piece, is_free in zip(pieces, begins, strict=True))
    return Division(tuple(Piece(own, after.touches) for own, after in zip(forms, gaps[1:], strict=True)), tuple(gaps))


def _divided(words: str, pattern: re.Pattern[str]) -> tuple[list[str], list[Gap]]:
    pieces: list[str] = []
    gaps = [Gap()]
    at = 0
    for match in pattern.finditer(words):
        _add(words[at : match.start()], pieces, gaps)
        gaps[-1] = _joined(gaps[-1], match, touches=bool(pieces) and match[0][0] == "[" and words[match.start() - 1].isalpha())
        at = match.end()
    _add(words[at:], pieces, gaps)
    return pieces, gaps


def _add(piece: str, pieces: list[str], gaps: list[Gap]) -> None:
    if has_words(piece):
        pieces.append(piece)
        gaps.append(Gap())


def _joined(gap: Gap, match: re.Match[str], *, touches: bool) -> Gap:
    inserted = match.groupdict().get("inserted")
    if inserted is None:
        return gap._replace(elides=True)
    return Gap(gap.elides, f"{gap.inserted} {inserted}".strip(), touches or gap.touches)


def _freed(piece: str) -> str:
    """A piece whose first letter is free."""
    return piece if _CASED in piece[:2] else _FIRST.sub(rf"{_CASED}\g<0>", piece, count=1)


def _forms(piece: str) -> tuple[str, ...]:
    first, *rest = fold(piece).split(_CASED)
    if len(rest) > MAX_FREE:
        return (first + "".join(rest),)
    return tuple(dict.fromkeys(first + "".join(choice) for choice in product(*map(_cases, rest))))


def _cases(part: str) -> Iterator[str]:
    yield part[:1].upper() + part[1:]
    yield part[:1].lower() + part[1:]
