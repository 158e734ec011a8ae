"""Formats beside web pages, PDFs and Word documents: their words in order, their times and speakers, and what they leave out."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from generator.engine.limits import Limits
from generator.ingest import Article, IngestError, Known, ingest, recognition
from generator.ingest.facsimile import facsimile
from generator.ingest.recognition import BY_MACHINE, NO_READER, UNDRAWN, recognised
from generator.ingest.runs import NO_RESULT, UNACCEPTED
from generator.ingest.web_page.signs import QUOTED, SIGNATURE
from tests.ingest.files import epub, odt, pdf, picture, scanned_pdf


def left_out(article: Article) -> list[tuple[str, str]]:
    """The words that are not in a text, and why."""
    return [(piece.words, piece.why) for piece in article.left_out]


STYLES = "".join(
    f'<style:style style:name="{name}" style:family="text"><style:text-properties {said}/></style:style>'
    for name, said in (
        ("up", 'style:text-position="super 58%"'), ("gone", 'style:text-line-through-style="solid"'), ("no", 'text:display="none"'),
    )
)  # fmt: skip
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Water office.</text:p></text:note-body></text:note>"
)
UP = '<text:span text:style-name="up">'
CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>not</text:p></text:deletion></text:changed-region>'
    '<text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>'
)
CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<text:h>Minutes</text:h><text:p>It<text:s text:c="2"/>is<text:line-break/>late.</text:p>', "Minutes\n\nIt is late.\n"),
        (f"<text:p>10{UP}6</text:span> in 2011{NOTE}.</text:p>", "10^6 in 2011 [1].\n\n[1] Water office.\n"),
        ("<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>", "One\n"),
        ('<text:p>A<draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame>B</text:p>', "AB\n\nBox\n"),
        (f"<table:table><table:table-row>{CELL.format('Cars')}{CELL.format('120')}</table:table-row></table:table>", "| Cars | 120 |\n"),
        ("<text:p>On <text:date>2 March</text:date>, he said.</text:p>", "On 2 March, he said.\n"),
    ],
)  # fmt: skip
def test_an_open_document_is_read(body: str, text: str) -> None:
    """Headings, lists, notes, boxes, tables and fields stand in the text, in order."""
    article = ingest("a.odt", odt(body, styles=STYLES))
    assert article.text == text
    assert (article.title, article.published) == (Known("Minutes"), Known("2024-05-03"))


def test_an_open_document_names_what_it_leaves_out_and_marks_changes() -> None:
    """What is struck out, hidden, said by the way or around the pages is named; a change that nobody accepted has a mark."""
    body = (
        f'{CHANGES}<text:p>We will <text:change text:change-id="c1"/> pay <text:change-start text:change-id="c2"/>soon'
        '<text:change-end text:change-id="c2"/>.<office:annotation><text:p>Sure?</text:p></office:annotation></text:p>'
        '<text:p>It costs <text:span text:style-name="gone">12</text:span> 14 '
        '<text:span text:style-name="no">or so</text:span>on <text:date/></text:p>'
    )
    article = ingest("a.odt", odt(body, styles=STYLES, heads="<style:header><text:p>Secret</text:p></style:header>"))
    assert article.text == "We will [deleted: not] pay [inserted: soon].\n\nIt costs 14 on [field: DATE]\n"
    assert left_out(article) == [
        ("Sure?", "a comment of a reader"), ("12", "struck out"), ("or so", "hidden text"), ("Secret", "a head or foot of the pages"),
    ]  # fmt: skip
    assert [each.checks for each in article.paragraphs] == [(UNACCEPTED,), (NO_RESULT,)]


def rtf(body: str) -> Article:
    """The article of an RTF document."""
    fonts = r"{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Arial;}}"
    return ingest(
        "a.rtf", rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{{\info{{\title The toll}}{{\creatim\yr2024\mo5\dy3}}}}{body}}}".encode()
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"One\par Two\par", "One\n\nTwo\n"),
        (r"\'93Yes\'94 \u8364?5 {\f1\'cf\'f0} \u-10179?\u-8704? \emdash", "“Yes” €5 Пр 😀 —\n"),
        (r"10{\super 6} in 2011{\super\chftn}{\footnote{\super\chftn} Water office.}.", "10^6 in 2011 [1].\n\n[1] Water office.\n"),
        (r"We will {\deleted not }{\revised never }pay.", "We will [deleted: not] [inserted: never] pay.\n"),
        (r"\trowd\intbl Cars\cell 120\cell\row\pard End", "| Cars | 120 |\n\nEnd\n"),
        (r"A{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Box\par}}{\shprslt Box}}B", "AB\n\nBox\n"),
        (r"On {\field{\*\fldinst DATE}{\fldrslt 2 March}}.{\*\unknown words}{\pict 00ff}", "On 2 March.\n"),
        (r"A{\bin4 }}}}B", "AB\n"),
    ],
)
def test_rich_text_is_read(body: str, text: str) -> None:
    """Letters of all encodings, notes, changes, tables, boxes and fields stand in the text; what is no text does not."""
    article = rtf(body)
    assert article.text == text
    assert (article.title, article.published) == (Known("The toll"), Known("2024-05-03"))


def test_rich_text_names_what_it_leaves_out() -> None:
    """As other office documents do."""
    article = rtf(r"{\header Secret\par}It costs {\strike 12} 14{\v or so}.{\*\annotation Sure?}")
    assert article.text == "It costs 14.\n"
    assert set(left_out(article)) == {
        ("12", "struck out"), ("or so", "hidden text"), ("Secret", "a head or foot of the pages"), ("Sure?", "a comment of a reader"),
    }  # fmt: skip


SAID = "The ferry Alma is out of service until June, the operator said on Friday, and nobody was hurt."


def test_an_e_book_is_read_in_the_order_of_its_pages() -> None:
    """The book says which page comes first, each paragraph says on which it stands, and its metadata is sure."""
    article = ingest("a.epub", epub({"b.xhtml": f"<h1>First</h1><p>{SAID}</p>", "a.xhtml": f"<p>{SAID} Again.</p>"}))
    assert article.text == f"First\n\n{SAID}\n\n{SAID} Again.\n"
    assert [each.origin.part for each in article.paragraphs] == ["OEBPS/b.xhtml"] * 2 + ["OEBPS/a.xhtml"]
    assert (article.title, article.authors) == (Known("The ferry", is_sure=True), (Known("Ada Finch", is_sure=True),))


def test_a_page_of_an_e_book_is_read_once() -> None:
    """A spine that names a page again and again makes no endless text."""
    spine = '<itemref idref="a"/>' * 5_000
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        f"</manifest><spine>{spine}</spine></package>"
    )
    page = "<html><body><p>The ferry Alma is late.</p></body></html>"
    assert ingest("a.epub", epub({}, {"OEBPS/book.opf": package, "OEBPS/a.xhtml": page})).text == "The ferry Alma is late.\n"


def test_the_contents_of_an_e_book_stay_and_are_marked() -> None:
    """A navigation document among the pages is one of them; its lists are navigation, and what stands beside them is text."""
    listed = '<nav epub:type="toc"><h2>Contents</h2><ol><li><a href="a.xhtml">The ferry</a></li></ol></nav>'
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
        '<item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>'
        '<spine><itemref idref="n"/></spine></package>'
    )
    pages = {"OEBPS/book.opf": package, "OEBPS/n.xhtml": f'<html><body><div class="toc"><p>{SAID}</p>{listed}</div></body></html>'}
    found = [(each.text, each.furniture) for each in ingest("a.epub", epub({}, pages)).paragraphs]
    assert found == [(SAID, ""), ("Contents", "navigation"), ("- The ferry", "navigation")]


def test_a_locked_e_book_is_refused() -> None:
    """A page that a shop has locked is not taken for an empty one."""
    locked = '<encryption><CipherData><CipherReference URI="OEBPS/a.xhtml"/></CipherData></encryption>'
    with pytest.raises(IngestError, match="is locked by its shop"):
        ingest("a.epub", epub({"a.xhtml": "<p>Words</p>"}, {"META-INF/encryption.xml": locked}))


HEAD = "From: Ada Finch <ada@news.example>\nDate: Fri, 3 May 2024 10:00:00 +0200\nSubject: =?utf-8?q?F=C3=A4hre?=\nMIME-Version: 1.0\n"


def test_a_message_is_read_with_its_head() -> None:
    """Lines are joined to paragraphs, what it quotes stays apart and is marked, attachments are named, and who sent it when is sure."""
    parts = "--b\n\nIt is late,\nshe said.\n> Is it?\nYes.\n--b\nContent-Disposition: attachment; filename=a.pdf\n\nx\n--b--\n"
    article = ingest("a.eml", f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n{parts}".encode())
    assert [(each.text, each.furniture) for each in article.paragraphs[3:]] == [
        ("It is late, she said.", ""), ("> Is it?", QUOTED), ("Yes.", ""),
    ]  # fmt: skip
    assert left_out(article) == [("a.pdf", "an attachment")]
    assert (article.title, article.authors) == (Known("Fähre", is_sure=True), (Known("Ada Finch", is_sure=True),))
    assert article.published == Known("2024-05-03", is_sure=True)


@pytest.mark.parametrize(
    ("body", "sorts"),
    [
        ("It is late.\n-- \nAda Finch\nThe News\n\nRoom 4\n\n> Is it?\n> -- \n> Bo\n", ["", SIGNATURE, SIGNATURE, QUOTED]),
        ("It is late.\n--\nIt is not.\n", [""]),
        ("It is late.\n-- \n" + "It is not.\n" * 13, [""]),
        ("> It is late.\n\n-- \nAda Finch\n", ["", SIGNATURE]),
    ],
)
def test_what_a_message_quotes_and_its_signature_stay_and_are_marked(body: str, sorts: list[str]) -> None:
    """A signature begins with its own line, and is short; where a message only quotes, that is what it tells."""
    article = ingest("a.eml", f"{HEAD}\n{body}".encode())
    assert [each.furniture for each in article.paragraphs[3:]] == sorts
    assert "Ada Finch The News" in article.text or "The News" not in body


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<p>Yes.</p><div class="gmail_signature">Ada</div><blockquote type="cite"><p>Is it?</p></blockquote>',
         [("Yes.", ""), ("Ada", SIGNATURE), ("Is it?", QUOTED)]),
        ('<p>Yes.</p><blockquote class="gmail_quote">Is it?</blockquote>', [("Yes.", ""), ("Is it?", QUOTED)]),
        ('<blockquote type="cite"><p>It is late.</p></blockquote><p class="moz-signature">A</p>', [("It is late.", ""), ("A", SIGNATURE)]),
        ("<p>Yes, she said on Friday.</p><blockquote>It is late.</blockquote>", [("Yes, she said on Friday.", ""), ("“It is late.”", "")]),
    ],
)  # fmt: skip
def test_what_a_message_in_html_quotes_is_marked(body: str, found: list[tuple[str, str]]) -> None:
    """What a mail program sets off as the message that is answered is no quotation of the sender's, and gets no marks."""
    article = ingest("a.eml", f"{HEAD}Content-Type: text/html\n\n{body}".encode())
    assert [(each.text, each.furniture) for each in article.paragraphs[3:]] == found


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251"])
def test_a_saved_page_is_read_as_a_page(charset: str) -> None:
    """The address that the browser wrote down is sure, and so is the encoding of the part."""
    words = f"<html><body><article><h1>Мост</h1><p>Мост закрыт, сказал мэр. {SAID}</p></article></body></html>"
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://news.example/a\nMIME-Version: 1.0\n"
    head += "Content-Type: multipart/related; boundary=b\n\n"
    part = f"--b\nContent-Type: text/html; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n{words}\n--b--\n"
    article = ingest("a.mht", head.encode() + part.encode(charset))
    assert f"Мост закрыт, сказал мэр. {SAID}" in article.text
    assert article.url == Known("https://news.example/a", is_sure=True)


