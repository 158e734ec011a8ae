"""The runs of an OpenDocument text: how its styles show words, and what notes, changes, comments and fields make of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from generator.ingest.runs import COMMENT, DELETED, HIDDEN, INSERTED, NO_RESULT, STRUCK, Run, Shown, mark_of

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = {f"{_OFFICE}{name}:1.0": name for name in ("office", "text", "table", "drawing", "style", "meta")}
_SPACES = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}
_DATES = ("text:date", "text:time", "text:creation-date", "text:modification-date", "text:print-date", "text:author-name")


def tag(element: Any) -> str:
    """An element's name with the usual prefix of its namespace."""
    space, _, name = str(element.tag).removeprefix("{").rpartition("}")
    return f"{_NAMES.get(space, 'other')}:{name}"


def value(element: Any, name: str) -> str:
    """An attribute, by the usual prefix and its name; empty where it is not there."""
    space, _, local = name.partition(":")
    return str(element.get(f"{{{_OFFICE}{space}:1.0}}{local}") or "")


def elements(root: Any, *names: str) -> Iterator[Any]:
    """The elements of these names in a tree."""
    return (each for each in (() if root is None else root.iter("*")) if tag(each) in names)


def words_in(element: Any) -> str:
    """All words in an element, on one line."""
    return " ".join(" ".join(element.itertext()).split())


def styles_of(*roots: Any) -> dict[str, Shown]:
    """What each style shows, with what it is based on."""
    named = {value(each, "style:name"): each for root in roots for each in elements(root, "style:style")}

    def shown(name: str, depth: int = 0) -> Shown:
        style = named.get(name)
        if style is None or depth > 20:
            return Shown()
        own = next((_shown_by(each) for each in style if tag(each) == "style:text-properties"), Shown())
        return own.over(shown(value(style, "style:parent-style-name"), depth + 1))

    return {name: shown(name) for name in named}


def _shown_by(properties: Any) -> Shown:
    position = value(properties, "style:text-position")
    line = value(properties, "style:text-line-through-style") or value(properties, "style:text-line-through-type")
    raised = not position.startswith(("sub", "-", "0")) if position else None
    return Shown(line != "none" if line else None, value(properties, "text:display") == "none" or None, raised)


@dataclass
class Runs:
    """Reads the runs of paragraphs, and remembers what they refer to: notes and text boxes."""

    styles: dict[str, Shown]
    deleted: dict[str, str]
    """The words of deletions, by the ids of their changes."""
    notes: list[tuple[str, Any]] = field(default_factory=list)
    """The marks and the bodies of notes, in their order."""
    boxes: list[Any] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    open_changes: set[str] = field(default_factory=set)

    def of_paragraph(self, paragraph: Any) -> list[Run]:
        """The runs of a paragraph."""
        return list(self._of(paragraph, self.styles.get(value(paragraph, "text:style-name"), Shown())))

    def _of(self, parent: Any, shown: Shown) -> Iterator[Run]:
        yield self._run(parent.text, shown)
        for child in parent.iterchildren("*"):
            name = tag(child)
            yield from self._changed(child, name) if name.startswith("text:change") else self._inline(child, name, shown)
            yield self._run(child.tail, shown)

    def _run(self, words: str | None, shown: Shown, check: str = "") -> Run:
        why = HIDDEN if shown.is_hidden else STRUCK if shown.is_struck else ""
        return Run(words or "", bool(shown.is_raised), why, INSERTED if self.open_changes else "", check)

    def _changed(self, child: Any, name: str) -> Iterator[Run]:
        change = value(child, "text:change-id")
        if name == "text:change-start":
            self.open_changes.add(change)
        elif name == "text:change-end":
            self.open_changes.discard(change)
        elif change in self.deleted:
            yield Run(self.deleted[change], change=DELETED)

    def _inline(self, child: Any, name: str, shown: Shown) -> Iterator[Run]:
        if name in _SPACES:
            count = value(child, "text:c")
            yield self._run(_SPACES[name] * (int(count) if count.isdecimal() and len(count) < 4 else 1), shown)
        elif name == "text:note":
            yield replace(self._run(self._noted(child), shown), is_raised=True)
        elif name == "office:annotation":
            yield Run(" ".join(words_in(each) for each in child if tag(each) in ("text:p", "text:list")), left_out=COMMENT)
        elif name in ("text:hidden-text", "text:hidden-paragraph"):
            yield Run(value(child, "text:string-value") or words_in(child), left_out=HIDDEN)
        elif name == "text:ruby-text":
            yield Run(words_in(child), left_out="how a word is read")
        elif name.startswith("drawing:"):
            self.boxes += list(elements(child, "drawing:text-box")) or [child]
        elif name in _DATES and not words_in(child):
            yield self._run(f"[field: {name.partition(':')[2].upper()}]", shown, NO_RESULT)
        elif name.startswith("text:") and name != "text:number":  # which is told with its list
            yield from self._of(child, self.styles.get(value(child, "text:style-name"), Shown()).over(shown))

    def _noted(self, note: Any) -> str:
        """The mark of a note, which is read after the body."""
        kind = "endnote" if value(note, "text:note-class") == "endnote" else "footnote"
        self.counts[kind] = self.counts.get(kind, 0) + 1
        mark = mark_of(kind, self.counts[kind])
        self.notes += [(mark, body) for body in note if tag(body) == "text:note-body"]
        return mark
