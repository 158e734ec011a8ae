"""B403: of a person who is quoted somebody has said whether they exist; one who is not verified speaks in a box that says why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.checks.interviews import existence_words
from generator.items import Actor, Quote
from generator.items.fields import Entry, each
from generator.text.finding import Finding


def check(context: Context) -> Iterator[Finding]:
    """A quote by an unverified or fictional person has a `context`: the page prints it in a labelled box, which says why it is shown."""
    unsaid: dict[str, Entry[Quote]] = {}
    for entry in each(context.parsed.brief, Quote):
        speaker = context.actors.get(entry.item.speaker)
        if speaker is None or speaker.kind != "person" or speaker.existence == "verified":
            continue
        if speaker.existence is None:
            unsaid.setdefault(speaker.id, entry)
        elif not entry.item.context:
            message = f"{speaker.name} speaks, {existence_words(speaker)}, and nothing says why"
            fix = "add `context:` that says who this is and why it is shown, or set `existence: verified` on the actor"
            yield Finding("B403", message, context.parsed.span(*entry.location, "speaker"), fix, item=entry.ref)
    yield from _asked(context, unsaid)


def _asked(context: Context, unsaid: dict[str, Entry[Quote]]) -> Iterator[Finding]:
    """One question for all of whom nobody has said anything; whoever's quote accepts it is asked for apart and spares nobody else."""
    apart = [[name] for name, entry in unsaid.items() if "B403" in entry.item.accept]
    together = [name for name, entry in unsaid.items() if "B403" not in entry.item.accept]
    for names in filter(None, (together, *apart)):
        people = ", ".join(_with_hint(context.actors[name]) for name in names)
        first = unsaid[names[0]]
        message = f"nobody has said whether those who are quoted exist: {people}"
        fix = "set `existence: verified` on each once somebody has made sure, or else `unverified` or `fictional`"
        yield Finding("B403", message, context.parsed.span(*first.location, "speaker"), fix, item=first.ref)


def _with_hint(actor: Actor) -> str:
    """A name, and what may help to look for its bearer."""
    hint = f"Wikidata {actor.wikidata}" if actor.wikidata else actor.role[-1].role if actor.role else ""
    return f"{actor.name} ({hint})" if hint else actor.name
