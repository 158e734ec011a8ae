"""Files of all formats become text in paragraphs, with what they say of themselves; whatever is wrong with one is said in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest import IngestError, Known, ingest
from generator.ingest.article import known, tidy
from tests.ingest.files import PAGE, archive, docx, locked, odt, pdf

LONG = "The ferry Alma is out of service until June, the operator said on Friday, after a"
REST = "crack had been found in the engine."


def test_a_web_page_is_read_with_what_its_head_says() -> None:
    """Paragraphs stand on a line each, those around the article marked, no script among them; the head of the page says what is sure."""
    article = ingest("ferry.html", PAGE.encode())
    lines = article.text.split("\n\n")
    assert lines[:3] == ["- Home", "- World", "Ferry stopped"]
    assert lines[3].endswith("said so on Friday, and the harbour office confirmed it.")
    assert [bool(each.furniture) for each in article.paragraphs] == [True, True, True, False, False, True]
    assert "alert" not in article.text
    assert article.title == Known("Ferry stopped & towed", is_sure=True)
    assert article.publisher == Known("Harbour News", is_sure=True)
    assert article.authors == (Known("Ada Finch", is_sure=True),)
    assert article.published == Known("2024-05-03", is_sure=True)
    assert article.language == Known("en-GB", is_sure=True)
    assert article.url == Known("https://news.example/ferry")


def test_a_page_with_several_articles_is_read_in_full() -> None:
    """A page that holds an article and an interview keeps both."""
    said = "".join(f"<p>{{0}} {number} is closed, the town said on Friday, until the repairs are done.</p>" for number in range(8))
    page = f"<main><article>{said.format('Road')}</article></main><div class=interview>{said.format('Bridge')}</div>"
    text = ingest("parts.html", f"<html><body>{page}</body></html>".encode()).text
    assert (text.count("Road"), text.count("Bridge")) == (8, 8)


def test_a_page_in_which_nothing_looks_like_an_article_is_read() -> None:
    """Where the extraction finds nothing, the page's paragraphs are the text."""
    page = "<html><body><div class=comments><p>Words of the page.</p></div></body></html>"
    assert ingest("a.html", page.encode()).text == "Words of the page.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_a_page_is_read_in_the_encoding_that_it_names(encoding: str) -> None:
    """A page says its encoding, or has a mark."""
    page = PAGE.replace("<head>", f'<head><meta charset="{encoding}">' if encoding != "utf-16" else "<head>")
    assert "“We regret this,”" in ingest("ferry.html", page.encode(encoding)).text


@pytest.mark.parametrize("box", ["body", "main", "center", "div"])
def test_empty_lines_part_paragraphs(box: str) -> None:
    """A page without marks of paragraphs keeps all its words, in paragraphs."""
    said = [f"Road {number} is closed, the town said on Friday, until the repairs of the bridge are done." for number in range(8)]
    text = ingest("old.html", f"<html><{box}><font size=2>{'<br><br>'.join(said)}</font></{box}></html>".encode()).text
    assert text.split("\n\n") == [*said[:-1], f"{said[-1]}\n"]


def test_a_table_that_only_places_its_parts_is_none() -> None:
    """Paragraphs in the cells of a layout table stay paragraphs; a table of figures stays a table."""
    said = [f"Road {number} is closed, the town said on Friday, until the repairs of the bridge are done." for number in range(4)]
    placed = f"<html><body><table><tr><td>{''.join(f'<p>{words}</p>' for words in said)}</td><td>Menu</td></tr></table></body></html>"
    assert ingest("old.html", placed.encode()).text.startswith("\n\n".join(said))
    figures = "<table><tr><td>Cars</td><td>3,000</td></tr><tr><td>Lorries</td><td>120</td></tr></table>"
    page = f"<html><body><article>{''.join(f'<p>{words}</p>' for words in said)}{figures}</article></body></html>"
    assert "| Cars | 3,000 |" in ingest("new.html", page.encode()).text


def test_an_xml_declaration_names_the_encoding() -> None:
    """XHTML says its encoding in its first line."""
    page = '<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>Die Brücke ist zu.</p></body></html>'
    assert ingest("a.xhtml", page.encode("latin-1")).text == "Die Brücke ist zu.\n"


def test_a_break_in_a_line_of_a_word_document_parts_words() -> None:
    """Words before and after a line break or a tab are not joined to one."""
    broken = "Late.</w:t><w:br/><w:t>Again</w:t><w:tab/><w:t>late."
    assert ingest("minutes.docx", docx([broken])).text == "Late. Again late.\n"


def test_a_word_document_is_read() -> None:
    """Each paragraph of a Word document is a line; its properties are to be checked."""
    article = ingest("minutes.docx", docx(["Minutes", "The ferry is late.", "It was agreed to wait."]))
    assert article.text == "Minutes\n\nThe ferry is late.\n\nIt was agreed to wait.\n"
    assert article.title == Known("Minutes of May")
    assert article.authors == (Known("Ada Finch"),)
    assert article.published == Known("2024-05-03")


