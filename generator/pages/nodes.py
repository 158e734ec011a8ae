"""What views are made of: prose, plain words, dates and links. None has an address or is HTML: the `Writer` of a document makes both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from markdown_it.token import Token

from generator.pages.footnotes import Footnotes, at_end
from generator.pages.tasks import Tasks, boxed
from generator.text import markdown
from generator.text.ref import ItemRef


@dataclass(frozen=True, slots=True)
class PartPlace:
    """A part of a brief's page: an item, a section by its id, or the page itself."""

    brief: str
    part: ItemRef | str = ""


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """The page of a source that shows what is cited of it; there, a passage of an item, or words that a text has in quotation marks."""

    brief: str
    source: str
    item: ItemRef | None = None
    number: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A file beside a brief's page."""

    brief: str
    name: str


@dataclass(frozen=True, slots=True)
class IndexPlace:
    """A page across briefs by its address from the site's root (`actors/ada/`), or the part of it with an id."""

    address: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class DocPlace:
    """An ordinary page, or a file below docs_dir, by its address from the site's root; or the part of the page with an id."""

    address: str
    part: str = ""


Place = PartPlace | SourcePlace | FilePlace | IndexPlace | DocPlace
Target = Place | str
"""Where a link leads: a place of the site, or an address on the web."""

Lead = Callable[[markdown.Link], Place | None]
"""Says to which place a link to an item or a path leads, or which file an image shows; None where there is nothing."""


class Proven(NamedTuple):
    """A stretch of a text that stands in quotation marks, by its offsets, and where its words stand; `source` names that place in short."""

    start: int
    end: int
    to: Place
    source: str


Prove = Callable[[str], Iterator[Proven]]
"""Finds the words in quotation marks of a text whose place is known, in order."""


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words in a language of their own, such as the title of a source or a passage."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Date:
    """A date for readers, and for machines (`iso`, empty where there is none)."""

    iso: str
    words: Words

    def __str__(self) -> str:
        return self.words.text


@dataclass(frozen=True, slots=True)
class Link:
    """Words that may lead somewhere: an actor, a source, or plain words with no target."""

    words: str | Words
    to: Target | None = None

    def __str__(self) -> str:
        return str(self.words)


