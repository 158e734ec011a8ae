"""A page's text is what its readers see of it: every word, in order, once; and what is not in it is named, word for word."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.article import LeftOut
from generator.ingest.web_page import decoded, read, tree_of
from generator.ingest.web_page.signs import _RANKS

Written = tuple[str, str, str]
"""A piece of a page: its HTML, the letters of it that are seen, and those that are not."""

WORDS = st.text("abxyz019äß港, .", min_size=1, max_size=12)
INLINE = (
    "b",
    "span",
    "i",
    "em",
    "a href='/x'",
    "time",
    "button",
    "q",
    "ins",
    "abbr",
    "sup",
    "sub",
    "cite",
    "font",
    "label",
    "mark",
    "my-tag",
)
BLOCKS = (
    "div",
    "p",
    "section",
    "article",
    "ul",
    "li",
    "h2",
    "blockquote",
    "nav",
    "footer",
    "table",
    "td",
    "aside",
    "pre",
    "figure",
    "center",
)
UNSHOWN = (
    "del",
    "s",
    "span hidden",
    "span style='display:none'",
    "span class='sr-only'",
    "template",
    "noscript",
    "svg",
    "ruby><rt",
    "iframe",
)
SILENT = ("script", "style")


def letters(text: str) -> str:
    """What is compared of a text: no marks and no spaces, for these a page may draw, and have, in other ways."""
    return re.sub(r"[\W_]", "", text)


def joined(parts: list[Written]) -> Written:
    """Pieces that stand side by side."""
    return "".join(part[0] for part in parts), "".join(part[1] for part in parts), "".join(part[2] for part in parts)


def within(tag: str, part: Written) -> Written:
    """A piece in an element of a class, which may be one that names furniture."""
    name = tag.split(maxsplit=1)[0]
    return f"<{tag}>{part[0]}</{name}>", part[1], part[2]


def unshown(tag: str, words: str) -> Written:
    """Words in an element that no reader sees."""
    return f"<{tag}>{words}</{tag.rsplit('>', maxsplit=1)[-1].split(maxsplit=1)[0]}>{'</ruby>' if '>' in tag else ''}", "", letters(words)


texts = WORDS.map(lambda words: (words, letters(words), ""))
hidden = st.builds(unshown, st.sampled_from(UNSHOWN), WORDS)
others = st.sampled_from(("<!-- x -->", "<br>", "<wbr>", "<img src='a.png'>", "<hr>", "<!---->")).map(lambda tag: (tag, "", ""))
silent = st.builds(lambda tag, words: (f"<{tag}>{words}</{tag}>", "", ""), st.sampled_from(SILENT), st.text("abc", max_size=4))
classes = st.sampled_from(("", *sorted(_RANKS)[::9])).map(lambda name: f" class='{name}'" if name else "")


def in_elements(tags: tuple[str, ...], inner: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    """Pieces in one of some elements."""
    parts = st.lists(inner, max_size=4).map(joined)
    return st.builds(lambda tag, name, part: within(f"{tag}{name}", part), st.sampled_from(tags), classes, parts)


lines = st.recursive(texts | hidden | others | silent, lambda inner: in_elements(INLINE, inner), max_leaves=6)
pages = st.recursive(lines, lambda inner: in_elements(BLOCKS, inner), max_leaves=20)


@settings(deadline=None, max_examples=150)
@given(st.lists(pages, min_size=1, max_size=5).map(joined))
def test_the_text_is_what_is_seen_less_what_is_named(written: Written) -> None:
    """Whatever elements words stand in: each is in the text or among what was left out, in the page's order, and its path leads to it."""
    data = f"<!doctype html><html><body>{written[0]}</body></html>".encode()
    found = read("page", data)
    assert letters("".join(paragraph.text for paragraph in found.paragraphs)) == letters(written[1])
    assert letters("".join(each.words for each in found.left_out)) == letters(written[2])
    tree = tree_of(decoded(data)).getroottree()
    for piece in found.pieces:
        (element,) = tree.xpath(piece.origin.element)
        words = piece.words if isinstance(piece, LeftOut) else piece.text
        assert set(letters(words)) <= set(letters("".join(element.itertext())))