@pytest.mark.parametrize(
    ("name", "cues"),
    [
        ("a.vtt", "WEBVTT\n\nNOTE none\n\n00:01.000 --> 00:03.000\n<v Ann Lee>It is <i>late</i>,\n\n"
         "00:03.000 --> 00:05.000\n<v Ann Lee>I said.\n\n01:03.000 --> 01:05.000\n<v Bo Kim>Yes &amp; no.\n"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:03,000\n{\\an8}Ann Lee: It is <i>late</i>,\n\n2\n00:00:03,000 --> 00:00:05,000\nI said.\n\n"
         "3\n00:01:03,000 --> 00:01:05,000\nBo Kim: Yes & no.\n"),
    ],
)  # fmt: skip
def test_subtitles_are_turns_with_times(name: str, cues: str) -> None:
    """Cues of one speaker are joined, each turn has its time and its name, and knows its cues."""
    article = ingest(name, cues.encode())
    assert article.text == "[00:00:01]\n\nAnn Lee: It is late, I said.\n\n[00:01:03]\n\nBo Kim: Yes & no.\n"
    assert [each.origin.time for each in article.paragraphs[1::2]] == ["00:00:01.000/00:00:05.000", "00:01:03.000/00:01:05.000"]


def test_a_line_in_no_cue_is_not_lost_in_silence() -> None:
    """What the reader of subtitles passes over is named, and lines that live subtitles repeat are not."""
    cues = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nIt is late.\n\n00:02.000 --> 00:03.000\nIt is late.\nShe said.\n\nbroken --> cue\nLost words\n"
    )
    article = ingest("a.vtt", cues.encode())
    assert article.text == "[00:00:01]\n\nIt is late. She said.\n"
    assert ("Lost words", "a line in no cue") in left_out(article)


