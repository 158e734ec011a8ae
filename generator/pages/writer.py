"""Writes the nodes of views as the HTML of one document: what is in it, how it is reached from there, and what its medium asks for.

Only a writer makes addresses and ids: a `PageWriter` those of a page of the site, a `PaperWriter` those of a document on paper.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from string import Formatter

from markdown_it.token import Token
from markupsafe import Markup, escape

from generator.library.library import Site
from generator.pages.addresses import anchor, id_of, page_of, quoted, way
from generator.pages.nodes import Date, Link, Picture, Place, Rich, Target, Words
from generator.pages.prose import html_of, isolated, raw, safe
from generator.pages.tasks import MARK
from generator.text.footnotes import ANCHOR, REFERENCE
from generator.wording import script

_PLAIN = (str, int)


@lru_cache
def _parts(message: str) -> tuple[tuple[str, str | None], ...]:
    """The words of a message, each with the name in braces after it."""
    return tuple((words, name) for words, name, _, _ in Formatter().parse(message))


class Writer(ABC):
    """What all documents have in common. `ids` are the places in the document; those that templates give to elements are `given`."""

    boxes = ("☐", "☑")
    """How tasks that are not done and those that are begin."""

    def __init__(self, language: str, ids: Mapping[Place, str]) -> None:
        self.language = language
        self.ids = ids
        self.given: set[str] = set()

    @abstractmethod
    def elsewhere(self, to: Place) -> str | None:
        """The address of a place that is not in the document; None where the document leads to none."""

    def address(self, to: Target | None) -> str | None:
        """The address of a target as seen from the document."""
        if to is None or isinstance(to, str):
            return to
        return f"#{self.ids[to]}" if to in self.ids else self.elsewhere(to)

    def id(self, place: Place) -> str:
        """The id of a place in the document, for the element that it is."""
        self.given.add(self.ids[place])
        return self.ids[place]

    # What templates print

    def write(self, value: object) -> Markup:
        """A value as HTML: a node as what it is, anything else as plain words."""
        if type(value) is str:  # the most frequent first: a page prints thousands of values
            return self.run(value, self.language)
        if isinstance(value, Markup):
            return value
        if value is None:
            return Markup()
        if isinstance(value, Rich):
            return self.prose(value)
        if isinstance(value, Link):
            return self.link(value.words, value.to)
        if isinstance(value, Date):
            return self.date(value)
        return self.run(str(value), value.language if isinstance(value, Words) else self.language)

    def run(self, words: str, language: str) -> Markup:
        """Words that are written in a language."""
        return isolated(words, script.direction(language))

    def date(self, date: Date) -> Markup:
        """A date, for machines, too."""
        words = self.write(date.words)
        return safe(f'<time datetime="{escape(date.iso)}">{words}</time>') if date.iso else words

    def lang(self, language: str) -> Markup:
        """The attributes of an element whose words are in a language."""
        return safe(f' lang="{escape(language)}"')

    def link(self, words: object, to: Target | None, style: str = "") -> Markup:
        """Words that lead to a target; the words alone where the document does not lead there."""
        address = self.address(to)
        if address is None:
            return self.write(words)
        kind = f' class="{escape(style)}"' if style else ""
        said = self.lang(words.language) if isinstance(words, Words) and words.language != self.language else ""
        return self.linked(f'<a{kind}{said} href="{escape(address)}">', words, to)

    def linked(self, opening: str, words: object, to: Target | None) -> Markup:
        """A link that begins with a tag."""
        return safe(f"{opening}{self.write(words)}</a>")

    def said(self, message: str, values: Mapping[str, object]) -> str:
        """A message with values for its names in braces: HTML where one of them is a node, else plain words."""
        if not values or all(isinstance(value, _PLAIN) and not isinstance(value, Markup) for value in values.values()):
            return message.format(**values)
        parts = ((self.run(words, self.language), self.write(values[name]) if name else "") for words, name in _parts(message))
        return safe("".join(part for pair in parts for part in pair))

    # Prose

    def prose(self, rich: Rich, ending: str = "") -> Markup:
        """A text; `ending` is HTML that stands right after its last word."""
        tokens = list(self.blocks(rich))
        if ending:
            in_paragraph = bool(tokens) and tokens[-1].type == "paragraph_close"
            tokens.insert(len(tokens) - in_paragraph, raw(ending))
        return html_of(tokens)

    def blocks(self, rich: Rich) -> Iterator[Token]:
        """The tokens of a text as the document's medium needs them."""
        for token in rich.tokens:
            if token.children:
                yield token.copy(children=list(self.inline(token.children, rich.language)))
            elif token.meta.get("place") in self.ids:
                yield token.copy(attrs={**token.attrs, "id": self.id(token.meta["place"])})
            else:
                yield token

    def inline(self, tokens: Sequence[Token], language: str) -> Iterator[Token]:
        """The tokens of a line, whose links and images have addresses; of a link that leads nowhere, only the words."""
        leads = True
        for token in tokens:
            if token.type == "image":
                sized = self.sized(token.meta.get("picture"))
                yield token.copy(attrs={**token.attrs, "src": self.address(token.meta["to"]) or "", **sized})
            elif token.type == "link_open":
                address = self.address(token.meta["to"])
                leads = address is not None
                if address is not None:
                    yield token.copy(attrs={**token.attrs, "href": address})
            elif token.type in (REFERENCE, ANCHOR):
                yield from self.note_way(token)
            elif token.type == MARK:
                words, sign = token.meta["words"], self.boxes[token.meta["done"]]
                yield raw(Markup('<span class="task" role="img" aria-label="{}">{}</span> ').format(words, sign))
            elif token.type == "source_mark":
                yield from self.source_mark(token.content)
            elif token.type != "link_close" or leads:
                yield token

    def sized(self, picture: Picture | None) -> dict[str, str | int | float]:
        """The attributes that say how large an image is, and where it is smaller."""
        return {}

    def note_way(self, token: Token) -> Iterator[Token]:
        """The number that leads to a footnote, or the sign that leads back from it."""
        is_reference = token.type == REFERENCE
        own = {"id": self.id(token.meta["place"])} if token.meta.get("place") in self.ids else {}
        told = {"class": "footnote-ref" if is_reference else "footnote-back", "role": "doc-noteref" if is_reference else "doc-backlink"}
        attrs = {**own, "href": self.address(token.meta["to"]) or "", **told, "aria-label": token.meta["words"]}
        way = [
            Token("link_open", "a", 1, attrs=dict(attrs)),
            Token("text", "", 0, content=token.content),
            Token("link_close", "a", -1),
        ]
        yield from [Token("sup_open", "sup", 1), *way, Token("sup_close", "sup", -1)] if is_reference else [raw(" "), *way]

    def source_mark(self, source: str) -> Iterator[Token]:
        """What tells of the source of words in quotation marks beside their link."""
        return iter(())


