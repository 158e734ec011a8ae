"""B123: what looks as if nobody but the desk saw it is text: an HTML comment in any text, and front matter of article.md."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.text.finding import Finding
from generator.text.markdown import parsed
from generator.text.patterns import compiled

_COMMENT = "<!--"
_FRONT_MATTER = compiled(r"\ufeff?---[ \t]*\r?\n(?=[\w-]+:)(?:(?!---)[^\n]*\n)*+---[ \t]*(?:\r?\n|\Z)")


def check(context: Context) -> Iterator[Finding]:
    """Every text, but for the code in it."""
    for text in context.written:
        if not text.location and _FRONT_MATTER.match(text.source):
            message = "article.md has no front matter: readers see these lines"
            fix = "remove them: the title, and all else that is said of a brief, stands in brief.yml"
            yield Finding("B123", message, text.span.narrow("---"), fix)
        if _COMMENT in text.source and _is_read(text.source):
            message = f"`{_COMMENT}` begins no comment here: readers see it, and what follows"
            fix = "remove it: a note for the desk stands in brief.yml, behind a `#`"
            yield Finding("B123", message, text.span.narrow(_COMMENT), fix, item=text.item)


def _is_read(source: str) -> bool:
    """Whether a comment stands among the words, not only in code."""
    return any(child.type == "text" and _COMMENT in child.content for token in parsed(source) for child in token.children or ())
