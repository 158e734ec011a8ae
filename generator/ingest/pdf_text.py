"""A program of its own: a PDF on its standard input, the lines of its pages and its properties as JSON on its standard output.

pdfium is native code, and half a megabyte of a hostile PDF has it ask for gigabytes: this process has limits, and may die.
Called as `python -I -B pdf_text.py MEGABYTES PAGES`. Exit status 3 for a password, 4 for a damaged file, 5 for too many pages.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from generator.engine.limits import limit_memory

PASSWORD, DAMAGED, TOO_MANY = 3, 4, 5
_FPDF_ERR_PASSWORD = 4


def pages_of(data: bytes, most: int) -> dict[str, Any]:
    """The lines of each page (text, size of type, left and baseline in points), and the properties."""
    with pdfium.PdfDocument(data) as document:
        if len(document) > most:
            sys.exit(TOO_MANY)
        pages = [list(_lines(document[number])) for number in range(len(document))]
        return {"pages": pages, "properties": document.get_metadata_dict()}


def _lines(page: pdfium.PdfPage) -> Iterator[tuple[str, float, float, float]]:
    text_page = page.get_textpage()
    first, letters = 0, ""
    count = text_page.count_chars()
    for index in range(count + 1):
        letter = chr(raw.FPDFText_GetUnicode(text_page.raw, index)) if index < count else "\n"
        if letter in "\r\n":
            if letters.strip():
                left, baseline = ctypes.c_double(), ctypes.c_double()
                raw.FPDFText_GetCharOrigin(text_page.raw, first, left, baseline)
                yield letters, raw.FPDFText_GetFontSize(text_page.raw, first), left.value, baseline.value
            letters = ""
        else:
            first = first if letters.strip() else index
            letters += letter
    text_page.close()
    page.close()


def main() -> None:
    """Read, within limits, and write."""
    limit_memory(int(sys.argv[1]))
    try:
        found = pages_of(sys.stdin.buffer.read(), int(sys.argv[2]))
    except pdfium.PdfiumError as error:
        sys.exit(PASSWORD if getattr(error, "err_code", None) == _FPDF_ERR_PASSWORD else DAMAGED)
    sys.stdout.buffer.write(json.dumps(found).encode("utf-8", "surrogatepass"))


if __name__ == "__main__":
    main()
