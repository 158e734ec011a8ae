"""A handout that another program saved anew holds; what is changed on the way is found, however small and wherever."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest

from generator.press.instructions import canonical, shortened
from generator.verifying import verify

NAMES = ("old-bridge.pdf", "booklet.pdf")


def by_pypdf(content: bytes) -> bytes:
    """Saved by pypdf, which keeps what several objects share once for each."""
    writer, stream = pypdf.PdfWriter(clone_from=io.BytesIO(content)), io.BytesIO()
    for page in writer.pages:
        page.compress_content_streams()
    writer.write(stream)
    return stream.getvalue()


def by_pdfium(content: bytes) -> bytes:
    """Saved by PDFium, the reader of Chromium."""
    stream = io.BytesIO()
    with pypdfium2.PdfDocument(content) as document:
        document.save(stream)
    return stream.getvalue()


def by_qpdf(**options: Any) -> Callable[[bytes], bytes]:
    """Saved by qpdf."""

    def save(content: bytes) -> bytes:
        stream = io.BytesIO()
        with pikepdf.open(io.BytesIO(content)) as pdf:
            pdf.save(stream, **options)
        return stream.getvalue()

    return save


def single(value: Any) -> Any:
    """A number as a program has it that reckons with 32 bits, written with seven digits."""
    if isinstance(value, Decimal):
        near = struct.unpack("f", struct.pack("f", float(value)))[0]
        return Decimal(f"{near * 1.00000006:.7g}")
    return value


def walk(thing: Any, changed: Callable[[Any], Any]) -> None:
    """Change the values below an object, as far as they stand in it."""
    names = range(len(thing)) if isinstance(thing, pikepdf.Array) else [str(name) for name in thing.keys()]  # noqa: SIM118
    for name in names:
        value = thing[name]
        if isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) and not value.is_indirect:
            walk(value, changed)
        elif isinstance(value, Decimal):
            thing[name] = changed(value)


def by_others(content: bytes) -> bytes:
    """Saved as MuPDF and pdftk do: numbers of 32 bits, strings in brackets, marks of their own on pages and in the catalogue."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream)):
                walk(thing, single)
        for number, page in enumerate(pdf.pages, 1):
            instructions = [
                pikepdf.ContentStreamInstruction([single(operand) for operand in instruction.operands], instruction.operator)
                for instruction in pikepdf.parse_content_stream(page)
            ]
            page.Contents = pdf.make_stream(b"% drawn by somebody else\r" + pikepdf.unparse_content_stream(instructions))
            page.obj["/pdftk_PageNum"] = number
            del page.obj["/MediaBox"]
        pdf.Root.Pages.MediaBox = pikepdf.Array([0, 0, Decimal("595.2756"), Decimal("841.8898")])
        pdf.Root.PageMode = pikepdf.Name.UseAttachments
        pdf.Root.Extensions = pikepdf.Dictionary(ADBE=pikepdf.Dictionary(BaseVersion=pikepdf.Name("/1.7"), ExtensionLevel=3))
        pdf.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    "save",
    [
        by_pypdf, by_pdfium, by_others,
        by_qpdf(qdf=True, normalize_content=True, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False),
        by_qpdf(force_version="2.0"),
    ],
    ids=["pypdf", "PDFium", "MuPDF and pdftk", "qpdf --qdf", "qpdf --force-version"],
)  # fmt: skip
@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_another_program_saved_holds(
    golden_handouts: dict[str, bytes], name: str, save: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    """Numbers, white space, sharing and marks of their own are what programs write otherwise, and nothing that anybody sees."""
    content = save(golden_handouts[name])
    assert content != golden_handouts[name]
    (tmp_path / name).write_bytes(content)
    verdict = verify(tmp_path / name)
    assert verdict.holds, [failure for part in verdict.parts for check in part.checks for failure in check.failures]


def nudge(pdf: pikepdf.Pdf) -> None:
    """Move what is drawn by a hundredth of a point."""
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(b"1 0 0 1 0 0.01 cm\n" + page.Contents.read_bytes())


def swap_fonts(pdf: pikepdf.Pdf) -> None:
    """Exchange two fonts of a page, so that words are drawn with other letters."""
    fonts = pdf.pages[0].Resources.Font
    one, two = sorted(fonts.keys())[:2]
    fonts[one], fonts[two] = fonts[two], fonts[one]


def hide_below(pdf: pikepdf.Pdf) -> None:
    """Show a part of each page only; pages have their box of the node above them."""
    pdf.Root.Pages.CropBox = pikepdf.Array([0, 400, 595, 842])


def lead_on(pdf: pikepdf.Pdf) -> None:
    """Have the first link lead to another page of the file."""
    link = next(link for page in pdf.pages for link in page.Annots if "/Dest" in link)
    link.Dest = next(name for name in ("fact-cost", "quotes") if str(link.Dest) != name)


def reach_outside(pdf: pikepdf.Pdf) -> None:
    """Have what is drawn come from a file outside, which readers may follow and others not."""
    pdf.pages[0].Contents.F = pikepdf.String("other.bin")


@pytest.mark.parametrize(
    ("mend", "said"),
    [
        (nudge, "page 1 was changed"),
        (swap_fonts, "the fonts were changed"),
        (hide_below, "page 1 was changed"),
        (lambda pdf: pdf.Root.Pages.update({"/Rotate": 180}), "page 1 was changed"),
        (lead_on, "page 1 was changed"),
        (reach_outside, "page 1 was changed"),
        (lambda pdf: pdf.Root.update({"/OpenAction": pikepdf.Dictionary(S=pikepdf.Name.GoTo)}), "the properties were changed"),
        (lambda pdf: pdf.Root.StructTreeRoot.update({"/RoleMap": pikepdf.Dictionary(P=pikepdf.Name.Artifact)}), "the tags were changed"),
    ],
)
def test_what_was_changed_on_the_way_is_found(
    golden_handouts: dict[str, bytes], mend: Callable[[Any], Any], said: str, tmp_path: Path
) -> None:
    """What a reader would see or hear otherwise is found in a file that was saved by another program, too."""
    with pikepdf.open(io.BytesIO(golden_handouts["old-bridge.pdf"])) as pdf:
        mend(pdf)
        pdf.save(tmp_path / "x.pdf", qdf=True)
    verdict = verify(tmp_path / "x.pdf")
    assert any(said in failure for part in verdict.parts for check in part.checks for failure in check.failures), verdict


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (b"1.50 0 m", b"1.5  0.0\rm", True),
        (b"q % a comment\nQ", b"q\nQ", True),
        (b"[(a\\(b\\051)] TJ", b"[<6128 6229>]TJ", True),
        (b"(a\\\nb) Tj", b"<6162> Tj", True),
        (b"(\\r\\n) Tj", b"<0d0a> Tj", True),
        (b"<414> Tj", b"<4140> Tj", True),
        (b"588.066142 w", b"588.06619 w", True),
        (b"588.066 w", b"588.067 w", False),
        (b"(a b) Tj", b"(ab) Tj", False),
        (b"(% a) Tj", b"() Tj", False),
        (b"/a1.0 gs", b"/a1 gs", False),
        (b"q q Q", b"q Q Q", False),
        (b"<41> Tj )", b"<41> Tj", False),
        (b"1 2 m", b"12 m", False),
    ],
)
def test_instructions_count_by_their_words(one: bytes, other: bytes, is_same: bool) -> None:
    """How an instruction is written makes no difference; what it says does, down to the sixth digit."""
    assert (canonical(one) == canonical(other)) is is_same


def test_numbers_are_shortened_and_nothing_else() -> None:
    """Names and strings that look like numbers stay as they are, and no number changes by more than its seventh digit."""
    written = b"/a0.12345678 gs 841.889764 -0.1234567 cm <0012345678> Tj [12.3456789<0a>-1000000.25] TJ"
    assert shortened(written) == b"/a0.12345678 gs 841.89 -0.123457 cm <0012345678> Tj [12.3457<0a>-1000000] TJ"


def test_a_handout_has_no_longer_numbers(golden_handouts: dict[str, bytes]) -> None:
    """No number in a handout has digits that a program with 32 bits would lose: it would not be the same when saved."""
    with pikepdf.open(io.BytesIO(golden_handouts["old-bridge.pdf"])) as pdf:
        drawn = [page.Contents.read_bytes() for page in pdf.pages]
        things = [thing for thing in pdf.objects if isinstance(thing, (pikepdf.Array, pikepdf.Dictionary))]
        objects = [re.sub(rb"\((?:\\.|[^()\\])*\)", b"", thing.unparse(resolved=True)) for thing in things]
    assert [content for content in (*drawn, *objects) if shortened(content) != content] == []
