"""The lines of a text, and what a glance at one tells: how many words it has, and whether it is a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

BULLET = re.compile(r"[-*•·›»|]\s+|\d{1,2}[.)]\s+")
# Scripts without spaces between words; of these, and of those with spaces, scripts whose sentences end in none.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_ENDLESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_LETTERS_OF_A_WORD, _LONG_LABEL = 2, 12
_LONGEST_END = 24  # characters of marks, and a source in brackets, at the end of a sentence
_SENTENCE_END = re.compile(r"[.!?…。！？｡؟۔।॥።။៖។][”\"’'»“)\]」』】）]*(?:\s\([\w/. ]{2,12}\))?$")


@dataclass(frozen=True)
class Line:
    """A line with words in it: its number from 1, where it starts, and its text without the white space around."""

    number: int
    start: int
    text: str

    @cached_property
    def words(self) -> int:
        """How many words it has; where a script sets no spaces between them, as many as its letters make."""
        unspaced = len(_UNSPACED.findall(self.text))
        return len(_UNSPACED.sub(" ", self.text).split()) + -(-unspaced // _LETTERS_OF_A_WORD)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it is a sentence rather than a label; some scripts have no mark for its end."""
        if self.words <= 3 or BULLET.match(self.text):
            return False
        is_ended = _SENTENCE_END.search(self.text[-_LONGEST_END:]) is not None
        return is_ended or (_ENDLESS.search(self.text) is not None and self.words > _LONG_LABEL)


def lines_of(body: str) -> list[Line]:
    """The lines of a text that hold words."""
    found: list[Line] = []
    start = 0
    for number, line in enumerate(re.split(r"(?<=\n)|(?<=\r)(?!\n)", body), 1):
        if line.strip():
            found.append(Line(number, start, line.strip().removeprefix("\ufeff")))
        start += len(line)
    return found
