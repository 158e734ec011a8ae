"""B404: a sentence gives a likelihood or a confidence, never both (ICD 203, Analytic Standards, D.6.e.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import Context
from generator.checks.written import Written
from generator.prose.languages import LANGUAGES, any_of
from generator.prose.sentences import sentences
from generator.text import markdown
from generator.text.finding import Finding
from generator.text.patterns import compiled

_LIKELIHOOD = compiled(rf"\b(?:{any_of(each.likelihoods for each in LANGUAGES)})\b", re.IGNORECASE)
_CONFIDENCE = compiled(rf"\b(?:{any_of(each.confidences for each in LANGUAGES)})\b", re.IGNORECASE)


def check(context: Context) -> Iterator[Finding]:
    """Every sentence of every text field and of the article."""
    for text in context.written:
        for number, words in enumerate(_blocks(text)):
            if not (_CONFIDENCE.search(words) and _LIKELIHOOD.search(words)):
                continue
            for start, end in sentences(words, context.parsed.brief.language):
                likely, sure = _LIKELIHOOD.search(words, start, end), _CONFIDENCE.search(words, start, end)
                if likely and sure:
                    message = f"“{likely[0]}” (how likely it is) and “{sure[0]}” (how sure we are) stand in one sentence"
                    yield Finding("B404", message, text.around(number).narrow(likely[0]), "say them in two sentences", item=text.item)


def _blocks(text: Written) -> Iterator[str]:
    """The words of a field, or of each block of the article, on one line."""
    if text.location:
        yield markdown.plain(text.source)
    else:
        yield from (" ".join(text.reading.words[start:end].split()) for start, end in text.reading.blocks)
