"""B329, B330: in an interview or a transcript the label before the words says who speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.context import Anchor
from generator.checks.evidence import Anchored
from generator.checks.naming import is_named
from generator.items import Actor, Quote
from generator.parsing import SourceText
from generator.prose.turns import ANSWERS, QUESTIONS, Turn, answers, is_talk, turns
from generator.text.finding import Finding
from generator.text.matching.normal import fold

LABELLED = ("interview", "transcript")


def check(anchored: Anchored) -> Iterator[Finding]:
    """Cited words stand in one turn, without its label, and a quote's speaker is the one whom the label names."""
    actors = anchored.context.actors
    for cited, anchor, source in anchored.cited():
        spoken = labelled_turns(actors.values(), source, anchor.start)
        crossed = [turn for turn in spoken if anchor.start < turn.spoken and turn.start < anchor.end]
        turn = turn_at(spoken, anchor.start)
        if crossed:
            message = f"`{crossed[0].label}:` stands in these words, which are not of one speaker in {source.text.path}:{anchor.line}"
            fix = "cite what one speaker says, without the label before it; cite an answer and its question apart"
            yield Finding("B330", message, anchored.context.parsed.span(*cited.location), fix, item=cited.item)
        elif turn is not None and isinstance(cited.of, Quote) and cited.of.speaker in actors:
            speaker = actors[cited.of.speaker]
            is_office = _is_office(speaker, turn.label, spoken, actors.values())
            if not is_office and not _speaks(speaker, turn.label, source) and not _is_quoted(speaker, turn, anchor, source):
                message = f"the source gives these words to `{turn.label}`, not to {speaker.name}, in {source.text.path}:{anchor.line}"
                span = anchored.context.parsed.span(*cited.location[:-1], "speaker")
                fix = "name the right speaker, or add the label that the source uses to `aliases`"
                yield Finding("B329", message, span, fix, item=cited.item)


def labelled_turns(actors: Iterable[Actor], source: SourceText, offset: int) -> tuple[Turn, ...]:
    """The turns of the interview or transcript in which a place lies, or of what has the labels of one; none elsewhere."""
    run = source.run(offset)
    if run.kind not in LABELLED and not is_talk(source.text.body, run.start, run.end):
        return ()
    return turns(source.text.body, run.start, run.end, tuple(name for actor in actors for name in names(actor)))


def turn_at(all_turns: Iterable[Turn], offset: int) -> Turn | None:
    """The turn in which a place lies."""
    return next((turn for turn in all_turns if turn.start <= offset < turn.end), None)


def names(actor: Actor) -> tuple[str, ...]:
    """What a label may call somebody: name, aliases, roles."""
    return (actor.name, *actor.aliases, *(role.role for role in actor.role))


def _is_office(speaker: Actor, label: str, spoken: Iterable[Turn], actors: Iterable[Actor]) -> bool:
    """Whether a label may be the office of a speaker: it is nobody's name, and no other label is his."""
    if not label.casefold().startswith(("the ", "der ", "die ")) or any(answers(label, names(actor)) for actor in actors):
        return False
    return not any(answers(turn.label, names(speaker)) for turn in spoken)


def _is_quoted(speaker: Actor, turn: Turn, anchor: Anchor, source: SourceText) -> bool:
    """Whether words stand in quotation marks in somebody else's turn that names their speaker: Ann writes: “…”."""
    around = list(source.prepared.quotations.around(anchor.start, anchor.end))
    return bool(around) and is_named(speaker, fold(source.text.body[turn.spoken : min(start for start, _ in around)]))


def _speaks(speaker: Actor, label: str, source: SourceText) -> bool:
    """Whether a label is the speaker's; who asks is whoever made the source, and anybody else may answer."""
    asks = any(answers(name, names(speaker)) for name in (*source.source.author, source.source.publisher or ""))
    bare = label.rstrip(".").casefold()
    if answers(label, names(speaker)):
        return True
    return asks if bare in QUESTIONS else not asks if bare in ANSWERS else False
