"""Original and text side by side: nothing of the original runs or is asked for, and what was left out is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk.comparing import comparison
from generator.desk.source_files import source_of
from generator.errors import PublicationError
from generator.ingest import LeftOut, Origin, Paragraph, import_file
from generator.ingest.facsimile import facsimile
from tests.ingest.files import PAGE, docx, pdf

HOSTILE = """<html><head><title>Head</title></head><body onload="alert(1)"><script>alert(2)</script><style>@import "https://evil.example/a"</style>
<h1 id="o-9" onclick="alert(3)" style="background:url(https://evil.example/b)">Ferry</h1>
<p>Words <a href="javascript:alert(4)">of</a> <img src="https://evil.example/c" onerror="alert(5)">the page</p>
<iframe src="https://evil.example/d"></iframe><svg><script>alert(6)</script></svg>
<form action="https://evil.example/e"><p>Sign in</p></form>
<noscript><p>No</p></noscript></body></html>"""


def test_a_page_runs_nothing_and_asks_for_nothing() -> None:
    """No script, address, style or picture of the original is left, and its words are."""
    pieces = (
        Paragraph("Ferry", Origin(element="/html/body/h1")),
        LeftOut(Origin(element="/html/body/form/p"), "Sign in", "a <form>"),
        Paragraph("x", Origin(element="//*[contains(., 'x')]")),
    )
    shown = str(facsimile("html", HOSTILE.encode(), pieces))
    assert not [
        word for word in ("Head", "evil.example", "alert", "script", "style", "onclick", "href", "src", "o-9", "o-2") if word in shown
    ]
    assert '<h1 id="o-0" class="read">Ferry</h1>' in shown
    assert '<p id="o-1" class="left-out" title="a &lt;form&gt;">Sign in</p>' in shown
    assert "<p>Words of <span>[picture]</span>the page</p>" in shown


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    """A brief's folder."""
    (tmp_path / "brief.yml").write_text("title: T\n", encoding="utf-8")
    return tmp_path


def compared(brief: Path, name: str, data: bytes) -> str:
    """The page for a file that is imported."""
    return comparison(source_of(brief, import_file(brief, name, data).source))


@pytest.mark.parametrize(
    ("name", "data", "shown"),
    [
        ("a.html", PAGE.encode(), "Kari Moe, a spokeswoman"),
        ("a.docx", docx(["One line.", "Another."]), "Another."),
        ("a.pdf", pdf([["One line.", "1"]]), 'class="box read" href="#t-0"'),
        ("a.md", b"# One line\n", "# One line"),
    ],
)
def test_every_format_stands_beside_its_text(brief: Path, name: str, data: bytes, shown: str) -> None:
    """The page holds both, leads from a line to its place, and may neither run a script nor ask for anything."""
    page = compared(brief, name, data)
    assert shown in page.partition('<section class="text"')[0]
    assert '<a href="#o-0" aria-label="line 1 in the original">1</a>' in page
    assert "default-src 'none'" in page
    assert "<script" not in page


def test_what_was_left_out_is_marked_on_both_sides(brief: Path) -> None:
    """A page number is marked in the picture of its page, and named in the text."""
    page = compared(brief, "a.pdf", pdf([["One line that is long enough to be a line of text.", "1"]]))
    assert 'class="box left-out" href="#t-1" title="page number"' in page
    assert "left out: page number" in page


def test_an_edited_text_is_held_against_the_original(brief: Path) -> None:
    """Where a text was edited since, the page says which words."""
    source = import_file(brief, "a.txt", b"The ferry is late.\n").source
    (brief / f"sources/{source}.txt").write_text("The ferry is early.\n", encoding="utf-8")
    assert "The ferry is [-late.-] {+early.+}" in comparison(source_of(brief, source))


def test_a_source_without_an_original_is_told(brief: Path) -> None:
    """There is nothing to compare a text with that was written by hand."""
    source = import_file(brief, "a.txt", b"The ferry is late.\n").source
    (brief / f"sources/original/{source}.txt").unlink()
    with pytest.raises(PublicationError, match="has no original"):
        comparison(source_of(brief, source))
    with pytest.raises(PublicationError, match="has no source `other`; it has: "):
        source_of(brief, "other")
