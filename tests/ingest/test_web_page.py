"""A page's text is what its readers see, in order; what is not in it is named."""

from __future__ import annotations

import pytest

from generator.ingest import IngestError, ingest
from generator.ingest.article import Article, LeftOut
from generator.ingest.web_page import quotations, read
from generator.ingest.web_page.characters import decoded

TOLD = (
    "The quay of Westerhaven was rebuilt last year, and most boats of the town have come back to it since, the harbour office said.",
    "A study of the water office names two ways to keep the basin open, and gives a price for neither of them.",
)


def page(body: str, head: str = "", language: str = "en") -> Article:
    """The article of a page with some paragraphs around what is looked at."""
    text = f"<article><p>{TOLD[0]}</p>{body}<p>{TOLD[1]}</p></article>"
    return read("page", f'<!doctype html><html lang="{language}"><head>{head}</head><body>{text}</body></html>'.encode())


def lines(body: str, head: str = "", language: str = "en") -> list[str]:
    """The paragraphs between those that stand around."""
    found = [paragraph.text for paragraph in page(body, head, language).paragraphs]
    assert (found[0], found[-1]) == TOLD
    return found[1:-1]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("<p>Ida <!-- --> Rook<!-- x -->, who <!---->pilots<!-- --> the boat, agreed.</p>", "Ida Rook, who pilots the boat, agreed."),
        ("<p>It ends on <time datetime='2031-07-01'>1 July</time>, at <time>noon</time>.</p>", "It ends on 1 July, at noon."),
        ("<p>So says <button>Ida Rook</button>, a pilot.</p>", "So says Ida Rook, a pilot."),
        ("<p><a href='/x'><b>Two boats were towed out on Monday.</b></a></p>", "Two boats were towed out on Monday."),
        ("<p>5 × 10<sup>6</sup> tonnes since 1998<sup>7</sup> and 1999<sup><a href='#n'>8</a></sup></p>",
         "5 × 10^6 tonnes since 1998 [7] and 1999 [8]"),
        ("<p>The 3<sup>rd</sup> of CO<sub>2</sub></p>", "The 3rd of CO2"),
        ("<p><math><msup><mi>x</mi><mn>2</mn></msup></math> is a square</p>", "x^2 is a square"),
        ("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>を読む。</p>", "漢字を読む。"),
        ("<p><span>Ida Rook</span><span>1 July</span></p>", "Ida Rook 1 July"),
        ("<p><a href='1'>Ida Rook</a><a href='2'>pilot</a></p>", "Ida Rook pilot"),
        ("<p><span>D</span>ra<b>win</b><i>g</i>s of 31<span>kg</span></p>", "Drawings of 31kg"),
        ("<p>zwei Hafen&shy;becken</p>", "zwei Hafenbecken"),
        ("<p>We sail<img alt='⛵' src='b.png'> on.</p>", "We sail⛵ on."),
        ("<p>a narrow<br>column of words</p>", "a narrow column of words"),
        ("<table><tr><th>Boat</th><td><p>Alma</p><p>of Ness</p></td></tr></table>", "| Boat | Alma of Ness |"),
        ("<div style='display:contents'>loose <b>words</b> in a box</div>", "loose words in a box"),
    ],
)  # fmt: skip
def test_a_line_has_the_words_that_are_seen(body: str, line: str) -> None:
    """No word of a line is lost, glued to another one, or cut in two."""
    assert lines(body) == [line]


def test_lists_and_links_in_the_text_stay() -> None:
    """A list of nothing but links stays, item by item, and so do the paragraphs of a broken line."""
    body = "<p>These agreed:</p><ul><li><a href='1'>Ida Rook, pilot</a></li><li><a href='2'>The port of Ness</a></li></ul>"
    assert lines(body) == ["These agreed:", "- Ida Rook, pilot", "- The port of Ness"]
    assert lines("<p>One is over.<br>Two begins<br><br>three</p>") == ["One is over.", "Two begins", "three"]


