"""B307, B308: a source is the file that was pinned by the SHA-256 of its text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.evidence import Anchored
from generator.items import ItemRef, Source
from generator.items.fields import each
from generator.text.finding import Edit, Finding


def check(anchored: Anchored) -> Iterator[Finding]:
    """The digest of each file is the one in brief.yml; where it is not, what still stands in the file and what does not."""
    parsed = anchored.context.parsed
    for ref, location, source in each(parsed.brief, Source):
        text = parsed.sources.get(source.id)
        if text is None or text.source is not source:
            continue
        if source.sha256 is None:
            if parsed.brief.status == "published":
                span = parsed.span(*location, "file")
                yield Finding("B308", f"the source `{source.id}` is not pinned", span, f"add `sha256: {text.digest}`", item=ref)
        elif not text.is_pinned:
            cited = [cited for cited in anchored.context.cited if cited.source == source.id]
            lost = [entry for entry in cited if (entry.item, entry.number) not in anchored.anchors]
            standing = [entry for entry in cited if entry not in lost]
            message = "\n".join((
                f"{text.text.path} is not the file that was pinned: its SHA-256 is {text.digest}",
                f"still stand in it: {_names(entry.item for entry in standing)}",
                f"no longer stand in it: {_names(entry.item for entry in lost)}",
            ))  # fmt: skip
            span = parsed.span(*location, "sha256")
            fix = f"look at what changed; if it is meant, write sha256: {text.digest}"
            if not lost:
                fix += ", or let `briefs check --repin` do it"
            yield Finding("B307", message, span, fix, item=ref, edit=None if lost else Edit(span.narrow(source.sha256), text.digest))


def _names(items: Iterator[ItemRef]) -> str:
    return ", ".join(dict.fromkeys(map(str, items))) or "nothing"
