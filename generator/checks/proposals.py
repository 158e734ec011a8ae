"""B408: what is accepted names and links to accepted items only; a proposal that it leads to is not published, so the way ends there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.checks.links import placed
from generator.items import ItemRef
from generator.items.fields import led_to, meant
from generator.text.finding import Finding, Severity
from generator.text.markdown import links
from generator.text.places import Span


def check(context: Context) -> Iterator[Finding]:
    """Every name of a proposal, and every link to one, in what is no proposal itself; before publication as a hint."""
    if not context.proposed:
        return
    level = None if context.parsed.brief.status == "published" else Severity.INFO
    for proposal, span, item in _leading(context):
        message = f"this leads to the {proposal.kind} `{proposal.key}`, a proposal, which is not published"
        fix = f"accept the {proposal.kind} first: remove its line `draft: true`; or take this out"
        yield Finding("B408", message, span, fix, item=item, level=level)


def _leading(context: Context) -> Iterator[tuple[ItemRef, Span, ItemRef | None]]:
    """The proposals that accepted items, texts of the brief and article.md lead to, each with the place and the item it stands in."""
    parsed, proposed = context.parsed, context.proposed
    for reference in context.references:
        found = proposed.intersection(thing for thing in meant(reference) if isinstance(thing, ItemRef))
        if reference.item not in proposed:
            yield from ((proposal, parsed.span(*reference.location), reference.item) for proposal in found)
    texts = [(text.text, parsed.span(*text.location), text.item) for text in context.texts if text.item not in proposed]
    if parsed.article is not None:
        texts.append((parsed.article.body, parsed.article.span(0, len(parsed.article.body)), None))
    for text, span, item in texts:
        for link, place in placed(links(text), span):
            target = led_to(link)
            if target in proposed and target:
                yield target, place, item
