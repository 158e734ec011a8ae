"""The text layer of a PDF: what its glyphs stand for (ToUnicode), in the order of its structure tree, without artifacts.

Readers of PDFs guess at spaces, hyphens and columns. Nothing is guessed here, so that a letter that was changed shows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from generator.verifying.problem import UnreadableError
from generator.wording.script import direction

_DEEPEST = 400  # of the structure tree
_FORMS = 8  # drawings inside of one another
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[([^\]]*)\])")
# Runs of words in other scripts, or a number: they keep their direction among letters that run to the left.
LEFTWARDS = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
"""The letters of scripts that run to the left, as a range of a regular expression."""

_WORD = rf"[^\W_{LEFTWARDS}]*[^\W\d_{LEFTWARDS}][^\W_{LEFTWARDS}]*"
_LEFT_TO_RIGHT = re.compile(rf"{_WORD}(?:[^\w{LEFTWARDS}]+{_WORD})*|\d(?:[\d.,:/+-]*\d)?")
_LEFTWARDS = {"R", "AL"}  # classes of Unicode's bidirectional algorithm
_SHOWING = {"Tj", "TJ", "'", '"'}
_OPERATORS = "BT ET Tf Tj TJ ' \" BMC BDC EMC Do"

Codes = dict[int, str]
Piece = tuple[int | None, list[str]]  # number of its marked content, what its glyphs stand for
Place = tuple[int, int]  # number of a page, number of marked content on it


def text_of(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The text of a document; what no tag leads to and is no artifact comes last."""
    tagged: dict[Place, list[str]] = {}
    others: list[str] = []
    runs_left = direction(str(pdf.Root.get("/Lang", "en"))) == "rtl"
    for number, page in enumerate(pdf.pages):
        for mark, words in _Page(runs_left=runs_left).read(page, page.get("/Resources", {}), None, 0):
            (others if mark is None else tagged.setdefault((number, mark), [])).append(words)
    for place in _reading_order(pdf):
        yield from tagged.pop(place, ())
    for left in tagged.values():
        yield from left
    yield from others


class _Page:
    """Reads content streams; remembers the fonts it has met. `runs_left`: the document is in a language that runs to the left."""

    def __init__(self, *, runs_left: bool = False) -> None:
        self.runs_left = runs_left
        self.fonts: dict[tuple[int, int], Codes] = {}

    def read(self, content: Any, resources: Any, mark: int | None, depth: int) -> Iterator[tuple[int | None, str]]:
        """Pieces of text with the marked content they belong to."""
        codes: Codes = {}
        line: list[Piece] = []
        open_marks: list[tuple[bool, int | None]] = [(False, mark)]
        for instruction in pikepdf.parse_content_stream(content, _OPERATORS):
            operator, operands = str(instruction.operator), instruction.operands
            if operator in ("BMC", "BDC"):
                open_marks.append(_opened(open_marks[-1], operands))
            elif operator == "EMC" and len(open_marks) > 1:
                open_marks.pop()
            elif operator == "Tf":
                codes = self.codes(resources.get("/Font", {}).get(str(operands[0])))
            elif operator in _SHOWING and not open_marks[-1][0]:
                line.append((open_marks[-1][1], list(_decoded(operands, codes))))
            elif operator == "ET":
                yield from _as_read(line, self.runs_left)
                line = []
            elif operator == "Do" and not open_marks[-1][0] and depth < _FORMS:
                drawing = resources.get("/XObject", {}).get(str(operands[0]))
                if drawing is not None and drawing.get("/Subtype") == "/Form":
                    yield from self.read(drawing, drawing.get("/Resources", resources), open_marks[-1][1], depth + 1)
        yield from _as_read(line, self.runs_left)  # what no ET ends

    def codes(self, font: Any) -> Codes:
        if font is None or "/ToUnicode" not in font:
            return {}
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = dict(_mapping(font.ToUnicode.read_bytes()))
        return self.fonts[font.objgen]


def _opened(outer: tuple[bool, int | None], operands: Any) -> tuple[bool, int | None]:
    """Whether marked content is an artifact, and its number."""
    artifact, mark = outer
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
        mark = int(properties.MCID)
    return artifact or str(operands[0]) == "/Artifact", mark


def _decoded(operands: Any, codes: Codes) -> Iterator[str]:
    for operand in operands:
        for part in operand if isinstance(operand, pikepdf.Array) else [operand]:
            if isinstance(part, pikepdf.String):
                shown = bytes(part)
                yield from (codes.get(int.from_bytes(shown[at : at + 2], "big"), "\ufffd") for at in range(0, len(shown), 2))


def _mapping(cmap: bytes) -> Iterator[tuple[int, str]]:
    """The entries of a ToUnicode CMap."""
    for section in _SECTION.finditer(cmap):
        if section[1] == b"bfchar":
            yield from ((int(code, 16), _unicode(text)) for code, text in _CHAR.findall(section[2]))
            continue
        for first, last, text, listed in _RANGE.findall(section[2]):
            start, end = int(first, 16), min(int(last, 16), int(first, 16) + 0xFFFF)
            if listed:
                yield from zip(range(start, end + 1), (_unicode(entry) for entry in re.findall(rb"<([0-9A-Fa-f]*)>", listed)), strict=False)
            else:
                base = _unicode(text)
                yield from ((code, base[:-1] + chr(ord(base[-1]) + code - start)) for code in range(start, end + 1) if base)


def _unicode(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")


def _as_read(line: Sequence[Piece], runs_left: bool) -> Iterator[tuple[int | None, str]]:
    """The pieces of a text object in the order in which they are read; they are drawn from left to right."""
    letters = {unicodedata.bidirectional(character) for _, glyphs in line for words in glyphs for character in words}
    turned = bool(letters & _LEFTWARDS) and (runs_left or "L" not in letters)
    for mark, glyphs in reversed(line) if turned else line:
        yield mark, logical(glyphs, runs_left=turned)


def logical(glyphs: Sequence[str], *, runs_left: bool = False) -> str:
    """Text in the order in which it is read: glyphs of scripts that run from right to left are drawn from left to right.

    A glyph may stand for several letters, which it has in their order.
    """
    shown = "".join(glyphs)
    if not runs_left and not any(unicodedata.bidirectional(character) in _LEFTWARDS for character in shown):
        return shown
    return _LEFT_TO_RIGHT.sub(lambda run: run[0][::-1], "".join(reversed(glyphs)))


def _reading_order(pdf: pikepdf.Pdf) -> list[Place]:
    """The marked content that the structure tree leads to."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    found: list[Place] = []
    root = pdf.Root.get("/StructTreeRoot")
    if isinstance(root, pikepdf.Dictionary):
        _collect(root, -1, pages, found, set(), 0)
    return found


def _collect(element: Any, page: int, pages: dict[Any, int], found: list[Place], seen: set[tuple[int, int]], depth: int) -> None:
    if depth > _DEEPEST or (element.is_indirect and element.objgen in seen):
        raise UnreadableError("its structure is no tree")
    seen.add(element.objgen)
    if "/Pg" in element:
        page = pages.get(element.Pg.objgen, page)
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            found.append((page, kid))
        elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
            found.append((pages.get(kid.Pg.objgen, -1) if "/Pg" in kid else page, int(kid.MCID)))
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") != "/OBJR":
            _collect(kid, page, pages, found, seen, depth + 1)
