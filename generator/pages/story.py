"""The story beside what stands behind it: each block of its text, with notes on the items that it is the first to name.

A link to an item that has a note leads to the note, which stands beside the words or right after them, and from there to the item.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.nodes import PartPlace, Rich
from generator.pages.sections.facts import FactView
from generator.pages.sections.quotes import QuoteView
from generator.pages.sections.terms import TermView
from generator.pages.views import BriefView, ItemView
from generator.text.ref import ItemRef


@dataclass(frozen=True)
class Note:
    """A note on an item: one of `fact`, `quote` and `term`. `place` is its own, `about` what it names in one line."""

    place: PartPlace
    fact: FactView | None
    quote: QuoteView | None
    term: TermView | None
    about: tuple[str, ...]


@dataclass(frozen=True)
class StoryBlock:
    """A paragraph, a heading or another block of the story, with its notes."""

    text: Rich
    notes: tuple[Note, ...]

    @property
    def about(self) -> tuple[str, ...]:
        """What its notes name: sources and terms, each once."""
        return tuple(dict.fromkeys(words for note in self.notes for words in note.about))


def story(view: BriefView) -> tuple[StoryBlock, ...]:
    """The blocks of a brief's article; none where it has none."""
    article = view.section("article")
    return tuple(_blocks(article, view)) if isinstance(article, Rich) else ()


def _blocks(article: Rich, view: BriefView) -> Iterator[StoryBlock]:
    items = {item.place: item for section in view.sections for item in section.items}
    notes = {place: note for place, item in items.items() if (note := _note(item))}
    named: set[object] = set()
    for block in article.blocks:
        first = {to: notes[to] for to in block.targets if to in notes and to not in named}
        named |= first.keys()
        yield StoryBlock(block.led({to: note.place for to, note in first.items()}), tuple(first.values()))


def _note(item: ItemView) -> Note | None:
    fact = item if isinstance(item, FactView) else None
    quote = item if isinstance(item, QuoteView) else None
    term = item if isinstance(item, TermView) else None
    if not (fact or quote or term) or not isinstance(item.place.part, ItemRef):
        return None
    about = (str(term["term"]),) if term else tuple(passage.source["publisher"] or passage.source.title.text for passage in item.evidence)
    return Note(PartPlace(item.place.brief, f"note-{item.ref.kind}-{item.ref.key}"), fact, quote, term, about)
