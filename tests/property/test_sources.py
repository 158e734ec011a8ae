"""A source's text is what its original shows, in order, less what is left out and named."""

from __future__ import annotations

import re
from dataclasses import replace
from email.message import EmailMessage
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest import Article, ingest
from generator.ingest.article import Paragraph, Piece
from generator.ingest.web_page.shown import FOR_SIGHT, FOR_SPEECH, HIDDEN
from tests.ingest.files import docx, odt, placed_pdf

VOCABULARY = ("the", "ferry", "Alma", "is", "late", "in", "Bergen", "and", "nobody", "knows", "why", "said", "Kari")
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=6).map(" ".join)
SHOWN, GONE = ("plain", "bold", "inserted", "deleted"), ("struck", "hidden")
RUNS = st.lists(st.tuples(st.sampled_from((*SHOWN, *GONE)), WORDS), min_size=1, max_size=6)
DOCUMENTS = st.lists(RUNS, min_size=1, max_size=5).filter(lambda paragraphs: any(kind in SHOWN for runs in paragraphs for kind, _ in runs))

IN_WORD = {
    "plain": "<w:r><w:t> {} </w:t></w:r>", "bold": "<w:r><w:rPr><w:b/></w:rPr><w:t> {} </w:t></w:r>",
    "inserted": "<w:ins><w:r><w:t> {} </w:t></w:r></w:ins>", "deleted": "<w:del><w:r><w:delText> {} </w:delText></w:r></w:del>",
    "struck": "<w:r><w:rPr><w:strike/></w:rPr><w:t> {} </w:t></w:r>", "hidden": "<w:r><w:rPr><w:vanish/></w:rPr><w:t> {} </w:t></w:r>",
}  # fmt: skip
IN_ODT = {
    "plain": " {} ", "bold": ' <text:span text:style-name="b">{}</text:span> ',
    "inserted": '<text:change-start text:change-id="i"/> {} <text:change-end text:change-id="i"/>', "deleted": " {} ",
    "struck": ' <text:span text:style-name="struck">{}</text:span> ', "hidden": ' <text:span text:style-name="hidden">{}</text:span> ',
}  # fmt: skip
STYLES = (
    '<style:style style:name="struck"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="hidden"><style:text-properties text:display="none"/></style:style>'
)


def assert_nothing_is_lost(article: Article, paragraphs: list[list[tuple[str, str]]]) -> None:
    """The text has the words that are shown, in order, and what is not in it is named, in order."""
    shown = [words for runs in paragraphs for kind, words in runs if kind in SHOWN]
    gone = [words for runs in paragraphs for kind, words in runs if kind in GONE]
    text = re.sub(r"\[(?:inserted|deleted): |\]", " ", article.text)
    assert text.split() == " ".join(shown).split()
    assert " ".join(piece.words for piece in article.left_out).split() == " ".join(gone).split()


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS)
def test_no_word_of_an_office_document_is_lost_in_silence(paragraphs: list[list[tuple[str, str]]]) -> None:
    """Whatever is bold, struck out, hidden or changed by somebody, in whatever order."""
    body = "".join(f"<w:p>{''.join(IN_WORD[kind].format(words) for kind, words in runs)}</w:p>" for runs in paragraphs)
    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = f"<w:document {name}><w:body>{body}</w:body></w:document>"
    assert_nothing_is_lost(ingest("a.docx", docx([], {"word/document.xml": document})), paragraphs)
    body = "".join(f"<text:p>{''.join(IN_ODT[kind].format(words) for kind, words in runs)}</text:p>" for runs in paragraphs)
    assert_nothing_is_lost(ingest("a.odt", odt(body, styles=STYLES)), paragraphs)


AROUND_IN_WORD = (
    "{}", "<w:hyperlink w:anchor='x'>{}</w:hyperlink>",
    "<w:smartTag w:element='place'>{}</w:smartTag>",
    "<w:sdt><w:sdtPr><w:alias w:val='gone'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:fldSimple w:instr=' AUTHOR '>{}</w:fldSimple>",
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> REF gone </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>",
    "<w:bookmarkStart w:id='1' w:name='gone'/>{}<w:proofErr w:type='spellEnd'/>",
)  # fmt: skip
CELL = "<w:tc>{}</w:tc>"
BLOCKS_IN_WORD = (
    "{0}{1}", f"<w:tbl><w:tr>{CELL}{CELL}</w:tr></w:tbl>", f"<w:tbl><w:tr>{CELL}</w:tr><w:tr>{CELL}</w:tr></w:tbl>",
    f"<w:tbl><w:tr>{CELL.format('{}{}')}</w:tr></w:tbl>", "<w:sdt><w:sdtContent>{}{}</w:sdtContent></w:sdt>",
    f"<w:tbl><w:tr>{CELL.format('<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>{}')}</w:tr></w:tbl>",
    "{}<w:p><w:r><w:pict><w:textbox><w:txbxContent>{}</w:txbxContent></w:textbox></w:pict></w:r></w:p>",
)  # fmt: skip
Dressed: TypeAlias = list[tuple[str, str, str]]
DRESSED = st.lists(st.tuples(st.sampled_from((*SHOWN, *GONE)), st.sampled_from(AROUND_IN_WORD), WORDS), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(BLOCKS_IN_WORD), DRESSED, DRESSED), min_size=1, max_size=4))
def test_no_word_of_a_word_document_is_lost_in_its_layout(
    blocks: list[tuple[str, Dressed, Dressed]],
) -> None:
    """Links, fields, controls, tables in tables and text boxes: what they hold is there in order, and nothing else of them."""
    paragraphs = [[("plain", "{}", "Alma"), *runs] for _, *both in blocks for runs in both]
    made = iter(
        ["<w:p>" + "".join(around.format(IN_WORD[kind].format(words)) for kind, around, words in runs) + "</w:p>" for runs in paragraphs]
    )
    body = "".join(block.format(next(made), next(made)) for block, *_ in blocks)
    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    article = ingest("a.docx", docx([], {"word/document.xml": f"<w:document {name}><w:body>{body}</w:body></w:document>"}))
    assert_nothing_is_lost(
        replace(article, pieces=tuple(map(without_bars, article.pieces))),
        [[(kind, words) for kind, _, words in runs] for runs in paragraphs],
    )


