"""B327: what somebody asked is quoted as a question."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.around import after, is_quote, paragraph
from generator.checks.evidence import Anchored
from generator.text.finding import Finding
from generator.text.patterns import compiled

_MARK = compiled(r"[?？]")
_ASKS = compiled(r"[?？]\W*$")
_WORD = compiled(r"\w+")
_OTHER_CLAUSE = compiled(r"[,;:–—]")  # which may ask while these words do not
_LEAST = 3  # words: a part of a question that says something


def check(anchored: Anchored) -> Iterator[Finding]:
    """Quotes whose last sentence is a question in the source, and none in the quote."""
    for cited, anchor, source in anchored.cited():
        if not is_quote(cited) or _ASKS.search(cited.words) or len(_WORD.findall(cited.words)) < _LEAST:
            continue
        if not _MARK.search(source.text.body, anchor.start, paragraph(source, anchor.end - 1)[1]):
            continue
        rest = after(source, anchor.end)
        asked = source.text.body[anchor.start : anchor.end] + rest
        if _ASKS.search(asked) and not _OTHER_CLAUSE.search(rest):
            message = f"this is a question in the source, and none here\nthe source: {' '.join(asked.split())}"
            fix = "quote the question with its mark, from its beginning"
            yield Finding("B327", message, anchored.context.parsed.span(*cited.location), fix, item=cited.item)
