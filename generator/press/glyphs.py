"""What each glyph of a PDF stands for, wherever it stands: WeasyPrint notes what it stood for where it was first drawn.

In scripts whose letters join, one glyph stands for other letters in other places: the vowel sign of की and of नी is one glyph, and what
is copied would be the first of the two for both. Here each meaning gets a code of its own, which leads to the same glyph. And where
WeasyPrint gives the letters of several glyphs to the last of them, they share them, because readers make up letters for a glyph
without any.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any, TypeAlias

import pydyf  # type: ignore[import-untyped]
from weasyprint.pdf import stream as drawing

from generator.dossier.printed import squeezed

_SHOWN = re.compile(r"<([0-9a-f]*)>")
_LAST = 0xFFFF  # codes of our own are counted down from here; a font’s glyphs from zero up


@dataclass
class Glyph:
    """A glyph where it is drawn: its number in its font, and what it stands for there."""

    meanings: Meanings
    number: int
    text: str


Drawn: TypeAlias = deque[Glyph]


class Meanings(dict[int, str]):
    """What the glyphs of a font stand for; `others` are the codes of glyphs where they stand for something else."""

    def __init__(self, drawn: Drawn) -> None:
        super().__init__()
        self.drawn = drawn
        self.others: dict[tuple[int, str], int] = {}

    def __contains__(self, glyph: object) -> bool:
        """Never, so that WeasyPrint says each time what a glyph stands for."""
        return False

    def __setitem__(self, number: int, text: str) -> None:
        self.drawn.append(Glyph(self, number, text))
        if any(unicodedata.category(letter)[0] == "M" for letter in text):
            waiting = takewhile(lambda glyph: glyph.meanings is self and not glyph.text, islice(reversed(self.drawn), 1, len(text)))
            for glyph, letter in zip(reversed(list(waiting)), text, strict=False):
                glyph.text = letter
                self.drawn[-1].text = self.drawn[-1].text[1:]

    def code(self, glyph: int, text: str) -> int:
        """The code for a glyph where it stands for a text; white space and hyphens are one."""
        first = self.setdefault(glyph, text)
        if first == text or (first and text and squeezed(first) == squeezed(text)):
            return glyph
        return self.others.setdefault((glyph, text), _LAST - len(self.others))


Fonts: TypeAlias = "dict[bytes, Meanings]"  # by the names of the fonts


@contextmanager
def meanings_kept() -> Iterator[Fonts]:
    """Keep what glyphs stand for where they are drawn in here."""
    fonts: Fonts = {}
    drawn: Drawn = deque()
    font, show = drawing.Font, drawing.Stream.show_text

    def kept(*arguments: Any) -> Any:
        made = font(*arguments)
        if not made.bitmap:
            made.to_unicode = fonts.setdefault(made.name, Meanings(drawn))
        return made

    def coded(shown: re.Match[str]) -> str:
        return f"<{''.join(f'{_next(int(shown[1][at : at + 4], 16), drawn):04x}' for at in range(0, len(shown[1]), 4))}>"

    def show_coded(stream: Any, text: str) -> None:
        show(stream, _SHOWN.sub(coded, text) if drawn else text)

    drawing.Font, drawing.Stream.show_text = kept, show_coded
    try:
        yield fonts
    finally:
        drawing.Font, drawing.Stream.show_text = font, show


def _next(glyph: int, drawn: Drawn) -> int:
    named = drawn.popleft()
    if glyph != named.number:
        raise ValueError("WeasyPrint draws glyphs in another order than it names them")
    return named.meanings.code(glyph, named.text)


def tell_meanings(pdf: pydyf.PDF, fonts: Fonts) -> None:
    """Write into a document which glyphs the codes of our own lead to, and what they stand for."""
    for thing in list(pdf.objects):
        meanings = fonts.get(thing.get("BaseFont", b"")) if isinstance(thing, pydyf.Dictionary) and "ToUnicode" in thing else None
        if meanings is not None and meanings.others:
            read = (f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for (_, text), code in meanings.others.items())
            _insert(_object(pdf, thing["ToUnicode"]), "bfchar", read)
            shown = (f"<{code:04x}> {glyph}" for (glyph, _), code in meanings.others.items())
            if thing["Encoding"] == "/Identity-H":
                thing["Encoding"] = _encoding(pdf, meanings)
            _insert(_object(pdf, thing["Encoding"]), "cidchar", shown)


def _object(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _insert(cmap: pydyf.Stream, kind: str, entries: Iterator[str]) -> None:
    """Add entries to a CMap, in sections of a hundred as Adobe’s specification wants it."""
    while section := list(islice(entries, 100)):
        end = cmap.stream.index(b"endcmap")
        cmap.stream[end:end] = [f"{len(section)} begin{kind}".encode(), *(entry.encode() for entry in section), f"end{kind}".encode()]


def _encoding(pdf: pydyf.PDF, meanings: Meanings) -> bytes:
    """A CMap in which the codes of glyphs are their numbers."""
    system = {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("Identity"), "Supplement": 0}
    about = {"Type": "/CMap", "CMapName": "/Briefs-H", "CIDSystemInfo": pydyf.Dictionary(system)}
    lines = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo 3 dict dup begin
/Registry (Adobe) def
/Ordering (Identity) def
/Supplement 0 def
end def
/CMapName /Briefs-H def
/CMapType 1 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
    cmap = pydyf.Stream([line.encode() for line in lines.splitlines()], pydyf.Dictionary(about), compress=True)
    pdf.add_object(cmap)
    _insert(cmap, "cidchar", (f"<{glyph:04x}> {glyph}" for glyph in sorted(meanings)))
    return bytes(cmap.reference)
