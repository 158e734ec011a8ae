"""What readers have got of a brief before, and what has changed since: made of releases, which are files that anybody may have edited."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.items import Brief, ItemRef, Source
from generator.items.changes import Change, changes, redirected
from generator.items.release import Recorded, RecordedKind, Release
from generator.text import markdown


@dataclass(frozen=True)
class Step:
    """What changed from one published state to the next, which was on a `day` (None: nobody has said when, nor recorded it).

    `since` is the day on which the earlier state was recorded.
    """

    since: date
    day: date | None
    changes: tuple[Change, ...]


def public_releases(releases: Iterable[Release], sources: Iterable[Source]) -> tuple[Release, ...]:
    """Published states, of whose quotes the words are left that stand in a source which is still shown."""
    shown = frozenset(source.id for source in sources if source.publish != "none")

    def told(one: Recorded) -> Recorded:
        return one.model_copy(update={"text": ""}) if one.kind == "quote" and one.source not in shown else one

    return tuple(
        release.model_copy(update={"items": tuple(map(told, release.items))}) for release in releases if release.status == "published"
    )


def steps(releases: tuple[Release, ...], now: tuple[Recorded, ...], brief: Brief, here: Iterable[ItemRef]) -> tuple[Step, ...]:
    """What has changed from each release to the next, and since the last one, the newest first; nothing where nothing has changed."""
    moved = redirected(brief, here)
    states = [(release, whole(release)) for release in releases]
    found: list[Step] = []
    for (before, old), (after, new) in pairwise(states):
        found.append(Step(before.recorded, _day(before, after.updated) or after.recorded, changes(old, new, moved)))
    if states:
        last, old = states[-1]
        found.append(Step(last.recorded, _day(last, brief.updated), changes(old, (*heads(brief.title, brief.summary), *now), moved)))
    return tuple(step for step in reversed(found) if step.changes)


def whole(release: Release) -> tuple[Recorded, ...]:
    """A release with its title and its answer as items."""
    return (*_heads(release.title, release.summary), *release.items)


def heads(title: str, summary: str) -> tuple[Recorded, ...]:
    """Title and answer of a brief, which are CommonMark, as items."""
    return _heads(markdown.plain(title), markdown.plain(summary))


def _heads(title: str, summary: str) -> tuple[Recorded, ...]:
    return (_head("title", title), _head("summary", summary))


def _head(kind: RecordedKind, text: str) -> Recorded:
    return Recorded(kind=kind, id=kind, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def _day(before: Release, updated: date | None) -> date | None:
    """The day that an editor names for a change, where it is later than the state before."""
    return updated if updated and updated > before.recorded else None
