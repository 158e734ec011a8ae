"""What a brief has already: the ids that are taken, the actors by their names, and the words that items stand on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.checks import Anchor
from generator.items import Actor
from generator.prose.languages.english import ENGLISH
from generator.text.matching.normal import fold
from generator.text.slugs import slug

LONGEST_ID = 40


@dataclass
class Standing:
    """Changed only by `name`: proposals take ids one after the other."""

    ids: set[str]
    actors: dict[str, str]
    words: Mapping[str, list[tuple[str, int, int]]] = field(default_factory=dict)  # by kind: source, start, end
    elsewhere: frozenset[str] = frozenset()  # actors' ids of other briefs

    @classmethod
    def of(cls, ids: Iterable[str], actors: Iterable[Actor], anchors: Iterable[Anchor], elsewhere: Iterable[str]) -> Standing:
        words: dict[str, list[tuple[str, int, int]]] = {}
        for anchor in anchors:
            words.setdefault(anchor.item.kind, []).append((anchor.source, anchor.start, anchor.end))
        names = {fold(name).casefold(): actor.id for actor in actors for name in (*actor.aliases, actor.name)}
        return cls(set(ids), names, words, frozenset(elsewhere))

    def covers(self, kind: str, source: str, start: int, end: int) -> bool:
        """Whether an item of a kind stands on most of these words already."""
        return any(
            name == source and 2 * (min(end, last) - max(start, first)) > min(end - start, last - first)
            for name, first, last in self.words.get(kind, ())
        )

    def actor(self, names: Iterable[str]) -> str | None:
        """The id of an actor that goes by one of these names."""
        return next((self.actors[key] for name in names if (key := fold(name).casefold()) in self.actors), None)

    def name(self, words: str, lead: str = "") -> str:
        """A new id from the words that carry the matter, after `lead`."""
        base = slug_of(lead, words)
        found = next(
            name for number in range(1, len(self.ids) + 2) if (name := base if number == 1 else f"{base}-{number}") not in self.ids
        )
        self.ids.add(found)
        return found


def slug_of(lead: str, words: str) -> str:
    """An id: `lead`, then as many of the words that carry the matter as fit."""
    room = LONGEST_ID - len(f"{lead}-" if lead else "")
    rest = (slug(words, room, ENGLISH.function_words) or slug(words, room)) if room > 0 else ""
    return "-".join(filter(None, (lead, rest))) or "item"
