"""B315: a quote has its source's own typography."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.evidence import Anchored
from generator.text.finding import Edit, Finding
from generator.text.matching import Tier
from generator.text.matching.markup import unlaid
from generator.text.places import Span


def check(anchored: Anchored) -> Iterator[Finding]:
    """Quotes and passages that are the source's but for marks, dashes or spaces; mended where they stand literally in brief.yml.

    What a source's layout puts between its words is nobody's typography.
    """
    for cited, anchor, source in anchored.cited():
        if anchor.tier is not Tier.TYPOGRAPHIC:
            continue
        theirs = " ".join((unlaid(source.text.body[anchor.start : anchor.end]) or "").split())
        if theirs in ("", " ".join(cited.words.split())):
            continue
        span = anchored.context.parsed.span(*cited.location)
        edit = Edit(span.narrow(cited.words), theirs) if _is_plain(span, cited.words, theirs) else None
        yield Finding("B315", "the source sets these words otherwise", span, f"write: {theirs}", item=cited.item, edit=edit)


def _is_plain(span: Span, ours: str, theirs: str) -> bool:
    """Whether the words can be exchanged letter by letter: they stand literally, and need no escape in their quotation marks."""
    before = span.text.body[span.start : span.start + 1]
    escaped = {'"': '"\\', "'": "'"}.get(before, "")
    breaks = ": " in theirs or " #" in theirs or theirs[-1:] == ":"
    return span.narrow(ours).words == ours and not any(mark in theirs for mark in escaped) and (bool(escaped) or not breaks)
