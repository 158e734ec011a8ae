"""B316: a quote shows words of its source, so the source must be one whose words may be shown."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.items import Quote
from generator.items.fields import each
from generator.text.finding import Finding


def check(context: Context) -> Iterator[Finding]:
    """Quotes from sources with `publish: none`; what facts cite there is shown to nobody and may stay."""
    sources = context.parsed.sources
    for ref, location, quote in each(context.parsed.brief, Quote):
        source = sources.get(quote.source)
        if source is not None and source.source.publish == "none":
            message = f"no word of the source `{quote.source}` may be published (`publish: none`), and this quote is made of them"
            fix = "set `publish: excerpt` on the source, or state it as a fact, whose evidence stays with the desk"
            yield Finding("B316", message, context.parsed.span(*location, "text"), fix, item=ref)
