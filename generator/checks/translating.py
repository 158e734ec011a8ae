"""B119, B125, B352–B355: a translation says what its original says, is public with it, and is as new; what only one has is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.checks.context import Context
from generator.items import Actor, Brief, CrossRef, Event, Fact, Item, ItemRef, Model, Question, Quote
from generator.items.brief import BriefStatus
from generator.items.fields import each, identified
from generator.parsing import ParsedBrief
from generator.prose.quantities import quantities
from generator.text import markdown
from generator.text.finding import Finding, Severity
from generator.text.moments import begins, day_of

STATED: dict[type[Model], tuple[str, ...]] = {
    Fact: ("status", "by", "as_of", "confidence"),
    Quote: ("speaker", "said"),
    Question: ("status", "answered_by"),
    Actor: ("kind", "of", "wikidata", "existence"),
}
"""What is said of an item in no language."""

SAID: dict[type[Model], str] = {Quote: "text", Question: "question"}
"""Texts whose figures are compared; those of facts are held to their evidence (`figures`)."""


def own(parsed: ParsedBrief, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a brief without those that its original is told, for they stand there; errors keep both from being published."""
    theirs = {one.text.path for one in _originals(parsed)}
    return (finding for finding in findings if finding.severity is Severity.ERROR or finding.span.path not in theirs)


def _originals(parsed: ParsedBrief) -> Iterator[ParsedBrief]:
    while parsed.original:
        parsed = parsed.original
        yield parsed


def check(context: Context) -> Iterator[Finding]:
    """A translation beside the brief that it translates."""
    yield from _age(context)
    yield from _public(context)
    yield from _embargo(context)
    if context.parsed.original:
        yield from _items(context, context.parsed.original)


def _items(context: Context, original: ParsedBrief) -> Iterator[Finding]:
    """What only one of the two has, and what they say otherwise of the same; words are compared by their figures and days alone."""
    parsed = context.parsed
    theirs, ours = (_shared(brief) for brief in (original.brief, parsed.brief))
    name = parsed.brief.translation_of
    for ref, location, item in identified(parsed.brief):
        if not isinstance(item, Item) or parsed.span(*location).path != parsed.text.path:
            continue
        if ref not in theirs:
            yield Finding("B352", f"the original has no {ref.kind} `{ref.key}`", parsed.span(*location, "id"), f"see {name}", item=ref)
        else:
            yield from _otherwise(parsed, ref, location, item, theirs[ref])
    missing = [
        f"{ref.kind} `{ref.key}`"
        for ref, item in theirs.items()
        if ref not in {*ours, *parsed.lost} and not item.draft and ref.kind != "actor"
    ]
    if missing:
        message = f"the original also has {', '.join(missing)}"
        yield Finding("B354", message, parsed.span("translation_of"), "translate it, or leave it out on purpose")


def _shared(brief: Brief) -> dict[ItemRef, Item]:
    """The items that both of two briefs are to have; events have no ids, and terms are words of a language."""
    return {ref: item for ref, _, item in each(brief, Item) if not isinstance(item, Event)}


def _otherwise(parsed: ParsedBrief, ref: ItemRef, location: tuple[str | int, ...], item: Item, of: Item) -> Iterator[Finding]:
    for key in STATED.get(type(item), ()):
        if type(of) is type(item) and (ours := getattr(item, key)) != (theirs := getattr(of, key)):
            message = f"the original says {_told(theirs)} for `{key}`, and this says {_told(ours)}"
            yield Finding("B355", message, parsed.span(*location, key), f"leave `{key}` out: then it is the original’s", item=ref)
    said = SAID.get(type(item))
    if said and type(of) is type(item):
        ours, theirs = (markdown.plain(getattr(one, said)) for one in (item, of))
        for figure in _figures_beside(ours, theirs):
            message = f"the original gives other figures than {figure}"
            yield Finding("B355", message, parsed.span(*location, said).narrow(figure), f"it says: {theirs}", item=ref)


def _figures_beside(ours: str, theirs: str) -> Iterator[str]:
    """The figures of a text that another one, which has figures too, has neither as a number nor in a date."""
    digits = set(re.findall(r"\d+", theirs))
    known = {value for number in quantities(theirs) for value in number.values} | {Decimal(number) for number in digits}
    for number in quantities(ours) if digits else ():
        if re.search(r"\d", number.text) and known.isdisjoint(number.values) and not digits.issuperset(re.findall(r"\d+", number.text)):
            yield number.text


def _told(value: object) -> str:
    return f"`{', '.join(map(str, value)) if isinstance(value, tuple) else value}`" if value else "nothing"


def _age(context: Context) -> Iterator[Finding]:
    """The brief that this one translates was not changed on a later day than this one."""
    brief = context.parsed.brief
    original = context.beyond.get(CrossRef(brief.translation_of)) if brief.translation_of else None
    ours = brief.updated or brief.published
    if original is None or original.changed is None or ours is None:
        return
    theirs = day_of(original.changed, context.zone)
    if theirs > day_of(ours, context.zone):
        message = f"the original was changed on {theirs}, after this translation ({day_of(ours, context.zone)})"
        fix = "bring over what has changed, and set `updated:`"
        yield Finding("B353", message, context.parsed.span("translation_of"), fix)


def _public(context: Context) -> Iterator[Finding]:
    """A brief that is published translates one that is published, too."""
    brief = context.parsed.brief
    original = context.beyond.get(CrossRef(brief.translation_of)) if brief.translation_of else None
    if original is None or original.lacks or original.status == "published" or brief.status != "published":
        return
    message = f"the original is {_UNPUBLISHED[original.status]}, and this translation is published"
    fix = "withdraw this translation, too" if original.status == "withdrawn" else "publish the original first"
    yield Finding("B119", message, context.parsed.span("translation_of"), fix)


_UNPUBLISHED: dict[BriefStatus, str] = {"draft": "a draft", "review": "in review", "withdrawn": "withdrawn"}


def _embargo(context: Context) -> Iterator[Finding]:
    """No original is under an embargo that lifts later than that of the translation, which has it from there where it names none."""
    brief, today, zone = context.parsed.brief, context.today, context.zone
    if brief.translation_of is None or today is None or brief.status not in ("published", "withdrawn"):
        return
    if unread := _unread(context):
        message = f"nothing of the original `{unread}` can be read, so that nobody knows how long it is under embargo"
        yield Finding("B125", message, context.parsed.span("translation_of"), f"mend {unread} first")
    embargoes = [one.brief.embargo for one in _originals(context.parsed) if one.brief.embargo]
    last = max(embargoes, key=lambda embargo: begins(embargo, zone), default=None)
    if last and begins(last, zone) > max(begins(day, zone) for day in (today, brief.embargo) if day):
        message = f"the original is under embargo until {last.isoformat()}, and this translation would tell what it tells before"
        yield Finding("B125", message, context.parsed.span("embargo"), f"leave `embargo` out, or write `embargo: {last.isoformat()}`")


def _unread(context: Context) -> str | None:
    """The original, or that of an original, of which there is a folder and no more."""
    chain = (context.parsed, *_originals(context.parsed))
    name = chain[-1].brief.translation_of
    is_there = name is not None and (len(chain) > 1 or not context.beyond[CrossRef(name)].lacks)
    return name if is_there and name not in {one.slug for one in chain} else None
