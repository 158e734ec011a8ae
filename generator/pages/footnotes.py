"""The footnotes of a text at its end, numbered in the order in which they are referred to, with ways there and back.

A text without a place for them has them in words, as they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from markdown_it.token import Token

from generator.text.footnotes import ANCHOR, CLOSING, OPENING, REFERENCE, written

if TYPE_CHECKING:
    from generator.pages.nodes import Place

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Footnotes:
    """What a text's footnotes are on a page: the places of their ids, and what those who do not see their signs are told."""

    place: Callable[[str], Place]
    title: str
    note: Callable[[int], str]
    back: Callable[[int, int], str]  # to the reference to a note, which is the first, second … to it


@dataclass
class _Note:
    label: str
    level: int
    tokens: list[Token] = field(default_factory=list)
    number: int = 0
    references: int = 0


def at_end(tokens: Sequence[Token], footnotes: Footnotes | None) -> tuple[Token, ...]:
    """The tokens of a text with its notes below it. Those that nothing refers to come last: no words are lost."""
    if footnotes is None:
        return tuple(_in_words(tokens))
    body, notes = _apart(tokens)
    if not notes:
        return tuple(tokens)
    told = _numbered(body, notes, footnotes)
    listed = (token for note in told for token in _listed(note, footnotes))
    naming = {"class": "footnotes", "role": "doc-endnotes", "aria-label": footnotes.title}
    return (*body, *_element("endnotes", "section", _element("endnote_list", "ol", listed), naming))


def _apart(tokens: Sequence[Token]) -> tuple[list[Token], list[_Note]]:
    """The text without its definitions, and these, each without those that stand in it."""
    body: list[Token] = []
    notes: list[_Note] = []
    opened: list[_Note] = []
    for token in tokens:
        if token.type == OPENING:
            opened.append(_Note(token.meta["label"], token.level + 1))
            notes.append(opened[-1])
        elif token.type == CLOSING:
            opened.pop()
        elif opened:
            token.level -= opened[-1].level
            opened[-1].tokens.append(token)
        else:
            body.append(token)
    return body, notes


def _numbered(body: Sequence[Token], notes: Sequence[_Note], footnotes: Footnotes) -> list[_Note]:
    """The notes in the order of their numbers, which the references bear from now on: those in the text, then those in notes."""
    first = {note.label: note for note in reversed(notes)}
    told: list[_Note] = []

    def tell(note: _Note) -> None:
        if not note.number:
            told.append(note)
            note.number = len(told)

    def refer(tokens: Sequence[Token]) -> None:
        for token in tokens:
            for child in token.children or ():
                if child.type == REFERENCE:
                    note = first[child.meta["label"]]
                    tell(note)
                    note.references += 1
                    child.content = str(note.number)
                    child.meta = {
                        "to": footnotes.place(f"fn-{note.number}"),
                        "place": footnotes.place(_reference(note.number, note.references)),
                        "words": footnotes.note(note.number),
                    }

    refer(body)
    done = 0
    for left in (*notes, None):
        while done < len(told):
            refer(told[done].tokens)
            done += 1
        if left:
            tell(left)
    return told


def _reference(number: int, time: int) -> str:
    return f"fnref-{number}" if time == 1 else f"fnref-{number}-{time}"


def _listed(note: _Note, footnotes: Footnotes) -> Iterator[Token]:
    number = note.number
    ways = [(footnotes.place(_reference(number, time)), footnotes.back(number, time)) for time in range(1, note.references + 1)]
    anchors = [Token(ANCHOR, "", 0, content="↑", meta={"to": to, "words": words}) for to, words in ways]
    if note.tokens and note.tokens[-1].type == "paragraph_close":
        line = note.tokens[-2]
        line.children = [*(line.children or ()), *anchors]
        inner: Sequence[Token] = note.tokens
    else:
        inner = (*note.tokens, *(_element("paragraph", "p", [Token("inline", "", 0, children=anchors)]) if anchors else ()))
    yield from _element("endnote", "li", inner, place=footnotes.place(f"fn-{number}"), number=number)


def _element(name: str, tag: str, inner: Iterable[Token], attrs: Mapping[str, str] = _NONE, **meta: object) -> Iterator[Token]:
    yield Token(f"{name}_open", tag, 1, attrs=dict(attrs), meta=meta, block=True)
    yield from inner
    yield Token(f"{name}_close", tag, -1, block=True)


def _in_words(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        for child in token.children or ():
            if child.type == REFERENCE:
                child.type, child.content, child.meta = "text", written(child.meta["label"]), {}
        if token.type == OPENING:
            words = f"{written(token.meta['label'])}:"
            yield from _element("paragraph", "p", [Token("inline", "", 0, content=words, children=[Token("text", "", 0, content=words)])])
        elif token.type != CLOSING:
            yield token
