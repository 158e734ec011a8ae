"""A block: what stands between two block boundaries of a page, and what the elements around it say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_MOSTLY = 0.8  # of its characters
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, eq=False)
class Sign:
    """An element whose name, class or role says what its words are: a sort of furniture."""

    sort: str
    path: str
    outer: Sign | None = None


@dataclass(frozen=True, eq=False)
class Quotation:
    """A `<blockquote>`."""

    path: str


@dataclass(frozen=True)
class Place:
    """What the elements around some words say of them; an inner element inherits it, and says more."""

    path: str = ""
    box: str = ""
    """The path of the element around the block element: paragraphs of one text share it."""
    block: str = ""
    """The path of the block element."""
    tag: str = "body"
    """The nearest block element."""
    language: str = "en"
    sign: Sign | None = None
    quotation: Quotation | None = None
    listed: str = ""
    """The path of the outermost list around."""
    is_linked: bool = False
    is_button: bool = False
    keeps_lines: bool = False
    is_attribution: bool = False
    in_row: bool = False
    in_q: bool = False

    def signs(self) -> list[Sign]:
        """The elements around that say what the words are, the innermost first."""
        found, sign = [], self.sign
        while sign:
            found.append(sign)
            sign = sign.outer
        return found


@dataclass(frozen=True, eq=False)
class Block:
    """Words of a page on one line."""

    text: str
    place: Place
    linked: int = 0
    buttons: int = 0
    checks: tuple[str, ...] = ()

    @property
    def is_heading(self) -> bool:
        return len(self.place.tag) == 2 and self.place.tag[0] == "h" and self.place.tag[1].isdigit()

    @cached_property
    def length(self) -> int:
        """How many characters it would have in a script that sets spaces between words."""
        return len(self.text) + len(_UNSPACED.findall(self.text))

    @cached_property
    def density(self) -> float:
        """How much of it leads elsewhere."""
        return min(1.0, self.linked / max(1, len(self.text)))

    @property
    def is_of_buttons(self) -> bool:
        """Whether it is nothing but what one may press."""
        return self.buttons >= _MOSTLY * len(self.text)
