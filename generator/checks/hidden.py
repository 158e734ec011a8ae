"""B317, B318, B121: no text holds unseen characters or piles of marks, and cited words no unseen ones of their source."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.evidence import Anchored
from generator.items import Brief
from generator.parsing.unseen import finding, hiding, piled, stacking
from generator.text.finding import Finding
from generator.text.places import BYTE_ORDER_MARK, Span
from generator.text.stacked import stacked
from generator.text.unseen import Unseen, unseen


def check(anchored: Anchored) -> Iterator[Finding]:
    """Every text of brief.yml, and article.md; of cited words those that the source does not have."""
    parsed = anchored.context.parsed
    texts = list(hiding(Brief, parsed.text, lambda: parsed.tree))
    theirs = _of_sources(anchored) if texts else {}
    for each in texts:
        ours = tuple(found for found in each.found if not _is_theirs(found, each.text, theirs.get(each.span, "")))
        if ours:
            yield finding(each.span, ours, each.item)
    article = parsed.article
    found = [each for each in unseen(article.body) if each.offset or each.character != BYTE_ORDER_MARK] if article else []
    if article and found:
        yield finding(article.span(found[0].offset, found[0].offset + 1), tuple(found))
    yield from stacking(Brief, parsed.text, lambda: parsed.tree)
    if article and (at := stacked(article.body)) is not None:
        yield piled(article.span(at, at + 1))
    yield from _in_sources(anchored)


def _of_sources(anchored: Anchored) -> dict[Span, str]:
    """What the sources have where words are cited, by the place of the words."""
    parsed = anchored.context.parsed
    return {parsed.span(*cited.location): source.text.body[anchor.start : anchor.end] for cited, anchor, source in anchored.cited()}


def _is_theirs(found: Unseen, text: str, theirs: str) -> bool:
    """Whether the source has a character between the same two others."""
    return text[max(0, found.offset - 1) : found.offset + 2] in theirs


def _in_sources(anchored: Anchored) -> Iterator[Finding]:
    for cited, anchor, source in anchored.cited():
        found = list(unseen(source.text.body[anchor.start : anchor.end]))
        if found:
            line, column = source.text.line_column(anchor.start + found[0].offset)
            message = (
                f"the source holds what nobody sees, at {source.text.path}:{line}:{column}: {', '.join(dict.fromkeys(map(str, found)))}"
            )
            fix = "look at how the source is printed: what a reader sees there may be something else"
            yield Finding("B318", message, anchored.context.parsed.span(*cited.location), fix, item=cited.item)
