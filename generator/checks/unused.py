"""B206, B207: a source is cited and an actor named by something."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.items.fields import items, linked, meant
from generator.text.finding import Finding

_UNUSED = {
    "source": ("B206", "nothing cites the source `{}`", "cite it, or remove it"),
    "actor": ("B207", "nothing names the actor `{}`", "link to it, or remove it"),
}


def check(context: Context) -> Iterator[Finding]:
    """Sources and actors of the brief's own that nothing refers to."""
    parsed = context.parsed
    texts = [value.text for value in context.texts] + ([parsed.article.body] if parsed.article else [])
    named = {ref for value in context.references for ref in meant(value)} | {ref for text in texts for ref in linked(text)}
    for ref, location, _ in items(parsed.brief):
        if ref.kind in _UNUSED and ref not in named:
            code, message, fix = _UNUSED[ref.kind]
            yield Finding(code, message.format(ref.key), parsed.span(*location, "id"), fix, item=ref)
