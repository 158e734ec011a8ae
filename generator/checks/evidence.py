"""What the rules about evidence look at: a brief's cited words together with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checks.context import Anchor, Cited, Context
from generator.items import Fact
from generator.parsing import SourceText
from generator.prose.languages.english import ENGLISH

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*(?=\s|$)")
_ENDED = re.compile(r"[.!?…][\"”’»)\]]{0,4}\s*$")
_LONGEST_END = 8
_GOES_ON = re.compile(r"[\"”’»)\]\s]*[a-zß-öø-ÿ,;:]")


@dataclass(frozen=True)
class Anchored:
    """A context and the anchors of those of its cited words that stand where they are said to."""

    context: Context
    anchors: Mapping[tuple[str, int], Anchor]

    def cited(self) -> Iterator[tuple[Cited, Anchor, SourceText]]:
        """Every quote and passage that has an anchor, with its source."""
        for cited in self.context.cited():
            anchor = self.anchors.get((cited.item, cited.number))
            if anchor is not None:
                yield cited, anchor, self.context.parsed.sources[cited.source]

    def facts(self) -> Iterator[tuple[int, Fact, list[tuple[Anchor, SourceText]]]]:
        """Every fact whose passages all have anchors, with its index and these."""
        passages: dict[str, list[tuple[Anchor, SourceText]]] = {}
        for cited, anchor, source in self.cited():
            passages.setdefault(cited.item, []).append((anchor, source))
        for index, fact in enumerate(self.context.parsed.brief.facts):
            found = passages.get(f"fact:{fact.id}", [])
            if found and len(found) == len(fact.evidence):
                yield index, fact, found


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
    return {word[:5] for word in re.findall(r"[^\W\d_]{4,}", text.casefold()) if word not in ENGLISH.function_words}
