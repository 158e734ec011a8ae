"""B107, B202: a brief's folder has a name of its own, and an id stands for one item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import Context
from generator.items.base import ID_PATTERN
from generator.text.finding import Finding
from generator.text.slugs import slug, slug_as_written

SITE_ADDRESSES = frozenset({"actors", "quotes", "questions", "timeline", "topics", "sources", "corrections", "assets", "search"})


def check(context: Context) -> Iterator[Finding]:
    """Ids are unique in a brief, actors' ids across all briefs, terms by the name their links use."""
    yield from _folder(context)
    parsed, brief = context.parsed, context.parsed.brief
    seen: dict[str, str] = {}
    for name, kind, items in brief.identified():
        for index, item in enumerate(items):
            span = parsed.span(name, index, "id")
            address = f"{kind}:{item.id}"
            if item.id in seen:
                yield Finding("B202", f"the id `{item.id}` is already taken by {seen[item.id]}", span, "choose another id", item=address)
            elif name == "actors" and item.id in context.taken:
                message = f"the actor `{item.id}` also stands in {context.taken[item.id]}; actors' ids are unique across briefs"
                yield Finding(
                    "B202", message, span, "if it is the same actor, move it to actors.yml; if not, choose another id", item=address
                )
            seen.setdefault(item.id, f"{_article(kind)} in line {span.line}")
    names: dict[str, int] = {}
    for index, term in enumerate(brief.terms):
        span = parsed.span("terms", index, "term")
        if slug_as_written(term.term) in names:
            yield Finding(
                "B202",
                f"the term `{term.term}` is explained twice, first in line {names[slug_as_written(term.term)]}",
                span,
                "keep one of the two",
            )
        names.setdefault(slug_as_written(term.term), span.line)


def _folder(context: Context) -> Iterator[Finding]:
    """The folder's name is the brief's address, so it is an id, and none of the addresses that the site itself uses."""
    name, top = context.parsed.slug, context.parsed.text.span()
    if not re.fullmatch(ID_PATTERN, name):
        message = f"the folder `{name}` cannot be an address: use lower-case letters a–z and digits, parts joined by single hyphens"
        proposal = slug(name) or "brief"
        yield Finding("B107", message, top, f"rename the folder to `{proposal}`")
    elif name in SITE_ADDRESSES:
        yield Finding("B202", f"`/{name}/` is an address of the site itself", top, f"rename the folder, for instance to `{name}-explained`")


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
