"""B411–B415: what was published keeps its name, and does not change unsaid.

What was published stands in the brief's releases. What became of an id since is told by the last of them; that it stands for the same
thing, by the last that has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.checks.context import CheckedBrief, Context
from generator.items import Actor, Brief, Correction, ItemRef, Model, Term
from generator.items.changes import redirected
from generator.items.fields import KEYED, Location, each, items, meant, references
from generator.items.release import said
from generator.text.finding import Finding
from generator.text.markdown import ITEM_SCHEMES
from generator.text.moments import day_of
from generator.text.places import Span, Text
from generator.text.word_changes import is_reworded, likeness

HELD = ("fact", "quote")  # kinds whose words do not change unsaid
TELLING = ("fact", "quote", "question", "actor")  # kinds whose words tell what an id stands for
ALIKE = 0.2  # below it a text is another one, not the same one reworded


@dataclass(frozen=True)
class Now:
    """What an item of the brief says now, and where it stands."""

    text: str
    location: Location


class Standing(NamedTuple):
    """A brief as it is now, with the actors and terms that it may name; `lost` could not be read, `span` says where a value stands."""

    brief: Brief
    actors: Mapping[str, Actor]
    terms: Mapping[str, Term]
    lost: Collection[ItemRef] = ()
    span: Callable[..., Span] = lambda *_: Text("", "").span()


class Former(NamedTuple):
    """The texts that were published with a name that stays, and the day on which that was recorded."""

    recorded: date
    texts: Mapping[ItemRef, str]


def check(context: Context) -> Iterator[Finding]:
    """What has become of published ids and words; nothing of it where items could not be read, or the brief is not public."""
    parsed, brief = context.parsed, context.parsed.brief
    if brief.updated and brief.published and brief.updated < (first := day_of(brief.published, context.zone)):
        message = f"`updated` says {brief.updated}, and the brief was published on {first}"
        yield Finding("B414", message, parsed.span("updated"), f"leave `published` as it was, and write `updated: {first}` or later")
    releases = [Former(release.recorded, release.texts) for release in parsed.releases if release.status == "published"]
    is_held = bool(releases) and brief.status == "published" and parsed.complete
    if not is_held and not brief.redirects:
        return
    standing = Standing(brief, context.actors, context.terms, parsed.lost, parsed.span)
    yield from _redirects(standing, _here(standing))
    if is_held:
        yield from _held(standing, releases)


def is_silent(checked: CheckedBrief, texts: Mapping[ItemRef, str]) -> bool:
    """Whether no finding comes with the first release of a brief, if that has these texts: neither on its day nor on a later one."""
    return not any(_held(Standing(checked.brief, checked.actors, checked.terms), [Former(date.max, texts)]))


def _here(standing: Standing) -> Mapping[ItemRef, Model | str]:
    """All that there is now by its name."""
    here: dict[ItemRef, Model | str] = {ItemRef("actor", name): actor for name, actor in standing.actors.items()}
    here |= {KEYED["term"].named(term.term): term for term in standing.terms.values()}
    return here | {entry.ref: entry.item for entry in items(standing.brief)}


def _held(standing: Standing, releases: Sequence[Former]) -> Iterator[Finding]:
    """B411, B412, B413, by what was published before, the oldest first."""
    own = {entry.ref: entry for entry in items(standing.brief)}
    here = _here(standing)
    moved = redirected(standing.brief, here)
    texts = said((ref, entry.item) for ref, entry in own.items())
    now = {ref: Now(text, own[ref].location) for ref, text in texts.items()}
    yield from _gone(standing, releases[-1], {ref for ref in here if ref not in own or ref in now}, moved)
    yield from _reused(standing, releases, now)
    yield from _reworded(standing, releases[-1], now, moved)


def _redirects(standing: Standing, here: Mapping[ItemRef, object]) -> Iterator[Finding]:
    """B415: a redirect leads from an id that is free."""
    seen: set[ItemRef] = set()
    known = {ref.key for ref in here}
    for index, redirect in enumerate(standing.brief.redirects):
        span = standing.span("redirects", index, "from")
        kinds = [ref.kind for ref in here if ref.key == redirect.to.rpartition(":")[-1]]
        former = redirect.former(kinds[0] if kinds else "fact")
        if former is None or former.kind not in ITEM_SCHEMES or not re.fullmatch(r"[\w-]+", former.key):
            message = f"`{redirect.from_}` names no item that has an id"
            yield Finding("B415", message, span, "write its kind and its id, such as `fact:troops-1500`")
        elif former.key in known:
            yield Finding("B415", f"`{former.key}` is the id of an item, so nothing leads away from it", span, "remove the redirect")
        elif former in seen:
            yield Finding("B415", f"`{former.key}` leads somewhere already", span, "keep one of the two")
        else:
            seen.add(former)


def _gone(standing: Standing, release: Former, shown: Collection[ItemRef], moved: Mapping[ItemRef, ItemRef]) -> Iterator[Finding]:
    """B411: what was published last is there, or has moved."""
    keys = {ref.key for ref in shown}
    for ref in release.texts:
        if ref in shown or ref in moved or ref.key in keys or ref in standing.lost:
            continue
        name = next((field for field in ("facts", "quotes", "questions", "actors", "sources", "terms") if field.startswith(ref.kind)), "")
        fix = f"bring it back, or say what took its place: `redirects: [{{from: {ref}, to: …}}]`"
        message = f"the {ref.kind} `{ref.key}` was published on {release.recorded} and is not there any more: links to it lead nowhere"
        yield Finding("B411", message, standing.span(name), fix)


def _reused(standing: Standing, releases: Sequence[Former], shown: Mapping[ItemRef, Now]) -> Iterator[Finding]:
    """B412: an id stands for what it has stood for."""
    before: dict[ItemRef, tuple[Former, ItemRef, str]] = {}
    for release in releases:
        before |= {ref: (release, ref, text) for ref, text in release.texts.items()}
    by_id = {ref.key: entry for ref, entry in before.items() if KEYED[ref.kind].by == "id"}  # a term may be called as an item is
    corrected = _corrected(standing, releases[-1].recorded)
    for ref, now in shown.items():
        known = before.get(ref) or (by_id.get(ref.key) if KEYED[ref.kind].by == "id" else None)
        if known is None:
            continue
        release, was, text = known
        is_other = ref.kind in TELLING and ref not in corrected and text not in _names(standing, ref)
        if was.kind != ref.kind:
            message = f"`{ref.key}` was the id of a {was.kind} on {release.recorded}: links to that lead here now"
        elif is_other and likeness(text, now.text) < ALIKE:
            message = f"`{ref.key}` stood for something else on {release.recorded}: “{_short(text)}”"
        else:
            continue
        fix = "choose another id; or say in a correction, with its `item`, that this was wrong"
        yield Finding("B412", message, standing.span(*now.location, "id"), fix, item=ref)


def _reworded(standing: Standing, release: Former, shown: Mapping[ItemRef, Now], moved: Mapping[ItemRef, ItemRef]) -> Iterator[Finding]:
    """B413: facts and quotes are as they were, or readers are told of it."""
    brief = standing.brief
    if brief.updated and brief.updated > release.recorded:
        return
    corrected = _corrected(standing, release.recorded)
    for was, text in release.texts.items():
        ref = moved.get(was, was)
        now = shown.get(ref)
        if now is None or ref.kind not in HELD or ref in corrected or not is_reworded(text, now.text):
            continue
        if was == ref and ref.kind in TELLING and likeness(text, now.text) < ALIKE:
            continue  # which is B412
        message = f"this {ref.kind} was published on {release.recorded} in other words: “{_short(text)}”"
        fix = f"tell readers: a correction with `item: {ref}`, or `updated:` with the day of the change"
        yield Finding("B413", message, standing.span(*now.location, "text"), fix, item=ref)


def _corrected(standing: Standing, since: date) -> set[ItemRef]:
    """The items of which a correction tells that was made since a day."""
    told = (item for _, _, item in each(standing.brief, Correction) if item.date >= since)
    return {ItemRef(*name) for item in told for reference in references(item) for name in meant(reference)}  # type: ignore[arg-type]


def _names(standing: Standing, ref: ItemRef) -> tuple[str, ...]:
    """By what other names an actor is known."""
    actor = standing.actors.get(ref.key) if ref.kind == "actor" else None
    return actor.aliases if actor else ()


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119].rstrip()}…"
