"""A source's text is what its original shows, in order, less what is left out and named."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest import Article, ingest
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
UNSEEN_IN_PAGES = (" <span hidden>{}</span> ", " <span style='display:none'>{}</span> ", " <template>{}</template> ")
OF_PAGES = st.sampled_from((*SEEN_IN_PAGES, *STRUCK_IN_PAGES, *UNSEEN_IN_PAGES))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.tuples(OF_PAGES, WORDS), min_size=1, max_size=6), min_size=1, max_size=6))
def test_no_word_of_a_web_page_is_lost_in_silence(paragraphs: list[list[tuple[str, str]]]) -> None:
    """Links, times, buttons and comments lose no word, what nobody sees brings none, and what is struck out is named."""
    body = "".join(f"<p>Alma {''.join(form.format(words) for form, words in runs)} stays.</p>" for runs in paragraphs)
    article = ingest("a.html", f"<!doctype html><html><body><article>{body}</article></body></html>".encode())
    seen = [[words for form, words in runs if form in SEEN_IN_PAGES] for runs in paragraphs]
    assert article.text.split() == " ".join(" ".join(("Alma", *words, "stays.")) for words in seen).split()
    struck = [words for runs in paragraphs for form, words in runs if form in STRUCK_IN_PAGES]
    named = [piece.words for piece in article.left_out if "struck" in piece.why]
    assert " ".join(named).split() == " ".join(struck).split()
