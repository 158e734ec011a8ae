"""What the rules about evidence look at: a brief's cited words together with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from generator.checks.context import Anchor, Anchors, Context
from generator.items import Fact, ItemRef
from generator.items.fields import Citation, Location, each
from generator.parsing import FactText, SourceText
from generator.prose.languages.english import ENGLISH


class Founded(NamedTuple):
    """A fact with what it says and the places of all that it cites."""

    ref: ItemRef
    location: Location
    fact: Fact
    read: FactText
    passages: list[tuple[Anchor, SourceText]]
    evidence: list[str]  # the words of each


@dataclass(frozen=True)
class Anchored:
    """A context and the anchors of those of its cited words that stand where they are said to."""

    context: Context
    anchors: Anchors

    def cited(self) -> Iterator[tuple[Citation, Anchor, SourceText]]:
        """Every quote and passage that has an anchor, with its source."""
        for cited in self.context.cited:
            anchor = self.anchors.get((cited.item, cited.number))
            if anchor is not None:
                yield cited, anchor, self.context.parsed.sources[cited.source]

    @cached_property
    def facts(self) -> tuple[Founded, ...]:
        """Every fact whose passages all have anchors."""
        return tuple(self._facts())

    def _facts(self) -> Iterator[Founded]:
        parsed = self.context.parsed
        passages: dict[ItemRef, list[tuple[Anchor, SourceText]]] = {}
        for cited, anchor, source in self.cited():
            passages.setdefault(cited.item, []).append((anchor, source))
        for (ref, location, fact), read in zip(each(parsed.brief, Fact), parsed.fact_texts, strict=True):
            found = passages.get(ref, [])
            if found and len(found) == len(fact.evidence):
                yield Founded(ref, location, fact, read, found, [words_of(anchor, source) for anchor, source in found])


def words_of(anchor: Anchor, source: SourceText) -> str:
    """The source's own words at an anchor, on one line, gaps as an ellipsis."""
    pieces = (" ".join(source.text.body[start:end].split()) for start, end in anchor.pieces)
    return " … ".join(pieces)


@lru_cache(maxsize=1024)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry its matter, cut to their stems so that `soldier` and `soldiers`, `deploy` and `deployed` are one."""
    return frozenset(word[:5] for word in re.findall(r"[^\W\d_]{4,}", text.casefold()) if word not in ENGLISH.function_words)
