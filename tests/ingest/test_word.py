"""A Word document's text has what its readers see, in order; what nobody has accepted is marked, and what is left out is named."""

from __future__ import annotations

import pytest

from generator.ingest import Article, ingest
from generator.ingest.raised import AMBIGUOUS
from generator.ingest.runs import NO_RESULT, NO_SIGN, UNACCEPTED
from tests.ingest.files import docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read(body: str, **parts: str) -> Article:
    """The article of a document with a body, and with other parts by their kind."""
    links = "".join(f'<Relationship Id="{kind}" Type="{RELATED}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    related = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    others = {f"word/{kind}.xml": f"<w:{kind} {W}>{inside}</w:{kind}>" for kind, inside in parts.items()}
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return ingest("a.docx", docx([], {"word/document.xml": document, "word/_rels/document.xml.rels": related, **others}))


def p(*runs: str) -> str:
    """A paragraph of runs; what is no markup is a run by itself."""
    return f"<w:p>{''.join(each if each.startswith('<') else f'<w:r><w:t>{each}</w:t></w:r>' for each in runs)}</w:p>"


def r(words: str, properties: str) -> str:
    """A run with properties."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("<w:del><w:r><w:delText>not </w:delText></w:r></w:del>", "[deleted: not]"),
        ("<w:ins><w:r><w:t>never </w:t></w:r></w:ins>", "[inserted: never]"),
        ("<w:moveFrom><w:r><w:t>now </w:t></w:r></w:moveFrom>", "[moved away: now]"),
    ],
)
def test_a_change_that_nobody_accepted_is_never_taken_in_silence(change: str, words: str) -> None:
    """The words of a change stay, with a mark, so that neither reading can be cited as what the document says."""
    article = read(p("We will ", change, "pay the toll."))
    assert article.text == f"We will {words} pay the toll.\n"
    assert article.paragraphs[0].checks == (UNACCEPTED,)


@pytest.mark.parametrize(
    ("properties", "why"), [("<w:strike/>", "struck out"), ("<w:vanish/>", "hidden text"), ('<w:rStyle w:val="Gone"/>', "hidden text")]
)
def test_what_is_struck_out_or_hidden_is_left_out_and_named(properties: str, why: str) -> None:
    """Whether a run or its style says so."""
    styles = '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Gone"><w:basedOn w:val="Base"/></w:style>'
    article = read(p("The toll is ", r("12 ", properties), "14 euros."), styles=styles)
    assert article.text == "The toll is 14 euros.\n"
    assert [(piece.words, piece.why, piece.to_check) for piece in article.left_out] == [("12", why, True)]


def test_a_property_that_is_switched_off_hides_nothing() -> None:
    """A run may undo what its style says."""
    styles = '<w:style w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    article = read(p(r("Seen", '<w:rStyle w:val="Gone"/><w:vanish w:val="0"/>')), styles=styles)
    assert article.text == "Seen\n"


def test_notes_follow_the_text_with_the_marks_that_it_has() -> None:
    """A note's mark is set apart from the number before it, and its words stand after the body, with their place."""
    note = '<w:footnote w:id="7">{}</w:footnote><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    body = p("In 2011", f'<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteReference w:id="7"/></w:r>', " it rose.")
    article = read(body, footnotes=note.format(p("<w:r><w:footnoteRef/></w:r>", "Water office, report of March.")))
    assert article.text == "In 2011 [1] it rose.\n\n[1] Water office, report of March.\n"
    assert [(each.origin.part, each.origin.number) for each in article.paragraphs] == [("word/document.xml", 1), ("word/footnotes.xml", 1)]


def test_powers_stay_powers() -> None:
    """A raised figure on a ten is a power, one on another figure is to be checked; a lowered one is none."""
    article = read(p("10", r("6", RAISED), " of CO", r("2", '<w:vertAlign w:val="subscript"/>'), " in 2011", r("3", RAISED)))
    assert article.text == "10^6 of CO2 in 2011 [3]\n"
    assert article.paragraphs[0].checks == (AMBIGUOUS,)


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    """Of the two forms in which a box is kept, one is read."""
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{p('The council votes on 3 June.')}</w:txbxContent>"
    both = f"<w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    assert read(p("Before ", both, "and after.")).text == "Before and after.\n\nThe council votes on 3 June.\n"


COMPLEX = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("field", "words", "checks"),
    [
        ('<w:fldSimple w:instr="DATE"><w:r><w:t>2 March</w:t></w:r></w:fldSimple>', "2 March", ()),
        ('<w:fldSimple w:instr="DATE"/>', "[field: DATE]", (NO_RESULT,)),
        (COMPLEX.format('<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2 March</w:t></w:r>'), "2 March", ()),
        (COMPLEX.format(""), "[field: DATE]", (NO_RESULT,)),
        ('<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>2 March</w:t></w:r></w:sdtContent></w:sdt>', "2 March", ()),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "\ufffd", (NO_SIGN,)),
    ],
)  # fmt: skip
def test_fields_have_their_words(field: str, words: str, checks: tuple[str, ...]) -> None:
    """A field shows what the file keeps of it; where that is nothing, a mark says so."""
    article = read(p("It meets on ", field, ", the mayor said."))
    assert article.text == f"It meets on {words}, the mayor said.\n"
    assert article.paragraphs[0].checks == checks


