"""What search finds of a brief: the brief itself, and each of its items where it stands on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.pages.artifacts import SearchEntry
from generator.pages.nodes import Rich
from generator.pages.views import BriefView, ItemView, SectionView
from generator.pages.writer import Writer

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "fact": ("text", "note", "by", "via"),
    "actor": ("name", "aliases", "about"),
    "quote": ("text", "speaker", "context", "where"),
    "question": ("question", "why", "known", "watch_for"),
    "event": ("text", "fact"),
    "term": ("term", "aliases", "definition"),
    "correction": ("text",),
    "source": ("title", "publisher", "author"),
}
"""The keys of each kind of item that are found; the first is what its entry is called."""


def entries(view: BriefView, writer: Writer) -> Iterator[SearchEntry]:
    """The entries of a brief's page, in the order of the page."""
    yield SearchEntry("", view.title.words.text, view.summary.words.text)
    for section in view.sections:
        yield from _section(section, writer)


def named(item: ItemView) -> str:
    """What an item is called: its own words, without markup."""
    return " ".join(_words(item.keys.get(SEARCHED[item.ref.kind][0])))


def _section(section: SectionView, writer: Writer) -> Iterator[SearchEntry]:
    """Its items, and under its heading the prose and the items that have no id of their own."""
    content = section.content if isinstance(section.content, tuple) else (section.content,)
    rest = [part.words.text for part in content if isinstance(part, Rich)]
    for item in section.items:
        title, *more = named(item), *(" ".join(_words(item.keys.get(key))) for key in SEARCHED[item.ref.kind][1:])
        evidence = (piece.text for passage in item.evidence for piece in passage.pieces)
        said = [*dict.fromkeys(words for words in (*more, *evidence) if words and words != title)]
        if item.place in writer.ids and writer.ids[item.place] != writer.ids[section.place]:
            yield SearchEntry(writer.ids[item.place], title, "\n".join(said))
        else:
            rest += [title, *said]
    if rest:
        yield SearchEntry(writer.ids[section.place], section.title, "\n".join(filter(None, rest)))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for part in value:
            yield from _words(part)
    elif value is not None:
        yield value.words.text if isinstance(value, Rich) else str(value)
