"""What checks look at, and what they make: the anchored words and the checked brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo
from functools import cached_property

from generator.checks.paths import Found
from generator.checks.target import Target
from generator.checks.written import Written
from generator.items import Actor, Brief, CrossRef, Item, ItemRef, Quote, Term
from generator.items.fields import Citation, Location, Value, citations, each, items, led_to
from generator.items.marks import Prose, Refers
from generator.items.release import Release
from generator.parsing import ParsedBrief, Shared, Sizes, SourceText
from generator.prose.coverage import Coverage, coverage
from generator.text.guesses import Guesses
from generator.text.headings import SECTIONS, article_ids
from generator.text.matching import Cut, Match, Tier, matches
from generator.text.paths import DocPath
from generator.text.ref import KINDS
from generator.text.slugs import slug_as_written


@dataclass(frozen=True)
class Anchor:
    """Where the words of a quote or a passage stand: code-point offsets in the decoded source file."""

    item: ItemRef
    source: str
    path: str
    start: int
    end: int
    line: int
    column: int
    tier: Tier
    pieces: tuple[tuple[int, int], ...]
    kind: str
    cuts: tuple[Cut, ...] = ()
    is_original: bool = False
    """Whether they are the original of a quote that is shown in translation."""


Anchors = Mapping[tuple[ItemRef, int], Anchor]
"""One anchor for each quote and each passage, by item and number."""


@dataclass(frozen=True)
class Quoted:
    """Words in quotation marks in a text, where its `Reading` has them, and what they are held to: a quote, or a place in a source.

    `location` is where the text stands in brief.yml; None for article.md.
    """

    location: Location | None
    start: int
    end: int
    words: str
    quote: ItemRef | None
    source: str | None
    match: Match | None


@dataclass(frozen=True)
class CheckedBrief:
    """A brief without errors."""

    slug: str
    brief: Brief
    article: str | None
    sources: Mapping[str, SourceText]
    anchors: Anchors
    quoted: tuple[Quoted, ...]
    actors: Mapping[str, Actor]
    terms: Mapping[str, Term]
    media: Mapping[str, bytes]
    coverage: Coverage | None
    reasons: Mapping[ItemRef | None, tuple[str, ...]]
    """Why the desk accepts what breaks a kept rule, by item; None is the brief itself. Readers are told; other reasons are private."""
    releases: tuple[Release, ...] = ()
    paths: Mapping[str, DocPath] = field(default_factory=dict)
    """What there is at the paths to which texts lead, by the links as they are written."""
    sizes: Mapping[str, Sizes] = field(default_factory=dict)

    def anchor(self, item: ItemRef, number: int = 0) -> Anchor:
        return self.anchors[item, number]


@dataclass(frozen=True)
class Context:
    """A parsed brief and what it may refer to outside of itself.

    `taken` maps actor ids of other briefs and of actors.yml to the file they stand in; `beyond` says what there is of all that it names
    of other briefs, `paths` what there is below docs_dir where it leads; `today` is the day that freshness is judged by, in `zone`.
    """

    parsed: ParsedBrief
    shared: Shared
    taken: Mapping[str, str]
    beyond: Mapping[CrossRef, Target]
    today: date | None = None
    zone: tzinfo = UTC
    paths: Mapping[DocPath, Found] = field(default_factory=dict)

    @cached_property
    def guesses(self) -> Guesses:
        """What is likely meant by names that are not there."""
        return Guesses()

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """The brief's actors and the shared ones, by id."""
        return {actor.id: actor for actor in (*self.shared.actors, *self.parsed.brief.actors)}

    @cached_property
    def parts(self) -> frozenset[str]:
        """The ids to which a link on the brief's page may lead: the top, its sections, the headings of article.md."""
        return frozenset(("", *SECTIONS, *(article_ids(self.parsed.article.body) if self.parsed.article else ())))

    @cached_property
    def coverage(self) -> Coverage | None:
        """How much of article.md leads to accepted items."""
        if self.parsed.article is None:
            return None
        return coverage(self.parsed.article.body, lambda link: led_to(link) not in self.proposed, self.parsed.brief.language)

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
        """All keys that may be referred to, by kind."""
        brief = self.parsed.brief
        own: dict[str, set[str]] = {kind: set() for kind in KINDS}
        for ref, _, _ in items(brief):
            own[ref.kind].add(ref.key)
        return {
            **{kind: frozenset(keys) for kind, keys in own.items()},
            "actor": frozenset(self.actors),
            "term": frozenset(self.terms),
            "brief": frozenset(name.brief for name, target in self.beyond.items() if target.lacks != "brief") - {self.parsed.slug},
            "author": frozenset(author.name for author in brief.authors),
        }

    @cached_property
    def proposed(self) -> frozenset[ItemRef]:
        """The items that nobody has accepted yet, of the brief and of what all briefs share."""
        own = {ref for ref, _, item in each(self.parsed.brief, Item) if item.draft}
        return frozenset(own | {ItemRef("actor", actor.id) for actor in self.shared.actors if actor.draft})

    def is_known(self, kind: str, key: str) -> bool:
        """Whether something is there, or was but could not be read (which is a finding of its own)."""
        return key in self.ids[kind] or (kind, key) in self.parsed.lost or self.shared.may_have(kind, key)

    @property
    def texts(self) -> tuple[Value[Prose], ...]:
        """The CommonMark texts of brief.yml."""
        return self.parsed.texts

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """Every text of the brief, as readers see it."""
        parsed, article = self.parsed, self.parsed.article
        found = (Written(parsed, field.location, field.item, field.text) for field in self.texts)
        return (*found, Written(parsed, None, None, article.body)) if article else tuple(found)

    @property
    def references(self) -> tuple[Value[Refers], ...]:
        """What the brief names of other things."""
        return self.parsed.references

    @cached_property
    def cited(self) -> tuple[Citation, ...]:
        """The quotes and passages of the brief."""
        return tuple(self._held(cited) for cited in citations(self.parsed.brief))

    def _held(self, cited: Citation) -> Citation:
        """A citation with the words that its source is to have: of a translated quote the original ones, unless it has the translation."""
        quote, source = cited.of, self.parsed.sources.get(cited.source)
        if not isinstance(quote, Quote) or not quote.translated or not quote.original or source is None:
            return cited
        if next(matches(source.prepared, cited.words, cited.prefix, cited.suffix), None):
            return cited
        return cited._replace(words=quote.original.text, location=(*cited.location[:-1], "original", "text"), is_original=True)
