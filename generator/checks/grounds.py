"""What items say, and what is cited for them: what a text that rests on them is held to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from generator.checks.evidence import Anchored, words_of
from generator.checks.figures import Carried
from generator.items import Event, Fact, ItemRef, Model, Quote
from generator.items.fields import each, texts
from generator.text import markdown

_DATED = ("as_of", "said", "date")


class Grounds:
    """The facts, quotes and events of a brief with their evidence, read when first asked for."""

    def __init__(self, anchored: Anchored) -> None:
        self.anchored = anchored
        self._words: dict[ItemRef, str] = {}
        self._own: dict[ItemRef, Carried] = {}
        self._carried: dict[frozenset[ItemRef], Carried] = {}

    @cached_property
    def items(self) -> Mapping[ItemRef, Fact | Quote | Event]:
        """What a sentence may rest on."""
        found = each(self.anchored.context.parsed.brief, Model)
        return {ref: item for ref, _, item in found if isinstance(item, (Fact, Quote, Event))}

    @cached_property
    def cited(self) -> Mapping[ItemRef, list[str]]:
        """The words of sources that are cited for items."""
        found: dict[ItemRef, list[str]] = {}
        for cited, anchor, source in self.anchored.cited():
            found.setdefault(cited.item, []).append(words_of(anchor, source))
        return found

    def says(self, ref: ItemRef) -> str:
        """What an item says itself."""
        item = self.items[ref]
        return item.text if isinstance(item, Quote) else markdown.plain(item.text or "")

    def words(self, ref: ItemRef) -> str:
        """All that an item says, its notes and dates included, and what is cited for it."""
        if ref not in self._words:
            self._words[ref] = " \n ".join(self._parts(ref))
        return self._words[ref]

    def _parts(self, ref: ItemRef) -> tuple[str, ...]:
        item = self.items[ref]
        days = (str(day) for name in _DATED if (day := getattr(item, name, None)))
        notes = (markdown.plain(field.text) for field in texts(item))
        return tuple(dict.fromkeys((self.says(ref), *notes, *days, *self.cited.get(ref, ()))))

    def is_in_a_source(self, words: str) -> bool:
        """Whether a source has some words, whoever cites them."""
        return any(words in source.text.body for source in self.anchored.context.parsed.sources.values())

    def carried(self, refs: frozenset[ItemRef]) -> Carried:
        """The figures of some items; those of all for none."""
        if refs not in self._carried:
            theirs = " and ".join(f"`{ref}`" for ref in sorted(refs)) or "the facts, quotes and events of this brief"
            self._carried[refs] = Carried.joined(map(self._of, sorted(refs) or self.items), "this sentence", theirs)
        return self._carried[refs]

    def _of(self, ref: ItemRef) -> Carried:
        if ref not in self._own:
            parts = (Carried.of(part, self.published) for part in self._parts(ref))  # part by part, for others read the same ones
            self._own[ref] = Carried.joined(parts, f"`{ref}`", f"`{ref}`")
        return self._own[ref]

    @cached_property
    def published(self) -> tuple[date, ...]:
        """When the sources of the brief were published."""
        return tuple(source.published for source in self.anchored.context.parsed.brief.sources if source.published)
