"""CommonMark in fields and articles: one configured parser, links between items, safe HTML, plain text.

Raw HTML is shown as text. Links go to http, https, mailto and the item schemes, images to the brief's media
folder; what goes elsewhere loses its link here and is a finding in `checks`. nh3 (an HTML sanitiser) has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import unquote

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

ITEM_SCHEMES = ("fact", "actor", "quote", "question", "source", "term")
WEB_SCHEMES = ("http", "https", "mailto")
_KEPT = 4096  # texts whose links and words are kept: the rules ask for the same ones again and again
MAX_NESTING = 24  # levels of lists and block quotes; WeasyPrint recurses for each

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_TAGS = {
    "p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "s", "a", "img",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title", "class"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "code": {"class"},
    "th": {"style"},
    "td": {"style"},
}
_STYLES = {"text-align"}

Resolve = Callable[[str, str], str | None]
"""Turns scheme and target of an item link (or `image` and a file name) into an address; None where there is none."""


@dataclass(frozen=True)
class Link:
    """A link or image as written: `kind` is `link` or `image`; `line` counts from 0 within the text."""

    kind: str
    href: str
    line: int

    @property
    def scheme(self) -> str:
        match = _SCHEME.match(self.href)
        return match[1].lower() if match else ""

    @property
    def target(self) -> str:
        match = _SCHEME.match(self.href)
        return unquote(match[2] if match else self.href)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False, "maxNesting": 100})
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # links are judged on tokens, where they can be reported
    return parser


def parse(text: str) -> list[Token]:
    """The block tokens of a text, their inline tokens as children."""
    return _parser().parse(text)


@lru_cache(maxsize=_KEPT)
def too_deep(text: str) -> bool:
    """Whether lists and block quotes are nested beyond the limit (the parser itself would drop text)."""
    if sum(text.count(marker) for marker in ">-*+.)") <= MAX_NESTING:
        return False  # each level takes a marker
    return any(token.level > 2 * MAX_NESTING for token in parse(text))


@lru_cache(maxsize=_KEPT)
def links(text: str) -> tuple[Link, ...]:
    """All links and images of a text, in order."""
    return tuple(_links(text)) if "[" in text or "<" in text else ()


def _links(text: str) -> Iterator[Link]:
    for block in parse(text):
        for token in block.children or ():
            if token.type == "link_open":
                yield Link("link", str(token.attrGet("href") or ""), (block.map or [0])[0])
            elif token.type == "image":
                yield Link("image", str(token.attrGet("src") or ""), (block.map or [0])[0])


@lru_cache(maxsize=_KEPT)
def plain(text: str) -> str:
    """The words of a text without its markup, on one line."""
    words: list[str] = []
    for block in parse(text):
        if block.type in ("fence", "code_block"):
            words.append(block.content)
        for token in block.children or ():
            words.append(" " if token.type in ("softbreak", "hardbreak") else token.content)
        words.append(" ")
    return " ".join("".join(words).split())


def block(text: str, resolve: Resolve, *, heading: int = 3) -> str:
    """HTML of a whole text; its top headings become `<h{heading}>`."""
    tokens = parse(text)
    tops = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    shift = heading - min(tops, default=heading)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + shift)}"
        _resolve_links(token.children or [], resolve)
    return _clean(_parser().renderer.render(tokens, _parser().options, {}))


def inline(text: str, resolve: Resolve) -> str:
    """HTML of a text of one line; block markup in it is taken for text."""
    tokens = _parser().parseInline(" ".join(text.split()))
    for token in tokens:
        _resolve_links(token.children or [], resolve)
    return _clean(_parser().renderer.render(tokens, _parser().options, {}))


def _resolve_links(tokens: list[Token], resolve: Resolve) -> None:
    """Give links their addresses; take the link from around words whose link leads nowhere."""
    open_links: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            link = Link("link", str(token.attrGet("href") or ""), 0)
            href = resolve(link.scheme, link.target) if link.scheme in ITEM_SCHEMES else link.href if link.scheme in WEB_SCHEMES else None
            open_links.append(href is not None)
            if href is None:
                token.hidden, token.type, token.tag, token.nesting = True, "text", "", 0
            else:
                token.attrSet("href", href)
                if link.scheme in ITEM_SCHEMES:
                    token.attrSet("class", f"to-{link.scheme}")
        elif token.type == "link_close" and open_links and not open_links.pop():
            token.type, token.tag, token.nesting = "text", "", 0
        elif token.type == "image":
            src = resolve("image", unquote(str(token.attrGet("src") or "")))
            if src is None:
                token.type, token.tag = "text", ""
            else:
                token.attrSet("src", src)


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=set(WEB_SCHEMES),
        link_rel=None,
        filter_style_properties=_STYLES,
    )
