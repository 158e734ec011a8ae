"""Handouts are PDF/UA-1 and PDF/A-3a, and tagged better than these ask for."""

from __future__ import annotations

import base64
import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from generator.dossier.signature import SigningKey
from generator.pages.artifacts import Print
from generator.press.fonts import font_files
from generator.press.sealing import Seal, sealed
from generator.press.setting import set_document, start
from generator.verifying.layer import text_of
from tests.support.archive import broken_rules
from tests.support.handouts import GOLDEN, ROOT, all_prints, set_all

DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
ROWS = 120
STYLES = "@page { size: A4; margin: 20mm; @top-left { content: 'Running header' } }"
AWKWARD = f"""<!doctype html><html lang="en"><head><title>Awkward</title></head><body>
<h1>Awkward</h1>
<p>Words with <a href="https://example.org/">a link</a> and <span lang="de">deutsche Wörter</span>.</p>
<h4>A heading that skips levels</h4>
<ul><li><p>loose</p><p>second paragraph</p></li>
<li><p>with a list</p><ul><li>nested<ol><li>deep</li></ol>below deep</li></ul><p>after it</p></li></ul>
<ul style="list-style: none"><li><p>without a mark</p></li><li>inline<ul><li>below it</li></ul></li></ul>
<blockquote><p>A quotation</p><ul><li>with a list</li></ul></blockquote>
<pre><code>two  spaces</code></pre>
<p><img src="media/dot.png" alt="A dot"> and <img src="media/dot.png" alt=""> without words</p>
<p><a href="https://example.org/x"><img src="media/dot.png" alt="A linked dot"></a>
<a href="https://example.org/y"><img src="media/dot.png" alt=""></a></p>
<dl><dt>Term</dt><dd>Meaning<p>at length</p></dd></dl>
<table><caption>Numbers</caption><thead><tr><th>Column one</th><th>Column two</th></tr></thead><tbody>
{"".join(f'<tr><th scope="row">row {row}</th><td>{row * 7} and <em>more</em></td></tr>' for row in range(ROWS))}</tbody></table>
<h2>Notes</h2>
<ol>{"".join(f'<li id="note-{n}" role="doc-endnote">Note {n} <q lang="fr">{"mot " * 90}</q></li>' for n in range(12))}</ol>
<p>See<span role="doc-noteref"><a href="#note-3" aria-label="Note 3">3</a></span>. {"long " * 1500}</p>
</body></html>"""


@pytest.fixture(scope="module")
def awkward() -> bytes:
    """A document with what Markdown can hold, in the most awkward ways."""
    start(font_files())
    document = Print("x", "x/x.pdf", AWKWARD, STYLES, {"media/dot.png": DOT}, {"brief.json": b"{}"}, "2026-01-01")
    return set_document(document)


@pytest.fixture
def pdf(awkward: bytes) -> Iterator[pikepdf.Pdf]:
    """The awkward document, opened."""
    with pikepdf.open(io.BytesIO(awkward)) as opened:
        yield opened


