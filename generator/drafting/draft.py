"""One text to its draft: paragraphs, quotations, voices, statements, actors, and what the readers of dates, figures and gaps find."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile
from operator import itemgetter
from typing import Any

from generator.drafting.actors.antecedents import FAR, Antecedents
from generator.drafting.actors.cast import Cast, Member
from generator.drafting.actors.coreference import Resolver
from generator.drafting.actors.names import read_mentions, read_subjects
from generator.drafting.dates import find_dates
from generator.drafting.drafted import Cue, Draft, Quote, Speaker, Statement
from generator.drafting.engine import Parser
from generator.drafting.figures import find_figures
from generator.drafting.headings import LONGEST, is_headline, without_repeats
from generator.drafting.questions import find_questions
from generator.drafting.segments import Segment, find_segments
from generator.drafting.speech.continuity import Voiced, continue_voices
from generator.drafting.speech.marks import Quoted, find_quoted
from generator.drafting.speech.masking import Masked, dateline, mask
from generator.drafting.speech.neighbours import goes_on_about, led_in, lone_person
from generator.drafting.speech.patterns import voice_beside, voice_of_heading
from generator.drafting.speech.reports import Report, reports
from generator.drafting.speech.scare_quotes import is_quotation
from generator.drafting.speech.speakers import Place, Voice, places, voice, voice_of
from generator.drafting.speech.statements import Said, find_statements
from generator.prose.hedges import find_hedges
from generator.prose.languages.guess import guess_language
from generator.prose.unsaid import is_unsaid
from generator.text.matching.structure import paragraphs
from generator.text.quotation_marks import CLOSING

# Nothing is quoted from these: jokes, page furniture, made-up text; and an interview's turns are no quotations in a report.
_UNREAD = frozenset(["satire", "boilerplate", "synthetic", "interview"])
_SENTENCE_END = re.compile(rf"[.!?…:;。！？][{CLOSING})\s]*$")
# What goes beyond these is no prose, and would only take time and memory.
_MAX_PARAGRAPH = 20_000
_ENDLESS = re.compile(r"\S{400}")
_MAX_QUOTED = 100


@dataclass(frozen=True)
class Paragraph:
    """A paragraph that is read; `doc` is None where no model is there."""

    number: int
    start: int
    end: int
    masked: Masked
    quoted: tuple[Quoted, ...]
    doc: Any
    reports: tuple[Report, ...]
    places: tuple[Place, ...]
    is_heading: bool


def draft_text(body: str, parser: Parser | None = None, published: date | None = None, segments: Sequence[Segment] | None = None) -> Draft:
    """Draft one text; without a parser, by rules alone; its segments are looked for where nobody has decided on them."""
    segments = tuple(segments) if segments is not None else find_segments(body)
    language = guess_language(body) or (parser.language if parser else "en")
    read = _read(body, segments, parser if parser and parser.language == language else None)
    cast = Cast()
    docs = [(one.doc, one.masked) for one in read if one.doc is not None]
    told = [one for one in read if not is_headline(body, one)]
    mentions = read_mentions(
        body, [(one.start, one.end) for one in told], [(one.doc, one.masked) for one in told if one.doc is not None], cast
    )
    # Without a model many names are missed: a pronoun is then resolved within its own paragraph only.
    resolver = Resolver(body, cast, Antecedents(mentions, [one.start for one in read], FAR if docs else 1))
    said = [statement for one in read for statement in find_statements(body, one)]
    voiced = _voices(body, read, said, language)
    kept = [one for one in without_repeats(body, read, voiced) if is_quotation(body, one)]
    members = _resolve(resolver, kept, said, read_subjects(docs))
    ids = cast.ids()
    return Draft(
        segments,
        tuple(_quote(body, one, members, ids) for one in kept),
        tuple(_statement(body, one, members, ids) for one in said),
        cast.actors(),
        find_dates(body, published),
        find_figures(body),
        find_questions(body),
        find_hedges(body),
    )


def _read(body: str, segments: Sequence[Segment], parser: Parser | None) -> list[Paragraph]:
    """The paragraphs of all segments that are read, parsed."""
    unread = [one for one in segments if one.kind in _UNREAD]
    all_parts = [part for part in paragraphs(body) if not any(one.start <= part[0] < one.end for one in unread)]
    parts, inside = _prose(all_parts, find_quoted(body, all_parts))
    masks = [mask(body, dateline(body, start, end), end, own) for (start, end), own in zip(parts, inside, strict=True)]
    docs = (
        parser("" if _ENDLESS.search(masked.text) else masked.text for masked in masks) if parser is not None else iter([None] * len(parts))
    )
    read: list[Paragraph] = []
    for number, ((start, end), own, masked, doc) in enumerate(zip(parts, inside, masks, docs, strict=True)):
        heading = end - start <= LONGEST and not _SENTENCE_END.search(body, start, end)
        if doc is not None and not len(doc):
            doc = None  # noqa: PLW2901 - nothing but spaces
        found = tuple(reports(doc)) if doc is not None else ()
        stands = tuple(places(doc, masked)) if doc is not None else ()
        read.append(Paragraph(number, start, end, masked, own, doc, found, stands, heading))
    return read


def _prose(parts: Sequence[tuple[int, int]], quoted: Sequence[Quoted]) -> tuple[list[tuple[int, int]], list[tuple[Quoted, ...]]]:
    """The paragraphs that are prose by their length and their marks, each with the quotations that touch it."""
    kept: list[tuple[int, int]] = []
    inside: list[tuple[Quoted, ...]] = []
    first = 0
    for start, end in parts:
        while first < len(quoted) and quoted[first].end <= start:
            first += 1
        own = tuple(takewhile(lambda one: one.start < end, islice(quoted, first, None)))  # noqa: B023 - read at once
        if end - start <= _MAX_PARAGRAPH and len(own) <= _MAX_QUOTED:
            kept.append((start, end))
            inside.append(own)
    return kept, inside


def _voices(body: str, read: Sequence[Paragraph], said: Sequence[Said], language: str) -> list[Voiced]:
    """Every quotation with its voice: by its own sentence, else by its neighbours."""
    found: dict[int, Voiced] = {}
    for one in read:
        for index, quoted in enumerate(one.quoted):
            if is_unsaid(body[one.start : quoted.start]):
                continue
            heard = _own_voice(body, one, index, quoted, language)
            known = found.get(quoted.start)
            if known is None or (known.voice is None and heard is not None):
                found[quoted.start] = Voiced(
                    quoted,
                    heard,
                    one.number,
                    _fills(body, one),
                    _led_in(one, index),
                    _goes_on(one, index),
                    body[quoted.inside[1] - 1] in "?？",
                    _caller(body, heard),
                )
    starts = [one.start for one in read]
    spoken = [
        (bisect_right(starts, at) - 1, at, heard)
        for at, heard in sorted(((one.content[0], one.voice) for one in said if one.carries_on and one.voice), key=itemgetter(0))
    ]
    alone = {
        one.number: voice_of(one.masked, person, None, 0.5) for one in read if one.doc is not None and (person := lone_person(one.doc))
    }
    return continue_voices([found[start] for start in sorted(found)], spoken, alone)


def _caller(body: str, heard: Voice | None) -> str:
    """The last word of the name of a speaker; nothing for a pronoun or a description."""
    name = body[slice(*heard.speaker)].rsplit(maxsplit=1)[-1] if heard is not None else ""
    return name if name[:1].isupper() and name not in ("He", "She", "They", "It") else ""


def _led_in(one: Paragraph, index: int) -> Voice | None:
    source = led_in(one.doc, one.places[index]) if one.doc is not None else None
    return voice_of(one.masked, source, None, 0.5) if source is not None else None


def _goes_on(one: Paragraph, index: int) -> bool:
    return one.doc is not None and one.quoted[index].words > 1 and goes_on_about(one.doc, one.places[index])


def _own_voice(body: str, one: Paragraph, index: int, quoted: Quoted, language: str) -> Voice | None:
    heard = voice(one.doc, one.masked, one.places[index], one.reports, one.places) if one.doc is not None else None
    if heard is None and (quoted.is_clause or one.doc is None):
        heard = voice_beside(body, quoted, one.start, one.end, language) if quoted.is_clause else None
    if heard is None and one.is_heading:
        heard = voice_of_heading(body, quoted, one.start)
    return heard


def _fills(body: str, one: Paragraph) -> bool:
    """Whether a paragraph holds nothing but quotations."""
    rest, at = "", one.start
    for quoted in one.quoted:
        rest += body[at : max(at, quoted.start)]
        at = max(at, quoted.end)
    return not (rest + body[at : one.end]).strip(" \t\r\n.,")


def _resolve(
    resolver: Resolver, quotes: Sequence[Voiced], said: Sequence[Said], subjects: Sequence[tuple[int, int, int]]
) -> dict[tuple[int, int], Member | None]:
    """The actor of each speaker's place, resolved in the order of the text."""
    heard: dict[tuple[int, int], int] = {}
    for one in (*[quote.voice for quote in quotes], *[statement.voice for statement in said]):
        if one is not None:
            heard[one.speaker] = one.head
    others = {(start, end): head for start, end, head in subjects}
    members: dict[tuple[int, int], Member | None] = {}
    for place, head in sorted((others | heard).items()):
        if place in heard:
            members[place] = resolver.resolve(place[0], place[1], head)
        else:
            resolver.take_up(place[0], place[1], head)
    return members


