"""YAML as a tree of nodes that know their places.

Nodes are built from libyaml's events rather than by a loader: no object tag is ever honoured,
no key is silently overwritten, deep nesting cannot exhaust the stack, and a tree of aliases is counted
before anybody walks it. Scalars keep their raw form, so that parsing can explain YAML's traps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from sys import intern
from typing import Any

import yaml

from generator.text.finding import Finding
from generator.text.places import BYTE_ORDER_MARK, Span, Text

MAX_SIZE = 2_000_000  # code points of one YAML file
MAX_DEPTH = 60
MAX_NODES = 200_000  # counted with aliases expanded

type_of_tag = {
    "tag:yaml.org,2002:null": "null",
    "tag:yaml.org,2002:bool": "bool",
    "tag:yaml.org,2002:int": "int",
    "tag:yaml.org,2002:float": "float",
    "tag:yaml.org,2002:timestamp": "date",
}
_PLAIN_TAGS = frozenset([None, *(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))])  # they say what is read anyhow


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar: `value` is the text after YAML's own unescaping and folding.

    `kind` is what a YAML 1.1 reader takes it for (`str`, `null`, `bool`, `int`, `float`, `date`), which
    differs from `str` only for plain scalars. It stands from `start` to `end`; a publication has a million, of which few are pointed to.
    """

    value: str
    kind: str
    text: Text
    start: int
    end: int
    size: int = 1

    @property
    def span(self) -> Span:
        return Span(self.text, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span
    size: int


@dataclass(frozen=True)
class Mapping:
    """A mapping in file order; of two equal keys the first stays (and the second is a finding)."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span
    size: int

    @cached_property
    def _entry(self) -> dict[str, tuple[Scalar, Node]]:
        return {name.value: (name, node) for name, node in self.entries}

    def get(self, key: str) -> Node | None:
        return self._entry[key][1] if key in self._entry else None

    def key(self, key: str) -> Scalar | None:
        return self._entry[key][0] if key in self._entry else None


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """The file goes past a limit or outside of what a brief may hold; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def compose(text: Text, *, tags: bool = False) -> tuple[Node | None, tuple[Finding, ...]]:
    """The first document of a YAML text as a tree, or None with the findings that say why not.

    An empty file is an empty mapping. Duplicate keys and suspicious comments are findings that leave a tree; so are tags, unless `tags`
    says that somebody makes something of them.
    """
    if len(text.body) > MAX_SIZE:
        return None, (Finding("B111", f"the file has more than {MAX_SIZE:,} characters", text.span()),)
    composer = _Composer(text, tags=tags)
    try:
        node = composer.document()
    except _RefusedError as refused:
        return None, (*composer.findings, refused.finding)
    except yaml.YAMLError as error:
        return None, (*composer.findings, _syntax_finding(text, error))
    except ValueError as error:  # PyYAML raises it for characters that no encoding has
        return None, (*composer.findings, Finding("B102", f"YAML cannot read this file: {error}", text.span()))
    return node, tuple(composer.findings)


@dataclass
class _Frame:
    """A collection being built."""

    start: int
    anchor: str | None
    is_mapping: bool
    nodes: list[Node] = field(default_factory=list)
    size: int = 1


class _Composer:
    def __init__(self, text: Text, *, tags: bool) -> None:
        self.text = text
        self.tags = tags
        self.shift = 1 if text.body.startswith(BYTE_ORDER_MARK) else 0
        self.findings: list[Finding] = []
        self.anchors: dict[str, Node] = {}
        self.nodes = 0
        self.may_have_comments = "#" in text.body

    def document(self) -> Node:
        """The file's one document; an empty mapping where it has none."""
        root: Node = Mapping((), self.text.span(), 1)
        stack: list[_Frame] = []
        documents = 0
        node: Node
        for event in yaml.parse(self.text.body[self.shift :], Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent):
                node, anchor, size = self.scalar(event), event.anchor, 1
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(stack) >= MAX_DEPTH:
                    raise _RefusedError(Finding("B111", f"nested deeper than {MAX_DEPTH} levels", self.span(event)))
                self.note_tag(event)
                stack.append(_Frame(_index(event.start_mark) + self.shift, event.anchor, isinstance(event, yaml.MappingStartEvent)))
                continue
            elif isinstance(event, yaml.CollectionEndEvent):
                frame = stack.pop()
                node, anchor, size = self.collection(frame, _index(event.end_mark) + self.shift), frame.anchor, 1
            elif isinstance(event, yaml.AliasEvent):
                node = self.aliased(event)
                anchor, size = None, node.size
            else:
                documents += isinstance(event, yaml.DocumentStartEvent)
                if documents > 1:
                    raise _RefusedError(Finding("B102", "a second document begins here; only one is read", self.span(event), _DOCUMENT_FIX))
                continue
            self.nodes += size
            if self.nodes > MAX_NODES or node.size > MAX_NODES:
                raise _RefusedError(Finding("B111", f"more than {MAX_NODES:,} values, aliases counted each time", self.span(event)))
            if anchor:
                self.anchors[anchor] = node
            if stack:
                stack[-1].nodes.append(node)
                stack[-1].size += node.size
            else:
                root = node
        return root

    def span(self, event: yaml.Event) -> Span:
        return Span(self.text, _index(event.start_mark) + self.shift, _index(event.end_mark) + self.shift)

    def aliased(self, event: yaml.AliasEvent) -> Node:
        """What an alias repeats."""
        if event.anchor not in self.anchors:
            message = f"`*{event.anchor}` repeats something that was not named before"
            raise _RefusedError(Finding("B102", message, self.span(event), _STAR_FIX))
        return self.anchors[event.anchor]

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _index(event.start_mark) + self.shift, _index(event.end_mark) + self.shift
        if not event.implicit[0]:  # quoted, a block, or with a tag
            self.note_tag(event)
            return Scalar(event.value, "str", self.text, start, end)
        if self.may_have_comments:
            self.note_comment(Span(self.text, start, end))
        value = intern(event.value) if event.value.isidentifier() else event.value  # keys are the same in every brief: each is kept once
        return Scalar(value, plain_kind(value), self.text, start, end)

    def note_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """A tag, of which nothing is made; it may be a word that was to be read."""
        if self.tags or event.tag in _PLAIN_TAGS:
            return
        span = self.span(event)
        tag = re.compile(r"!\S*").search(self.text.body, span.start, span.end)
        if tag:
            message = f"YAML takes `{tag[0]}` for a tag, which says nothing here"
            fix = f'remove it; or, if it is of the text, put the whole text in quotation marks: "{tag[0]} …"'
            self.findings.append(Finding("B102", message, Span(self.text, *tag.span()), fix))

    def note_comment(self, span: Span) -> None:
        """A plain scalar cut short by ` #word`: nearly always a lost piece of text, not a comment."""
        line_end = self.text.line_span(span.end_line)[1]
        lost = re.match(r"[ \t]+(#\w[^\r\n]*)", self.text.body[span.end : line_end])
        if lost:
            start = span.end + lost.start(1)
            message = f"YAML takes `{lost[1]}` for a comment: a number sign after a space ends the text"
            fix = f'put the whole text in quotation marks: "{span.words} {lost[1]}"; or write `# ` with a space, if it is a comment'
            self.findings.append(Finding("B110", message, Span(self.text, start, start + len(lost[1])), fix))

    def collection(self, frame: _Frame, end: int) -> Node:
        span = Span(self.text, frame.start, end)
        if not frame.is_mapping:
            return Sequence(tuple(frame.nodes), span, frame.size)
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(frame.nodes[::2], frame.nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise _RefusedError(Finding("B102", "a list or a mapping cannot be a key", key.span, "write the key as one word"))
            if key.value in entries:
                first = entries[key.value][0].span
                message = f"the key `{key.value}` stands twice here, first in line {first.line}; YAML would keep only the last"
                self.findings.append(Finding("B103", message, key.span, "keep one of the two"))
            else:
                entries[key.value] = (key, value)
        return Mapping(tuple(entries.values()), span, frame.size)


def _index(mark: Any) -> int:
    """The offset of a mark; libyaml sets one on every event."""
    return int(mark.index) if mark else 0


def plain_kind(value: str) -> str:
    """What YAML 1.1 takes a plain scalar for."""
    for tag, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(value[:1], []):
        if pattern.match(value):
            return type_of_tag.get(tag, "str")
    return "str"


_DOCUMENT_FIX = "remove what stands after it, or indent it"
_STAR_FIX = 'a text that begins with `*` needs quotation marks: "*like this*"'

# What libyaml says, and what it means for somebody who writes a brief.
_EXPLAINED: tuple[tuple[str, str, str | None], ...] = (
    (
        r"mapping values are not allowed",
        "a colon followed by a space starts a value, so this text cannot hold one as it stands",
        'put the text in quotation marks: title: "North Korea: soldiers"',
    ),
    (
        r"could not find expected ':'",
        "a key was expected here, followed by a colon",
        "indent the lines of a long text under its key, or begin it with `>-`",
    ),
    (
        r"did not find expected key",
        "the indentation, or a quotation mark that closes too early, ends the mapping here",
        "align the keys; put a text that holds quotation marks into a block (`>-`), or double them",
    ),
    (r"did not find expected '-' indicator", "an entry of a list was expected here", "begin each entry with `- ` at one indentation"),
    (
        r"found character that cannot start any token",
        "a text cannot begin with this character (or the line is indented by a tab)",
        "put the text in quotation marks; indent with spaces",
    ),
    (r"did not find expected alphabetic or numeric character", "YAML takes `*` or `&` at the start for a reference", _STAR_FIX),
    (r"found unexpected end of stream", "a quotation mark or bracket that was opened is never closed", "close it"),
    (
        r"did not find expected ',' or '[\]}]'",
        "a bracket that was opened is not closed, or a comma is missing",
        "close it, or put the text in quotation marks",
    ),
    (
        r"did not find expected node content",
        "a value was expected here: a bracket that was opened is not closed, or a text begins with a mark that means something to YAML",
        "close the bracket, or put the text in quotation marks",
    ),
    (r"found a tab character", "a line is indented by a tab", "indent with spaces"),
    (
        r"(unknown escape character|did not find expected hexdecimal|did not find expected hexadecimal)",
        "in double quotation marks a backslash starts an escape",
        "use single quotation marks, or double the backslash",
    ),
    (r"(undefined tag handle|did not find URI escaped)", "YAML takes `!` at the start for a tag", "put the text in quotation marks"),
    (
        r"did not find expected <document start>",
        "the first document ends here; only one is read",
        _DOCUMENT_FIX,
    ),
    (r"control characters are not allowed|special characters are not allowed", "the file holds a control character", "remove it"),
)

# Problems that are best shown where the thing begins that libyaml could not finish.
_BEGUN = re.compile(r"found unexpected end of stream|did not find expected (?:',' or|alphabetic)|could not find expected ':'")


def _syntax_finding(text: Text, error: yaml.YAMLError) -> Finding:
    shift = 1 if text.body.startswith(BYTE_ORDER_MARK) else 0
    if isinstance(error, yaml.MarkedYAMLError):
        problem = error.problem or error.context or "unreadable"
        mark = error.context_mark if _BEGUN.match(problem) else error.problem_mark
        mark = mark or error.problem_mark or error.context_mark
    else:
        mark, problem = None, str(getattr(error, "reason", error))
    offset = mark.index if mark else getattr(error, "position", 0)
    offset = min((offset if isinstance(offset, int) and offset >= 0 else 0) + shift, len(text.body))
    for pattern, words, fix in _EXPLAINED:
        if re.search(pattern, problem):
            return Finding("B102", f"{words} ({problem})", _visible(text, offset), fix)
    return Finding("B102", f"YAML cannot read this: {problem}", _visible(text, offset))


def _visible(text: Text, offset: int) -> Span:
    """One character at `offset`, or the last one before it where the offset is the end of the file."""
    if offset >= len(text.body):
        offset = max(0, len(text.body.rstrip()) - 1)
    return Span(text, offset, min(offset + 1, len(text.body)))
