"""What a translation takes from the brief that it translates: whatever its items leave out that is no text of ours.

An item is the original's of the same id (an event the one of its day). It takes the evidence, the source, the status and all else that is
said in no language of a brief from there, with the places where these are written, so that a finding leads to them. Sources and actors
that only what was taken names come along as they are, without words of ours. An embargo holds for the translation, too. Everything that
reads a brief then sees a whole one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.items import Brief
from generator.items.fields import fields
from generator.items.marks import Prose
from generator.prose.languages.guess import guess_language
from generator.text.places import Span
from generator.text.yamltree import Mapping as MappingNode
from generator.text.yamltree import Node, Scalar, Sequence

if TYPE_CHECKING:
    from generator.parsing.folder import Folder, ParsedBrief

OF_ITEMS = ("sources", "actors", "facts", "quotes", "questions", "timeline")
"""The lists whose items a translation shares with its original."""

SUPPORTING = {"sources": ("source", "via"), "actors": ("by", "speaker", "of", "via")}
"""Lists from which what is named comes along, with the keys that name it."""

OURS = frozenset(("role", "where", "owner", "fact"))
"""Keys that are not taken though they are no CommonMark: words of ours, and what only the original has."""

EMBARGO = "embargo"
OF_FILE = frozenset(("sha256", "segments", "language", "translated_from", "retrieved", "archive_url"))
OF_WORDS = frozenset(("prefix", "suffix", "translated", "original", "text"))
PUBLISHED = ("none", EXCERPT := "excerpt", "full")
"""How much of a source goes public, the least first."""

UNDETERMINED = "und"  # ISO 639-2: nobody has said which language it is

_NAMED = re.compile(rb"""^["']?translation_of["']?[ \t]*:[ \t]*["']?([a-z0-9-]+)""", re.MULTILINE)


def original_of(brief: bytes) -> str | None:
    """The slug of the brief that a brief.yml translates, without reading the rest of it."""
    found = _NAMED.search(brief)
    return found[1].decode() if found else None


def with_original(folder: Folder, find: Callable[[str], Folder | None]) -> Folder:
    """A folder with that of the brief that it translates, in however many steps; a ring is cut where it closes."""
    return _tied(folder, find, frozenset())


def _tied(folder: Folder, find: Callable[[str], Folder | None], seen: frozenset[str]) -> Folder:
    name, seen = original_of(folder.files.get("brief.yml", b"")), seen | {folder.slug}
    found = find(name) if name and name not in seen else None
    return replace(folder, original=_tied(found, find, seen)) if found else folder


def completed(tree: MappingNode, original: ParsedBrief, article: str) -> MappingNode:
    """The tree of a translation with what it takes from its original; `article` is the text of its article.md."""
    return _Inheritance(tree, original, article).whole()


@dataclass(frozen=True)
class _Inheritance:
    tree: MappingNode
    original: ParsedBrief
    article: str

    def whole(self) -> MappingNode:
        lists = {name: self._items(name) for name in OF_ITEMS}
        for name in ("actors", "sources"):  # actors may belong to others, and nothing names a source but what is whole by then
            if lists[name] is not None or self.tree.get(name) is None:
                lists[name] = [*(lists[name] or ()), *self._named(name, lists)]
        entries = [(key, self._list(node, lists.get(key.value))) for key, node in self.tree.entries]
        theirs = self.original.tree
        if _is_left_out(self.tree, EMBARGO):
            entries = [entry for entry in entries if entry[0].value != EMBARGO]
            entries += [entry for entry in theirs.entries if entry[0].value == EMBARGO]
        missing = ((name, key) for name in OF_ITEMS if not self.tree.get(name) and lists[name] and (key := theirs.key(name)))
        here = Span(self.tree.span.text, self.tree.span.start, self.tree.span.start)
        entries += [(key, Sequence(tuple(lists[name] or ()), here, 1)) for name, key in missing]
        return replace(self.tree, entries=tuple(entries))

    @staticmethod
    def _list(node: Node, items: list[Node] | None) -> Node:
        return replace(node, items=tuple(items)) if isinstance(node, Sequence) and items is not None else node

    def _items(self, name: str) -> list[Node] | None:
        """The items of a list, each with what it takes; None where there is no list."""
        node = self.tree.get(name)
        if not isinstance(node, Sequence):
            return None
        theirs = dict(_keyed(name, self.original.tree.get(name)))
        found: list[Node] = []
        for key, item in _keyed(name, node):
            of = theirs.get(key)
            found.append(self._item(name, item, of) if isinstance(item, MappingNode) and isinstance(of, MappingNode) else item)
        return found

    def _item(self, name: str, item: MappingNode, of: MappingNode) -> MappingNode:
        left_out = frozenset(_texts(name)) | OURS
        if name == "sources" and item.get("file"):
            left_out |= OF_FILE | {"file"}
        if name == "actors" and any(item.get(key) for key in ("name", "role", "about")):
            left_out |= {"translations"}
        if name == "quotes" and (item.get("source") or item.get("original")):
            left_out |= OF_WORDS
        taken = [(key, node) for key, node in of.entries if key.value not in left_out and item.get(key.value) is None]
        entries = list(item.entries)
        if name == "sources" and _is_looser(item, of):
            entries = [entry for entry in entries if entry[0].value != "publish"]
            taken += [entry for entry in of.entries if entry[0].value == "publish"]
        whole = replace(item, entries=(*entries, *taken))
        if name == "sources":
            return self._with_language(whole)
        return self._as_translated(whole, item, of) if name == "quotes" and "original" not in left_out else whole

    def _with_language(self, source: MappingNode) -> MappingNode:
        """A source of the original with its language, which was that of the brief where nothing said so."""
        file = source.get("file")
        if source.get("language") or file is None or file.span.text is self.tree.span.text:
            return source
        return replace(source, entries=(*source.entries, _entry("language", self._language(_written(source, "id")), file.span)))

    def _language(self, source: str) -> str:
        text = self.original.sources.get(source)
        told = text.source.language if text else None
        return told or self.original.brief.language or (text and guess_language(text.text.body[:2000])) or UNDETERMINED

    def _as_translated(self, whole: MappingNode, item: MappingNode, of: MappingNode) -> MappingNode:
        """A quote in words of the translation with those of the original: they are what its source has."""
        words = of.get("text")
        if item.get("text") is None and words and (key := of.key("text")):
            return replace(whole, entries=(*whole.entries, (key, words)))
        if words is None or _written(of, "text") == _written(item, "text") or of.get("original") or item.get("translated"):
            return whole
        key = of.key("text")
        original = MappingNode(
            ((key or _scalar("text", words.span), words), _entry("language", self._language(_written(of, "source")), words.span)),
            words.span,
            3,
        )
        more = (_entry("translated", "true", words.span, "bool"), (_scalar("original", words.span), original))
        return replace(whole, entries=(*(entry for entry in whole.entries if entry[0].value != "translated"), *more))

    def _named(self, name: str, lists: Mapping[str, list[Node] | None]) -> Iterator[Node]:
        """What of a list of the original is named by what there is, and is not there; then what that names."""
        listed = [item for _, item in _keyed(name, self.original.tree.get(name)) if isinstance(item, MappingNode)]
        here = {_written(item, "id") for item in lists[name] or () if isinstance(item, MappingNode)}
        words = f"{self.tree.span.text.body}\n{self.article}"
        linked = set(re.findall(rf"\b{name[:-1]}:([a-z0-9-]+)", words)) | set(re.findall(rf"#{name[:-1]}-([a-z0-9-]+)", words))
        wanted = linked | {said for items in lists.values() for item in items or () for said in _said(item, SUPPORTING[name])}
        while more := [item for item in listed if (key := _written(item, "id")) in wanted and key not in here]:
            for item in more:
                here.add(_written(item, "id"))
                wanted |= set(_said(item, SUPPORTING[name]))
                kept = tuple(entry for entry in item.entries if entry[0].value not in OURS | frozenset(_texts(name)))
                yield self._with_language(replace(item, entries=kept)) if name == "sources" else replace(item, entries=kept)


def _keyed(name: str, node: Node | None) -> Iterator[tuple[tuple[str, int], Node]]:
    """The items of a list by id, or by their day and their number among those of that day."""
    seen: Counter[str] = Counter()
    for item in node.items if isinstance(node, Sequence) else ():
        key = _written(item, "date" if name == "timeline" else "id") if isinstance(item, MappingNode) else ""
        yield (key, seen[key]), item
        seen[key] += 1


def _texts(name: str) -> Iterator[str]:
    """The keys of a list's items that hold CommonMark."""
    (model,) = next(field.models for field in fields(Brief) if field.name == name)
    yield from (field.key for field in fields(model) if isinstance(field.mark, Prose))