@pytest.mark.parametrize(
    ("language", "body", "line"),
    [
        ("en", "<p>She said: <q>No <q>never</q> again</q>.</p>", "She said: “No ‘never’ again”."),
        ("de", "<p>Sie sagte: <q>Nie</q>.</p>", "Sie sagte: „Nie“."),
        ("fr", "<p>Elle dit <q>jamais</q>.</p>", "Elle dit «\u202fjamais\u202f»."),
        ("de", "<p>„<q>Nie</q>“, sagte sie.</p>", "„Nie“, sagte sie."),
        ("en", "<p>She said <q>“never”</q>.</p>", "She said “never”."),
    ],
)
def test_marks_that_a_browser_draws_are_set_once(language: str, body: str, line: str) -> None:
    """`<q>` gets the marks of its language, and none where the page has its own."""
    assert lines(body, language=language) == [line]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<blockquote><p>We pay.</p><p>We always did.</p></blockquote>", ["“We pay.", "“We always did.”"]),
        ("<blockquote>“We pay,” she wrote.</blockquote>", ["“We pay,” she wrote."]),
        ("<blockquote>We pay. <footer>— <cite>Ida Rook</cite>, pilot</footer></blockquote>", ["“We pay.”", "— Ida Rook, pilot"]),
        ("<blockquote>We pay. — <cite>Ida Rook</cite></blockquote>", ["“We pay.”", "— Ida Rook"]),
        ("<blockquote>We read <cite>Dune</cite> twice.</blockquote>", ["“We read Dune twice.”"]),
        ("<blockquote><p>We pay.</p>&mdash; Ida Rook (@ida) <a href='t'>2 May</a></blockquote>", ["“We pay.”", "— Ida Rook (@ida) 2 May"]),
        ("<figure><blockquote>We pay.</blockquote><figcaption>Ida Rook</figcaption></figure>", ["“We pay.”", "Ida Rook"]),
        ("<blockquote><h3>Notes</h3><p>All of them.</p></blockquote>", ["Notes", "All of them."]),
    ],
)
def test_a_block_quotation_is_marked_as_one(body: str, expected: list[str]) -> None:
    """Words that are set off get marks, which the editor is told; whoever said them stands outside of them."""
    assert lines(body) == expected
    checks = [paragraph.checks for paragraph in page(body).paragraphs if quotations.SET in paragraph.checks]
    assert len(checks) == any(line.startswith("“") and "wrote" not in line for line in expected)


def test_a_frame_is_no_quotation_and_a_pull_quote_is_furniture() -> None:
    """An indent around most of a page quotes nobody; what repeats the article may not be cited a second time."""
    framed = read("page", f"<blockquote><p>{TOLD[0]}</p><p>{TOLD[1]}</p></blockquote>".encode())
    assert framed.text == "\n\n".join(TOLD) + "\n"
    pulled = page("<blockquote>most boats of the town have come back</blockquote>").paragraphs[1]
    assert (pulled.text, pulled.furniture) == ("most boats of the town have come back", quotations.PULLED)


HIDDEN = (
    "<p>Shown <span hidden>secret</span> words</p>",
    "<p>Shown <span style='color: red; display: none'>secret</span> words</p>",
    "<p>Shown <span style='opacity:0'>secret</span> words</p>",
    "<p>Shown <span style='position:absolute; left:-9999px'>secret</span> words</p>",
    "<p>Shown <span class='sr-only'>secret</span> words</p>",
    "<p>Shown <span class='note visually-hidden'>secret</span> words</p>",
    "<p>Shown <span class='d-none'>secret</span> words</p>",
    "<p>Shown <span aria-hidden='true'>secret</span> words</p>",
    "<p>Shown <template>secret</template> words</p>",
    "<p>Shown <noscript>secret</noscript> words</p>",
    "<p>Shown <del>secret</del> words</p>",
    "<p>Shown <s>secret</s> words</p>",
    "<p>Shown <select><option>secret</option></select> words</p>",
    "<p>Shown <svg><text>secret</text></svg> words</p>",
    "<p>Shown <math><mfrac><mi>secret</mi></mfrac></math> words</p>",
    "<p>Shown <img alt='secret' src='s.png'> words</p>",
    "<p>Shown words</p><dialog>secret</dialog>",
)


@pytest.mark.parametrize("body", HIDDEN)
def test_what_is_not_shown_is_left_out_and_named(body: str) -> None:
    """Hidden, struck out, or drawn as something else than text: it is not in the text, and it is said what it was."""
    found = page(body)
    assert [paragraph.text for paragraph in found.paragraphs[1:-1]] == ["Shown words"]
    assert [(each.words, bool(each.why), bool(each.origin.element)) for each in found.left_out] == [("secret", True, True)]


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_what_is_struck_out_is_to_be_looked_at(tag: str) -> None:
    """An editor is told of struck words in the article, and not of those in a menu."""
    struck = f"<{tag}>12</{tag}>"
    assert page(f"<p>It costs {struck} 14 euros.</p>").left_out[0].to_check
    assert not page(f"<nav><a href='/'>Shop {struck}</a></nav>").left_out[0].to_check


def test_hidden_paragraphs_in_the_article_are_to_be_looked_at() -> None:
    """What a page shows only once somebody asks for more may be a part of the article; a hidden word of a menu is none."""
    more = "The harbour master said that the basin will be dredged in May, and that the town has to pay for two thirds of it. "
    assert page(f"<div hidden><p>{more}</p><p>{more}</p></div>").left_out[0].to_check
    assert not page("<div hidden>Menu</div>").left_out[0].to_check


@pytest.mark.parametrize(
    ("rules", "is_shown"),
    [
        (".old { display: none }", False),
        ("/* a */ p.old, .x { color: red; visibility: hidden }", False),
        (".old { display: none } .old { display: block }", True),
        ("@media print { .old { display: none } }", True),
        (".open .old { display: none }", True),
        (".older { display: none }", True),
    ],
)
def test_a_page_hides_by_its_own_style_sheet(rules: str, is_shown: bool) -> None:
    """A rule without a condition, for a class that the element has, counts; the last one decides."""
    assert lines("<p class='old'>secret</p>", f"<style>{rules}</style>") == ["secret"] * is_shown


