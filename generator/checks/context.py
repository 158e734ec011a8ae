"""What checks look at, and what they make: the anchored words and the checked brief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.items import Actor, Brief, Evidence, Fact, Quote, Term
from generator.parsing import ParsedBrief, Shared, SourceText
from generator.prose.coverage import Coverage, coverage
from generator.text.matching import Tier
from generator.text.slugs import slug_as_written


@dataclass(frozen=True)
class Anchor:
    """Where the words of a quote or a passage stand: code-point offsets in the decoded source file."""

    item: str
    source: str
    path: str
    start: int
    end: int
    line: int
    column: int
    tier: Tier
    pieces: tuple[tuple[int, int], ...]
    kind: str


@dataclass(frozen=True)
class CheckedBrief:
    """A brief without errors. `anchors` holds one anchor for each quote and each passage, by item and number."""

    slug: str
    brief: Brief
    article: str | None
    sources: Mapping[str, SourceText]
    anchors: Mapping[tuple[str, int], Anchor]
    actors: Mapping[str, Actor]
    terms: Mapping[str, Term]
    media: Mapping[str, bytes]
    coverage: Coverage | None

    def anchor(self, item: str, number: int = 0) -> Anchor:
        return self.anchors[item, number]


@dataclass(frozen=True)
class Cited:
    """Words that a brief says stand in a source: a quote, or a passage of evidence."""

    item: str
    number: int
    source: str
    words: str
    prefix: str
    suffix: str
    location: tuple[str | int, ...]  # of the words in brief.yml
    quote: Quote | None = None
    fact: Fact | None = None


@dataclass(frozen=True)
class Context:
    """A parsed brief and what it may refer to outside of itself.

    `taken` maps actor ids of other briefs and of actors.yml to the file they stand in; `slugs` are all briefs there are, `today` is the
    day that freshness is judged by.
    """

    parsed: ParsedBrief
    shared: Shared
    slugs: frozenset[str]
    taken: Mapping[str, str]
    today: date | None = None

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """The brief's actors and the shared ones, by id."""
        return {actor.id: actor for actor in (*self.shared.actors, *self.parsed.brief.actors)}

    @cached_property
    def coverage(self) -> Coverage | None:
        """How much of article.md leads to items."""
        return coverage(self.parsed.article.body) if self.parsed.article else None

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """The brief's terms and the shared ones, by every slug that a `term:` link may use."""
        found: dict[str, Term] = {}
        for term in (*self.shared.terms, *self.parsed.brief.terms):
            for name in (*reversed(term.aliases), term.term):
                found[slug_as_written(name)] = term
        return found

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """All ids that may be referred to, by kind."""
        brief = self.parsed.brief
        return {
            **{kind: frozenset(item.id for item in items) for _, kind, items in brief.identified()},
            "actor": frozenset(self.actors),
            "term": frozenset(self.terms),
            "brief": self.slugs - {self.parsed.slug},
        }

    def is_known(self, kind: str, name: str) -> bool:
        """Whether an item is there, or was but could not be read (which is a finding of its own)."""
        return name in self.ids[kind] or f"{kind}:{name}" in self.parsed.lost or self.shared.may_have(kind, name)

    def cited(self) -> Iterator[Cited]:
        brief = self.parsed.brief
        for index, fact in enumerate(brief.facts):
            yield from _passages(f"fact:{fact.id}", fact.evidence, ("facts", index), fact)
        for index, quote in enumerate(brief.quotes):
            where = ("quotes", index, "text")
            yield Cited(f"quote:{quote.id}", 0, quote.source, quote.text, quote.prefix or "", quote.suffix or "", where, quote=quote)
        for index, question in enumerate(brief.questions):
            yield from _passages(f"question:{question.id}", question.evidence, ("questions", index))
        for index, event in enumerate(brief.timeline):
            yield from _passages(f"event:{index + 1}", event.evidence, ("timeline", index))


def _passages(item: str, evidence: tuple[Evidence, ...], location: tuple[str | int, ...], fact: Fact | None = None) -> Iterator[Cited]:
    for number, passage in enumerate(evidence):
        where = (*location, "evidence", number, "quote")
        yield Cited(item, number, passage.source, passage.quote, passage.prefix or "", passage.suffix or "", where, fact=fact)
