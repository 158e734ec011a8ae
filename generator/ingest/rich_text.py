"""RTF 1.9: groups, control words and letters, told as the same runs as other office documents.

The libraries for RTF bring its words alone; what is struck out, raised, hidden or changed by somebody must be known here.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from generator.ingest.article import Article, IngestError, Known, Origin, Piece, iso_day, known, told_by
from generator.ingest.runs import COMMENT, DELETED, HEAD, HIDDEN, INSERTED, STRUCK, Run, mark_of, pieces_of, without

_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,9})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\", re.DOTALL)
_LETTERS = {
    "tab": "\t", "line": "\n", "softline": "\n", "page": "\n", "column": "\n", "emspace": " ", "enspace": " ", "qmspace": " ",
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"-": "\u00ad", b"_": "\u2011", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
# Groups whose words are no words of the text, and those that have a place of their own.
_SILENT = frozenset(
    {"fonttbl", "colortbl", "stylesheet", "info", "pict", "objdata", "fldinst", "bkmkstart", "bkmkend", "shpinst", "shprslt", "nonshppict"}
    | {"sp", "atnid", "atnauthor", "xe", "tc", "rxe"}
)
_PLACES = {"footnote": "note", "annotation": "comment", "shptxt": "box", "title": "title", "author": "author", "creatim": "created"}
_PLACES |= {f"{kind}{pages}": "head" for kind in ("header", "footer") for pages in ("", "l", "r", "f")}
_STORIES = ("note", "comment", "box", "head")
_CODECS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_SHOWN: dict[str, Callable[[int | None], dict[str, Any]]] = {
    "v": lambda number: {"is_hidden": number != 0}, "strike": lambda number: {"is_struck": number != 0},
    "striked": lambda number: {"is_struck": number != 0}, "super": lambda number: {"is_raised": number != 0},
    "up": lambda number: {"is_raised": number != 0}, "sub": lambda number: {"is_raised": False}, "dn": lambda number: {"is_raised": False},
    "nosupersub": lambda number: {"is_raised": False}, "deleted": lambda number: {"change": DELETED if number != 0 else ""},
    "revised": lambda number: {"change": INSERTED if number != 0 else ""}, "uc": lambda number: {"repeated": number or 0},
    "plain": lambda number: {"is_raised": False, "is_struck": False, "is_hidden": False, "change": "", "codec": ""},
}  # fmt: skip
_DEEPEST = 1_000


@dataclass(frozen=True)
class _State:
    """What holds inside of a group: where its words go (`""` is nowhere), how they are shown, and how they are encoded."""

    place: str = "body"
    is_raised: bool = False
    is_struck: bool = False
    is_hidden: bool = False
    change: str = ""
    codec: str = ""
    repeated: int = 1
    """How many letters repeat a Unicode character, for programs that know none."""


@dataclass
class _Story:
    """The body, a note, a box, a head or a comment: what was made of it, and the paragraph or the row that is being read."""

    place: str
    depth: int
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Piece] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    cells: list[list[Run]] = field(default_factory=list)
    in_row: bool = False


def read(name: str, data: bytes) -> Article:
    """An RTF document: its paragraphs, and its properties."""
    reader = _Reader()
    article = told_by(reader.pieces(data), name)
    day = iso_day("-".join(reader.created))
    return replace(
        article,
        title=known(reader.properties["title"]) or article.title,
        authors=article.authors or tuple(filter(None, [known(reader.properties["author"])])),
        published=article.published or (Known(day) if day else None),
    )


class _Reader:
    """Goes through a document's tokens once."""

    def __init__(self) -> None:
        self.states = [_State()]
        self.stories = [_Story("body", 0)]
        self.after: list[Piece] = []
        self.properties = {"title": "", "author": ""}
        self.created: list[str] = []
        self.fonts: dict[int, str] = {}
        self.font, self.codec = 0, "cp1252"
        self.bytes, self.high = b"", ""
        self.to_skip = self.notes = self.number = 0
        self.is_optional = False

    def pieces(self, data: bytes) -> list[Piece]:
        """The pieces of the body, and after them notes and what is left out."""
        at = 0
        while token := _TOKEN.match(data, at):
            at = token.end()
            word, number, byte, symbol, brace, plain = token.groups()
            if plain or byte:
                letters = plain or bytes([int(byte, 16)])
                self.bytes += letters[self.to_skip :]
                self.to_skip = max(0, self.to_skip - len(letters))
                continue
            self._flush()
            self.to_skip = 0
            if brace:
                self._open_group() if brace == b"{" else self._close_group()
            elif word == b"bin":
                at += max(0, int(number or 0))
            elif word:
                self._control(word.decode(), int(number) if number else None)
            elif symbol == b"*":
                self.is_optional = True
            elif symbol in _SYMBOLS:
                self._say(_SYMBOLS[symbol])
        self._flush()
        while self.stories[1:]:
            self._close_group()
        self._end_paragraph(self.stories[0])
        return self.stories[0].pieces + self.after

    def _open_group(self) -> None:
        self.states.append(self.states[-1])
        if len(self.states) > _DEEPEST:
            raise RecursionError

    def _close_group(self) -> None:
        """The end of a group; where a story ends with it, its pieces go where they belong."""
        story = self.stories[-1]
        if story.depth == len(self.states) > 1:
            self._end_paragraph(self.stories.pop())
            if story.place == "box":
                self.stories[-1].boxes += story.pieces
            elif story.place == "note":
                self.after += story.pieces
            else:
                self.after += without(story.pieces, COMMENT if story.place == "comment" else HEAD)
        if len(self.states) > 1:
            self.states.pop()

    def _flush(self) -> None:
        if self.bytes:
            letters, self.bytes = self.bytes, b""
            self._say(letters.decode(self.states[-1].codec or self.codec, "replace"))

    def _say(self, words: str) -> None:
        """Words at the place where they belong."""
        state = self.states[-1]
        if state.place in self.properties:
            self.properties[state.place] += words
        elif state.place in ("body", *_STORIES):
            why = HIDDEN if state.is_hidden else STRUCK if state.is_struck else ""
            self.stories[-1].runs.append(Run(words, state.is_raised, why, state.change))

    def _set(self, **values: Any) -> None:
        self.states[-1] = replace(self.states[-1], **values)

    def _control(self, word: str, number: int | None) -> None:
        is_optional, self.is_optional = self.is_optional, False
        if word in _PLACES and (self.states[-1].place or word in ("shptxt", "title", "author", "creatim")):
            self._begin(_PLACES[word])
        elif is_optional or word in _SILENT:
            self._set(place="")
        elif word in _LETTERS:
            self._say(_LETTERS[word])
        elif word == "u":
            self._unicode(number or 0)
        elif word in _SHOWN:
            self._set(**_SHOWN[word](number))
        elif word in ("par", "sect", "cell", "nestcell", "row", "nestrow", "intbl", "pard", "chftn"):
            if self.states[-1].place in ("body", *_STORIES):
                self._structure(word, self.stories[-1])
        else:
            self._encoding(word, number or 0)

    def _begin(self, place: str) -> None:
        """A group with a place of its own."""
        self._set(place=place)
        if place in _STORIES:
            self._set(is_raised=False, is_struck=False, is_hidden=False)
            self.stories.append(_Story(place, len(self.states)))

    def _structure(self, word: str, story: _Story) -> None:
        if word in ("intbl", "pard"):
            story.in_row = word == "intbl"
        elif word == "chftn":
            self.notes += story.place != "note"
            mark = mark_of("footnote", self.notes)
            story.runs.append(Run(f"{mark} " if story.place == "note" else mark, is_raised=story.place != "note"))
        elif word in ("cell", "nestcell"):
            story.cells.append(story.runs)
            story.runs = []
        elif word in ("row", "nestrow") or not story.in_row:
            self._end_paragraph(story)
        else:
            story.runs.append(Run(" "))

    def _end_paragraph(self, story: _Story) -> None:
        """The paragraph or the row that a story has come to, and the boxes that hang on it."""
        self.number += 1
        cells = [*story.cells, *([story.runs] if story.runs and story.cells else [])]
        runs = [run for cell in cells for run in (Run("| "), *cell, Run(" "))] + [Run("|")] if cells else story.runs
        story.pieces += [*pieces_of(runs, Origin(number=self.number)), *story.boxes]
        story.runs, story.cells, story.boxes, story.in_row = [], [], [], False

    def _unicode(self, number: int) -> None:
        """A character by its number; those beyond the first plane come in two halves."""
        letter = self.high + chr(number % 0x10000)
        self.high = letter if "\ud800" <= letter[-1] <= "\udbff" else ""
        if not self.high:
            letter = "•" if letter == "\uf0b7" else letter
            self._say(letter.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
        self.to_skip = self.states[-1].repeated

    def _encoding(self, word: str, number: int) -> None:
        if word == "f":
            self.font = number
            self._set(codec=self.fonts.get(number, ""))
        elif word == "fcharset" and number in _CODECS:
            self.fonts[self.font] = _CODECS[number]
        elif word == "ansicpg":
            try:
                self.codec = codecs.lookup("utf-8" if number == 65001 else f"cp{number}").name
            except LookupError:
                raise IngestError(f"is in the code page {number}, which is not known here; save it as DOCX, and import that") from None
        elif word in ("yr", "mo", "dy") and self.states[-1].place == "created":
            self.created.append(f"{number:04d}" if word == "yr" else f"{number:02d}")
