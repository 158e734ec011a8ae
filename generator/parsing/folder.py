"""What parsing is given, and what it makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.items import Brief, ItemRef
from generator.items.fields import Location, Value, references, texts
from generator.items.marks import Prose, Refers
from generator.items.release import Release
from generator.parsing.sources import SourceText
from generator.prose.quantities import DateMention, Quantity, dates, quantities
from generator.text import markdown
from generator.text.places import Span, Text
from generator.text.yamltree import Mapping as MappingNode
from generator.text.yamltree import Node, Scalar, Sequence


@dataclass(frozen=True)
class Refused:
    """Why an image is not shown: the code of the finding, what is wrong with it, and what to do."""

    code: str
    why: str
    fix: str


@dataclass(frozen=True)
class Sizes:
    """The width and height of a picture in pixels, and the same picture in widths that are narrower."""

    width: int
    height: int
    smaller: Mapping[int, bytes]


@dataclass(frozen=True)
class Folder:
    """A brief's folder as read: file contents by path inside the folder, its images as they are published, and why others are not.

    `path` is the folder's own, relative to the publication's root; `original` is that of the brief that this one translates.
    """

    slug: str
    path: str
    files: Mapping[str, bytes]
    media: Mapping[str, bytes]
    refused: Mapping[str, Refused] = field(default_factory=dict)
    sizes: Mapping[str, Sizes] = field(default_factory=dict)
    original: Folder | None = None


@dataclass(frozen=True)
class FactText:
    """A fact's text as a reader sees it, and the numbers and dates in it."""

    text: str
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]

    @classmethod
    def of(cls, source: str) -> FactText:
        text = markdown.plain(source)
        return cls(text, quantities(text), dates(text))


@dataclass(frozen=True)
class ParsedBrief:
    """A brief and the places of its values.

    Where items could not be read, `brief` lacks them: `kept` gives for a list the original indexes of the ones that
    stayed, `lost` the ones that did not. `complete` says that nothing was left out. `original` is the brief that this one translates, from
    which `brief` and `tree` have what it leaves out. The tree takes as much memory as all else: it is composed again for who asks for
    a place, which is who has found something.
    """

    slug: str
    folder: str
    brief: Brief
    text: Text
    compose: Callable[[], MappingNode] = field(repr=False, compare=False)
    kept: Mapping[str, tuple[int, ...]]
    lost: frozenset[ItemRef]
    complete: bool
    article: Text | None
    sources: Mapping[str, SourceText]
    media: Mapping[str, bytes]
    refused: Mapping[str, Refused] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()
    original: ParsedBrief | None = None
    sizes: Mapping[str, Sizes] = field(default_factory=dict)

    @cached_property
    def tree(self) -> MappingNode:
        """What its values stand in."""
        return self.compose()

    @cached_property
    def fact_texts(self) -> tuple[FactText, ...]:
        """The texts of the facts, read once for all rules that ask for their words."""
        return tuple(FactText.of(fact.text) for fact in self.brief.facts)

    @cached_property
    def texts(self) -> tuple[Value[Prose], ...]:
        """The CommonMark texts of brief.yml."""
        return tuple(texts(self.brief))

    @cached_property
    def references(self) -> tuple[Value[Refers], ...]:
        """What the brief names of other things."""
        return tuple(references(self.brief))

    def span(self, *location: str | int) -> Span:
        """The place of a value, by key and index as in `brief`; of the nearest thing around it where it is not written."""
        return span_at(self.tree, location, self.kept)


def span_at(tree: Node, location: Location, kept: Mapping[str, tuple[int, ...]] | None = None) -> Span:
    """The span of the value at `location`, or of the nearest thing around it; `kept` as in a `ParsedBrief`."""
    if kept and len(location) > 1 and location[0] in kept and isinstance(location[1], int):
        name = str(location[0])
        location = (name, kept[name][location[1]], *location[2:])
    return head(*find(tree, location))


def find(tree: Node, location: Location) -> tuple[Node, Scalar | None]:
    """The node at `location`, as deep as it goes, and the key under which it stands."""
    node: Node = tree
    key: Scalar | None = None
    for step in location:
        if isinstance(node, MappingNode) and isinstance(step, str):
            value = node.get(step)
            if value is None:
                break
            key, node = node.key(step), value
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            key, node = None, node.items[step]
        else:
            break
    return node, key


def head(node: Node, key: Scalar | None = None) -> Span:
    """Where to point for a node: a scalar itself, the key of a collection or of nothing, a collection's first word."""
    if isinstance(node, Scalar) and (key is None or node.span.start < node.span.end):
        return _content(node)
    if key is not None:
        return key.span
    first = node.entries[0][0] if isinstance(node, MappingNode) and node.entries else None
    return first.span if first else node.span.text.span(node.span.start, min(node.span.start + 1, node.span.end))


def _content(scalar: Scalar) -> Span:
    """A scalar's own words: a block scalar's begin in the line after its `|` or `>`."""
    span = scalar.span
    raw = span.words
    if raw[:1] in ("|", ">"):
        header = raw.find("\n") + 1
        body = raw[header:]
        start = span.start + header + len(body) - len(body.lstrip())
        return Span(span.text, start, max(start, span.start + len(raw.rstrip())))
    return Span(span.text, span.start, span.start + len(raw.rstrip()))
