"""Files to import, made by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import pikepdf
from PIL import Image, ImageDraw, ImageFont

PAGE = """<!doctype html>
<html lang="en-GB"><head><title>Ferry stopped | Harbour News</title>
<meta property="og:title" content="Ferry stopped &amp; towed"><meta property="og:site_name" content="Harbour News">
<meta name="author" content="Ada Finch"><meta property="article:published_time" content="2024-05-03T10:00:00Z">
<link rel="canonical" href="https://news.example/ferry"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Ferry stopped</h1>
<p>The ferry Alma is out of service until June. The operator said so on Friday, and
the harbour office <b>confirmed</b> it.</p>
<script>alert("x")</script>
<p>“We regret this,” said Kari Moe, a spokeswoman for the operator, who did not say who would pay for the repair.</p></article>
<footer>© 2024 Harbour News</footer></body></html>
"""

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_CORE = (
    '<?xml version="1.0"?><c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><dc:title>Minutes of May</dc:title>'
    "<dc:creator>Ada Finch</dc:creator><t:created>2024-05-03T10:00:00Z</t:created></c:coreProperties>"
)


def docx(paragraphs: Sequence[str], extra: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word document; `extra` adds parts, or puts others in their place."""
    inside = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    document = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{inside}</w:body></w:document>'
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document, "docProps/core.xml": _CORE}
    return archive(parts | dict(extra or {}))


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_OPEN = " ".join(f'xmlns:{short}="{_ODF}{name}:1.0"' for short, name in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"), ("meta", "meta"),
)) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def odt(body: str, extra: Mapping[str, str | bytes] | None = None, styles: str = "", heads: str = "") -> bytes:
    """An OpenDocument text: the markup of its body, of its automatic styles, and of the heads of its pages."""
    content = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
    meta = "<office:meta><dc:title>Minutes</dc:title><meta:creation-date>2024-05-03T10:00:00</meta:creation-date></office:meta>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_OPEN}>{content}</office:document-content>",
        "styles.xml": f"<office:document-styles {_OPEN}><style:master-page>{heads}</style:master-page></office:document-styles>",
        "meta.xml": f"<office:document-meta {_OPEN}>{meta}</office:document-meta>",
    }
    return archive(parts | dict(extra or {}))


def epub(pages: Mapping[str, str], extra: Mapping[str, str | bytes] | None = None) -> bytes:
    """An e-book with pages by their names, in this order."""
    items = "".join(f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(pages))
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(pages)))
    said = "<dc:title>The ferry</dc:title><dc:creator>Ada Finch</dc:creator><dc:date>2024-05-03</dc:date><dc:language>en</dc:language>"
    package = f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{said}</metadata><manifest>{items}</manifest><spine>{spine}</spine>'
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": f'<package xmlns="http://www.idpf.org/2007/opf">{package}</package>',
    }
    parts |= {f"OEBPS/{name}": f"<html><body>{body}</body></html>" for name, body in pages.items()}
    return archive(parts | dict(extra or {}))


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive; its bytes do not tell the time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def locked(packed: bytes) -> bytes:
    """An archive whose entries say that they are encrypted."""
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        parts = packed.split(mark)
        packed = mark.join([parts[0], *(part[: offset - 4] + b"\x01" + part[offset - 3 :] for part in parts[1:])])
    return packed


def pdf(pages: Sequence[Sequence[str]], password: str = "", title: str = "") -> bytes:
    """A PDF with lines of text on each page; an empty line is a gap, and `# ` begins a line in large type."""
    shown = (
        " ".join(f"/F1 {20 if line.startswith('# ') else 10} Tf ({line.removeprefix('# ')}) Tj T*" for line in lines) for lines in pages
    )
    return _pdf([f"BT /F1 10 Tf 12 TL 50 780 Td {lines} ET" for lines in shown], password, title)


def placed_pdf(pages: Sequence[Sequence[tuple[float, float, float, str]]]) -> bytes:
    """A PDF with pieces of text where they are put, in this order: left, baseline and size in points, words."""
    return _pdf([" ".join(f"BT /F1 {size} Tf {left} {at} Td ({words}) Tj ET" for left, at, size, words in pieces) for pieces in pages])


def scanned_pdf(words: str) -> bytes:
    """A PDF whose page is a picture of words."""
    picture = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(picture).text((100, 200), words, 0, ImageFont.load_default(size=48))
    stream = io.BytesIO()
    picture.save(stream, "PDF", resolution=150)
    return stream.getvalue()


def picture(words: str, form: str = "PNG") -> bytes:
    """A picture of words, black on nothing where its kind has transparency."""
    drawn = Image.new("LA", (1240, 400), (0, 0)) if form == "PNG" else Image.new("L", (1240, 400), 255)
    ImageDraw.Draw(drawn).text((100, 200), words, (0, 255) if form == "PNG" else 0, ImageFont.load_default(size=48))
    stream = io.BytesIO()
    drawn.save(stream, form)
    return stream.getvalue()


def _pdf(contents: Sequence[str], password: str = "", title: str = "") -> bytes:
    document = pikepdf.new()
    font = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica, Encoding=pikepdf.Name.WinAnsiEncoding
        )
    )
    for content in contents:
        page = document.add_blank_page(page_size=(595, 842))
        page.Contents = document.make_stream(content.encode("cp1252"))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    if title:
        document.docinfo["/Title"] = title
    stream = io.BytesIO()
    document.save(stream, compress_streams=True, encryption=pikepdf.Encryption(owner=password, user=password) if password else False)
    return stream.getvalue()
