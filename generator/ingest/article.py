"""What is read of a file: its paragraphs, where each came from, what was left out and why, and what it says of itself.

Every reader makes an `Article` of pieces in the original's order: `Paragraph`s, which are the text, and between them what was
`LeftOut` of it. Nothing that a reader of the original sees is missing from both.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.drafting.dates import datelines
from generator.drafting.furniture import furniture
from generator.drafting.furniture_words import BYLINE
from generator.drafting.lines import Line, lines_of
from generator.drafting.segments import Segment
from generator.prose.languages.guess import guess_language


class IngestError(ValueError):
    """Why a file cannot be imported, and what to do, in words."""


@dataclass(frozen=True)
class Known:
    """A value, and whether it is certain; what is not is marked for the editor to check."""

    value: str
    is_sure: bool = False


@dataclass(frozen=True)
class Origin:
    """Where a piece stands in the original, as far as its format can say; empty where nobody knows."""

    part: str = ""
    """The file inside of an archive, or the part of a message: `word/footnotes.xml`, `chapter-2.xhtml`."""
    element: str = ""
    """The path of an element of a page (XPath): `/html/body/article/p[3]`."""
    page: int | None = None
    """The page of a PDF, from 1; a picture is one page."""
    box: tuple[float, float, float, float] | None = None
    """Left, bottom, right and top on the page, in points from its lower left corner; in a picture, in pixels."""
    number: int | None = None
    """The paragraph of its part, the line of a text, or the cue of a subtitle; from 1."""
    time: str = ""
    """When a cue is shown: `00:01:02.000/00:01:04.500`."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the text, which is one line of it."""

    text: str
    origin: Origin = Origin()
    checks: tuple[str, ...] = ()
    """What an editor should look at in the original; brief.yml says it as `# check`."""
    furniture: str = ""
    """The sort of page furniture that its reader knows it to be (`navigation`, `caption`): it stays, and nothing may cite it."""


@dataclass(frozen=True)
class LeftOut:
    """Words of the original that are not in the text, and why."""

    origin: Origin
    words: str
    why: str
    to_check: bool = False
    """Whether an editor should look at it: the words may belong to what the original tells."""


Piece = Paragraph | LeftOut


@dataclass(frozen=True)
class Article:
    """A source's text, piece by piece in the original's order, and its metadata."""

    pieces: tuple[Piece, ...]
    title: Known | None = None
    authors: tuple[Known, ...] = ()
    publisher: Known | None = None
    published: Known | None = None
    language: Known | None = None
    url: Known | None = None
    between: str = "\n\n"
    """What parts two paragraphs in the text; a file that is a text already keeps its lines, the empty ones too."""
    segments: tuple[Segment, ...] = ()
    """Of which kind its lines are, once it is read whole."""

    @cached_property
    def text(self) -> str:
        return self.between.join(paragraph.text for paragraph in self.paragraphs) + "\n"

    def placed(self) -> Iterator[tuple[int, Piece]]:
        """The pieces with the number of the line on which a paragraph stands, or after which something was left out."""
        line, step = 0, self.between.count("\n")
        for piece in self.pieces:
            if isinstance(piece, Paragraph):
                line = line + step if line else 1
            yield line, piece

    @cached_property
    def told_by_form(self) -> dict[int, str]:
        """What the reader knows of lines: their sort of furniture; of those of a page, also (`""`) that they are none."""
        paragraphs = ((line, piece) for line, piece in self.placed() if isinstance(piece, Paragraph))
        return {line: piece.furniture for line, piece in paragraphs if piece.furniture or piece.origin.element}

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Paragraph))

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, LeftOut))


_ABOVE, _BELOW = 8, 15  # lines around the first of the text in which it may say whose it is
_BEGINNING = 2000  # characters in which it may say when
_FIRST_YEAR, _LAST_YEAR = 1500, 2199  # of what somebody published
# Line ends, controls, halves of characters, and marks that turn the direction of all that follows; joiners belong to words.
_NOT_ON_A_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def tidy(text: str) -> str:
    """A text with LF at its line ends, none of the characters that nobody can see, and one line end at its end."""
    lines = [line.rstrip() for line in re.split(r"\r\n|\r|\n|\u2028|\u2029|\x0b|\x0c|\x85", text.removeprefix("\ufeff"))]
    return _CONTROLS.sub("", "\n".join(lines)).strip("\n") + "\n"


def tidied(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces whose words stand on one line, without the characters that nobody can see; blank ones are none.

    What was left out and has no words at all (a picture, an attachment) stays.
    """
    for piece in pieces:
        written = piece.text if isinstance(piece, Paragraph) else piece.words
        words = _on_one_line(written)
        if words or (isinstance(piece, LeftOut) and not written):
            yield replace(piece, text=words) if isinstance(piece, Paragraph) else replace(piece, words=words)


def _on_one_line(words: str) -> str:
    return " ".join(filter(None, re.split(r"[ \t\r\n\x0b\x0c\x85\u2028\u2029]+", _CONTROLS.sub("", words.replace("\ufeff", "")))))


def one_line(words: str | None, limit: int = 300) -> str | None:
    """Words for a field on one line; None where nothing is left."""
    shown = " ".join(_NOT_ON_A_LINE.sub(" ", words or "").split())
    return shown[:limit] or None


def known(words: str | None, *, is_sure: bool = False) -> Known | None:
    """A value for a field on one line."""
    shown = one_line(words)
    return Known(shown, is_sure) if shown else None


def told_by(pieces: Iterable[Piece], fallback_title: str) -> Article:
    """An article and what its text says of itself: its first line for a title, a byline, a dateline, its language.

    None of it is sure, but the language.
    """
    return described(Article(tuple(tidied(pieces))), fallback_title)


def described(article: Article, fallback_title: str) -> Article:
    """An article with what its text says of itself."""
    lines = lines_of(article.text)
    around = furniture(lines, article.told_by_form)
    first = next((index for index, line in enumerate(lines) if index not in around), 0)
    top = range(max(0, first - _ABOVE), min(len(lines), first + _BELOW))
    title = next((lines[index].text.lstrip("# ") for index in top if lines[index].words <= 25 and index not in around), None)
    byline = next((match[0] for index in top if (match := BYLINE.fullmatch(lines[index].text))), "")
    author = re.sub(r"^\w+(?:\sby)?[:：]?\s?|[,|].*$|\.$", "", byline)
    since = lines[top.start].start if lines else 0
    day = next((day for start, day in datelines(article.text) if since <= start < since + _BEGINNING), None)
    language = guess_language(_own_words(lines, around))
    return replace(
        article,
        title=known(title) or known(fallback_title),
        authors=(Known(author),) if author else (),
        published=Known(day.isoformat()) if day else None,
        language=Known(language, is_sure=True) if language else None,
    )


def _own_words(lines: Sequence[Line], around: Container[int]) -> str:
    """What an article says itself; all that is there, where nothing else is."""
    return "\n".join(line.text for index, line in enumerate(lines) if index not in around) or "\n".join(line.text for line in lines)


def iso_day(written: str | None) -> str | None:
    """The day at the start of an ISO date, where it is one; the year 1 and the year 9999 are what programs write for none."""
    try:
        day = date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
    return day.isoformat() if _FIRST_YEAR <= day.year <= _LAST_YEAR else None