@dataclass(frozen=True, eq=False)
class Rich:
    """CommonMark that is parsed, and whose links and images know where they lead. Two of them are never the same.

    What was `parsed` is kept where there is markup in it, or a link; of a line without, which most texts are, the tokens are made when
    they are asked for: they take ten times the memory of the text.
    """

    text: str
    language: str
    parsed: tuple[Token, ...] | None = None
    in_line: bool = False  # whether it is words of a line, and no paragraph

    @property
    def tokens(self) -> tuple[Token, ...]:
        """What the parser has made of it."""
        if self.parsed is not None:
            return self.parsed
        return tuple(markdown.parse_inline(_one_line(self.text)) if self.in_line else markdown.parse(self.text))

    @cached_property
    def words(self) -> Words:
        """The words without markup, on one line."""
        return Words(markdown.plain(self.text), self.language)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Where its links lead, in order."""
        return tuple(self._of("link_open"))

    @cached_property
    def images(self) -> tuple[Target, ...]:
        """The files of its images, in order."""
        return tuple(self._of("image"))

    @cached_property
    def parts(self) -> tuple[Place, ...]:
        """What its headings, footnotes and references to these are on the page, in order, where links may lead to them."""
        tokens = (each for token in self.tokens for each in (token, *(token.children or ())))
        return tuple(token.meta["place"] for token in tokens if "place" in token.meta)

    @property
    def blocks(self) -> Iterator[Rich]:
        """Its paragraphs, headings, lists and so on, one by one."""
        start = depth = 0
        for end, token in enumerate(self.tokens, 1):
            depth += token.nesting
            if depth == 0:
                yield Rich("", self.language, self.tokens[start:end])
                start = end

    def led(self, elsewhere: Mapping[Target, Target]) -> Rich:
        """The same text, whose first link to each of these targets leads elsewhere."""
        left = dict(elsewhere)

        def turned(child: Token) -> Token:
            to = left.pop(child.meta["to"], None) if child.type == "link_open" else None
            return child.copy(meta={**child.meta, "to": to}) if to else child

        tokens = (token.copy(children=[turned(child) for child in token.children]) if token.children else token for token in self.tokens)
        return replace(self, parsed=tuple(tokens)) if left and self.parsed else self

    def _of(self, kind: str) -> Iterator[Target]:
        for token in self.tokens:
            for child in token.children or ():
                if child.type == kind:
                    yield child.meta["to"]


@dataclass(frozen=True, slots=True)
class Picture:
    """How wide and high a picture is, in pixels, and the files that have it, with their widths: narrower ones, then the whole one."""

    width: int
    height: int
    files: tuple[tuple[FilePlace, int], ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """What is said of an image: `alt` for who does not see it, the caption, who made it under which licence, and its sizes."""

    alt: str | None = None
    caption: Rich | None = None
    credit: tuple[Link, ...] = ()
    picture: Picture | None = None


def _silent(_: Place) -> Legend:
    return Legend()


def _nothing(_: str) -> Iterator[Proven]:
    return iter(())


def block(
    text: str,
    language: str,
    lead: Lead,
    prove: Prove = _nothing,
    *,
    heading: int = 3,
    parts: Iterable[Place] = (),
    legend: Callable[[Place], Legend] = _silent,
    footnotes: Footnotes | None = None,
    tasks: Tasks | None = None,
) -> Rich:
    """A whole text; its top headings become `<h{heading}>`, and are these parts of a page, if they are any.

    Its footnotes stand at its end, where `footnotes` says what they are there; else they are words. So are the boxes of tasks.
    """
    if markdown.is_unmarked(text) and not any(prove(text)):
        return Rich(text, language)
    tokens = markdown.parse(text)
    tops = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    shift = heading - min(tops, default=heading)
    left = iter(parts)
    for token in tokens:
        if token.type == "heading_open" and (place := next(left, None)):
            token.meta = {"place": place}
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + shift)}"
    return Rich(text, language, at_end(boxed(_figured(_led(tokens, lead, prove), legend), tasks), footnotes))


def inline(text: str, language: str, lead: Lead, prove: Prove = _nothing) -> Rich:
    """A text of one line; block markup in it is taken for text."""
    line = _one_line(text)
    if markdown.is_unmarked(line) and not any(prove(line)):
        return Rich(text, language, in_line=True)
    return Rich(text, language, _led(markdown.parse_inline(line), lead, prove), in_line=True)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _led(tokens: list[Token], lead: Lead, prove: Prove) -> tuple[Token, ...]:
    for token in tokens:
        if token.children:
            token.children = list(_proven(_runs(_resolved(token.children, lead)), prove))
    return tuple(tokens)


def _figured(tokens: tuple[Token, ...], legend: Callable[[Place], Legend]) -> tuple[Token, ...]:
    """Images with what is said of them; one that is a paragraph by itself is a figure, where there is something to stand below it."""
    for index, token in enumerate(tokens):
        for image in token.children or ():
            if image.type == "image":
                told = legend(image.meta["to"])
                image.meta["picture"] = told.picture
                if told.alt and not image.content.strip():
                    image.content, image.children = told.alt, [Token("text", "", 0, content=told.alt)]
        alone = [child for child in token.children or () if child.type != "text" or child.content.strip()]
        if len(alone) == 1 and alone[0].type == "image" and tokens[index - 1].type == "paragraph_open" and not tokens[index - 1].hidden:
            below = [*_below(alone[0], legend(alone[0].meta["to"]))]
            if below:
                tokens[index - 1].tag = tokens[index + 1].tag = "figure"
                alone[0].attrs.pop("title", None)
                token.children = [alone[0], Token("figcaption_open", "figcaption", 1), *below, Token("figcaption_close", "figcaption", -1)]
    return tokens


def _below(image: Token, legend: Legend) -> Iterator[Token]:
    """The caption of an image, and who made it."""
    title = str(image.attrGet("title") or "")
    if legend.caption:
        yield from (child for token in legend.caption.tokens for child in token.children or ())
    elif title:
        yield Token("text", "", 0, content=title)
    for number, link in enumerate(legend.credit):
        before = ", " if number else " · " if legend.caption or title else ""
        yield Token("text", "", 0, content=before)
        if link.to:
            yield Token("link_open", "a", 1, meta={"to": link.to, "scheme": ""})
        yield Token("text", "", 0, content=str(link.words))
        if link.to:
            yield Token("link_close", "a", -1)


def _proven(tokens: Iterator[Token], prove: Prove) -> Iterator[Token]:
    """Words in quotation marks as links to where they stand, but for those in links."""
    inside = 0
    for token in tokens:
        inside += token.nesting if token.tag == "a" else 0
        done = 0
        for start, end, to, source in prove(token.content) if token.type == "text" and not inside else ():
            yield Token("text", "", 0, content=token.content[done:start])
            yield Token("link_open", "a", 1, meta={"to": to, "scheme": "quote"})
            yield Token("text", "", 0, content=token.content[start:end])
            yield Token("link_close", "a", -1)
            yield Token("source_mark", "", 0, content=source)
            done = end
        yield Token("text", "", 0, content=token.content[done:]) if done else token


def _resolved(tokens: list[Token], lead: Lead) -> Iterator[Token]:
    """Links and images with their targets; of a link that leads nowhere only the words, of an image that is not there its description."""
    links: list[bool] = []
    for token in tokens:
        if token.type == "link_close" and links and not links.pop():
            continue
        if token.type in ("link_open", "image"):
            link = markdown.link_of(token)
            token.meta = {"to": _target(link, lead), "scheme": link.scheme}
            if token.type == "link_open":
                links.append(token.meta["to"] is not None)
            if token.meta["to"] is None:
                yield Token("text", "", 0, content=token.content)
                continue
        yield token


def _target(link: markdown.Link, lead: Lead) -> Target | None:
    if link.kind == "image" or not link.scheme or link.scheme in markdown.INNER_SCHEMES:
        return lead(link)
    return link.href if link.scheme in markdown.WEB_SCHEMES else None


def _runs(tokens: Iterator[Token]) -> Iterator[Token]:
    """Words that stand together as one token, ends of lines included."""
    run = ""
    for token in tokens:
        if token.type in ("text", "softbreak"):
            run += token.content or ("\n" if token.type == "softbreak" else "")
            continue
        if run:
            yield Token("text", "", 0, content=run)
        run = ""
        yield token
    if run:
        yield Token("text", "", 0, content=run)
