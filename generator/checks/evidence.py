"""What the rules about evidence look at: a brief's cited words together with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.checks.context import Anchor, Anchors, Context
from generator.items import Fact, ItemRef
from generator.items.fields import Citation, Location, each
from generator.parsing import FactText, SourceText

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*(?=\s|$)")
_ENDED = re.compile(r"[.!?…][\"”’»)\]]{0,4}\s*$")
_LONGEST_END = 8
_GOES_ON = re.compile(r"[\"”’»)\]\s]*[a-zß-öø-ÿ,;:]")


class Founded(NamedTuple):
    """A fact with what it says and the places of all that it cites."""

    ref: ItemRef
    location: Location
    fact: Fact
    read: FactText
    passages: list[tuple[Anchor, SourceText]]


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

    def facts(self) -> Iterator[Founded]:
        """Every fact whose passages all have anchors."""
        parsed = self.context.parsed
        passages: dict[ItemRef, list[tuple[Anchor, SourceText]]] = {}
        for cited, anchor, source in self.cited():
            passages.setdefault(cited.item, []).append((anchor, source))
        for (ref, location, fact), read in zip(each(parsed.brief, Fact), parsed.fact_texts, strict=True):
            found = passages.get(ref, [])
            if found and len(found) == len(fact.evidence):
                yield Founded(ref, location, fact, read, found)


def words_of(anchor: Anchor, source: SourceText) -> str:
    """The source's own words at an anchor, on one line, gaps as an ellipsis."""
    pieces = (" ".join(source.text.body[start:end].split()) for start, end in anchor.pieces)
    return " … ".join(pieces)


def sentence_rest(body: str, offset: int, limit: int) -> str:
    """What follows `offset` up to the end of its sentence, at most to `limit`; nothing where the sentence ends at `offset`."""
    ended = _ENDED.search(body[max(0, offset - _LONGEST_END) : offset])
    if ended and not _GOES_ON.match(body, offset, limit):
        return ""
    match = _SENTENCE_END.search(body, offset, limit)
    return body[offset : match.end() if match else limit]


def sentence_start(body: str, offset: int, limit: int) -> int:
    """Where the sentence of `offset` begins, at the earliest at `limit`."""
    starts = [match.end() for match in _SENTENCE_END.finditer(body, limit, offset)]
    return starts[-1] if starts else limit


def content_words(text: str) -> set[str]:
    """The words of a text that carry its matter, cut to their stems so that `soldier` and `soldiers`, `deploy` and `deployed` are one."""
    return {word[:5] for word in re.findall(r"[^\W\d_]{4,}", text.casefold()) if word not in _FUNCTION_WORDS}


_FUNCTION_WORDS = frozenset({
    "about", "after", "also", "been", "before", "being", "could", "does", "from", "have", "into", "more", "most", "much", "only", "other",
    "over", "said", "says", "some", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "until",
    "were", "what", "when", "which", "while", "will", "with", "would",
})  # fmt: skip
