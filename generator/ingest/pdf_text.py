"""The letters of a PDF, as pdfium tells them: the pieces of the lines of each page, and the document's properties.

pdfium is native code, and half a megabyte of a hostile PDF has it ask for gigabytes: it is called in a process that may die.
Its own line ends are not used: it joins lines at a hyphen, and parts them at a raised figure. Lines come of where the letters stand.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from generator.ingest.article import IngestError

MAX_PAGES = 500
MAX_CHARACTERS = 2_000_000
_PART = "save the pages that you need as a PDF of their own"
_FPDF_ERR_PASSWORD = 4
_FEW_LETTERS = 100  # on a page that a picture fills: a stamp, a number
_INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE


class Page(NamedTuple):
    """A page: the pieces of its lines as `Piece.as_row` tells them, and whether it is a scan."""

    rows: list[list[Any]]
    is_scan: bool


class Letter(NamedTuple):
    """A letter and its place as it is read: left, right, baseline, the size of its type, in points, and the angle that it is turned by.

    `is_from_right` says that it belongs to a script that is written from the right.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    angle: int = 0
    is_from_right: bool = False


@dataclass
class Piece:
    """Letters that follow each other on a baseline without a wide gap: words, with those that stand raised told apart."""

    first: Letter
    last: Letter = field(init=False)
    runs: list[tuple[list[str], bool]] = field(default_factory=list)
    baseline: float = 0
    size: float = 0
    left: float = 0
    right: float = 0
    is_hidden: bool = False
    sizes: Counter[float] = field(init=False)

    def __post_init__(self) -> None:
        self.last, self.baseline, self.size = self.first, self.first.baseline, self.first.size
        self.left, self.right = self.first.left, self.first.right
        self.runs.append(([self.first.text], False))
        self.sizes = Counter({self.first.size: 1})

    def takes(self, letter: Letter) -> bool:
        """Add a letter that goes on with the line; False where it begins another piece."""
        size = max(self.size, letter.size)
        rise, gap = letter.baseline - self.baseline, letter.left - self.right
        if letter.angle != self.first.angle or not self._is_beside(letter, size):
            return False
        # A line may begin with the mark of a note.
        if rise < -0.12 * size and letter.size > 1.15 * self.size and sum(len(letters) for letters, _ in self.runs) <= 4:
            self.runs = [(letters, True) for letters, _ in self.runs]
            self.baseline, self.size, rise = letter.baseline, letter.size, 0
        is_small = 0.4 * self.size < letter.size < 0.87 * self.size
        highest = 0.75 if is_small else 0.5 if letter.size > 0.87 * self.size else 0
        if not (abs(rise) < 0.12 * size or (gap < 0.5 * size and -0.45 * size < rise < highest * size)):
            return False
        self._add(letter.text, is_raised=rise > 0.15 * size)
        self.sizes[letter.size] += 1
        self.last, self.left, self.right = letter, min(self.left, letter.left), max(self.right, letter.right)
        return True

    def _is_beside(self, letter: Letter, size: float) -> bool:
        """Whether a letter is next in its direction; where it is written from the right, a number in it jumps back and forth."""
        if letter.is_from_right or self.last.is_from_right or self.first.is_from_right:
            return self.left - 3 * size < letter.right and letter.left < self.right + 3 * size
        # All letters of a ligature stand where it stands.
        return letter.left > self.last.left - 0.1 * size and letter.left < self.right + 0.9 * size

    def _add(self, text: str, *, is_raised: bool) -> None:
        if self.runs[-1][1] == is_raised:
            self.runs[-1][0].append(text)
        else:
            self.runs.append(([text], is_raised))

    def add_space(self) -> None:
        """A space belongs to the words around it."""
        self.runs[-1][0].append(" ")

    def as_row(self) -> list[Any]:
        """What is told of it: runs, size, left, right, baseline, whether it is invisible, and its angle."""
        size = self.sizes.most_common(1)[0][0]  # a line may begin with small capitals
        runs = [("".join(letters), is_raised) for letters, is_raised in self.runs]
        return [runs, *(round(value, 2) for value in (size, self.left, self.right, self.baseline)), self.is_hidden, self.first.angle]


