"""B105: a text shows something: markup alone, like `-` or `>`, is an empty list or an empty quotation to readers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.text.finding import Finding
from generator.text.markdown import parsed
from generator.text.patterns import compiled

_WORDS = compiled(r"(?:\[(?=[^][]*\]\())?[^\W\d_]")


def check(context: Context) -> Iterator[Finding]:
    """Every text of brief.yml; those that begin with a letter, or with a link of words, need not be read."""
    for field in context.texts:
        if field.text.strip() and not _WORDS.match(field.text) and not _shows(field.text):
            message = "this is markup without any words, and readers see nothing"
            yield Finding("B105", message, context.parsed.span(*field.location), "write it in words", item=field.item)


def _shows(text: str) -> bool:
    """Whether a text has words, code or an image."""
    return any(token.content.strip() for token in parsed(text) if token.type in ("inline", "fence", "code_block"))