def _speaker(body: str, heard: Voice | None, members: dict[tuple[int, int], Member | None], ids: dict[int, str]) -> Speaker | None:
    if heard is None:
        return None
    member = members.get(heard.speaker)
    start, end = heard.speaker
    return Speaker(start, end, body[start:end], ids[id(member)] if member is not None else None)


def _cue(body: str, heard: Voice | None) -> Cue | None:
    return Cue(*heard.cue, body[slice(*heard.cue)]) if heard is not None and heard.cue is not None else None


def _quote(body: str, one: Voiced, members: dict[tuple[int, int], Member | None], ids: dict[int, str]) -> Quote:
    start, end = one.quoted.start, one.quoted.end
    heard = one.voice
    return Quote(start, end, body[start:end], _speaker(body, heard, members, ids), _cue(body, heard), heard.score if heard else 0.3)


def _statement(body: str, one: Said, members: dict[tuple[int, int], Member | None], ids: dict[int, str]) -> Statement:
    start, end = one.content
    cue = Cue(*one.cue, body[slice(*one.cue)])
    return Statement(start, end, body[start:end], _speaker(body, one.voice, members, ids), cue, one.score)


def read_paragraphs(body: str, parser: Parser) -> Iterator[Paragraph]:
    """The paragraphs as they are read, for those who want to see why something was drafted."""
    yield from _read(body, find_segments(body), parser)
