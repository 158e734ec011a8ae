"""What is read of a file: its text in paragraphs, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.drafting.dates import datelines
from generator.drafting.furniture import BYLINE, furniture, lines_of
from generator.prose.languages.guess import guess_language


class IngestError(ValueError):
    """Why a file cannot be imported, and what to do, in words."""


@dataclass(frozen=True)
class Known:
    """A value, and whether it is certain; what is not is marked for the editor to check."""

    value: str
    is_sure: bool = False


@dataclass(frozen=True)
class Article:
    """A source's text and metadata."""

    text: str
    title: Known | None = None
    authors: tuple[Known, ...] = ()
    publisher: Known | None = None
    published: Known | None = None
    language: Known | None = None
    url: Known | None = None


# Line ends, controls, halves of characters, and marks that turn the direction of all that follows; joiners belong to words.
_NOT_ON_A_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def tidy(text: str) -> str:
    """A text with LF at its line ends, none of the characters that nobody can see, and one line end at its end."""
    lines = [line.rstrip() for line in re.split(r"\r\n|\r|\n|\u2028|\u2029|\x0b|\x0c|\x85", text.removeprefix("\ufeff"))]
    return _CONTROLS.sub("", "\n".join(lines)).strip("\n") + "\n"


def paragraphs(blocks: Iterable[str]) -> str:
    """Blocks as a text: each on one line, an empty line between."""
    shown = (" ".join(re.split(r"[ \t\r\n\u2028\u2029]+", block)).strip() for block in blocks)
    return tidy("\n\n".join(block for block in shown if block))


def one_line(words: str | None, limit: int = 300) -> str | None:
    """Words for a field on one line; None where nothing is left."""
    shown = " ".join(_NOT_ON_A_LINE.sub(" ", words or "").split())
    return shown[:limit] or None


def known(words: str | None, *, is_sure: bool = False) -> Known | None:
    """A value for a field on one line."""
    shown = one_line(words)
    return Known(shown, is_sure) if shown else None


def told_by(text: str, fallback_title: str) -> Article:
    """What a text says of itself: its first line for a title, a byline, a dateline, its language. None of it is sure, but the language."""
    lines = lines_of(text)
    around = furniture(lines)
    title = next((line.text.lstrip("# ") for index, line in enumerate(lines[:15]) if line.words <= 25 and index not in around), None)
    byline = next((match[0] for line in lines[:15] if (match := BYLINE.fullmatch(line.text))), "")
    author = re.sub(r"^\w+(?:\sby)?:?\s|[,|].*$|\.$", "", byline)
    day = next((day for start, day in datelines(text) if start < 2000), None)
    language = guess_language(text)
    return Article(
        text,
        title=known(title) or known(fallback_title),
        authors=(Known(author),) if author else (),
        published=Known(day.isoformat()) if day else None,
        language=Known(language, is_sure=True) if language else None,
    )


def iso_day(written: str | None) -> str | None:
    """The day at the start of an ISO date, where it is one."""
    try:
        return date.fromisoformat((written or "")[:10]).isoformat()
    except ValueError:
        return None
