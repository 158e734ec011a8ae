"""B306: who is speaking in an interview, and whether that person is known to exist."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.items import Actor
from generator.parsing import SourceText
from generator.prose.titles import split_title
from generator.text.patterns import compiled

_LABEL = compiled(r"^[ \t*_]*([^\W\d_][^:\r\n]{0,70}?)[ \t*_]*[:：](?=\s|\*|_)", re.MULTILINE)


def unverified_voice(actors: Iterable[Actor], source: SourceText, offset: int) -> str | None:
    """Words that say why the speaker at `offset` of an interview cannot be relied on; None where the speaker can be.

    The speaker is the last label at the start of a line (`Dr. Lee:`) in the interview up to the offset; in an interview without
    labels, whoever of the actors is named first in it.
    """
    run = source.run(offset)
    line_end = source.text.line_span(source.text.line_column(offset)[0])[1]
    labels = list(_LABEL.finditer(source.text.body, run.start, line_end))
    people = [actor for actor in actors if actor.kind in ("person", "anonymous")]
    if labels:
        label = labels[-1][1].strip()
        speaker = next((actor for actor in people if _answers_to(actor, label)), None)
        if speaker is None:
            return f"`{label}` speaks, who is not among the actors"
    else:
        speaker = _first_named(people, source.text.body[run.start : run.end])
        if speaker is None:
            return "somebody speaks who is not among the actors"
    if speaker.existence == "verified":
        return None
    return f"{speaker.name} speaks, {existence_words(speaker)}"


def existence_words(actor: Actor) -> str:
    """What is known of the existence of somebody who is not verified."""
    return f"whose existence is {actor.existence}" if actor.existence else "and nobody has said whether this person exists"


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def _parts(name: str) -> set[str]:
    return set(re.findall(r"\w+", split_title(name)[1].casefold()))


def _answers_to(actor: Actor, label: str) -> bool:
    called = _parts(label.split(",", maxsplit=1)[0])
    return bool(called) and any(called <= _parts(name) for name in _names(actor))


def _first_named(people: Iterable[Actor], body: str) -> Actor | None:
    places = [(place, actor) for actor in people for name in _names(actor) if (place := body.find(name)) >= 0]
    return min(places, key=lambda found: found[0])[1] if places else None
