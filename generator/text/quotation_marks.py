"""Quotation marks: the habits of the world's printers, one row each.

Matching folds and pairs them, the drafter reads them, and pages set them: a new habit is a row of `STYLES`, and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """A pair of marks, the languages that are set with it (BCP 47), and the space inside of it; single ones stand inside of others."""

    opening: str
    closing: str
    languages: tuple[str, ...] = ()
    space: str = ""
    is_single: bool = False


# The first row that has a mark says what it is most often. A style without languages is read, and never set.
STYLES = (
    Style("“", "”", ("en", "nl")),
    Style("„", "“", ("de", "cs", "sk", "sl", "bg", "hr", "sr", "mk", "et", "lt", "is", "ka")),
    Style("„", "”", ("pl", "ro", "hu")),
    Style("«", "»", ("es", "it", "pt", "ru", "uk", "el", "no", "nb", "nn", "ca", "sq", "hy", "fa", "ar", "be")),
    Style("«", "»", ("fr",), space="\u202f"),
    Style("”", "”", ("sv", "fi")),
    Style("「", "」", ("ja", "zh-tw", "zh-hant")),
    Style("»", "«"),
    Style("»", "»"),
    Style("『", "』"),
    Style("〝", "〞"),
    Style("〝", "〟"),
    Style("‟", "”"),
    Style('"', '"'),
    Style("＂", "＂"),
    # Two habits in one pair, as hasty hands have it.
    Style("“", '"'),
    Style("“", "“"),
    Style("„", '"'),
    Style('"', "”"),
    Style("‘", "’", is_single=True),
    Style("‚", "‘", is_single=True),
    Style("‚", "’", is_single=True),
    Style("‹", "›", is_single=True),
    Style("›", "‹", is_single=True),
    Style("›", "›", is_single=True),
    Style("'", "'", is_single=True),
)
_LIKE_SINGLE = "‛′＇`´"  # what stands for an apostrophe, and opens nothing


def _each(marks: str) -> str:
    return "".join(dict.fromkeys(marks))


def _first_opens(mark: str) -> bool:
    """Whether a mark opens, and cannot close as well, in the first style that has it."""
    style = next(style for style in STYLES if mark in (style.opening, style.closing))
    return style.closing != mark


CLOSERS = {style.opening: _each("".join(other.closing for other in STYLES if other.opening == style.opening)) for style in STYLES}
"""Which marks close what a mark opened: one mark may open in one habit and close in another."""

PAIRS = frozenset(style.opening + style.closing for style in STYLES)
OPENING, CLOSING = _each("".join(CLOSERS)), _each("".join(CLOSERS.values()))
ALWAYS_OPENING = "".join(filter(_first_opens, OPENING))
DOUBLE = _each("".join(style.opening + style.closing for style in STYLES if not style.is_single))
SINGLE = _each("".join(style.opening + style.closing for style in STYLES if style.is_single)) + _LIKE_SINGLE
ANY = OPENING + "".join(mark for mark in CLOSING if mark not in OPENING)

_DOUBLE_PAIRS = ((re.escape(style.opening), re.escape(style.closing)) for style in STYLES if not style.is_single)
ENCLOSED = re.compile("|".join(f"{opening}[^{opening}{closing}]*{closing}" for opening, closing in _DOUBLE_PAIRS))
"""Words in a pair of double marks, marks included, wherever they stand: for counting, not for quoting."""


def marks(language: str) -> tuple[str, str]:
    """The marks that a language (BCP 47) is set with, opening and closing, with the space inside of them."""
    tag = language.lower()
    named = (style for name in (tag, tag.partition("-")[0], "en") for style in STYLES if name in style.languages)
    style = next(named)
    return style.opening + style.space, style.space + style.closing
