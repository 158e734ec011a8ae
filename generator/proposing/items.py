"""A draft's quotes, statements, figures, gaps and dates as proposals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.checks.resolution import UNCITABLE
from generator.drafting.drafted import Actor, Draft, Quote
from generator.items import ItemRef
from generator.parsing import SourceText
from generator.proposing.proposal import Proposal
from generator.proposing.sentences import stating
from generator.proposing.standing import Standing
from generator.prose.agencies import names_agency
from generator.prose.sentences import sentence_at
from generator.text.matching import matches

NO_FACTS = (*UNCITABLE, "interview", "opinion")
LONGEST = 500  # characters of a passage: more is no fact, but a story
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")
_BEFORE_WORDS = " \t\r\n\u00a0"
_AFTER_WORDS = _BEFORE_WORDS + ","
_EXACT_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


@dataclass(frozen=True)
class Drafted:
    """A source of the brief and its draft."""

    text: SourceText
    draft: Draft


def proposals(drafted: Drafted, standing: Standing, slug: str) -> list[Proposal]:
    """Everything that a draft offers and the brief does not have yet, actors first."""
    return list(_Proposer(drafted, standing, slug).all())


class _Proposer:
    def __init__(self, drafted: Drafted, standing: Standing, slug: str) -> None:
        self.text, self.draft = drafted.text, drafted.draft
        self.body, self.source = drafted.text.text.body, drafted.text.source
        self.standing, self.slug = standing, slug
        self.cast: Mapping[str, Actor] = {actor.id: actor for actor in self.draft.actors}
        self.named: dict[str, str] = {}  # the brief's id of each of the draft's actors
        self.new: list[Proposal] = []

    def all(self) -> Iterator[Proposal]:
        quotes = list(self.quotes())
        facts = list(self.facts())
        events = list(self.events(facts))
        questions = list(self.questions())
        yield from self.new
        yield from (*quotes, *facts, *questions, *events)

    # Quotes

    def quotes(self) -> Iterator[Proposal]:
        for quote in self.draft.quotes:
            if quote.speaker is None or quote.speaker.actor is None:
                continue
            for start, end in self.inside(quote):
                if self.may_cite(start, end, UNCITABLE) and not self.standing.covers("quote", self.source.id, start, end):
                    yield self.quote(quote, quote.speaker.actor, start, end)

    def quote(self, quote: Quote, actor: str, start: int, end: int) -> Proposal:
        """The words from `start` to `end`, a paragraph of a quotation, as a quote of its speaker."""
        speaker = self.actor(actor)
        words = " ".join(self.body[start:end].split())
        data: dict[str, Any] = {"id": self.standing.name(words, speaker), "text": words, "speaker": speaker, "source": self.source.id}
        data |= self.telling_apart(start, end)
        said = self.day_in(*self.sentence(quote.start, quote.end))
        data |= {"said": said} if said else {}
        data |= {"translated": True} if self.source.translated_from else {}
        return Proposal("quotes", data, self.source.id, words, start, end, (ItemRef("actor", speaker),))

    def inside(self, quote: Quote) -> Iterator[tuple[int, int]]:
        """The words between the marks, paragraph by paragraph, without the comma at the end; what no mark opens again is a caption."""
        at, end, mark = quote.start, quote.end - 1, self.body[quote.start]
        while at < end:
            last = min(self.text.prepared.paragraph(at)[1], end)
            paragraph = self.body[at:last].lstrip()
            words = paragraph.lstrip(_BEFORE_WORDS + mark)
            start = last - len(words)
            if paragraph.startswith(mark) and words.rstrip(_AFTER_WORDS):
                yield start, start + len(words.rstrip(_AFTER_WORDS))
            at = max(last, at) + 1

    # Facts

    def facts(self) -> Iterator[Proposal]:
        for sentence in stating(self.text, self.draft):
            start, end = sentence.start, sentence.end
            if not self.may_cite(start, end, NO_FACTS) or self.standing.covers("fact", self.source.id, start, end):
                continue
            if end - start > LONGEST or 2 * self.quoted(start, end) > end - start:
                continue
            words = " ".join(self.body[start:end].split())
            speakers = dict.fromkeys(s.speaker.actor for s in sentence.statements if s.speaker and s.speaker.actor)
            by = [self.actor(name) for name in speakers if not self.is_agency(name)]
            via = [self.actor(name) for name in speakers if self.is_agency(name)]
            status = "claimed" if by and not via and not sentence.hedged else "reported"
            data: dict[str, Any] = {"id": self.standing.name(words), "text": _MARKUP.sub(r"\\\1", words), "status": status}
            data |= {"by": by} if by else {}
            data |= {"via": via or [self.source.id]} if via or not by else {}
            data["evidence"] = [{"source": self.source.id, "quote": words} | self.telling_apart(start, end)]
            yield Proposal("facts", data, self.source.id, words, start, end, tuple(ItemRef("actor", name) for name in (*by, *via)))

    def quoted(self, start: int, end: int) -> int:
        """How many characters of a stretch stand in quotation marks."""
        return sum(max(0, min(quote.end, end) - max(quote.start, start)) for quote in self.draft.quotes)

    # Questions and events

    def questions(self) -> Iterator[Proposal]:
        for unknown in self.draft.questions:
            start, end = self.sentence(unknown.start, unknown.end)
            if not self.may_cite(start, end, NO_FACTS) or self.standing.covers("question", self.source.id, start, end):
                continue
            words = " ".join(self.body[start:end].split())
            evidence = {"source": self.source.id, "quote": words} | self.telling_apart(start, end)
            text = _MARKUP.sub(r"\\\1", unknown.question)
            yield Proposal(
                "questions",
                {"id": self.standing.name(unknown.question), "question": text, "evidence": [evidence]},
                self.source.id,
                words,
                start,
                end,
            )

    def events(self, facts: list[Proposal]) -> Iterator[Proposal]:
        """The facts that name one day or one month, on it."""
        for fact in facts:
            if day := self.day_in(fact.start, fact.end):
                yield Proposal("timeline", {"date": day, "fact": fact.data["id"]}, fact.source, fact.words, needs=(fact.ref(),))

    def day_in(self, start: int, end: int) -> str | None:
        """The one day or month that a stretch names; None where it names none, or several."""
        days = {dated.iso for dated in self.draft.dates if start <= dated.start and dated.end <= end}
        day = days.pop() if len(days) == 1 else ""
        return day if _EXACT_DAY.fullmatch(day or "") else None

    # Actors

    def actor(self, name: str) -> str:
        """The brief's id of one of the draft's actors, who is proposed where the brief has nobody of the name."""
        if name not in self.named:
            member = self.cast[name]
            known = self.standing.actor((member.name, *member.aliases))
            self.named[name] = known or self.new_actor(member)
        return self.named[name]

    def new_actor(self, member: Actor) -> str:
        lead = self.slug if member.id in self.standing.elsewhere or member.kind == "anonymous" else ""
        found = self.standing.name(member.id if member.id not in self.standing.ids and not lead else member.id.replace("-", " "), lead)
        data: dict[str, Any] = {"id": found, "name": member.name, "kind": member.kind}
        data |= {"role": member.role} if member.role else {}
        data |= {"aliases": list(member.aliases)} if member.aliases else {}
        self.new.append(Proposal("actors", data))
        return found

    def is_agency(self, name: str) -> bool:
        member = self.cast[name]
        return member.kind == "organisation" and any(map(names_agency, (member.name, *member.aliases, member.role)))

    # Places

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        within = self.text.prepared.paragraph(start)[0], self.text.prepared.paragraph(max(start, end - 1))[1]
        return sentence_at(self.body, start, end, within, self.source.language)

    def may_cite(self, start: int, end: int, refused: tuple[str, ...]) -> bool:
        run = self.text.run(start)
        return run.kind not in refused and end <= run.end

    def telling_apart(self, start: int, end: int) -> dict[str, str]:
        """The words before a place, as few as tell it from its repetitions; nothing where the words stand once."""
        words = self.body[start:end]
        before = self.body[max(0, start - 80) : start].split()
        for count in range(min(6, len(before)) + 1):
            prefix = " ".join(before[len(before) - count :])
            found = matches(self.text.prepared, words, prefix)
            first, second = next(found, None), next(found, None)
            if first and first.start == start and (second is None or second.tier != first.tier):
                return {"prefix": prefix} if prefix else {}
        return {}
