"""B401: a published brief says when it was published and as of when it is known."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.checked import Context
from generator.finding import Finding


def check(context: Context) -> Iterator[Finding]:
    """`published` and `as_of` are there once the status is `published`."""
    brief = context.parsed.brief
    if brief.status != "published":
        return
    for name, what in (("published", "the day of publication"), ("as_of", "the day of the state of knowledge")):
        if getattr(brief, name) is None:
            message = f"a published brief needs `{name}`, {what}"
            yield Finding("B401", message, context.parsed.span("status"), f"add `{name}: 2024-10-24`")
