"""Recording what was published: a file in a brief's `releases/` for each state, named for the day, committed like any other.

A record is never written over: each was published. A second one of a day has a number in its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.desk.publication import Publication, explained
from generator.dossier.dossier import dossier
from generator.dossier.release_data import Due, due
from generator.engine.atomic import replace_unchanged
from generator.engine.storage import is_inside
from generator.errors import WrongUsageError
from generator.library.library import collect
from generator.parsing.releases import RELEASES, release_path
from generator.text.finding import NO_FINDINGS, Findings

MOST_OF_A_DAY = 999


@dataclass(frozen=True)
class Recording:
    """What became of a brief: its new record, or why there is none, in `words`; errors are why it has none.

    `shows` says that readers are told something by the record that they were not told without it, such as its day.
    """

    slug: str
    words: str
    path: Path | None = None
    errors: Findings = NO_FINDINGS
    shows: bool = False


def release(publication: Publication, slugs: Iterable[str]) -> list[Recording]:
    """Record what readers get of some briefs now; raises WrongUsageError for one that readers do not get."""
    names = list(dict.fromkeys(slugs))
    publication.know(names, [folder.name for folder in publication.folders()])
    with explained():
        survey = publication.survey()
        library = collect(publication.site, survey, publication.now, preview=False, memory=publication.memory)
        outcomes = {outcome.slug: outcome for outcome in survey.outcomes}
        made: list[Recording] = []
        for name in names:
            if not outcomes[name].is_whole:
                made.append(Recording(name, f"{name} has errors, and is not recorded", errors=survey.of([name]).findings))
            elif name not in library.by_slug:
                raise WrongUsageError(f"`{name}` is not public ({outcomes[name].status}), so there is nothing to record of it")
            else:
                one = library.by_slug[name]
                made.append(_record(publication, due(dossier(one.public, publication.site), one.recorded, publication.today)))
        return made


def record_due(publication: Publication, releases: Iterable[Due]) -> Iterator[Recording]:
    """Record what a build that has been published has found to be due."""
    for one in releases:
        try:
            yield _record(publication, one)
        except OSError as error:
            yield Recording(one.slug, f"what is published of {one.slug} is not recorded: {error.strerror or error}")


def _record(publication: Publication, one: Due) -> Recording:
    """Write the state of a brief, unless its last record has it; raises OSError where that cannot be."""
    if one.since:
        return Recording(one.slug, f"nothing has changed in {one.slug} since its release of {one.since}")
    folder = publication.docs / one.slug
    if not is_inside(folder / RELEASES, folder):
        return Recording(one.slug, f"what is published of {one.slug} is not recorded: its {RELEASES} leads out of its folder")
    for number in range(1, MOST_OF_A_DAY + 1):
        path = folder / release_path(str(one.day), number)
        if not path.exists() and replace_unchanged(path, None, one.file):
            words = f"recorded what is published of {one.slug}: {path.relative_to(publication.root)}"
            return Recording(one.slug, words, path, shows=one.shows)
    return Recording(one.slug, f"{one.slug} has {MOST_OF_A_DAY} releases of today already")