def test_a_table_of_figures_is_a_line_a_row() -> None:
    """The cells of a row stand on one line; a table that only places paragraphs is paragraphs."""
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    figures = f"<w:tbl>{row.format(p('Cars'), p('3,000'))}{row.format(p('Lorries'), p('120'))}</w:tbl>"
    placed = f"<w:tbl>{row.format(p('One road is closed.') + p('Another is open.'), p('A third is new.'))}</w:tbl>"
    assert read(figures).text == "| Cars | 3,000 |\n\n| Lorries | 120 |\n"
    assert read(placed).text == "One road is closed.\n\nAnother is open.\n\nA third is new.\n"


def test_heads_and_comments_are_left_out_and_named() -> None:
    """What stands around the text, or was written about it, is in no paragraph."""
    article = read(p("Words."), header=p("For release on 3 March"), comments=f"<w:comment>{p('Is it right?')}</w:comment>")
    assert article.text == "Words.\n"
    assert [piece.words for piece in article.left_out] == ["For release on 3 March", "Is it right?"]


def test_the_strict_form_is_read() -> None:
    """A document in the namespaces of ISO 29500 Strict has the same words."""
    strict = f"<w:document {W}><w:body>{p('Words.')}</w:body></w:document>".replace(
        "schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert ingest("a.docx", docx([], {"word/document.xml": strict})).text == "Words.\n"


def test_an_initial_belongs_to_the_paragraph_that_it_begins() -> None:
    """A large letter in a frame is no paragraph of its own."""
    initial = '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>'
    assert read(initial + p("he ferry is late.")).text == "The ferry is late.\n"
    assert read(initial).text == "T\n"


def item(words: str, number: int, level: int = 0) -> str:
    """A paragraph that is an item of a list."""
    return p(f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>', words)


def level(at: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def test_the_numbers_and_bullets_of_lists_are_in_the_text() -> None:
    """Levels count apart and begin anew below the next item, a list takes up the count of its kind, and a new start is kept."""
    kinds = (
        f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%1.%2)")}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", "&#xF0B7;")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    items = (item("Dredge", 1), item("Tolls", 1), item("Boats", 1, 1), item("Cars", 1, 1), item("Close", 1), item("Trains", 1, 1))
    others = (item("Wait", 2), p("Then:"), item("Ask", 3), item("None", 0), item("Gone", 99))
    assert read("".join((*items, *others)), numbering=kinds).text.split("\n\n") == [
        "1. Dredge", "2. Tolls", "2.a) Boats", "2.b) Cars", "3. Close", "3.a) Trains", "- Wait", "Then:", "7. Ask", "None", "Gone\n",
    ]  # fmt: skip


def test_a_style_numbers_its_paragraphs() -> None:
    """A heading has the number that its style, or what that rests on, gives it, at the level that names the style."""
    first, second = level(0, "upperRoman", "§ %1", '<w:pStyle w:val="H1"/>'), level(1, "decimal", "%2.", '<w:pStyle w:val="H2"/>')
    kinds = f'<w:abstractNum w:abstractNumId="1">{first}{second}</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
    numbered = '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'
    styles = "".join(f'<w:style w:styleId="{name}">{numbered}</w:style>' for name in ("H1", "H2"))
    styles += '<w:style w:styleId="Own"><w:basedOn w:val="H1"/></w:style>'
    headings = (("H1", "Tolls"), ("H2", "Boats"), ("Own", "Sand"))
    body = "".join(p(f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>', words) for name, words in headings)
    assert read(body, numbering=kinds, styles=styles).text == "§ I Tolls\n\n1. Boats\n\n§ II Sand\n"
