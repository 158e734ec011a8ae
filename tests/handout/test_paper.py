"""Nodes as they are written for paper, and addresses made short."""

from __future__ import annotations

import pytest

from generator.items import ItemRef
from generator.pages.nodes import Date, FilePlace, Link, PartPlace, Place, Words, block
from generator.pages.outputs.handout.styles import mirrored
from generator.pages.paper import PaperWriter, short_address
from generator.text import markdown

HOLDS, GONE = PartPlace("dam", ItemRef("fact", "holds")), PartPlace("dam", ItemRef("fact", "gone"))


def lead(link: markdown.Link) -> Place:
    """The facts of briefs, and the images of this one."""
    slug, _, key = link.target.rpartition("/")
    return FilePlace("dam", f"media/{link.target}") if link.kind == "image" else PartPlace(slug or "dam", ItemRef("fact", key))


def written(value: object, language: str = "en") -> str:
    """A value as it is printed in a document that has one fact; CommonMark where it is a text in brackets."""
    writer = PaperWriter(language, {HOLDS: "fact-holds"}, "dam/", url="https://www.e.org/")
    return str(writer.write(value)).strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim (김용현 장관) said", '<p>Kim (<span lang="ko">김용현 장관</span>) said</p>'),
        ("1 < 2 &c.", "<p>1 &lt; 2 &amp;c.</p>"),
        ("`김 <b>`", '<p><code><span lang="ko">김</span> &lt;b&gt;</code></p>'),
        ("```py x\n김\n```", '<pre><code class="language-py"><span lang="ko">김</span>\n</code></pre>'),
        ("7. a", '<ol style="counter-reset:entry 6">\n<li>a</li>\n</ol>'),
        ("1. a", "<ol>\n<li>a</li>\n</ol>"),
        ("|A|\n|-:|", '<table>\n<thead>\n<tr>\n<th scope="col" style="text-align:right">A</th>\n</tr>\n</thead>\n</table>'),
        ("[here](fact:holds) [gone](fact:gone)", '<p><a href="#fact-holds">here</a> gone</p>'),
        (
            "[a *b*](fact:holds)",
            '<p><a href="#fact-holds">a </a><em><a href="#fact-holds">b</a></em></p>',
        ),
        (
            "[words](https://www.example.org/a/)",
            '<p><a href="https://www.example.org/a/">words</a> <span class="url">(example.org/a)</span></p>',
        ),
        (
            "[leaks](fact:weir/leaks)",
            '<p><a href="https://www.e.org/weir/#fact-leaks">leaks</a> <span class="url">(e.org/weir)</span></p>',
        ),
        ("[example.org/a](https://example.org/a)", '<p><a href="https://example.org/a">example.org/a</a></p>'),
        ("[![y](x)](https://e.org)", '<p><img src="dam/media/x" alt="y"> <span class="url">(e.org)</span></p>'),
    ],
)
def test_what_paper_asks_for_in_prose(text: str, expected: str) -> None:
    """Foreign words bear their language, links their addresses, lists their numbers and header cells their scope; the rest stays."""
    assert written(block(text, "en", lead)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Kim (김용현) & co", 'Kim (<span lang="ko">김용현</span>) &amp; co'),
        (Words("김용현", "ko"), "김용현"),
        (
            Link("김 & Co", "https://e.org"),
            '<span lang="ko"><a href="https://e.org">김</a></span><a href="https://e.org"> &amp; Co</a> <span class="url">(e.org)</span>',
        ),
        (Link("the fact", HOLDS), '<a href="#fact-holds">the fact</a>'),
        (Link("the fact", GONE), "the fact"),
        (Link("Weir", PartPlace("weir")), '<a href="https://www.e.org/weir/">Weir</a> <span class="url">(e.org/weir)</span>'),
        (Date("2024-10", Words("October 2024", "en")), '<time datetime="2024-10">October 2024</time>'),
    ],
)  # fmt: skip
def test_what_paper_asks_for_in_words(value: object, expected: str) -> None:
    """Plain words and links are written by the same rules."""
    assert written(value) == expected


def test_words_in_another_direction_say_so() -> None:
    """An element in a language that runs the other way bears its direction."""
    writer = PaperWriter("en", {})
    assert [str(writer.lang(language)) for language in ("ar", "de")] == [' lang="ar" dir="rtl"', ' lang="de"']


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a", "<p>a<b>1</b></p>\n"), ("a\n\nb", "<p>a</p>\n<p>b<b>1</b></p>\n"), ("- a", "<ul>\n<li>a</li>\n</ul>\n<b>1</b>")],
)
def test_numbers_of_evidence_end_the_last_line(text: str, expected: str) -> None:
    """What ends a text stands in its last paragraph, or after what is none."""
    ending = '<span class="refs">1</span>'
    assert str(PaperWriter("en", {}).prose(block(text, "en", lead), ending)) == expected.replace("<b>1</b>", ending)


def test_empty_lines_are_only_lines() -> None:
    """A block of code that is thousands of empty lines comes out as it is."""
    assert written(block("```\n" + "\n" * 5000 + "```", "en", lead)) == "<pre><code>" + "\n" * 5000 + "</code></pre>"


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
