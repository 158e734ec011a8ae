"""B353: a translation is as new as its original."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.items import CrossRef
from generator.text.finding import Finding
from generator.text.moments import day_of


def check(context: Context) -> Iterator[Finding]:
    """The brief that this one translates was not changed on a later day than this one."""
    brief = context.parsed.brief
    original = context.beyond.get(CrossRef(brief.translation_of)) if brief.translation_of else None
    ours = brief.updated or brief.published
    if original is None or original.changed is None or ours is None:
        return
    theirs = day_of(original.changed, context.zone)
    if theirs > day_of(ours, context.zone):
        message = f"the original was changed on {theirs}, after this translation ({day_of(ours, context.zone)})"
        fix = "bring over what has changed, and set `updated:`"
        yield Finding("B353", message, context.parsed.span("translation_of"), fix)