def without_bars(piece: Piece) -> Piece:
    """A row of a table as its cells."""
    return replace(piece, text=piece.text.replace("|", " ")) if isinstance(piece, Paragraph) else piece


LINES = st.lists(
    st.one_of(WORDS, st.just(""), WORDS.map("    {}".format), WORDS.map("- {}".format), WORDS.map("> {}".format)), min_size=1, max_size=12
)


@settings(max_examples=60, deadline=None)
@given(
    LINES.filter(any),
    st.sampled_from(("\n", "\r\n", "\r")),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
    st.sampled_from(("a.txt", "a.md")),
)
def test_plain_text_keeps_its_lines(lines: list[str], end: str, encoding: str, name: str) -> None:
    """Whatever its line ends and its encoding: each line is one line of the text, with its indentation, and nothing is left out."""
    article = ingest(name, end.join(lines).encode(encoding))
    assert article.text == "\n".join(lines).strip("\n") + "\n"
    assert not article.left_out


IN_CUES = ("{}", "<i>{}</i>", "<c.yellow>{}</c>", "<00:00:01.000>{}", "{} &amp; {}", "<v.loud Kari>{}</v>")
CUES = st.lists(st.lists(st.tuples(st.sampled_from(IN_CUES), WORDS), min_size=1, max_size=3), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(CUES, st.sampled_from((2, 9)), st.booleans(), st.sampled_from(("\n", "\r\n")))
def test_no_word_of_subtitles_is_lost_in_silence(cues: list[list[tuple[str, str]]], step: int, is_vtt: bool, end: str) -> None:
    """The words of all cues are there in order, without the marks of how they are shown; what says nothing new comes once."""
    point = "." if is_vtt else ","
    blocks, told, last = ["WEBVTT", "NOTE gone"] if is_vtt else [], [], ""
    for number, lines in enumerate(cues):
        time = " --> ".join(f"00:{number * step // 60:02}:{number * step % 60 + more:02}{point}000" for more in (0, 1))
        blocks.append("\n".join([str(number + 1), time, *(form.replace("{}", words) for form, words in lines)]))
        for form, words in lines:
            shown = f"{words} & {words}" if "&amp;" in form else words
            told += [] if shown == last else [shown]
            last = shown
    article = ingest("a.vtt" if is_vtt else "a.srt", "\n\n".join(blocks).replace("\n", end).encode())
    assert [
        word for piece in article.paragraphs if piece.furniture != "time" for word in piece.text.removeprefix("Kari: ").split()
    ] == " ".join(told).split()
    assert not article.left_out


IN_LETTERS = st.lists(st.tuples(st.sampled_from(("", "> ", "> > ")), st.lists(WORDS, min_size=1, max_size=3)), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(IN_LETTERS, st.sampled_from(("7bit", "quoted-printable", "base64")), st.booleans(), st.booleans())
def test_no_word_of_a_letter_is_lost_in_silence(
    paragraphs: list[tuple[str, list[str]]], encoding: str, has_html: bool, is_sent_with: bool
) -> None:
    """However it is encoded: its head, what it quotes and its own words are there in order, once, and what hangs on it is named."""
    letter = EmailMessage()
    letter["Subject"], letter["From"], letter["To"] = "The ferry", "Kari Moe <kari@harbour.example>", "ada@news.example"
    plain = "\n\n".join("\n".join(f"{marks}{line}" for line in lines) for marks, lines in paragraphs)
    letter.set_content("gone" if has_html else plain, cte=encoding)
    if has_html:
        letter.add_alternative(
            "".join(f"<p>{marks.replace('>', '&gt;')}{' '.join(lines)}</p>" for marks, lines in paragraphs), "html", cte=encoding
        )
    if is_sent_with:
        letter.add_attachment(b"words", "application", "pdf", filename="gone.pdf")
    article = ingest("a.eml", letter.as_bytes())
    head = ["Subject: The ferry", "From: Kari Moe <kari@harbour.example>", "To: ada@news.example"]
    assert [piece.text for piece in article.paragraphs] == [*head, *(f"{marks}{' '.join(lines)}" for marks, lines in paragraphs)]
    assert [piece.words for piece in article.left_out] == ["gone.pdf"] * is_sent_with


@settings(max_examples=12, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30), st.integers(1, 3), st.sampled_from((12, 14)), st.booleans())
def test_no_word_of_a_pdf_is_lost_in_silence(lines: list[str], pages: int, step: int, in_columns: bool) -> None:
    """On however many pages, in one column or two: every word is in the text or among what was left out, none twice, in order."""
    placed = [
        [(320 if in_columns and row >= len(lines) / 2 else 50, 780 - step * (row % (len(lines) // 2 + 1) if in_columns else row), 10, words)
         for row, words in enumerate(lines)]
        for _ in range(pages)
    ]  # fmt: skip
    article = ingest("a.pdf", placed_pdf(placed))
    told = article.text.split() + [word for piece in article.left_out for word in piece.words.split()]
    assert sorted(told) == sorted(" ".join(lines).split() * pages)
    if not article.left_out:
        assert article.text.split() == " ".join(lines).split() * pages


SEEN_IN_PAGES = (
    " {} ", " <b>{}</b> ", " <ins>{}</ins> ", " <a href='/x'>{}</a> ", " <time>{}</time> ", " <button>{}</button> ",
    "<!-- a --> {} <!-- b -->", " <em><i>{}</i></em> ",
)  # fmt: skip
STRUCK_IN_PAGES = (" <del>{}</del> ", " <s>{}</s> ")
# What a page hides, in each of the ways in which it can, and why it is said to be left out.
UNSEEN_IN_PAGES = {
    " <span hidden>{}</span> ": HIDDEN,
    " <span style='color: red; DISPLAY : none'>{}</span> ": HIDDEN,
    " <i style='visibility:hidden'>{}</i> ": HIDDEN,
    " <span style='position:absolute;left:-9999px'>{}</span> ": HIDDEN,
    " <b class='x d-none'>{}</b> ": HIDDEN, " <b class='of-sheet'>{}</b> ": HIDDEN,
    " <b id='of-sheet'>{}</b> ": HIDDEN, " <dialog>{}</dialog> ": HIDDEN, " <span aria-hidden='true'>{}</span> ": FOR_SIGHT,
    " <span class='sr-only'>{}</span> ": FOR_SPEECH, " <template>{}</template> ": "a template, which no reader sees",
    " <noscript>{}</noscript> ": "shown without scripts only", " <svg><text>{}</text></svg> ": "a drawing",
    " <select><option>{}</option></select> ": "a choice of a form", " <textarea>{}</textarea> ": "a field of a form",
}  # fmt: skip
# Words that are no text of the page at all.
SILENT_IN_PAGES = (
    " <script>{}</script> ", " <style>{}</style> ", "<!-- {} -->", " <b aria-label='{}'></b> ", " <a href='/x' title='{}'></a> ",
    " <input type='hidden' value='{}'> ", " <i data-words='{}'></i> ",
)  # fmt: skip
WITHIN = st.sampled_from(
    ("{}", "<b>{}</b>", "<span><i>{}</i></span>", "<span class='visible'>{}</span>", "<span style='display:inline'>{}</span>")
)
OF_PAGES = st.sampled_from((*SEEN_IN_PAGES, *STRUCK_IN_PAGES, *UNSEEN_IN_PAGES, *SILENT_IN_PAGES))
SHEET = "<style>.of-sheet, #of-sheet { display: none } .x { color: red }</style>"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.tuples(OF_PAGES, WITHIN, WORDS), min_size=1, max_size=6), min_size=1, max_size=6))
def test_no_word_of_a_web_page_is_lost_in_silence(paragraphs: list[list[tuple[str, str, str]]]) -> None:
    """Links, times, buttons and comments lose no word; what nobody sees is not in the text, and it is named, with the reason, in order."""
    body = "".join(f"<p>Alma {''.join(dressed(*run) for run in runs)} stays.</p>" for runs in paragraphs)
    article = ingest("a.html", f"<!doctype html><html><head>{SHEET}</head><body><article>{body}</article></body></html>".encode())
    seen = [[words for form, _, words in runs if form in SEEN_IN_PAGES] for runs in paragraphs]
    assert article.text.split() == " ".join(" ".join(("Alma", *words, "stays.")) for words in seen).split()
    reasons = dict.fromkeys(STRUCK_IN_PAGES, "struck out") | UNSEEN_IN_PAGES
    expected = [(words, reasons[form]) for runs in paragraphs for form, _, words in runs if form in reasons]
    assert [(piece.words, piece.why) for piece in article.left_out] == expected


def dressed(form: str, within: str, words: str) -> str:
    """Words in an element in the form, where that can hold elements."""
    holds_elements = form not in SILENT_IN_PAGES and not any(tag in form for tag in ("textarea", "option", "svg"))
    return form.format(within.format(words) if holds_elements else words)