def pages_of(data: bytes) -> tuple[list[Page], dict[str, str]]:
    """Its pages and its properties; IngestError where it cannot be read."""
    try:
        with pdfium.PdfDocument(data) as document:
            if len(document) > MAX_PAGES:
                raise IngestError(f"has more than {MAX_PAGES} pages; {_PART}")
            return list(_pages(document)), document.get_metadata_dict()
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _FPDF_ERR_PASSWORD:
            raise IngestError("is encrypted; save it without a password") from None
        raise IngestError("is a damaged PDF; download or save it again") from None


def _pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    left = MAX_CHARACTERS
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        left -= text_page.count_chars()
        if left < 0:
            raise IngestError(f"holds more than {MAX_CHARACTERS // 10**6} million characters; {_PART}")
        rows = [piece.as_row() for piece in _pieces(text_page)]
        letters = sum(len(words) for runs, *_ in rows for words, _ in runs)
        yield Page(rows, is_scan=letters < _FEW_LETTERS and _is_picture(page))
        text_page.close()
        page.close()


def _is_picture(page: pdfium.PdfPage) -> bool:
    """Whether one picture fills most of a page."""
    width, height = page.get_size()
    for shown in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = shown.get_bounds()
        if (min(right, width) - max(left, 0)) * (min(top, height) - max(bottom, 0)) > 0.5 * width * height:
            return True
    return False


def _pieces(text_page: pdfium.PdfTextPage) -> Iterator[Piece]:
    """The pieces of a page, in the order in which they were drawn."""
    piece: Piece | None = None
    letters = text_page.raw
    places = _Places(letters)
    high = ""  # the first half of a character beyond the first plane
    for index in range(text_page.count_chars()):
        text = high + chr(raw.FPDFText_GetUnicode(letters, index))
        high = text if "\ud800" <= text[-1] <= "\udbff" else ""
        if high or text in "\r\n\0":
            continue
        if text.isspace():
            if piece is not None:
                piece.add_space()
            continue
        if len(text) > 1 or "\ud800" <= text <= "\udfff":
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        letter = places.letter(index, text)
        if piece is None or not piece.takes(letter):
            if piece is not None:
                yield piece
            piece = Piece(letter)
            piece.is_hidden = _is_hidden(letters, index)
    if piece is not None:
        yield piece


class _Places:
    """Where the letters of a page stand; what pdfium writes into is kept from letter to letter, for making it takes longer than asking."""

    def __init__(self, letters: Any) -> None:
        self.letters = letters
        self.origin = ctypes.c_double(), ctypes.c_double()
        self.box = ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
        self.matrix = raw.FS_MATRIX()

    def letter(self, index: int, text: str) -> Letter:
        letters, (x, y), (left, right, bottom, top), matrix = self.letters, self.origin, self.box, self.matrix
        raw.FPDFText_GetCharOrigin(letters, index, x, y)
        raw.FPDFText_GetCharBox(letters, index, left, right, bottom, top)
        size, angle = raw.FPDFText_GetFontSize(letters, index), 0
        if raw.FPDFText_GetMatrix(letters, index, matrix):
            size *= math.hypot(matrix.c, matrix.d) or 1
            angle = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) % 4 * 90
        if angle == 0:
            begin, end, baseline = x.value, right.value, y.value
        elif angle == 90:
            begin, end, baseline = y.value, top.value, -x.value
        elif angle == 180:
            begin, end, baseline = -x.value, -left.value, -y.value
        else:
            begin, end, baseline = -y.value, -bottom.value, x.value
        is_from_right = not text.isascii() and unicodedata.bidirectional(text[0]) in ("R", "AL")
        return Letter(text, begin, max(end, begin), baseline, size, angle, is_from_right)


def _is_hidden(letters: Any, index: int) -> bool:
    shown = raw.FPDFText_GetTextObject(letters, index)
    return bool(shown) and raw.FPDFTextObj_GetTextRenderMode(shown) == _INVISIBLE
