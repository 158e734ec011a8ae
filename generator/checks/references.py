"""B201: an id that is referred to exists."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.items import Brief, CrossRef
from generator.items.fields import Value, lists, meant
from generator.items.marks import Refers
from generator.text.finding import Finding


def check(context: Context) -> Iterator[Finding]:
    """Whatever is named is there."""
    for reference in _required(context):
        if not any(context.is_known(*thing) for thing in meant(reference)):
            yield _missing(context, reference)


def all_there(context: Context) -> bool:
    """Whether everything that is named is there, and nothing of it merely could not be read."""
    return all(any(key in context.ids[kind] for kind, key in meant(reference)) for reference in _required(context))


def _required(context: Context) -> Iterator[Value[Refers]]:
    """What is named and may not be missing."""
    return (reference for reference in context.references if reference.mark.form != "words")


def _missing(context: Context, reference: Value[Refers]) -> Finding:
    span, things = context.parsed.span(*reference.location), meant(reference)
    if len(things) != 1:
        fix = f"name it as {', '.join(f'{kind}:…' for kind in reference.mark.kinds)} or by its id"
        return Finding("B201", f"there is no item `{reference.text}`", span, fix, item=reference.item)
    ((kind, _),) = things
    name = reference.text.removeprefix(f"{kind}:")
    if kind == "brief":  # of all others, a brief knows those that it names
        return _no_brief(context, reference)
    close = context.guesses.near(name, context.ids[kind], cutoff=0.5)
    fix = f"did you mean `{close[0]}`?" if close else _MISSING[kind].format(name)
    return Finding("B201", f"there is no {kind} `{name}`", span, fix, item=reference.item)


def _no_brief(context: Context, reference: Value[Refers]) -> Finding:
    """What names another brief, such as `translation_of`, and leads to none."""
    name, key = reference.text, reference.location[-1]
    near = context.beyond[CrossRef(name)].near
    is_itself = name == context.parsed.slug
    message = f"`{key}` names {'this brief itself' if is_itself else f'the brief `{name}`, which is not there'}"
    fix = f"did you mean `{near.brief}`?" if near and not is_itself else f"name the folder of another brief, or remove `{key}`"
    return Finding("B201", message, context.parsed.span(*reference.location), fix, item=reference.item)


_MISSING: dict[str, str] = {
    **{keyed.kind: f"add it under `{key}:`" for key, keyed in lists(Brief).items()},
    "actor": "add it under `actors:` here or in actors.yml: {{id: {0}, name: …, kind: person}}",
    "term": "add it under `terms:` here or in glossary.yml",
    "author": "name one of `authors:`, or add the author there",
}