TSV = "level page_num block_num par_num line_num word_num left top width height conf text\n1 1 0 0 0 0 0 0 2480 3508 -1 \n"


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new_process: None) -> Path:
    """A program in the place of Tesseract, which reads the same words in every picture."""
    words = ((1, 96, "The"), (1, 41, "fcrry"), (2, 95, "stops."))
    rows = "".join(f"5 1 1 1 {line} 1 200 {400 + 60 * line} 300 40 {sure} {word}\n" for line, sure, word in words)
    (tmp_path / "tsv").write_text((TSV + rows).replace(" ", "\t"), encoding="utf-8")
    program = tmp_path / "tesseract"
    answers = f"cat > {tmp_path}/picture\ncat {tmp_path}/tsv\n"
    program.write_text(f'#!/bin/sh\n[ "$1" = --list-langs ] && echo "List:" && echo eng && exit\n{answers}')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def test_a_scan_is_read_by_machine_and_says_so(reader: Path) -> None:
    """Each paragraph is to be checked, words that the machine is not sure of are named, and its box is on the page."""
    article = ingest("a.pdf", scanned_pdf("The ferry stops."))
    assert article.text == "The fcrry stops.\n"
    assert article.paragraphs[0].checks == (BY_MACHINE, "read by machine, and not sure: “fcrry”")
    assert article.paragraphs[0].origin.page == 1
    assert article.paragraphs[0].origin.box == pytest.approx((48, 707.5, 120, 731.5), abs=1)
    assert (reader / "picture").read_bytes().startswith(b"\x89PNG")