COLUMN = "(min-width: 42em) 610px, 100vw"
"""How wide the column is that images stand in."""


class PageWriter(Writer):
    """Writes a page of the site, which is at an address from the site's root."""

    def __init__(self, site: Site, here: str, language: str, places: Iterable[Place] = ()) -> None:
        super().__init__(language, {place: id_of(place) for place in places})
        self.site = site
        self.here = here

    def lang(self, language: str) -> Markup:
        """Nothing where the words are in the language of the page, as most are."""
        if language == self.language:
            return Markup()
        turns = script.direction(language) != script.direction(self.language)
        return super().lang(language) + (Markup(f' dir="{script.direction(language)}"') if turns else "")  # noqa: S704 - `rtl` or `ltr`

    def sized(self, picture: Picture | None) -> dict[str, str | int | float]:
        if picture is None:
            return {}
        files = ", ".join(f"{self.address(place)} {width}w" for place, width in picture.files)
        return {"width": picture.width, "height": picture.height, **({"srcset": files, "sizes": COLUMN} if len(picture.files) > 1 else {})}

    def blocks(self, rich: Rich) -> Iterator[Token]:
        """Cells of tables say in a class how they are set, for a strict policy of content forbids styles in tags."""
        for token in super().blocks(rich):
            style = token.attrs.get("style") if token.type in ("th_open", "td_open") else None
            yield token.copy(attrs={"class": str(style).replace("text-align:", "to-")}) if style else token

    def inline(self, tokens: Sequence[Token], language: str) -> Iterator[Token]:
        for token in super().inline(tokens, language):
            yield raw(isolated(token.content, script.direction(language))) if token.type == "text" else token

    def elsewhere(self, to: Place) -> str | None:
        page, part = page_of(to), anchor(to)
        if page == self.here and part:
            return None
        address = quoted(way(self.here, page))
        if address.endswith("/") and not self.site.folders:
            address += "index.html"
        return address + part
