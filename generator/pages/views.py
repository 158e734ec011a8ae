"""A checked brief as its templates print it: every text rendered, every date in words, every address known.

The types here are the templates' context; a template prints their fields and decides nothing. Fields called `html`, or said to be
HTML, are safe markup; all others are plain text that Jinja2 escapes.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.items.handout import Form, Paper
from generator.wording import DateWords


@dataclass(frozen=True)
class Reference:
    """A name that may lead somewhere: an actor, a source, or plain words with no address."""

    name: str
    href: str | None = None


@dataclass(frozen=True)
class SourceView:
    """A source in the list of sources."""

    id: str
    number: int
    title: str
    publisher: str | None
    authors: str
    published: DateWords | None
    retrieved: DateWords | None
    kind: str
    kind_words: str
    reliability: str | None
    language: str
    translated_from: str | None
    url: str | None
    archive_url: str | None
    page: str | None
    digest: str
    segments: tuple[tuple[str, str | None], ...]  # lines and kind in words, note; page furniture is left out
    cited: int

    @property
    def label(self) -> str:
        """Publisher and date, the short way to name it."""
        parts = [self.publisher or self.title, self.published.words if self.published else ""]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class EvidenceView:
    """Words in their source. `pieces` is empty where the source may not be shown at all."""

    number: int
    anchor: str
    pieces: tuple[str, ...]
    before: str
    after: str
    language: str
    source: SourceView
    kind_words: str
    tier: str
    tier_words: str
    line: int
    live_url: str | None
    page: str | None


@dataclass(frozen=True)
class FactView:
    """A fact."""

    id: str
    html: Markup
    text: str
    status: str
    status_words: str
    status_meaning: str
    by: tuple[Reference, ...]
    via: tuple[Reference, ...]
    as_of: DateWords | None
    confidence: str | None
    note: Markup | None
    evidence: tuple[EvidenceView, ...]
    draft: bool


@dataclass(frozen=True)
class QuoteView:
    """A quote with the marks of the page's language around it."""

    id: str
    text: str
    opening: str
    closing: str
    language: str
    speaker: Reference
    speaker_role: str
    said: DateWords | None
    where: str | None
    context: Markup | None
    via: tuple[Reference, ...]
    translated: bool
    original: str | None
    original_language: str | None
    caution: str  # why the speaker stands in a labelled box, or empty
    evidence: EvidenceView
    draft: bool


@dataclass(frozen=True)
class ActorView:
    """An actor in the who's who."""

    id: str
    name: str
    kind_words: str
    roles: tuple[str, ...]
    of: Reference | None
    aliases: tuple[str, ...]
    about: Markup | None
    wikidata: str | None
    caution: str
    quotes: tuple[str, ...]  # ids of the actor's quotes in this brief
    facts: tuple[str, ...]  # ids of the facts it asserts


@dataclass(frozen=True)
class QuestionView:
    """An open question."""

    id: str
    html: Markup
    text: str
    status: str
    status_words: str
    why: Markup | None
    known: Markup | None
    watch_for: Markup | None
    answered_by: tuple[Reference, ...]
    evidence: tuple[EvidenceView, ...]
    draft: bool


@dataclass(frozen=True)
class EventView:
    """An event; `fact` is the id of the fact it tells of, where there is one."""

    date: DateWords
    html: Markup
    fact: str | None
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True)
class TermView:
    """A term and its meaning."""

    anchor: str
    term: str
    html: Markup


@dataclass(frozen=True)
class CorrectionView:
    """A correction."""

    date: DateWords
    kind_words: str
    html: Markup
    item: Reference | None


@dataclass(frozen=True)
class HandoutView:
    """A handout that is made of the brief: `file` beside its page, `words` such as "one sheet, A4"."""

    file: str
    form: Form
    paper: Paper
    words: str


@dataclass(frozen=True)
class BriefView:
    """A brief, ready to print. Sections that are empty are left out."""

    slug: str
    address: str
    title: Markup
    title_text: str
    summary: Markup
    summary_text: str
    language: str
    direction: str
    mark: str | None
    mark_words: str | None
    withdrawn: bool
    published: DateWords | None
    updated: DateWords | None
    as_of: DateWords | None
    authors: tuple[Reference, ...]
    topics: tuple[str, ...]
    counts: tuple[Reference, ...]
    coverage: Reference | None
    key_points: tuple[Markup, ...]
    facts: tuple[FactView, ...]
    questions: tuple[QuestionView, ...]
    actors: tuple[ActorView, ...]
    quotes: tuple[QuoteView, ...]
    timeline: tuple[EventView, ...]
    timeline_drawing: Markup | None
    article: Markup | None
    sources: tuple[SourceView, ...]
    terms: tuple[TermView, ...]
    corrections: tuple[CorrectionView, ...]
    citation: str
    handouts: tuple[HandoutView, ...]

    @property
    def evidence(self) -> tuple[EvidenceView, ...]:
        """All evidence in the order of its numbers."""
        return tuple(passage for passage, _ in self.appendix)

    @property
    def appendix(self) -> tuple[tuple[EvidenceView, tuple[Reference, ...]], ...]:
        """All evidence in the order of its numbers, each with the way its words came."""
        nested = [
            *((passage, fact.via) for fact in self.facts for passage in fact.evidence),
            *((passage, ()) for question in self.questions for passage in question.evidence),
            *((quote.evidence, quote.via) for quote in self.quotes),
            *((passage, ()) for event in self.timeline for passage in event.evidence),
        ]
        return tuple(sorted(nested, key=lambda entry: entry[0].number))