def test_a_pdf_is_read_in_paragraphs() -> None:
    """Lines are joined, broken words mended, running heads and page numbers gone."""
    pages = [
        [
            "Harbour report",
            "Ferry stopped",
            LONG,
            REST,
            "The repair is expected to take four weeks, and the har-",
            "bour office agrees.",
            "1",
        ]
    ]
    pages += [["Harbour report", f"{LONG} {number}", REST, str(number)] for number in (2, 3)]
    article = ingest("report.pdf", pdf(pages, title="Report"))
    blocks = article.text.rstrip("\n").split("\n\n")
    assert blocks[:3] == ["Ferry stopped", f"{LONG} {REST}", "The repair is expected to take four weeks, and the harbour office agrees."]
    assert "Harbour report" not in article.text
    assert article.title == Known("Report")


def test_type_and_gaps_tell_paragraphs_of_a_pdf() -> None:
    """A long headline in large type, and paragraphs that a gap alone keeps apart, are told as what they are."""
    lines = [f"# {LONG}", LONG, "Bergen harbour", "", f"{LONG} Ferry", "Alma was towed"]
    blocks = ingest("report.pdf", pdf([lines])).text.rstrip("\n").split("\n\n")
    assert blocks == [LONG, f"{LONG} Bergen harbour", f"{LONG} Ferry Alma was towed"]


def test_a_text_keeps_its_lines() -> None:
    """Line numbers of a text file are those of its source; its first lines say what it is."""
    article = ingest("notes.txt", b"\xef\xbb\xbfFerry stopped\r\nBy Ada Finch\r\n3 May 2024  \r\n\r\nIt is late.")
    assert article.text == "Ferry stopped\nBy Ada Finch\n3 May 2024\n\nIt is late.\n"
    assert article.title == Known("Ferry stopped")
    assert article.authors == (Known("Ada Finch"),)
    assert article.published == Known("2024-05-03")


def test_a_heading_of_markdown_is_a_title() -> None:
    """The signs of a heading are no part of it."""
    assert ingest("notes.md", b"# Ferry stopped\n\nIt is *late*.\n").title == Known("Ferry stopped")


def test_the_front_matter_of_markdown_is_read() -> None:
    """What stands between `---` at the top is sure, and its lines stay."""
    text = "---\ntitle: 'Ferry: stopped'\nauthor: [Ada Finch, Bo Reed]\ndate: 2024-05-03T10:00:00\nlang: en-GB\n---\n\n# Late\n"
    article = ingest("notes.md", text.encode())
    assert article.text == text
    assert article.title == Known("Ferry: stopped", is_sure=True)
    assert article.authors == (Known("Ada Finch", is_sure=True), Known("Bo Reed", is_sure=True))
    assert article.published == Known("2024-05-03", is_sure=True)
    assert article.language == Known("en-GB", is_sure=True)


def test_a_title_is_one_line_without_what_nobody_sees() -> None:
    """Controls and turns of direction go, joiners of letters stay."""
    assert known("a\x00b\u202ec\n \u2028d\ud800") == Known("a b c d")
    assert known("می\u200cخواهم") == Known("می\u200cخواهم")
    assert known(" \n") is None


def test_halves_of_characters_are_no_text() -> None:
    """What no encoding has does not stay in a text."""
    assert tidy("a\ud800b\ufffe\x01\r\nc") == "ab\nc\n"


def test_a_menu_is_no_title() -> None:
    """The title is the first line that is no page furniture."""
    assert ingest("a.txt", b"Home\nPolitics\nSports\nFerry stopped at sea\nBy Ada Finch\nIt is late.\n").title == Known(
        "Ferry stopped at sea"
    )


BOMB = b"<w:t>" + b"0" * 40_000_000
ENTITIES = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "x">]><a/>'


def unpackable(packed: bytes, part: bytes) -> bytes:
    """An archive in which a part's data is none that can be unpacked."""
    at = packed.index(part) + len(part)
    return packed[:at] + b"\xff" + packed[at + 1 :]