@pytest.mark.parametrize("box", ["<div style='display:none'>{}</div>", "<div class='sr-only'>{}</div>", "<noscript>{}</noscript>"])
def test_a_text_that_a_script_shows_is_read(box: str) -> None:
    """Where the article itself is hidden, it is what a script shows, and is read."""
    told = "".join(f"<p>{TOLD[number % 2].replace('town', f'town {number}')}</p>" for number in range(6))
    text = read("page", f"<html><body><p>Loading</p>{box.format(f'<article>{told}</article>')}</body></html>".encode()).text
    assert text.count("town") == 3


def test_a_large_first_letter_is_part_of_its_word() -> None:
    """A letter that only eyes can see begins the word that it is drawn for."""
    assert lines("<p><span aria-hidden='true'>O</span>nce more.</p>") == ["Once more."]


def test_pieces_stand_in_order_with_the_paths_of_their_elements() -> None:
    """Each piece says where it came from; what was left out stands where it was."""
    found = page("<p>It costs <del>12</del> 14 euros.</p><ul><li>a boat</li></ul>")
    told = [
        ("-" if isinstance(piece, LeftOut) else "+", piece.origin.element.removeprefix("/html/body[1]/article[1]"))
        for piece in found.pieces
    ]
    assert told == [("+", "/p[1]"), ("+", "/p[2]"), ("-", "/p[2]/del[1]"), ("+", "/ul[1]/li[1]"), ("+", "/p[3]")]


@pytest.mark.parametrize(
    ("label", "words", "codec"),
    [
        ("gb2312", "主席朱镕基", "gb18030"),
        ("shift_jis", "髙橋氏は①と述べた", "cp932"),
        ("euc-kr", "똠방각하라고 말했다", "cp949"),
        ("iso-8859-1", "“Straße”", "cp1252"),
        ("x-unknown", "naïve œuvre", "utf-8"),
        ("utf-16", "naïve", "utf-8"),
    ],
)
def test_a_name_of_an_encoding_means_what_browsers_make_of_it(label: str, words: str, codec: str) -> None:
    """Labels name the wider encodings of the web; one that nobody knows, or that cannot be, counts for nothing."""
    assert words in decoded(f'<meta charset="{label}"><p>{words}</p>'.encode(codec))


def test_a_page_that_is_utf_8_is_read_as_that_whatever_it_says() -> None:
    """A page that was saved anew, and still names its old encoding, is no mojibake."""
    assert "港口通行费下月上调，居民反对" in decoded('<meta charset="gb2312"><p>港口通行费下月上调，居民反对</p>'.encode())


def test_one_wrong_byte_costs_one_mark_that_the_editor_is_told() -> None:
    """A byte that is no character is shown as one mark; the paragraph that has it is to be looked at, and no other."""
    found = read("page", f"<meta charset=utf-8><p>{TOLD[0]}</p><p>The caf\xe9 is open on Mondays, too.</p><!-- \xff -->".encode("latin-1"))
    assert found.paragraphs[1].text == "The caf� is open on Mondays, too."
    assert [bool(paragraph.checks) for paragraph in found.paragraphs] == [False, True]


def test_a_page_that_would_be_marks_is_refused() -> None:
    """Where most letters are no characters of the encoding, a text would be false."""
    with pytest.raises(IngestError, match="says that it is utf-8, and is not; open it in a browser, and save it again"):
        decoded(b"<meta charset=utf-8><p>" + b"\x81\x8d\x8f\x90\x9d " * 40)


def test_a_page_without_an_encoding_is_read_by_its_bytes() -> None:
    """What its letters are likeliest to be, where it is not UTF-8; the editor is told."""
    words = "Городской совет объявил, что плата за вход в порт вырастет в мае, и рыбаки не согласны с этим решением."
    found = read("page", f"<p>{words}</p>".encode("cp1251"))
    assert (found.paragraphs[0].text, found.paragraphs[0].checks) == (words, ("the page names no encoding: it was read as cp1251",))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p " + " ".join(f"a{number}=1" for number in range(60_000)) + ">Words.", "has an element of more than 2,000 attributes; "),
        ("<p a='" + "x y=z " * 3_000 + "'>Words.", "Words.\n"),
        ("<div>" * 3_000 + "Words.", "nests its elements too deeply; "),
        ("<div>" * 400 + "<p>Words.", "Words.\n"),
        ("<div>" * 600 + "<p>Words.", "nests its elements too deeply; "),
    ],
)
def test_what_would_take_long_is_refused_before_it_does(body: str, found: str) -> None:
    """Endless attributes and nesting are refused in words; long values and hundreds of levels are read."""
    try:
        text = ingest("page.html", f"<html><body>{body}".encode()).text
    except IngestError as error:
        text = str(error)
    assert text.startswith(found)


def test_comments_before_a_page_are_tried_once() -> None:
    """Comments that never end, one in another, are no page, and that is found out at once."""
    with pytest.raises(IngestError, match="holds plain text"):
        ingest("page.html", b"<!--" * 30 + b"-->" * 28 + b"x")
    assert ingest("page.html", b"<!-- a -->" * 30 + b"<p>Words.").text == "Words.\n"
