"""B403: somebody whose existence is not verified speaks only in a box that says so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.items import Quote
from generator.items.fields import each
from generator.text.finding import Finding


def check(context: Context) -> Iterator[Finding]:
    """A quote by an unverified or fictional person has a `context`: the page prints it in a labelled box, which says why it is shown."""
    for ref, location, quote in each(context.parsed.brief, Quote):
        speaker = context.actors.get(quote.speaker)
        if speaker is None or speaker.kind != "person" or speaker.existence == "verified" or quote.context:
            continue
        message = f"{speaker.name} speaks, whose existence is {speaker.existence}, and nothing says why"
        fix = "add `context:` that says who this is and why it is shown, or set `existence: verified` on the actor"
        yield Finding("B403", message, context.parsed.span(*location, "speaker"), fix, item=ref)
