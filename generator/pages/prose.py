"""Parsed CommonMark as HTML: markdown-it renders it, and nh3 (an HTML sanitiser) has the last word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

import nh3
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from generator.text import markdown
from generator.text.leftward import numbers
from generator.text.unseen import turned

_TAGS = {
    "p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "s", "a", "img",
    "figure", "figcaption", "table", "thead", "tbody", "tr", "th", "td", "span", "bdi", "section", "sup",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title", "class", "id", "role", "aria-label"},
    "section": {"class", "role", "aria-label"},
    "li": {"id", "role"},
    "img": {"src", "alt", "title", "width", "height", "srcset", "sizes"},
    "ol": {"start", "style"},
    "code": {"class"},
    "th": {"class", "style", "scope"},
    "td": {"class", "style"},
    "span": {"class", "lang", "role", "aria-label"},
    "bdi": {"dir"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    url_schemes=set(markdown.WEB_SCHEMES),
    link_rel=None,
    filter_style_properties={"text-align", "counter-reset"},
)

safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""HTML that is clean already; faster than `Markup`, which first looks what it is given."""

_WORDS = r"[^<>&\x00-\x08\x0b-\x1f\xa0\ufeff]*+"
_CLEAN = re.compile(rf"(?:<p>{_WORDS}</p>\n)+|{_WORDS}")  # nothing but words and paragraphs, which the sanitiser leaves as they are
_QUOTED = {"&#34;": '"', "&#39;": "'", "&quot;": '"'}  # as the sanitiser writes them outside of tags


def html_of(tokens: Sequence[Token]) -> Markup:
    """The HTML of tokens that a writer has made ready for its document."""
    html = markdown.render(tokens)
    words = html
    for written, sign in _QUOTED.items() if "&" in html else ():
        words = words.replace(written, sign)
    return safe(words if _CLEAN.fullmatch(words) else _CLEANER.clean(html))


@lru_cache(maxsize=5_000, typed=True)  # page and handouts print the same words, and each its labels over and over
def isolated(words: str, direction: str = "ltr") -> Markup:
    """Plain words as HTML, in which characters that turn the order of letters turn no more than their own stretch (Unicode UAX #9).

    Where the words run to the left (`rtl`), numbers with signs in them run to the right all the same.
    """
    shut = [(start, end, "") for start, end in turned(words)]
    if direction == "rtl":
        shut = sorted([*shut, *((start, end, ' dir="ltr"') for start, end in numbers(words))])
    html, done = Markup(), 0
    for start, end, own in shut:
        if start >= done:
            html += escape(words[done:start]) + safe(f"<bdi{own}>{escape(words[start:end])}</bdi>")
            done = end
    return html + escape(words[done:]) if done else escape(words)


def raw(html: str) -> Token:
    """HTML of our own, among tokens."""
    return Token("html_inline", "", 0, content=html)


def opening(token: Token) -> str:
    """The tag that a token opens."""
    return f"<{token.tag}{RendererHTML.renderAttrs(token)}>"
