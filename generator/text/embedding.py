"""Where the characters of a reading stand in what was written, when markup and escapes lie between them.

All characters of a reading stand in what was written, in order. The first places that allow for that are no later than where they
truly stand, and the last ones no earlier: what is between is searched, and all of a text's places are found in two passes.
"""

from __future__ import annotations

import html
import re
from array import array
from dataclasses import dataclass

_CODED = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED = re.compile(rf"{_CODED.pattern}|\\x[0-9a-fA-F]{{2}}|\\u[0-9a-fA-F]{{4}}|\\U000[0-9a-fA-F]{{5}}")


@dataclass(frozen=True)
class Embedding:
    """For each character of a reading, the first and the last offset in what was written at which it may stand."""

    first: array[int]
    last: array[int]
    length: int

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Between which offsets some words of the reading stand."""
        return self.first[start], self.last[end] if end < len(self.last) else self.length


def embedding(words: str, written: str, *, escapes: bool = False) -> Embedding:
    """The places of words in what was written as CommonMark; `escapes` says that YAML's may stand in it, too."""
    coded = _ESCAPED if escapes else _CODED
    plain = coded.sub(lambda match: _decoded(match[0]).ljust(len(match[0])), written)
    backwards = _first(words[::-1], plain[::-1])
    return Embedding(_first(words, plain), array("q", (len(plain) - 1 - at for at in reversed(backwards))), len(plain))


def _first(words: str, written: str) -> array[int]:
    """The first offset of each character after that of the one before it; white space stands nowhere of its own."""
    found, at = array("q"), -1
    missing: set[str] = set()
    for character in words:
        if not character.isspace() and character not in missing:
            spot = written.find(character, at + 1)
            if spot < 0:
                missing.add(character)
            else:
                at = spot
        found.append(at)
    return found


def _decoded(code: str) -> str:
    return html.unescape(code) if code[0] == "&" else chr(int(code[2:], 16))
