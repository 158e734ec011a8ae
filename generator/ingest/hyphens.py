"""Hyphens at the ends of lines: was a word broken there, or is it one with a hyphen?

The document’s own words decide, then a lexicon of its language. Where neither knows, the hyphen stays, and the editor is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import simplemma

_SIGNS = ("\x02", "\u00ad", "\ufffe", "\u2010", "-")
_AT_END = re.compile(rf"([^\W\d_]+(?:[-\u2010][^\W\d_]+)*)([{''.join(_SIGNS)}])$")
_LONGEST_WORD = 200
_AT_START = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
# What parts of a number, an address or a dash has on both sides, without a space.
_GOES_ON = re.compile(r"\w[–—/@]$|://$")
# `Ein- und Ausfuhr`: the hyphen stands for a word that follows later.
_HANGING = frozenset(["und", "oder", "bzw", "and", "or", "to", "et", "ou", "y", "o", "e", "en", "of", "og", "och"])
# Scripts that part no words by spaces.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff9f\U00020000-\U0003ffff"
_WITHOUT_SPACE = re.compile(rf"[{_UNSPACED}]\n[{_UNSPACED}]")


class LineEnds:
    """How the lines of a document are joined."""

    def __init__(self, lines: Sequence[str], language: str | None) -> None:
        self.language = language
        self.words = Counter(_whole_words(lines))
        # Browsers break words with a sign that nobody types.
        self.breaks_with_own_sign = not any("\u2010" in line[:-1] for line in lines)

    def joined(self, lines: Iterable[str]) -> tuple[str, list[str]]:
        """Lines as one, and what an editor should look at in the joins."""
        parts: list[str] = []
        checks: list[str] = []
        end = ""
        for line in filter(None, lines):
            is_cut, between, check = self._between(end, line)
            if is_cut:
                parts[-1], end = parts[-1][:-1], end[:-1]
            parts += [between, line]
            checks += [check] if check else []
            end = f"{end}{between}{line}"[-_LONGEST_WORD:]
        return "".join(parts), checks

    def _between(self, end: str, line: str) -> tuple[bool, str, str | None]:
        """Whether the sign at the end of what is there goes, what comes before the next line, and what to look at."""
        broken = is_broken(end, line)
        if broken is None:
            return False, "" if not end or (_GOES_ON.search(end) and line[0].isalnum()) else _space(end, line), None
        before, sign = broken[1], broken[2]
        after = _AT_START.match(line)
        if after is None or not after[0][0].islower():
            return True, "-", None
        if after[0] in _HANGING:
            return True, "- ", None
        is_word, is_sure = self._is_one_word(before.lower(), after[0].lower(), sign)
        if is_word:
            return True, "", None
        return True, "-", None if is_sure else f"a hyphen at a line’s end was kept: “{before}-{after[0]}”"

    def _is_one_word(self, before: str, after: str, sign: str) -> tuple[bool, bool]:
        """Whether two pieces are one word without a hyphen, and whether that is sure."""
        if sign == "\u00ad" or (sign == "\u2010" and self.breaks_with_own_sign):
            return True, True
        whole, hyphenated = self.words[before + after], self.words[f"{before}-{after}"]
        if whole != hyphenated:
            return whole > hyphenated, True
        last, first = before.rpartition("-")[2], after.partition("-")[0]
        return self._is_known(last + first) and not self._is_known(f"{last}-{first}"), False

    def _is_known(self, word: str) -> bool:
        try:
            return bool(self.language) and simplemma.is_known(word, lang=(self.language or "").partition("-")[0])
        except ValueError:  # it has no lexicon of this language
            return False


def is_broken(block: str, line: str) -> re.Match[str] | None:
    """Where a block ends in the middle of a word that the next line may go on with."""
    return _end(block) if line[:1].isalnum() else None


def _end(block: str) -> re.Match[str] | None:
    """The word and the sign that breaks it at the end of a block; words of any length are none."""
    return _AT_END.search(block, max(0, len(block) - _LONGEST_WORD)) if block.endswith(_SIGNS) else None


def _space(end: str, line: str) -> str:
    return "" if _WITHOUT_SPACE.match(f"{end[-1]}\n{line[0]}") else " "


def _whole_words(lines: Sequence[str]) -> list[str]:
    """All words that no line end breaks."""
    found: list[str] = []
    for before, line in pairwise(["", *lines]):
        start = _AT_START.match(line) if is_broken(before, line) else None
        end = _end(line)
        found += _WORD.findall(line, start.end() if start else 0, end.start() if end else len(line))
    return [re.sub("[\u2010\u2011]", "-", word).lower() for word in found]
