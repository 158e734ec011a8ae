"""What readers get of a brief, as a release that is recorded."""

from __future__ import annotations

from datetime import date

from generator.dossier.dossier import Dossier
from generator.dossier.form import encoded
from generator.items.release import RELEASE_FORMAT, Release
from generator.text import markdown

_OF_RECORD = {"recorded", "version"}  # keys that say nothing of what is shown


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


def release_file(release: Release) -> bytes:
    """The file of a release."""
    return encoded(release.model_dump(mode="json", exclude_none=True))


def says_the_same(one: Release, other: Release) -> bool:
    """Whether two releases are of the same state."""
    return one.model_dump(exclude=_OF_RECORD) == other.model_dump(exclude=_OF_RECORD)
