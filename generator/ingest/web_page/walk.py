"""One walk over a page's elements, in the order of the page: its blocks, and between them what is left out.

The walk keeps its own stack, and looks at each element once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from generator.ingest.article import IngestError, LeftOut, Origin
from generator.ingest.web_page.block import Block, Place, Quotation, Sign
from generator.ingest.web_page.bullets import Bullets
from generator.ingest.web_page.line import Finished, Line
from generator.ingest.web_page.rows import Rows
from generator.ingest.web_page.shown import Sight, is_exponent, may_be_missed, words_of
from generator.ingest.web_page.signs import sort_of
from generator.ingest.web_page.tables import words
from generator.ingest.web_page.tree import TOO_DEEP

_BLOCKS = words("""
    html head body address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
    frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p plaintext pre search section summary table tbody td
    tfoot th thead tr ul xmp
""")
_OWN = words("p h1 h2 h3 h4 h5 h6 li dt dd td th pre figcaption caption summary legend tr address")
_BOXES = frozenset(("a", "button", "label"))
_DRAWN_AS_BLOCK = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_DEEPEST = 500  # elements in one another; a path of each block names them all
_LONGEST_STYLE, _LONGEST_SIGN = 2000, 8  # characters; of an emoji

_Todo = Callable[[], None]


@dataclass
class _Open:
    """An element that the walk is in: what is still to be seen of it, and what to do at its end."""

    element: Any
    place: Place
    children: Iterator[Any]
    is_block: bool
    at_end: _Todo | None = None
    counts: Counter[str] = field(default_factory=Counter)


class Walk:
    """A walk over a page: `pieces` are what it found, `depth` is how deep it went."""

    def __init__(self, sight: Sight) -> None:
        self.pieces: list[Block | LeftOut] = []
        self.sight = sight
        self.depth = 0
        self._line = Line()
        self._bullets = Bullets()
        self._rows = Rows()
        self._left_out: list[LeftOut] = []

    @property
    def blocks(self) -> list[Block]:
        """The blocks that it found."""
        return [piece for piece in self.pieces if isinstance(piece, Block)]

    def over(self, root: Any, language: str) -> None:
        """Walk over a tree."""
        place = self._entered(root, Place(language=language), f"/{root.tag}", is_block=True)
        stack = [_Open(root, place, iter(root), is_block=True)]
        self._add(root.text, place)
        while stack:
            self.depth = max(self.depth, len(stack))
            if self.depth > _DEEPEST:
                raise IngestError(TOO_DEEP)
            child = next(stack[-1].children, None)
            if child is None:
                self._leave(stack.pop(), stack[-1].place if stack else place)
            elif isinstance(child.tag, str):
                self._enter(stack, child)
            else:  # a comment parts nothing
                self._add(child.tail, stack[-1].place)

    def _add(self, text: str | None, place: Place) -> None:
        if text:
            self._line.add(text, is_linked=place.is_linked, is_button=place.is_button, keeps_lines=place.keeps_lines)

    def _enter(self, stack: list[_Open], element: Any) -> None:
        above = stack[-1]
        above.counts[element.tag] += 1
        path = f"{above.place.path}/{element.tag}[{above.counts[element.tag]}]"
        if self._passes_over(element, path):
            self._add(element.tail, above.place)
            return
        style = (element.get("style") or "")[:_LONGEST_STYLE] if element.attrib else ""
        is_block = element.tag in _BLOCKS or bool(style and _DRAWN_AS_BLOCK.search(style)) or _ends_quotation(element, above.place)
        if is_block:
            self._flush(above.place)
        place = self._entered(element, above.place, path, is_block=is_block)
        stack.append(_Open(element, place, iter(element), is_block, self._begun(element, above.place, place)))
        self._add(element.text, place)

    def _leave(self, left: _Open, outer: Place) -> None:
        if left.is_block:
            self._flush(left.place)
        if left.at_end:
            left.at_end()
        self._add(left.element.tail, outer)

    def _passes_over(self, element: Any, path: str) -> bool:
        """Whether an element's words are no text of the page; what readers may miss is noted."""
        why = self.sight.unshown(element)
        if why is None:
            return False
        if why and (text := words_of(element)):
            to_check = may_be_missed(element, why, is_within=self._line.last != "")
            self._left_out.append(LeftOut(Origin(element=path), text, why, to_check))
        self._line.border.begin()
        self._line.border.end()
        return True

    def _entered(self, element: Any, outer: Place, path: str, *, is_block: bool) -> Place:
        """What is around the words of an element."""
        tag = element.tag
        said: dict[str, Any] = {"path": path}
        if is_block:
            said |= {"box": outer.path, "block": path, "tag": tag if tag in _OWN or outer.tag not in _OWN else outer.tag}
        if element.attrib:
            language = element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang")
            said |= {"language": language.strip()[:20]} if language and language.strip() else {}
        sort = sort_of(element, within_quotation=outer.quotation is not None)
        if sort and all(sign.sort != sort for sign in outer.signs()):
            said["sign"] = Sign(sort, path, outer.sign)
        match tag:
            case "a":
                said["is_linked"] = outer.is_linked or element.get("href") is not None
            case "button":
                said["is_button"] = True
            case "pre" | "listing" | "xmp" | "plaintext":
                said["keeps_lines"] = True
            case "q":
                said["in_q"] = True
            case "blockquote":
                said |= {"quotation": Quotation(path), "is_attribution": False}
            case "ul" | "ol" | "dl" | "menu":
                said["listed"] = outer.listed or path
            case "footer" | "cite" | "figcaption" if outer.quotation:
                said["is_attribution"] = True
            case "tr":
                said["in_row"] = outer.in_row or self._rows.is_of_figures(element)
        return replace(outer, **said)

    def _begun(self, element: Any, outer: Place, place: Place) -> _Todo | None:
        """What an element does to the line where it begins; and what is to be done where it ends."""
        line = self._line
        match element.tag:
            case "br":
                line.break_off()
                return None
            case "img":
                self._picture(element, place)
                return None
            case "sup":
                return self._raised(is_note=next(element.iter("a"), None) is not None)
            case "q":
                opened = line.begin_quotation(place.language, is_inner=outer.in_q)
                return (lambda: line.end_quotation(opened, place.language, is_inner=outer.in_q)) if opened else None
            case "li":
                self._bullets.begin()
                return self._bullets.end
            case "tr" if place.in_row and not outer.in_row:
                self._rows.begin()
                return lambda: self._end_row(place)
            case "td" | "th" if place.in_row:
                return lambda: self._rows.end_cell(line.finish())
            case "mi" | "mn" | "mrow" if is_exponent(element):
                return self._raised(is_note=False)
        is_box = element.tag in _BOXES
        line.border.begin(is_box=is_box)
        return lambda: line.border.end(is_box=is_box)

    def _picture(self, element: Any, place: Place) -> None:
        """A picture that stands for a character is one; of any other in the midst of a sentence, its description is left out."""
        text = " ".join((element.get("alt") or "").split())
        if text and len(text) <= _LONGEST_SIGN and not any(sign.isalnum() or sign.isascii() for sign in text):
            self._line.add(text)
        elif text and self._line.goes_on(element.tail or ""):
            self._left_out.append(LeftOut(Origin(element=place.path), text, "a picture in a sentence", to_check=True))

    def _raised(self, *, is_note: bool) -> _Todo:
        begun = self._line.mark()
        return lambda: self._line.raise_since(begun, is_note=is_note)

    def _flush(self, place: Place) -> None:
        """A block ends: what is in the line is one, or several that empty lines part."""
        if place.in_row:
            self._line.add(" ")
            return
        for each in self._line.finish():
            self._add_block(replace(each, text=f"{self._bullets.next()}{each.text}"), place)
        self._note_left_out()

    def _end_row(self, place: Place) -> None:
        self._add_block(self._rows.end(), place)
        self._note_left_out()

    def _add_block(self, words: Finished, place: Place) -> None:
        if words.text:
            self.pieces.append(Block(words.text, place, words.linked, words.buttons, words.checks))

    def _note_left_out(self) -> None:
        self.pieces += self._left_out
        self._left_out = []


def _ends_quotation(element: Any, place: Place) -> bool:
    """Whether an element names the source of a block quotation, and nothing of it follows."""
    if element.tag != "cite" or place.quotation is None or (element.tail or "").strip():
        return False
    return next(element.itersiblings(etree.Element), None) is None