def _is_left_out(tree: MappingNode, key: str) -> bool:
    node = tree.get(key)
    return node is None or (isinstance(node, Scalar) and node.kind == "null")


def _written(item: Node, key: str) -> str:
    node = item.get(key) if isinstance(item, MappingNode) else None
    return node.value if isinstance(node, Scalar) else ""


def _said(node: Node, keys: tuple[str, ...]) -> Iterator[str]:
    """What stands under some keys, however deep."""
    for key, value in node.entries if isinstance(node, MappingNode) else ():
        if key.value in keys:
            yield from (one.value for one in (value.items if isinstance(value, Sequence) else (value,)) if isinstance(one, Scalar))
        yield from _said(value, keys)
    for item in node.items if isinstance(node, Sequence) else ():
        yield from _said(item, keys)


def _is_looser(source: MappingNode, of: MappingNode) -> bool:
    """Whether a source says that more of it goes public than its original has it; of a text of its own, than nothing."""
    ours, theirs = (PUBLISHED.index(said) if (said := _written(one, "publish") or EXCERPT) in PUBLISHED else 0 for one in (source, of))
    return ours > theirs and (theirs == 0 or not source.get("file"))


def _entry(key: str, value: str, span: Span, kind: str = "str") -> tuple[Scalar, Scalar]:
    return _scalar(key, span), _scalar(value, span, kind)


def _scalar(value: str, span: Span, kind: str = "str") -> Scalar:
    return Scalar(value, kind, span.text, span.start, span.end)
