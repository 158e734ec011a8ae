"""The answer and the story beside what stands behind them: each block of text, with notes on the items that it is the first to name.

A link to an item that has a note leads to the note, which stands beside the words or right after them, and from there to the item.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.pages.nodes import PartPlace, Rich, Target
from generator.pages.sections.facts import FactView
from generator.pages.sections.quotes import QuoteView
from generator.pages.sections.terms import TermView
from generator.pages.views import BriefView, ItemView
from generator.text.ref import ItemRef


@dataclass(frozen=True)
class Note:
    """A note on an item: one of `fact`, `quote` and `term`. `place` is its own, `about` what it names in one line."""

    place: PartPlace
    item: PartPlace
    fact: FactView | None
    quote: QuoteView | None
    term: TermView | None
    about: tuple[str, ...]


@dataclass(frozen=True)
class StoryBlock:
    """A paragraph, a heading or another block of a text, with its notes."""

    text: Rich
    notes: tuple[Note, ...]

    @property
    def about(self) -> tuple[str, ...]:
        """What its notes name: sources and terms, each once."""
        return tuple(dict.fromkeys(words for note in self.notes for words in note.about))

    @property
    def has_evidence(self) -> bool:
        """Whether a note is on more than a term."""
        return any(note.term is None for note in self.notes)


class Telling:
    """A brief's texts in the order in which they are read, each with notes on the items that it is the first to name."""

    def __init__(self, view: BriefView) -> None:
        found = [note for section in view.sections for item in section.items if (note := _note(item))]
        self._notes: dict[Target, Note] = {note.item: note for note in found}
        self.given: list[PartPlace] = []  # the places of the notes that a text has
        self.answer = tuple(self._blocks(view.summary, {to: note for to, note in self._notes.items() if note.term}))
        article = view.section("article")
        self.story = tuple(self._blocks(article, self._notes)) if isinstance(article, Rich) else ()

    def _blocks(self, text: Rich, notes: Mapping[Target, Note]) -> Iterator[StoryBlock]:
        for block in text.blocks:
            first = {to: notes[to] for to in block.targets if to in notes and notes[to].place not in self.given}
            self.given += [note.place for note in first.values()]
            yield StoryBlock(block.led({to: note.place for to, note in first.items()}), tuple(first.values()))


def _note(item: ItemView) -> Note | None:
    fact = item if isinstance(item, FactView) else None
    quote = item if isinstance(item, QuoteView) else None
    term = item if isinstance(item, TermView) else None
    if not (fact or quote or term) or not isinstance(item.place.part, ItemRef):
        return None
    about = (str(term["term"]),) if term else tuple(passage.source["publisher"] or passage.source.title.text for passage in item.evidence)
    return Note(PartPlace(item.place.brief, f"note-{item.ref.kind}-{item.ref.key}"), item.place, fact, quote, term, about)