def test_pages_that_cannot_be_drawn_in_time_are_told(reader: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the first that takes too long none is tried, and each is named: a hundred of them take no longer than one."""
    monkeypatch.setattr(recognition, "_LIMITS", Limits(0.001, 700))
    assert [(each.origin.page, each.why) for each in recognised(scanned_pdf("The ferry stops."), [1, 2])] == [(1, UNDRAWN), (2, UNDRAWN)]  # type: ignore[union-attr]


@pytest.mark.parametrize(("name", "form"), [("a.png", "PNG"), ("a.jpg", "JPEG")])
def test_a_picture_is_read_as_a_scan_is(reader: Path, name: str, form: str) -> None:
    """Each paragraph is to be checked and has its box in pixels; what is transparent is read as white, and the picture can be compared."""
    data = picture("The ferry stops.", form)
    article = ingest(name, data)
    assert (article.text, article.title) == ("The fcrry stops.\n", Known("The fcrry stops."))
    assert article.paragraphs[0].checks[0] == BY_MACHINE
    assert article.paragraphs[0].origin.box == pytest.approx((100, 120, 250, 170), abs=1)
    with Image.open(reader / "picture") as shown:
        assert (shown.mode, shown.getextrema()) == ("L", (pytest.approx(0, abs=9), 255))
    assert 'class="box read"' in facsimile(form.lower(), data, article.pieces)


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    """A picture says how many pixels it has before they are made, and of too many none is."""
    data = io.BytesIO()
    Image.new("1", (8000, 7000)).save(data, "PNG")
    with pytest.raises(IngestError, match="it has 8,000 × 7,000 pixels, and 50 million is the limit; make it smaller"):
        ingest("a.png", data.getvalue())


@pytest.mark.usefixtures("new_process")
def test_without_a_reader_a_picture_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal names what to install."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(IngestError, match=r"is a picture, which Tesseract reads, and it is not installed \(`briefs doctor` says how\)"):
        ingest("a.png", picture("The ferry stops."))


@pytest.mark.usefixtures("new_process")
def test_without_a_reader_a_scan_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else reads a picture: a scan is refused, and a scanned page among others is named."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(IngestError, match="may be a scan: install Tesseract"):
        ingest("a.pdf", scanned_pdf("The ferry stops."))
    assert NO_READER not in str(left_out(ingest("a.pdf", pdf([["The ferry stops."]]))))


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_tesseract_is_understood() -> None:
    """The real program reads the words of a clear picture, alone and as the page of a PDF."""
    assert ingest("a.png", picture("The ferry Alma stops in June.")).text == "The ferry Alma stops in June.\n"
    assert ingest("a.pdf", scanned_pdf("The ferry Alma stops in June.")).text == "The ferry Alma stops in June.\n"
