"""B405: the sentences of article.md lead to items."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.text.finding import Finding
from generator.text.places import Span, Text


def check(context: Context) -> Iterator[Finding]:
    """One finding for an article, which lists its sentences without a link."""
    article = context.parsed.article
    found = context.coverage
    if article is None or found is None or not found.bare:
        return
    message = f"{len(found.bare)} of {found.sentences} sentences lead to no item (coverage {found.percent} %)"
    listed = "\n".join(f"line {line}: {' '.join(sentence.split())[:90]}" for line, sentence in found.bare[:8])
    more = f"\nand {len(found.bare) - 8} more" if len(found.bare) > 8 else ""
    fix = "link them to facts, quotes or sources, or put them under a heading with “Analysis” or “Background”"
    yield Finding("B405", f"{message}\n{listed}{more}", _place(article, *found.bare[0]), fix)


def _place(article: Text, line: int, sentence: str) -> Span:
    start, end = article.line_span(min(line, article.line_count))
    return article.span(start, end).narrow(sentence.partition("\n")[0])
