"""B401, B407: a published brief says when it was published and as of when it is known, and has no proposals left."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.items import Item
from generator.items.fields import each
from generator.text.finding import Finding


def check(context: Context) -> Iterator[Finding]:
    """What must be there, and what is left to decide, once the status is `published`."""
    brief = context.parsed.brief
    if brief.status != "published":
        return
    for name, what in (("published", "the day of publication"), ("as_of", "the day of the state of knowledge")):
        if getattr(brief, name) is None:
            message = f"a published brief needs `{name}`, {what}"
            yield Finding("B401", message, context.parsed.span("status"), f"add `{name}: 2024-10-24`")
    for ref, location, item in each(brief, Item):
        if item.draft:
            message = f"the {ref.kind} `{ref.key}` is a proposal, so it is not published"
            span = context.parsed.span(*location, "draft")
            yield Finding("B407", message, span, "accept it by removing `draft`, or remove the item", item=ref)
