"""Runs: the words of an office document with what a reader sees beside them, and the paragraph that they make.

A word processor shows what it was told to drop, to raise, or to change when somebody agrees. None of this may be taken in silence:
what is struck out or hidden is left out and named, and a change that nobody has accepted stays in the text with a mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.ingest.article import LeftOut, Origin, Paragraph, Piece
from generator.ingest.raised import AMBIGUOUS, set_apart

STRUCK, HIDDEN, COMMENT = "struck out", "hidden text", "a comment of a reader"
HEAD = "a head or foot of the pages"
DELETED, INSERTED, MOVED_AWAY, MOVED_HERE = "deleted", "inserted", "moved away", "moved here"
UNACCEPTED = "changes that nobody has accepted or rejected"
NO_SIGN = "a sign that only a font of symbols has"
NO_RESULT = "a field whose words are not in the file"


@dataclass(frozen=True)
class Shown:
    """How words are shown, as far as it matters to what they say; None where nothing says it."""

    is_struck: bool | None = None
    is_hidden: bool | None = None
    is_raised: bool | None = None

    def over(self, other: Shown) -> Shown:
        """What this says, and where it is silent, the other."""
        own = {name: value for name, value in vars(self).items() if value is not None}
        return replace(other, **own)


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


def numbered(mark: str, runs: list[Run]) -> list[Run]:
    """The runs of an item after its number or bullet, which is drawn before words only."""
    return [Run(mark), *runs] if mark and any(run.words.strip() and not run.left_out for run in runs) else runs


def pieces_of(runs: Iterable[Run], origin: Origin) -> Iterator[Piece]:
    """The paragraph that runs make, and what is left out of it."""
    text, checks, left_out = "", [], []
    for (change, why), group in groupby(runs, lambda run: (run.change, run.left_out)):
        together = list(group)
        words, found = _words(together, text)
        checks += found
        if why and words.strip():
            left_out.append(LeftOut(origin, words, why, to_check=True))
        elif change and words.strip() and not why:
            before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
            text += f"{before}[{change}: {words.strip()}]{after}"
            checks.append(UNACCEPTED)
        elif not why:
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


def without(pieces: Iterable[Piece], why: str) -> Iterator[LeftOut]:
    """What stands around a text or was written about it, all of it left out."""
    for piece in pieces:
        if isinstance(piece, LeftOut):
            yield piece
        elif piece.text.strip():
            yield LeftOut(piece.origin, piece.text, why)


def mark_of(kind: str, number: int) -> str:
    """The mark of a note in brackets: figures for notes at the foot, with a letter for notes at the end."""
    return f"[{number}]" if kind == "footnote" else f"[e{number}]"


def rows_of(rows: Sequence[Sequence[Sequence[Piece]]]) -> Iterator[Piece]:
    """A table of figures in a line for each row; one that only places paragraphs, in paragraphs. Rows of cells of pieces."""
    if any(sum(isinstance(piece, Paragraph) and bool(piece.text.strip()) for piece in cell) > 1 for row in rows for cell in row):
        yield from (piece for row in rows for cell in row for piece in cell)
        return
    for row in rows:
        told = [[piece for piece in cell if isinstance(piece, Paragraph)] for cell in row]
        words = [" ".join(piece.text.strip() for piece in cell) for cell in told]
        inside = [piece for cell in told for piece in cell]
        if any(words):
            checks = tuple(dict.fromkeys(check for piece in inside for check in piece.checks))
            yield Paragraph(f"| {' | '.join(words)} |", inside[0].origin, checks)
        yield from (piece for cell in row for piece in cell if isinstance(piece, LeftOut))
