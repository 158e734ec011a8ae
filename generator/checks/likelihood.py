"""B404: a sentence gives a likelihood or a confidence, never both (ICD 203, Analytic Standards, D.6.e.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import Context
from generator.items import ItemRef
from generator.prose.languages import LANGUAGES, any_of
from generator.prose.sentences import sentences
from generator.text import markdown
from generator.text.finding import Finding
from generator.text.places import Span, Text
from generator.text.reading import read

_LIKELIHOOD = re.compile(rf"\b(?:{any_of(each.likelihoods for each in LANGUAGES)})\b", re.IGNORECASE)
_CONFIDENCE = re.compile(rf"\b(?:{any_of(each.confidences for each in LANGUAGES)})\b", re.IGNORECASE)


def check(context: Context) -> Iterator[Finding]:
    """Every sentence of every text field and of the article."""
    for text, span, item in _texts(context):
        if not (_CONFIDENCE.search(text) and _LIKELIHOOD.search(text)):
            continue
        for start, end in sentences(text, context.parsed.brief.language):
            likely, sure = _LIKELIHOOD.search(text, start, end), _CONFIDENCE.search(text, start, end)
            if likely and sure:
                message = f"“{likely[0]}” (how likely it is) and “{sure[0]}” (how sure we are) stand in one sentence"
                yield Finding("B404", message, span.narrow(likely[0]), "say them in two sentences", item=item)


def _texts(context: Context) -> Iterator[tuple[str, Span, ItemRef | None]]:
    for field in context.texts:
        yield markdown.plain(field.text), context.parsed.span(*field.location), field.item
    if context.parsed.article:
        reading = read(context.parsed.article.body)
        for (start, end), line in zip(reading.blocks, reading.lines, strict=True):
            words = reading.words[start:end]
            yield " ".join(words.split()), _lines(context.parsed.article, line, line + words.count("\n")), None


def _lines(text: Text, first: int, last: int) -> Span:
    """Some lines of a text, counted from 0."""
    return text.span(text.line_span(first + 1)[0], text.line_span(min(last + 1, text.line_count))[1])
