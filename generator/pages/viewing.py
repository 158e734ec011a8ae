"""From a checked brief to its view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TypeVar

from markupsafe import Markup

from generator import wording
from generator.checks import CheckedBrief
from generator.checks.fields import text_fields
from generator.checks.links import media_name
from generator.items import Actor, Event, Evidence, Fact, Item, Question, Quote, Role, Segment, Source
from generator.items.handout import Form, Handout, Paper, handout_name
from generator.library.library import Library
from generator.pages.evidence import evidence_view
from generator.pages.timeline_svg import timeline_svg
from generator.pages.views import (
    ActorView,
    BriefView,
    CorrectionView,
    EventView,
    EvidenceView,
    FactView,
    HandoutView,
    QuestionView,
    QuoteView,
    Reference,
    SourceView,
    TermView,
)  # fmt: skip
from generator.text import markdown
from generator.text.edtf import parse_edtf
from generator.text.quotation_marks import marks
from generator.text.slugs import slug_as_written

AnItem = TypeVar("AnItem", bound=Item)


def brief_view(library: Library, checked: CheckedBrief, handouts: Handout) -> BriefView:
    """The view of one brief of the library; `handouts` are those that the publication makes."""
    return _Viewing(library, checked).view(handouts)


class _Viewing:
    """One brief on its way to a view; numbers evidence in the order in which it is printed."""

    def __init__(self, library: Library, checked: CheckedBrief) -> None:
        self.library = library
        self.checked = checked
        self.brief = checked.brief
        self.language = checked.brief.language or library.site.language
        self.number = 0

    def view(self, handouts: Handout) -> BriefView:
        brief, mark = self.brief, self.library.mark(self.checked)
        title = markdown.plain(brief.title)
        facts = tuple(self.fact(fact) for fact in self.shown(brief.facts))
        questions = tuple(self.question(question) for question in self.shown(brief.questions))
        quotes = tuple(self.quote(quote) for quote in self.shown(brief.quotes))
        timeline = tuple(self.event(index, event) for index, event in self.events())
        open_questions = sum(question.status != "answered" for question in questions)
        counts = (
            Reference(wording.count(len(facts), "fact", "facts"), "#facts"),
            Reference(wording.count(len(self.sources), "source", "sources"), "#sources"),
            Reference(wording.count(open_questions, "open question", "open questions"), "#questions"),
        )
        coverage = self.checked.coverage
        covered = f"{coverage.percent} % of the story linked to its evidence" if coverage else ""
        return BriefView(
            slug=self.checked.slug,
            address=f"{self.library.site.url}{self.checked.slug}/",
            title=self.inline(brief.title),
            title_text=title,
            summary=self.block(brief.summary),
            summary_text=markdown.plain(brief.summary),
            language=self.language,
            direction=wording.direction(self.language),
            mark=mark,
            mark_words=wording.BRIEF_STATUS[mark] if mark else None,
            withdrawn=brief.status == "withdrawn",
            published=wording.day(brief.published, self.language),
            updated=wording.day(brief.updated, self.language),
            as_of=wording.day(brief.as_of, self.language),
            authors=tuple(Reference(author.name, author.url) for author in brief.authors),
            topics=brief.topics,
            counts=tuple(entry for entry in counts if not entry.name.startswith("0 ")),
            coverage=Reference(covered, "#article") if covered else None,
            key_points=tuple(self.inline(point) for point in brief.key_points),
            facts=facts,
            questions=questions,
            actors=tuple(self.actor(actor) for actor in self.actors),
            quotes=quotes,
            timeline=timeline,
            timeline_drawing=timeline_svg([event.date for _, event in self.events()], self.language),
            article=self.block(self.checked.article) if self.checked.article and self.checked.article.strip() else None,
            sources=tuple(self.sources.values()),
            terms=self.terms(),
            corrections=self.corrections(),
            citation=self.citation(title),
            handouts=tuple(self.handout(*kind) for kind in handouts.with_own(brief.handout).kinds) if mark is None else (),
        )

    def handout(self, form: Form, paper: Paper) -> HandoutView:
        words = ", ".join(part for part in (wording.HANDOUT_FORM[form], wording.PAPER[paper]) if part)
        return HandoutView(handout_name(self.checked.slug, form, paper), form, paper, words)

    def is_shown(self, item: Item) -> bool:
        return self.library.preview or not item.draft

    def shown(self, items: Iterable[AnItem]) -> Iterator[AnItem]:
        return (item for item in items if self.is_shown(item))

    def events(self) -> list[tuple[int, Event]]:
        """The events with their number in brief.yml, in order of time."""
        shown = [(index, event) for index, event in enumerate(self.brief.timeline) if self.is_shown(event)]
        return sorted(shown, key=lambda entry: parsed.first if (parsed := parse_edtf(entry[1].date)) else date.max)

    # Links

    @cached_property
    def anchors(self) -> set[str]:
        """The ids on the page that links may lead to."""
        brief = self.brief
        found = {f"fact-{fact.id}" for fact in self.shown(brief.facts)} | {f"quote-{quote.id}" for quote in self.shown(brief.quotes)}
        found |= {f"question-{question.id}" for question in self.shown(brief.questions)} | {
            f"source-{source.id}" for source in brief.sources
        }
        return found | {f"actor-{actor.id}" for actor in self.actors}

    def resolve(self, scheme: str, target: str) -> str | None:
        """The address of an item or an image, as seen from the brief's page."""
        if scheme == "image":
            name = media_name(target)
            return f"media/{name}" if name in self.checked.media else None
        if scheme == "term":
            term = self.checked.terms.get(slug_as_written(target))
            return f"#term-{slug_as_written(term.term)}" if term else None
        return f"#{scheme}-{target}" if f"{scheme}-{target}" in self.anchors else None

    def block(self, text: str | None) -> Markup:
        return Markup(markdown.block(text or "", self.resolve))  # noqa: S704 - nh3 has cleaned it

    def inline(self, text: str) -> Markup:
        return Markup(markdown.inline(text, self.resolve))  # noqa: S704 - nh3 has cleaned it

    def optional(self, text: str | None) -> Markup | None:
        return self.block(text) if text else None

    @cached_property
    def linked(self) -> list[markdown.Link]:
        """All links of the brief's texts."""
        texts = [field.text for field in text_fields(self.brief)] + ([self.checked.article] if self.checked.article else [])
        return [link for text in texts for link in markdown.links(text)]

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """The brief's own actors, and the shared ones that it names."""
        brief = self.brief
        named = {name for fact in brief.facts for name in (*fact.by, *fact.via)} | {
            link.target for link in self.linked if link.scheme == "actor"
        }
        named |= {name for quote in brief.quotes for name in (quote.speaker, *quote.via)} | {actor.of for actor in brief.actors if actor.of}
        own = {actor.id for actor in brief.actors}
        shared = [actor for actor in self.checked.actors.values() if actor.id in named - own]
        return tuple(self.shown((*brief.actors, *shared)))

    def reference(self, name: str) -> Reference:
        """An entry of `via` or `by`: an actor's or a source's name, or plain words."""
        actor = self.checked.actors.get(name)
        if actor is not None:
            return Reference(actor.name, self.resolve("actor", name))
        source = self.sources.get(name)
        return Reference(source.publisher or source.title, f"#source-{name}") if source else Reference(name)

    def references(self, names: Iterable[str]) -> tuple[Reference, ...]:
        return tuple(self.reference(name) for name in names)

    # Items

    @cached_property
    def sources(self) -> dict[str, SourceView]:
        cited: dict[str, int] = {}
        for anchor in self.checked.anchors.values():
            cited[anchor.source] = cited.get(anchor.source, 0) + 1
        return {source.id: self.source(number, source, cited.get(source.id, 0)) for number, source in enumerate(self.brief.sources, 1)}

    def source(self, number: int, source: Source, cited: int) -> SourceView:
        segments = tuple((_segment_words(segment), segment.note) for segment in source.segments if segment.kind != "boilerplate")
        return SourceView(
            id=source.id,
            number=number,
            title=source.title,
            publisher=source.publisher,
            authors=", ".join(source.author),
            published=wording.day(source.published, self.language),
            retrieved=wording.day(source.retrieved, self.language),
            kind=source.kind,
            kind_words=wording.SOURCE_KIND[source.kind],
            reliability=wording.RELIABILITY[source.reliability] if source.reliability else None,
            language=source.language or self.language,
            translated_from=source.translated_from,
            url=source.url,
            archive_url=source.archive_url,
            page=f"sources/{source.id}/" if source.publish != "none" else None,
            digest=self.checked.sources[source.id].digest,
            segments=segments,
            cited=cited,
        )

    def passage(self, item: str, index: int) -> EvidenceView:
        anchor = self.checked.anchor(item, index)
        self.number += 1
        return evidence_view(self.checked, anchor, self.number, index, self.sources[anchor.source], self.language)

    def passages(self, item: str, evidence: tuple[Evidence, ...]) -> tuple[EvidenceView, ...]:
        return tuple(self.passage(item, index) for index in range(len(evidence)))

    def fact(self, fact: Fact) -> FactView:
        words, meaning = wording.FACT_STATUS[fact.status]
        return FactView(
            id=fact.id,
            html=self.block(fact.text),
            text=markdown.plain(fact.text),
            status=fact.status,
            status_words=words,
            status_meaning=meaning,
            by=self.references(fact.by),
            via=self.references(fact.via),
            as_of=wording.day(fact.as_of, self.language),
            confidence=wording.CONFIDENCE[fact.confidence] if fact.confidence else None,
            note=self.optional(fact.note),
            evidence=self.passages(f"fact:{fact.id}", fact.evidence),
            draft=fact.draft,
        )

    def question(self, question: Question) -> QuestionView:
        return QuestionView(
            id=question.id,
            html=self.inline(question.question),
            text=markdown.plain(question.question),
            status=question.status,
            status_words=wording.QUESTION_STATUS[question.status],
            why=self.optional(question.why),
            known=self.optional(question.known),
            watch_for=self.optional(question.watch_for),
            answered_by=tuple(self.fact_reference(name) for name in question.answered_by),
            evidence=self.passages(f"question:{question.id}", question.evidence),
            draft=question.draft,
        )

    def fact_reference(self, name: str) -> Reference:
        fact = next(fact for fact in self.brief.facts if fact.id == name)
        return Reference(markdown.plain(fact.text), self.resolve("fact", name))

    def quote(self, quote: Quote) -> QuoteView:
        speaker = self.checked.actors[quote.speaker]
        language = self.checked.sources[quote.source].source.language or self.language
        opening, closing = marks(self.language)
        return QuoteView(
            id=quote.id,
            text=" ".join(quote.text.split()),
            opening=opening,
            closing=closing,
            language=language,
            speaker=self.reference(quote.speaker),
            speaker_role=speaker.role[-1].role if speaker.role else "",
            said=wording.day(quote.said, self.language),
            where=quote.where,
            context=self.optional(quote.context),
            via=self.references(quote.via),
            translated=quote.translated,
            original=quote.original.text if quote.original else None,
            original_language=quote.original.language if quote.original else None,
            caution=_caution(speaker),
            evidence=self.passage(f"quote:{quote.id}", 0),
            draft=quote.draft,
        )

    def actor(self, actor: Actor) -> ActorView:
        return ActorView(
            id=actor.id,
            name=actor.name,
            kind_words=wording.ACTOR_KIND[actor.kind],
            roles=tuple(self.role(role) for role in actor.role),
            of=self.reference(actor.of) if actor.of else None,
            aliases=actor.aliases,
            about=self.optional(actor.about),
            wikidata=actor.wikidata,
            caution=_caution(actor),
            quotes=tuple(quote.id for quote in self.shown(self.brief.quotes) if quote.speaker == actor.id),
            facts=tuple(fact.id for fact in self.shown(self.brief.facts) if actor.id in fact.by),
        )

    def role(self, role: Role) -> str:
        since = wording.edtf(role.from_, self.language).words if role.from_ else ""
        until = wording.edtf(role.to, self.language).words if role.to else ""
        if not since and not until:
            return role.role
        return f"{role.role} ({since}–{until})" if since else f"{role.role} (until {until})"

    def event(self, index: int, event: Event) -> EventView:
        text = event.text or next(fact.text for fact in self.brief.facts if fact.id == event.fact)
        fact = event.fact if event.fact and f"fact-{event.fact}" in self.anchors else None
        return EventView(
            date=wording.edtf(event.date, self.language),
            html=self.inline(text),
            fact=fact,
            evidence=self.passages(f"event:{index + 1}", event.evidence),
        )

    def terms(self) -> tuple[TermView, ...]:
        """The brief's own terms and the shared ones that its texts link to, in order of the alphabet."""
        linked = {slug_as_written(link.target) for link in self.linked if link.scheme == "term"}
        terms = {term.term: term for term in self.brief.terms}
        terms |= {term.term: term for name, term in self.checked.terms.items() if name in linked}
        return tuple(
            TermView(f"term-{slug_as_written(term.term)}", term.term, self.block(term.definition))
            for term in sorted(terms.values(), key=lambda term: term.term.casefold())
        )

    def corrections(self) -> tuple[CorrectionView, ...]:
        found: list[CorrectionView] = []
        for correction in sorted(self.brief.corrections, key=lambda entry: entry.date, reverse=True):
            day = wording.day(correction.date, self.language)
            item = self.item_reference(correction.item) if correction.item else None
            if day:
                found.append(CorrectionView(day, wording.CORRECTION_KIND[correction.kind], self.block(correction.text), item))
        return tuple(found)

    def item_reference(self, item: str) -> Reference | None:
        """The item that `fact:troops-1500`, or its bare id, names, if it is on the page."""
        kind, _, name = self.brief.address(item).partition(":")
        href = self.resolve(kind, name)
        return Reference(kind, href) if href else None

    def citation(self, title: str) -> str:
        """How to cite the brief: authors, title, publication, state of knowledge, address."""
        authors = ", ".join(author.name for author in self.brief.authors)
        day = wording.day(self.brief.as_of or self.brief.updated or self.brief.published, self.language)
        turns = wording.direction(self.language) == "rtl"  # then its words would turn around in an English sentence
        as_of = (day.iso if turns else day.words) if day else ""
        opening, closing = marks(self.language)
        parts = [authors, f"{opening}{title}{closing}", self.library.site.name, f"As of {as_of}" if as_of else ""]
        address = f"{self.library.site.url}{self.checked.slug}/" if self.library.site.url else ""
        return ". ".join(part for part in parts if part) + (f". {address}" if address else ".")


def _segment_words(segment: Segment) -> str:
    """Such as "Lines 3–7, satire:", with a colon where a note follows."""
    first, last = segment.lines
    lines = f"Line {first}" if first == last else f"Lines {first}–{last}"
    return f"{lines}, {wording.SOURCE_KIND[segment.kind].lower()}{':' if segment.note else ''}"


def _caution(actor: Actor) -> str:
    """Why a speaker must be labelled; only people and unnamed sources may fail to exist."""
    return wording.EXISTENCE[actor.existence] if actor.kind == "person" else ""
