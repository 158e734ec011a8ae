"""What readers get of a brief, as a release that is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.dossier.dossier import Dossier
from generator.dossier.form import encoded
from generator.items.release import RELEASE_FORMAT, Release
from generator.library.releases import public_releases, steps
from generator.text import markdown
from generator.text.packing import Packed

_OF_RECORD = {"recorded", "version"}  # keys that say nothing of what is shown


@dataclass(frozen=True)
class Due:
    """A release that is to be recorded: the day and the content of its `file`, which is empty where that of the day `since` says the same.

    `shows` says that readers are told something by the record that they were not told without it, such as its day.
    """

    slug: str
    day: date
    since: date | None
    shows: bool
    file: Packed[bytes] = Packed()  # noqa: RUF009 - a descriptor, and no default


def due(dossier: Dossier, last: Release | None, day: date) -> Due:
    """What is to be recorded of a brief on a day, after its last release."""
    now, shown = release_of(dossier, day), dossier.shown
    if last is not None and _says_the_same(last, now):
        return Due(shown.slug, day, last.recorded, shows=False, file=b"")
    releases = (*shown.releases, *public_releases([now], shown.brief.sources))
    shows = steps(releases, shown.state, shown.brief, shown.refs) != shown.steps
    return Due(shown.slug, day, None, shows, file=encoded(now.model_dump(mode="json", exclude_none=True)))


def release_of(dossier: Dossier, day: date) -> Release:
    """The release of a brief on a day; of a withdrawn one nothing is left but that it was there."""
    brief = dossier.shown.brief
    is_shown = brief.status != "withdrawn"
    return Release(
        format=RELEASE_FORMAT,
        recorded=day,
        version=dossier.version,
        status=brief.status,
        published=brief.published,
        updated=brief.updated,
        title=markdown.plain(brief.title),
        summary=markdown.plain(brief.summary) if is_shown else "",
        items=dossier.shown.state if is_shown else (),
    )


def _says_the_same(one: Release, other: Release) -> bool:
    """Whether two releases are of the same state."""
    return one.model_dump(exclude=_OF_RECORD) == other.model_dump(exclude=_OF_RECORD)
