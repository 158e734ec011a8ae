"""B313, B314: the speaker is named near a quote, and what is only reported or claimed says by whom."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Anchor
from generator.checks.evidence import Anchored
from generator.checks.labels import labelled_turns, turn_at
from generator.checks.naming import Cast, is_described, is_named, of_shared
from generator.checks.speaking import Listener
from generator.items import Actor, Fact, Quote
from generator.items.fields import each
from generator.parsing import SourceText
from generator.text.finding import Finding
from generator.text.matching.normal import fold

_OWN_WORDS = ("official", "transcript", "interview")  # kinds whose speaker may be named once, far above or in the head
_FAR = 12  # paragraphs before a quote in which a name is looked for that a pronoun or a description takes up


def check(anchored: Anchored) -> Iterator[Finding]:
    """Quotes have their speaker near them; reported and claimed facts name who reports or claims."""
    yield from _speakers(anchored)
    parsed = anchored.context.parsed
    for ref, location, fact in each(parsed.brief, Fact):
        if fact.status in ("reported", "claimed") and not fact.by and not fact.via:
            span = parsed.span(*location, "status")
            message = f"a {fact.status} fact says by whom or through whom"
            yield Finding("B314", message, span, "add `by:` (actors) or `via:`", item=ref)


def _speakers(anchored: Anchored) -> Iterator[Finding]:
    context, actors = anchored.context, anchored.context.actors
    cast = Cast(context.parsed.brief.actors, of_shared(context.shared))
    listeners: dict[str, Listener] = {}
    for cited, anchor, source in anchored.cited():
        if not isinstance(cited.of, Quote) or cited.of.speaker not in actors:
            continue
        if turn_at(labelled_turns(actors.values(), source, anchor.start), anchor.start) is not None:
            continue  # the label says who speaks
        listener = listeners.setdefault(cited.source, Listener(source, actors, cast))
        message = _objection(actors[cited.of.speaker], listener, anchor)
        if message:
            span = context.parsed.span(*cited.location[:-1], "speaker")
            yield Finding("B313", message, span, "name the right speaker, or add the name the source uses to `aliases`", item=cited.item)


def _objection(speaker: Actor, listener: Listener, anchor: Anchor) -> str | None:
    """What a source has against a quote's speaker."""
    place = anchor.start, anchor.end
    path = listener.source.text.path
    if listener.is_title(*place):
        return f"these words are a title in {path}:{anchor.line}, and nobody’s"
    heard = listener.hear(*place) or listener.hear(*anchor.pieces[0])  # of both halves of a quotation, the first
    if heard and heard.is_sure and speaker.id in heard.actors:
        return None
    is_stranger = (
        heard is not None and speaker.kind == "person" and not is_described(speaker, heard.words)
    )  # an official may speak for a ministry
    if heard and speaker.id not in heard.actors and (heard.actors or is_stranger):
        named = [listener.actors[one].name for one in sorted(heard.actors)] if heard.is_sure else []
        whose = " or ".join(named) or f"`{heard.words}`"
        return f"these words are {whose}’s in {path}, not {speaker.name}’s"
    if speaker.kind == "anonymous" or is_named(speaker, _nearby(listener.source, *place, far=listener.is_taken_up(*place))):
        return None
    return f"{speaker.name} is not named near these words in {path}:{anchor.line}"


def _nearby(source: SourceText, start: int, end: int, *, far: bool) -> str:
    """Where a speaker may be named: the paragraphs of a quotation and the ones beside it, in the same run.

    Farther above, too, where a pronoun takes the name up; in a statement or a transcript all that goes before, and the head.
    """
    parts, run = source.prepared.paragraphs, source.run(start)
    start, end = next(reversed(source.prepared.quotations.around(start, end)), (start, end))  # it may go over several
    touched = [index for index, (first, last) in enumerate(parts) if first < end and last > start]
    if run.kind in _OWN_WORDS:
        head = (source.source.title, source.source.publisher or "", *source.source.author)
        return fold(" ".join((*head, source.text.body[run.start : parts[min(touched[-1] + 1, len(parts) - 1)][1]])))
    above = _FAR if far else 1
    near = parts[max(0, touched[0] - above) : touched[-1] + 2]
    return fold(" ".join(source.text.body[max(first, run.start) : min(last, run.end)] for first, last in near))
