"""The tags of HTML that others wrote, with their places, read as browsers read them (WHATWG HTML, 13.2.5).

No parser that we know says where in a text an attribute stands. Each piece is read once: a tag, a value or a comment that nobody ends goes
on to the end, as it does in a browser.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_OPEN = re.compile(r"<(?:!--|(/?)([a-zA-Z][^\s/>]*+))")
_ATTRIBUTE = re.compile(r"""[\s/]*+(=?[^\s/>=]++)(?:\s*+=\s*+("[^"]*+"?|'[^']*+'?|[^\s>]*+))?+""")
_END = re.compile(r"[\s/]*+>?")
_COMMENT_END = re.compile(r"--!?>|\Z")
_RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"])  # nothing in them is a tag
_HOLDING = frozenset(
    ["href", "xlink:href", "src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "cite", "background", "longdesc"]
)
_SETS = ("srcset", "imagesrcset")


class Attribute(NamedTuple):
    """An attribute, its name in small letters, what it says, and where that is written, with its quotation marks."""

    name: str
    value: str
    start: int
    end: int

    @property
    def is_set(self) -> bool:
        """Whether it holds addresses of one picture in several sizes."""
        return self.name in _SETS

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses that it holds."""
        if self.is_set:
            return tuple(each.split()[0] for each in self.value.split(",") if each.strip())
        return (self.value.strip(),) if self.name in _HOLDING and self.value.strip() else ()


class Tag(NamedTuple):
    """A tag, its name in small letters, and where it stands."""

    name: str
    start: int
    end: int
    attributes: tuple[Attribute, ...] = ()
    is_end: bool = False

    def get(self, name: str) -> str | None:
        """What an attribute says, None where there is none: the first of a name counts."""
        return next((each.value for each in self.attributes if each.name == name), None)


def tags(text: str) -> Iterator[Tag]:
    """The tags of a text, but for those in comments and in elements that hold plain text."""
    at = 0
    while found := _OPEN.search(text, at):
        if found[2] is None:
            at = _past(_COMMENT_END.search(text, found.end() - 2))
            continue
        tag = _tag(text, found)
        yield tag
        at = tag.end
        if tag.name in _RAW and not tag.is_end:
            closing = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(text, at)
            at = closing.start() if closing else len(text)


def _tag(text: str, found: re.Match[str]) -> Tag:
    attributes: list[Attribute] = []
    at = found.end()
    while part := _ATTRIBUTE.match(text, at):
        at = part.end()
        written = part[2] or ""
        value = written[1:].removesuffix(written[0]) if written[:1] in ('"', "'") else written
        attributes.append(Attribute(part[1].lower(), html.unescape(value), *part.span(2)))
    return Tag(found[2].lower(), found.start(), _past(_END.match(text, at)), tuple(attributes), bool(found[1]))


def _past(found: re.Match[str] | None) -> int:
    assert found is not None  # noqa: S101 - either pattern is found in any text
    return found.end()
