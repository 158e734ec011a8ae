"""B206, B207: a source is cited and an actor named by something."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.checks.fields import text_fields
from generator.text.finding import Finding
from generator.text.markdown import links


def check(context: Context) -> Iterator[Finding]:
    """Sources and actors of the brief's own that nothing refers to."""
    parsed, brief = context.parsed, context.parsed.brief
    texts = [field.text for field in text_fields(brief)] + ([parsed.article.body] if parsed.article else [])
    linked = {(link.scheme, link.target) for text in texts for link in links(text)}
    via = {name for fact in brief.facts for name in fact.via} | {name for quote in brief.quotes for name in quote.via}
    cited = {cited.source for cited in context.cited()}
    for index, source in enumerate(brief.sources):
        if source.id not in cited | via and ("source", source.id) not in linked:
            span = parsed.span("sources", index, "id")
            yield Finding("B206", f"nothing cites the source `{source.id}`", span, "cite it, or remove it", item=f"source:{source.id}")
    named = via | {name for fact in brief.facts for name in fact.by} | {quote.speaker for quote in brief.quotes}
    named |= {actor.of for actor in brief.actors if actor.of}
    for index, actor in enumerate(brief.actors):
        if actor.id not in named and ("actor", actor.id) not in linked:
            span = parsed.span("actors", index, "id")
            yield Finding("B207", f"nothing names the actor `{actor.id}`", span, "link to it, or remove it", item=f"actor:{actor.id}")
