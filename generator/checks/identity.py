"""B107, B202: a brief's folder has a name of its own, and an id stands for one item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import Context
from generator.items import ItemRef, Term
from generator.items.base import ID_PATTERN
from generator.items.fields import Location, each, identified
from generator.text.finding import Finding
from generator.text.slugs import LONGEST, slug

SITE_ADDRESSES = frozenset({"actors", "quotes", "questions", "timeline", "topics", "sources", "corrections", "assets", "search"})


def check(context: Context) -> Iterator[Finding]:
    """Ids are unique in a brief, actors' ids across all briefs, terms by the name their links use."""
    yield from _folder(context)
    parsed, brief = context.parsed, context.parsed.brief
    seen: dict[str, tuple[str, Location]] = {}
    for ref, location, _ in identified(brief):
        if ref.key in seen:
            kind, first = seen[ref.key]
            message = f"the id `{ref.key}` is already taken by {_article(kind)} in line {parsed.span(*first, 'id').line}"
            yield Finding("B202", message, parsed.span(*location, "id"), "choose another id", item=ref)
        elif ref.kind == "actor" and ref.key in context.taken:
            message = f"the actor `{ref.key}` also stands in {context.taken[ref.key]}; actors' ids are unique across briefs"
            fix = "if it is the same actor, move it to actors.yml; if not, choose another id"
            yield Finding("B202", message, parsed.span(*location, "id"), fix, item=ref)
        seen.setdefault(ref.key, (ref.kind, location))
    lines: dict[ItemRef, int] = {}
    for ref, location, term in each(brief, Term):
        span = parsed.span(*location, "term")
        if ref in lines:
            message = f"the term `{term.term}` is explained twice, first in line {lines[ref]}"
            yield Finding("B202", message, span, "keep one of the two")
        lines.setdefault(ref, span.line)


def _folder(context: Context) -> Iterator[Finding]:
    """The folder's name is the brief's address, so it is an id, and none of the addresses that the site itself uses."""
    name, top = context.parsed.slug, context.parsed.text.span()
    if not re.fullmatch(ID_PATTERN, name):
        message = f"the folder `{name}` cannot be an address: use lower-case letters a–z and digits, parts joined by single hyphens"
        message += f", {LONGEST} characters at most" if len(name) > LONGEST else ""
        proposal = slug(name, LONGEST) or "brief"
        yield Finding("B107", message, top, f"rename the folder to `{proposal}`")
    elif name in SITE_ADDRESSES:
        yield Finding("B202", f"`/{name}/` is an address of the site itself", top, f"rename the folder, for instance to `{name}-explained`")


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
