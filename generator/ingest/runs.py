"""Runs: the words of an office document with what a reader sees beside them, and the paragraph that they make.

A word processor shows what it was told to drop, to raise, or to change when somebody agrees. None of this may be taken in silence:
what is struck out or hidden is left out and named, and a change that nobody has accepted stays in the text with a mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.ingest.article import LeftOut, Origin, Paragraph, Piece
from generator.ingest.raised import AMBIGUOUS, set_apart

STRUCK, HIDDEN, COMMENT = "struck out", "hidden text", "a comment of a reader"
DELETED, INSERTED, MOVED_AWAY, MOVED_HERE = "deleted", "inserted", "moved away", "moved here"
UNACCEPTED = "changes that nobody has accepted or rejected"
NO_SIGN = "a sign that only a font of symbols has"
NO_RESULT = "a field whose words are not in the file"


@dataclass(frozen=True)
class Run:
    """Words of one kind in a paragraph."""

    words: str
    is_raised: bool = False
    left_out: str = ""
    """Why the words are not in the text; empty where they are."""
    change: str = ""
    """What an unaccepted change does to the words."""
    check: str = ""
    """What an editor should look at."""


def pieces_of(runs: Iterable[Run], origin: Origin) -> Iterator[Piece]:
    """The paragraph that runs make, and what is left out of it."""
    text, checks, left_out = "", [], []
    for (change, why), group in groupby(runs, lambda run: (run.change, run.left_out)):
        together = list(group)
        words, found = _words(together, text)
        checks += found
        if why:
            left_out.append(LeftOut(origin, words, why, to_check=True))
        elif change and words.strip():
            before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
            text += f"{before}[{change}: {words.strip()}]{after}"
            checks.append(UNACCEPTED)
        else:
            text += words
    yield Paragraph(text, origin, tuple(dict.fromkeys(checks)))
    yield from left_out


def _words(runs: Iterable[Run], before: str) -> tuple[str, list[str]]:
    """The words of runs of one kind, after the text before them, and what to look at in them."""
    words, checks = "", []
    for is_raised, group in groupby(runs, lambda run: run.is_raised):
        together = list(group)
        added = "".join(run.words for run in together)
        checks += [run.check for run in together if run.check]
        if is_raised:
            added, is_sure = set_apart(before + words, added)
            checks += [] if is_sure else [AMBIGUOUS]
        words += added
    return words, checks
