"""B307, B308: a source is the file that was pinned by its SHA-256."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.checked import Context
from generator.finding import Finding


def check(context: Context) -> Iterator[Finding]:
    """The digest of each file is the one in brief.yml."""
    parsed = context.parsed
    for index, source in enumerate(parsed.brief.sources):
        text = parsed.sources.get(source.id)
        if text is None or text.source is not source:
            continue
        item = f"source:{source.id}"
        if source.sha256 is None:
            if parsed.brief.status == "published":
                span = parsed.span("sources", index, "file")
                yield Finding("B308", f"the source `{source.id}` is not pinned", span, f"add `sha256: {text.digest}`", item=item)
        elif source.sha256.lower() != text.digest:
            message = f"{text.text.path} is not the file that was pinned: its SHA-256 is {text.digest}"
            fix = f"look at what changed; if it is meant, write sha256: {text.digest}"
            yield Finding("B307", message, parsed.span("sources", index, "sha256"), fix, item=item)
