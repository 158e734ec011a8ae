"""HTML made fit for paper, and addresses made short."""

from __future__ import annotations

import pytest

from generator.pages.outputs.handout.paper import for_paper, short_address
from generator.pages.outputs.handout.styles import mirrored


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Kim (김용현 장관) said</p>", '<p>Kim (<span lang="ko">김용현 장관</span>) said</p>'),
        ('<p lang="ko">김용현</p>', '<p lang="ko">김용현</p>'),
        ('<p lang="ar">x</p>', '<p lang="ar" dir="rtl">x</p>'),
        ('<p lang="ar" dir="auto">x <i lang="de">y</i></p>', '<p lang="ar" dir="auto">x <i lang="de" dir="ltr">y</i></p>'),
        ('<svg><title>김</title></svg><p title="김">x</p>', '<svg><title>김</title></svg><p title="김">x</p>'),
        ("<p>1 &lt; 2 &amp;c.</p>", "<p>1 &lt; 2 &amp;c.</p>"),
        ('<ol start="7"><li>a</li></ol>', '<ol style="counter-reset: entry 6"><li>a</li></ol>'),
        ("<table><tr><th>A</th></tr></table>", '<table><tr><th scope="col">A</th></tr></table>'),
        ('<tr><th scope="row">A</th></tr>', '<tr><th scope="row">A</th></tr>'),
        ('<p id="x"><a href="#x">here</a> <a href="#y">gone</a></p>', '<p id="x"><a href="#x">here</a> gone</p>'),
        ('<p id="x"><a href="#x">a <em>b</em></a></p>', '<p id="x"><a href="#x">a </a><em><a href="#x">b</a></em></p>'),
        (
            '<a href="https://www.example.org/a/">words</a>',
            '<a href="https://www.example.org/a/">words</a> <span class="url">(example.org/a)</span>',
        ),
        ('<a href="https://example.org/a">example.org/a</a>', '<a href="https://example.org/a">example.org/a</a>'),
        ('<a href="https://e.org"><img src="x" alt="y"></a>', '<img src="x" alt="y"> <span class="url">(e.org)</span>'),
        ('<p>a <span class="refs">1</span> b</p>', '<p>a\u2060<span class="refs">1</span> b</p>'),
        ('<p>a</p>\n<span class="refs">1</span>', '<p>a\u2060<span class="refs">1</span></p>'),
    ],
)
def test_what_paper_asks_for(html: str, expected: str) -> None:
    """Foreign words bear their language, links their addresses, lists their numbers and header cells their scope; the rest stays."""
    assert for_paper(html, "en") == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.example.org/", "example.org"),
        ("http://example.org/a#:~:text=words", "example.org/a"),
        ("https://example.org/" + "a" * 40, "example.org/" + "a" * 31 + "…"),
    ],
)
def test_addresses_are_printed_short(address: str, expected: str) -> None:
    """An address loses what every address has, its fragment, and its end where it is long."""
    assert short_address(address) == expected


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("p { padding-left: 1rem; text-align: right; }", "p { padding-right: 1rem; text-align: left; }"),
        ("@top-left { width: 1mm; }", "@top-right { width: 1mm; }"),
        ("p { margin: 1mm 2mm 3mm calc(-1 * var(--side)); }", "p { margin: 1mm calc(-1 * var(--side)) 3mm 2mm; }"),
        ("p { margin: 0 auto; padding: 1mm 2mm 3mm; }", "p { margin: 0 auto; padding: 1mm 2mm 3mm; }"),
        (".left-out { string-set: title content(text); }", ".left-out { string-set: title content(text); }"),
    ],
)
def test_styles_are_mirrored_for_languages_that_run_to_the_left(css: str, expected: str) -> None:
    """Left and right change places in names, values and the lengths of four edges, and nothing else changes."""
    assert mirrored(css) == expected
