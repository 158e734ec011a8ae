"""CommonMark in fields and articles: one configured parser, links between items, plain text.

Raw HTML is text. Links go to http, https, mailto and the item schemes, images to the brief's media folder; what goes elsewhere is a
finding in `checks`, and loses its link on every page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination
from markdown_it.token import Token

from generator.text import footnotes
from generator.text.ref import Kind

ITEM_SCHEMES: tuple[Kind, ...] = ("fact", "actor", "quote", "question", "source", "term")
INNER_SCHEMES = (*ITEM_SCHEMES, "brief")
"""What leads to an item of the brief (`fact:closes`) or of another one (`fact:ulez-court/charge`), or to a brief (`brief:ulez-court`)."""

WEB_SCHEMES = ("http", "https", "mailto")
_KEPT = 4096  # texts whose links and words are kept: the rules ask for the same ones again and again
_PARSED = 256  # texts whose tokens are kept
MAX_NESTING = 24  # levels of lists and block quotes; WeasyPrint recurses for each
MAX_BRACKETS = 8  # square brackets inside of each other, or open in one paragraph: the parser tries each of them again and again

_UNMARKED = re.compile(r"[^\W\d_][^\\`*_\[\]<>&~|\r\n\0]*+")  # one line that begins with a letter, and has no character of markup
_OPENING = re.compile(r"\](?:\(|:)[ \t]*+(?:\r?\n[ \t]*+)?")
_AUTOMATIC = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*+)>")
_BRACKET = re.compile(r"\\[\[\]]|[\[\]]|\n[ \t\r]*\n")
_QUOTED = ('"', '"'), ("'", "'"), (r"\(", r"\)")
_TITLE = re.compile(
    r"(>?)(?:[ \t]+|[ \t]*\r?\n[ \t]*)(?:"
    + "|".join(rf"{opens}(?:[^{opens}{closes}\\]|\\.)*+{closes}" for opens, closes in _QUOTED)
    + r")(?=[ \t]*(?:[)\r\n]|\Z))",
    re.DOTALL,
)
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)


@dataclass(frozen=True)
class Link:
    """A link or image as written: `kind` is `link` or `image`; `line` counts from 0 within the text.

    `alt` is what an image shows, in words.
    """

    kind: str
    href: str
    line: int
    alt: str = field(default="", compare=False)

    @property
    def scheme(self) -> str:
        match = _SCHEME.match(self.href)
        return match[1].lower() if match else ""

    @property
    def target(self) -> str:
        match = _SCHEME.match(self.href)
        return unquote(match[2] if match else self.href)


@cache
def _parser(*, without: tuple[str, ...] = ()) -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False, "maxNesting": 100})
    footnotes.with_footnotes(parser)
    parser.options["store_labels"] = True
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # links are judged on tokens, where they can be reported
    return parser.disable(list(without))


def _parser_for(text: str, *without: str) -> MarkdownIt:
    """Where brackets nest too deep they are words: nothing is lost, and nobody waits."""
    return _parser(without=without if deep_bracket(text) is None else (*without, "link", "image", "reference", *footnotes.RULES))


def is_unmarked(text: str) -> bool:
    """Whether a text is one line of words, a paragraph without markup."""
    return bool(_UNMARKED.fullmatch(text)) and not text[-1].isspace()


def parse(text: str) -> list[Token]:
    """The block tokens of a text, their inline tokens as children."""
    if is_unmarked(text):
        words = _words(text)
        words.level, words.block = 1, True
        return [Token("paragraph_open", "p", 1, map=[0, 1], block=True), words, Token("paragraph_close", "p", -1, block=True)]
    return _parser_for(text).parse(text)


@lru_cache(maxsize=_PARSED)
def parsed(text: str) -> tuple[Token, ...]:
    """The same for those who only read them: rules ask for one text again and again."""
    return tuple(parse(text))


def blocks(text: str) -> list[Token]:
    """The block tokens of a text, whose words are left unread: all that a look at its lines needs."""
    return _parser_for(text, "inline").parse(text)


def parse_inline(text: str) -> list[Token]:
    """The token of a text of one line, in which no markup of blocks is known."""
    return [_words(text)] if _UNMARKED.fullmatch(text) else _parser_for(text).parseInline(text)


def _words(text: str) -> Token:
    """What the parser makes of a line without markup: most fields are that."""
    return Token("inline", "", 0, map=[0, 1], content=text, children=[Token("text", "", 0, content=text)])


def render(tokens: Sequence[Token]) -> str:
    """Tokens as HTML that nobody has cleaned yet."""
    return str(_parser().renderer.render(tokens, _parser().options, {}))


@lru_cache(maxsize=_KEPT)
def deep_bracket(text: str) -> int | None:
    """Where the first opening square bracket stands of more than may be open at once; None where there is none."""
    depth = 0
    for mark in _BRACKET.finditer(text) if text.count("[") > MAX_BRACKETS else ():
        depth = depth + 1 if mark[0] == "[" else max(0, depth - 1) if mark[0] == "]" else 0 if mark[0].isspace() else depth
        if depth > MAX_BRACKETS:
            return mark.start()
    return None


@lru_cache(maxsize=_KEPT)
def too_deep(text: str) -> bool:
    """Whether lists and block quotes are nested beyond the limit (the parser itself would drop text)."""
    if sum(text.count(marker) for marker in ">-*+.):") <= MAX_NESTING:
        return False  # each level takes a marker
    return any(token.level > 2 * MAX_NESTING for token in parsed(text))


@lru_cache(maxsize=_KEPT)
def links(text: str) -> tuple[Link, ...]:
    """All links and images of a text, in order."""
    return tuple(_links(text)) if "[" in text or "<" in text else ()


def _links(text: str) -> Iterator[Link]:
    for block in parsed(text):
        for token in block.children or ():
            if token.type in ("link_open", "image"):
                yield link_of(token, (block.map or [0])[0])


def link_of(token: Token, line: int = 0) -> Link:
    """The link or image that a token begins."""
    kind, attribute = ("image", "src") if token.type == "image" else ("link", "href")
    return Link(kind, str(token.attrGet(attribute) or ""), line, token.content)


def addresses(text: str) -> Iterator[tuple[str, int, int]]:
    """What may be the address of a link, as the parser gives it, with where it stands: one that is written with markup of its own, too."""
    for opening in _OPENING.finditer(text):
        if text[opening.start() + 1] == ":" and footnotes.defines(text[text.rfind("\n", 0, opening.start()) + 1 : opening.start()]):
            continue
        found = parseLinkDestination(text, opening.end(), len(text))
        written = opening.end() + text.startswith("<", opening.end())
        end = found.pos - (written > opening.end())
        if found.ok and end > written:
            yield _parser().normalizeLink(found.str), written, end
    for automatic in _AUTOMATIC.finditer(text):
        yield _parser().normalizeLink(automatic[1]), automatic.start(1), automatic.end(1)


def without_unused(text: str) -> str:
    """A text without the addresses to which it gives a name (`[name]: address "title"`) and then leads nowhere by it: nobody sees those."""
    if "]:" not in text:
        return text
    known: dict[str, Any] = {}
    used, pending = set(), _parser_for(text).parse(text, known)
    while pending:
        token = pending.pop()
        used.add(token.meta.get("label"))
        pending += token.children or ()
    unused = [named["map"] for label, named in known.get("references", {}).items() if label not in used]
    unused += [named["map"] for named in known.get("duplicate_refs", ())]
    gone = {line for start, end in unused for line in range(start, end)}
    return "".join(line for number, line in enumerate(_LINES.findall(text)) if number not in gone) if gone else text


def unlinked(text: str, gone: Callable[[Link], bool]) -> str:
    """A text without the addresses and titles of some links, whose words stay; of one that is only an address, an ellipsis stays."""
    return relinked(text, lambda link: None if gone(link) else link.href)


def relinked(text: str, to: Callable[[Link], str | None]) -> str:
    """A text with other addresses for some links; those that lead nowhere are left out as `unlinked` has it."""
    new = {(start, end): (href, to(Link("link", href, 0))) for href, start, end in addresses(text)}
    for (start, end), (href, address) in sorted(new.items(), reverse=True):
        if address == href:
            continue
        if not address and (title := _TITLE.match(text, end)):
            text = text[:end] + title[1] + text[title.end() :]
        if address:
            text = f"{text[:start]}{address}{text[end:]}"
        elif text[start - 1 : start] != "<":
            text = f"{text[:start]}<>{text[end:]}"
        elif text[: start - 1].rstrip().endswith(("](", "]:")):
            text = text[:start] + text[end:]
        else:
            text = f"{text[: start - 1]}…{text[end + 1 :]}"
    return text


@lru_cache(maxsize=_KEPT)
def plain(text: str) -> str:
    """The words of a text without its markup, on one line."""
    if _UNMARKED.fullmatch(text):
        return " ".join(text.split())
    words: list[str] = []
    for block in parsed(text):
        if block.type in ("fence", "code_block"):
            words.append(block.content)
        for token in block.children or ():
            words.append(" " if token.type in ("softbreak", "hardbreak") else token.content)
        words.append(" ")
    return " ".join("".join(words).split())
