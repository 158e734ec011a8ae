"""The last word on HTML is the sanitiser's, whatever the tokens say."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token
from markupsafe import escape

from generator.pages.prose import html_of, isolated, opening, raw
from generator.text.markdown import parse
from tests.property.texts import anything


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("<p><em>a</em> <b>b</b> <bdi>c</bdi></p>", "<p><em>a</em> b <bdi>c</bdi></p>"),
        ("<script>a</script><p>b</p>", "<p>b</p>"),
        ('<a href="/b" title="t" class="c" onclick="x" id="i"></a>', '<a href="/b" title="t" class="c" id="i"></a>'),
        ('<a href="http://e.org/">a</a><a href="mailto:a@e.org">b</a>', '<a href="http://e.org/">a</a><a href="mailto:a@e.org">b</a>'),
        ('<a href="ftp://e.org/">a</a><a href="javascript:x">b</a><a href="data:x">c</a>', "<a>a</a><a>b</a><a>c</a>"),
        ('<a href="#x">a</a><img src="media/x.png" alt="b" onerror="x">', '<a href="#x">a</a><img src="media/x.png" alt="b">'),
        ('<span style="text-align:left" lang="de">a</span>', '<span lang="de">a</span>'),
        ('<ol start="2" style="counter-reset:a;color:red"><li>a</li></ol>', '<ol start="2" style="counter-reset:a"><li>a</li></ol>'),
    ],
)  # fmt: skip
def test_html_is_cleaned(written: str, left: str) -> None:
    """Listed elements, attributes, schemes and styles stay, and nothing is added; of others the words stay, of scripts nothing."""
    assert html_of([raw(written)]) == left


@given(st.lists(anything | st.text("<>&#34; '\"\r\0\x0c\x1c\x7f\xa0\ufeff\u2028")), st.booleans())
def test_words_are_as_the_sanitiser_leaves_them(words: list[str], escaped: bool) -> None:
    """What holds words and paragraphs only is not asked of the sanitiser, which would change nothing in it: a comment has it asked."""
    written = "".join(f"<p>{escape(part) if escaped else part}</p>\n" for part in words) or "a"
    assert html_of([raw(written)]) == html_of([raw(f"{written}<!-- -->")])


def test_html_is_what_the_parser_says() -> None:
    """Tokens are rendered; a token of our own is HTML already, with no tag of its own."""
    assert html_of(parse("*a* & <b>")) == "<p><em>a</em> &amp; &lt;b&gt;</p>\n"
    assert raw("<hr>") == Token("html_inline", "", 0, content="<hr>")
    assert opening(Token("link_open", "a", 1, attrs={"href": '#"x'})) == '<a href="#&quot;x">'


def test_letters_that_turn_turn_alone() -> None:
    """Words in which the order of letters is set are shut in, each stretch by itself; all others are as they were, and escaped."""
    assert isolated("a < b") == "a &lt; b"
    assert isolated("\u202e1\u202c") == "<bdi>\u202e1\u202c</bdi>"
    assert isolated("<a \u202e1<\u202c & \u2067b\u2069 c>") == "&lt;a <bdi>\u202e1&lt;\u202c</bdi> &amp; <bdi>\u2067b\u2069</bdi> c&gt;"


@pytest.mark.parametrize(
    ("words", "shut"),
    [
        ("زاد +12% ثم نقص -12 و−3.5‰", ["+12%", "-12", "−3.5‰"]),
        ("-$12 و +€5.50، و−۱۲٪", ["-$12", "+€5.50", "−۱۲٪"]),
        ("هاتف +966 11 234-5678 أو 055 123 4567 في 2026-01-04", ["+966 11 234-5678", "055 123 4567", "2026-01-04"]),
        ("12 345 شخصا، 12% و -5°C", ["12 345", "12%", "-5°C"]),
        ("ب-12 و 2-1 و 12–15 و 5-12% و ≥12 و $12 و 2.35 و 10:30 و -١٢", []),
        ("في 2024 345 شخصا", []),
        ("تقرير COVID-19 +12% of it", []),
    ],
)
def test_a_number_among_letters_that_run_to_the_left_keeps_its_sides(words: str, shut: list[str]) -> None:
    """Its signs stay before it and its groups in their order; what Unicode's algorithm sets as it is read is left to that."""
    html = str(isolated(words, "rtl"))
    assert re.findall(r'<bdi dir="ltr">(.*?)</bdi>', html) == shut
    assert re.sub("<.*?>", "", html) == words
    assert html_of([raw(html)]) == html.replace("&#34;", '"')
    assert isolated(words) == words
