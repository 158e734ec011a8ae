"""B317, B318: no text holds unseen characters, and cited words none of their source's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.evidence import Anchored
from generator.parsing.unseen import finding, scalars
from generator.text.finding import Finding
from generator.text.places import Span
from generator.text.unseen import Unseen, may_have_unseen, unseen


def check(anchored: Anchored) -> Iterator[Finding]:
    """Every text of brief.yml, and article.md; of cited words those that the source does not have."""
    parsed = anchored.context.parsed
    theirs = _of_sources(anchored)
    if may_have_unseen(parsed.text.body):
        for span, text in scalars(parsed.tree):
            found = [each for each in unseen(text) if not _is_theirs(each, text, theirs.get(span, ""))]
            if found:
                yield finding(span, found)
    if parsed.article and (found := [each for each in unseen(parsed.article.body) if each.offset or each.character != "\ufeff"]):
        yield finding(parsed.article.span(found[0].offset, found[0].offset + 1), found)
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
