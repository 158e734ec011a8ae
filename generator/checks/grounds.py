"""What items say, and what is cited for them: what a text that rests on them is held to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from generator.checks.carried import Carried
from generator.checks.evidence import Anchored, words_of
from generator.checks.target import Target, says, told
from generator.items import CrossRef, Event, Fact, ItemRef, Model, Quote
from generator.items.fields import each, led_across, led_to
from generator.text import markdown

Ground = ItemRef | CrossRef
"""An item of the brief, or of another one, that a sentence may rest on."""


class Grounds:
    """The facts, quotes and events of a brief with their evidence, read when first asked for."""

    def __init__(self, anchored: Anchored) -> None:
        self.anchored = anchored
        self._told: dict[ItemRef, tuple[str, ...]] = {}
        self._words: dict[ItemRef, str] = {}
        self._own: dict[Ground, Carried] = {}
        self._carried: dict[frozenset[Ground], Carried] = {}

    @cached_property
    def items(self) -> Mapping[ItemRef, Fact | Quote | Event]:
        """What a sentence may rest on."""
        found = each(self.anchored.context.parsed.brief, Model)
        return {ref: item for ref, _, item in found if isinstance(item, (Fact, Quote, Event))}

    def led(self, link: markdown.Link) -> Ground | None:
        """What a link gives a sentence to rest on, if it does."""
        if (own := led_to(link)) in self.items:
            return own
        name = led_across(link)
        return name if name and self._beyond[name].says else None

    @property
    def _beyond(self) -> Mapping[CrossRef, Target]:
        return self.anchored.context.beyond

    @cached_property
    def cited(self) -> Mapping[ItemRef, list[str]]:
        """The words of sources that are cited for items."""
        found: dict[ItemRef, list[str]] = {}
        for cited, anchor, source in self.anchored.cited():
            found.setdefault(cited.item, []).append(words_of(anchor, source))
        return found

    def says(self, ref: Ground) -> str:
        """What an item says itself."""
        return self._beyond[ref].says if isinstance(ref, CrossRef) else says(self.items[ref])

    def words(self, ref: Ground) -> str:
        """All that an item says, its notes and dates included, and what is cited for it."""
        if isinstance(ref, CrossRef):
            return self._beyond[ref].words
        if ref not in self._words:
            self._words[ref] = " \n ".join(self._parts(ref))
        return self._words[ref]

    def _parts(self, ref: ItemRef) -> tuple[str, ...]:
        if ref not in self._told:
            self._told[ref] = tuple(dict.fromkeys((*told(self.items[ref]), *self.cited.get(ref, ()))))
        return self._told[ref]

    def is_in_a_source(self, words: str) -> bool:
        """Whether a source has some words, whoever cites them."""
        return any(words in source.text.body for source in self.anchored.context.parsed.sources.values())

    def carried(self, refs: frozenset[Ground]) -> Carried:
        """The figures of some items; those of all for none."""
        if refs not in self._carried:
            theirs = " and ".join(f"`{ref}`" for ref in sorted(refs, key=str)) or "the facts, quotes and events of this brief"
            self._carried[refs] = Carried.joined(map(self._of, sorted(refs, key=str) or self.items), "this sentence", theirs)
        return self._carried[refs]

    def _of(self, ref: Ground) -> Carried:
        if ref not in self._own:
            if isinstance(ref, CrossRef):
                self._own[ref] = Carried.of(self.words(ref), self._beyond[ref].published)
            else:  # part by part, for others read the same ones
                parts = (Carried.of(part, self.published) for part in self._parts(ref))
                self._own[ref] = Carried.joined(parts, f"`{ref}`", f"`{ref}`")
        return self._own[ref]

    @cached_property
    def published(self) -> tuple[date, ...]:
        """When the sources of the brief were published."""
        return tuple(source.published for source in self.anchored.context.parsed.brief.sources if source.published)