@pytest.mark.parametrize(
    ("name", "data", "wrong"),
    [
        ("a.txt", b" \n", "is empty; "),
        ("a.txt", b"\xff\xfe\x00\xd8", "is not UTF-16"),
        ("a.txt", "é".encode("latin-1"), "is not UTF-8"),
        ("a.txt", b"a\0b", "holds NUL bytes"),
        ("a.txt", b"1 2 3", "holds no text"),
        ("a.txt", PAGE.encode(), "is named `.txt`, and holds a web page"),
        ("a.pdf", PAGE.encode(), "is named `.pdf`, and holds a web page"),
        ("a.html", pdf([["Words"]]), "is named `.html`, and holds a PDF"),
        ("a.docx", b"words", "is named `.docx`, and holds plain text"),
        ("a", b"\x89PNG\r\n", "cannot be read as a picture: it is damaged"),
        ("a.jpg", b"\x89PNG\r\n", "is named `.jpg`, and holds a PNG picture"),
        ("a.gif", b"GIF89a", "is a picture of a kind that is not read; save it as PNG or JPEG"),
        ("a.webp", b"RIFF\n\n\0\0WEBPVP8X", "is a picture of a kind that is not read; save it as PNG or JPEG"),
        ("a.avif", b"\0\0\0\x1cftypavif", "is a picture of a kind that is not read; save it as PNG or JPEG"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is in the old Office format"),
        ("a.rtf", b"{\\rtf1{\\info words}}", "holds no text"),
        ("a.rtf", b"{\\rtf1\\ansicpg1 words}", "is in the code page 1, which is not known here"),
        ("a.rtf", b"{\\rtf1 " + b"{" * 2000 + b"words}", "is nested deeper than any text is"),
        ("a.mhtml", b"words", "is named `.mhtml`, and holds plain text"),
        ("a.eml", b"MIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nwords", "is encrypted"),
        ("a.eml", b"MIME-Version: 1.0\nContent-Type: image/png\n\nwords", "holds no text"),
        ("a.odt", odt("", {"content.xml": "<a"}), "is a damaged OpenDocument text"),
        ("a.odt", odt("", {"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "is encrypted"),
        ("a.epub", odt(""), "is named `.epub`, and holds an OpenDocument text"),
        ("a.epub", archive({"mimetype": "application/epub+zip"}), "is a damaged e-book"),
        ("a.vtt", b"WEBVTT\n", "holds no text"),
        ("a.webarchive", b"bplist00\xd1\x01\x02", "is a web archive"),
        ("a.odt", archive({"content.xml": "<a/>"}), "is an archive, and no Word document"),
        ("a.docx", docx(["a"])[:-40], "is a damaged archive"),
        ("a.odt", unpackable(odt(""), b"mimetype"), "is a damaged archive"),
        ("a.docx", unpackable(docx(["a"]), b"word/document.xml"), "is a damaged Word document"),
        ("a.docx", docx(["a"], {"word/document.xml": "<w"}), "is a damaged Word document"),
        ("a.docx", docx(["a"], {"word/more.xml": BOMB}), "unpacks to far more than a text needs"),
        ("a.docx", docx(["a"], {"word/more.xml": b"<w:p/>" * 600_001}), "unpacks to far more than a text needs"),
        ("a.txt", b"a\n" * 100_001, "has more than 100,000 lines"),
        ("a.vtt", b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\na\n\n" * 50_001, "has more than 50,000 cues"),
        ("a.docx", docx(["a"], {"word/more.xml": ENTITIES}), "declares entities"),
        ("a.docx", locked(docx(["a"])), "is encrypted"),
        ("a.docx", docx([]), "holds no text"),
        ("a.pdf", b"%PDF-1.7 words", "is a damaged PDF"),
        ("a.pdf", pdf([["Words"]], password="secret"), "is encrypted"),
        ("a.pdf", pdf([[]] * 501), "has more than 500 pages"),
        ("a.pdf", pdf([[]]), "holds no text; it may be a scan"),
        ("a.html", b"<html><body><script>words()</script></body></html>", "holds no text; a script may put it there"),
    ],
)
def test_what_cannot_be_imported_is_said_in_words(name: str, data: bytes, wrong: str) -> None:
    """Each error says what is wrong, and what to do."""
    with pytest.raises(IngestError) as caught:
        ingest(name, data)
    assert str(caught.value).startswith(wrong)
    assert ";" in str(caught.value)


def read_or_refused(name: str, data: bytes) -> str:
    """The text of a file, or what is said of it."""
    try:
        return ingest(name, data).text
    except IngestError as error:
        return f"{error}\n"


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<div>" * 100 + "<p>Words of the page.</p>", "Words of the page.\n"),
        ("<div>" * 10_000 + "<p>Words of the page.</p>", "nests its elements too deeply; "),
        ("<p>Words of the page.</p>" * 60_000, "is a web page of more than 50,000 elements; "),
    ],
)
def test_pages_as_no_editor_writes_them_are_refused(page: str, found: str) -> None:
    """Deep nesting and endless elements are refused; a hundred levels are not."""
    assert read_or_refused("a.html", f"<html><body>{page}".encode()).startswith(found)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"{\\rtf1 ", b"MIME-Version: 1.0\n", b"WEBVTT\n\n"]),
    st.sampled_from(["a", "a.pdf", "a.docx", "a.html", "a.eml", "a.rtf", "a.vtt"]),
)
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes, name: str) -> None:
    """Whatever the bytes: a text that ends its last line, or an error in words, and no other error."""
    found = read_or_refused(name, start + data)
    assert found.endswith("\n")
    assert "\0" not in found