@pytest.fixture(scope="module")
def handouts(golden_handouts: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All handouts of the golden publication and of the examples, in every form and size, a booklet of each, and a signed one."""
    folder = tmp_path_factory.mktemp("handouts")
    paths = [folder / "signed.pdf"]
    key = SigningKey(Ed25519PrivateKey.generate())
    paths[0].write_bytes(sealed(golden_handouts["old-bridge.pdf"], Seal("key", key.signed)))
    for kind, made in (("golden", golden_handouts), ("example", set_all(all_prints(ROOT), folder / "cache"))):
        for name, content in made.items():
            paths.append(folder / f"{kind}-{name}")
            paths[-1].write_bytes(content)
    return paths


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    """The structure elements of a kind, in reading order."""
    return [element for element in tree(pdf.Root.StructTreeRoot.K[0]) if kind == element.S]


def tree(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    """An element and all in it."""
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from tree(kid)


def test_every_handout_passes_verapdf(handouts: list[Path]) -> None:
    """veraPDF finds nothing in any handout, neither by PDF/UA-1 nor by PDF/A-3a."""
    assert len(handouts) > 30
    assert broken_rules(handouts) == []


def test_the_judge_knows_what_is_wrong(tmp_path: Path) -> None:
    """veraPDF finds something in a PDF that is neither."""
    with pikepdf.new() as plain:
        plain.add_blank_page()
        plain.save(tmp_path / "plain.pdf")
    rules = broken_rules([tmp_path / "plain.pdf"])
    assert any("14289-1" in rule for rule in rules)
    assert any("19005-3" in rule for rule in rules)


def test_awkward_markdown_passes_verapdf(awkward: bytes, tmp_path: Path) -> None:
    """Loose and nested lists, quotations, code, tables over pages, images with and without words, skipped headings: nothing breaks it."""
    (tmp_path / "awkward.pdf").write_bytes(awkward)
    assert broken_rules([tmp_path / "awkward.pdf"]) == []


def test_a_handout_says_what_it_is(pdf: pikepdf.Pdf) -> None:
    """Its metadata name PDF/UA-1 and PDF/A-3a."""
    with pdf.open_metadata() as metadata:
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "3", "A")


def test_a_table_over_several_pages_is_one(pdf: pikepdf.Pdf) -> None:
    """It has all its rows once, and its header once."""
    (table,) = elements(pdf, "/Table")
    kinds = [element.S for element in tree(table)]
    assert len({element.Pg.objgen for element in tree(table) if "/Pg" in element}) > 1
    assert kinds.count("/TR") == ROWS + 1
    assert (kinds.count("/THead"), kinds.count("/TBody")) == (1, 1)


def test_header_cells_say_what_they_head(pdf: pikepdf.Pdf) -> None:
    """Each has a scope: its column, or its row where the HTML says so."""
    scopes = [str(cell.A.Scope) for cell in elements(pdf, "/TH")]
    assert scopes == ["/Column"] * 2 + ["/Row"] * ROWS


def test_what_repeats_is_an_artifact(pdf: pikepdf.Pdf) -> None:
    """The running header and a table's repeated header are on each page and not in the text."""
    words = "".join(text_of(pdf))
    assert "Running header" not in words
    assert words.count("Column one") == 1
    assert sum(b"/Artifact" in page.Contents.read_bytes() for page in pdf.pages) == len(pdf.pages)


def test_notes_are_notes(pdf: pikepdf.Pdf) -> None:
    """Each note is one element of that kind, over a page break, too, with an id of its own; the number in the text is a reference."""
    assert [str(note.ID) for note in elements(pdf, "/Note")] == [f"note-{number}" for number in range(12)]
    assert len(elements(pdf, "/Reference")) == 1


def test_foreign_words_bear_their_language(pdf: pikepdf.Pdf) -> None:
    """An element has the language that the HTML gives it."""
    languages = [str(element.Lang) for element in tree(pdf.Root.StructTreeRoot.K[0]) if "/Lang" in element]
    assert languages[0] == "de"
    assert set(languages[1:]) == {"fr"}


def test_headings_skip_no_level(pdf: pikepdf.Pdf) -> None:
    """A heading is at most one level below the one before it."""
    levels = [int(str(element.S)[2:]) for element in tree(pdf.Root.StructTreeRoot.K[0]) if str(element.S) in ("/H1", "/H2", "/H3", "/H4")]
    assert levels == [1, 2, 2]


def test_links_are_described(pdf: pikepdf.Pdf) -> None:
    """A link has the words that a reader sees, or its label; one around an image alone its address."""
    described = [str(link.Contents) for page in pdf.pages for link in page.get("/Annots", [])]
    assert described[0] == "a link"
    assert described[-1] == "Note 3"
    assert all(described)


def test_decoration_is_no_figure(pdf: pikepdf.Pdf) -> None:
    """An image without a description is no figure; one with it has it."""
    assert [str(figure.Alt) for figure in elements(pdf, "/Figure")] == ["A dot", "A linked dot"]


def test_list_items_have_one_body(pdf: pikepdf.Pdf) -> None:
    """What stands in a list item stands in its body."""
    for item in elements(pdf, "/LI"):
        kinds = [str(kid.S) for kid in item.K]
        assert kinds in (["/LBody"], ["/Lbl", "/LBody"])


def test_reading_order_is_the_documents(pdf: pikepdf.Pdf) -> None:
    """The text in the order of the tags is the text of the HTML in its order."""
    words = "".join(text_of(pdf))
    marks = [
        "Awkward",
        "a link",
        "skips levels",
        "second paragraph",
        "nested",
        "deep",
        "below deep",
        "after it",
        "without a mark",
        "A quotation",
    ]
    marks += ["two", "Meaning", "Numbers", "Column one", "row 0", "row 119", "Note 0", "Note 11", "See"]
    places = [words.index(mark) for mark in marks]
    assert places == sorted(places)


def test_every_glyph_stands_for_a_character(handouts: list[Path]) -> None:
    """No handout shows a glyph that means nothing, such as the box for a character that a font lacks."""
    for path in handouts:
        with pikepdf.open(path) as opened:
            assert "\ufffd" not in "".join(text_of(opened)), path.name


def test_nothing_is_complained_about(caplog: pytest.LogCaptureFixture) -> None:
    """WeasyPrint warns of nothing in the templates and styles of the golden publication."""
    start(font_files())
    with caplog.at_level(logging.WARNING, "weasyprint"):
        for document in all_prints(GOLDEN):
            if "letter" not in document.path:  # another size of paper is no other style
                set_document(document)
    assert [record.getMessage() for record in caplog.records if record.name.startswith("weasyprint")] == []
