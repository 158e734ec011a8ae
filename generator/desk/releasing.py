"""Recording what was published: a file in a brief's `releases/` for each state, named for the day, committed like any other.

A record is never written over: each was published. A second one of a day has a number in its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.desk.publication import Publication, explained
from generator.dossier.dossier import dossier
from generator.dossier.release_data import release_file, release_of, says_the_same
from generator.engine.atomic import replace_unchanged
from generator.engine.storage import is_inside
from generator.errors import WrongUsageError
from generator.items.release import Release
from generator.library.library import Library, collect
from generator.library.public import PublicBrief
from generator.library.releases import public_releases, steps
from generator.library.survey import Survey
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
        library = _public(publication, survey)
        outcomes, records = {outcome.slug: outcome for outcome in survey.outcomes}, _records(survey)
        made: list[Recording] = []
        for name in names:
            if outcomes[name].checked is None:
                made.append(Recording(name, f"{name} has errors, and is not recorded", errors=survey.of([name]).findings))
            elif name not in library.by_slug:
                raise WrongUsageError(f"`{name}` is not public ({outcomes[name].status}), so there is nothing to record of it")
            else:
                made.append(_record(publication, library.by_slug[name], records[name]))
        return made


def record_due(publication: Publication, survey: Survey) -> Iterator[Recording]:
    """Record the briefs of a build that has been published whose status or `updated` is not what their last record says."""
    records = _records(survey)
    for shown in _public(publication, survey).briefs:
        of = records[shown.slug]
        if not of or (of[-1].status, of[-1].updated) != (shown.brief.status, shown.brief.updated):
            try:
                yield _record(publication, shown, of)
            except OSError as error:
                yield Recording(shown.slug, f"what is published of {shown.slug} is not recorded: {error.strerror or error}")


def _public(publication: Publication, survey: Survey) -> Library:
    return collect(publication.site, survey, publication.now, preview=False, memory=publication.memory)


def _records(survey: Survey) -> Mapping[str, tuple[Release, ...]]:
    return {checked.slug: checked.releases for checked in survey.briefs}


def _record(publication: Publication, shown: PublicBrief, records: tuple[Release, ...]) -> Recording:
    """Write the state of a brief, unless its last record has it; raises OSError where that cannot be."""
    now = release_of(dossier(shown, publication.site), publication.today)
    if records and says_the_same(records[-1], now):
        return Recording(shown.slug, f"nothing has changed in {shown.slug} since its release of {records[-1].recorded}")
    folder = publication.docs / shown.slug
    if not is_inside(folder / RELEASES, folder):
        return Recording(shown.slug, f"what is published of {shown.slug} is not recorded: its {RELEASES} leads out of its folder")
    for number in range(1, MOST_OF_A_DAY + 1):
        path = folder / release_path(str(now.recorded), number)
        if not path.exists() and replace_unchanged(path, None, release_file(now)):
            words = f"recorded what is published of {shown.slug}: {path.relative_to(publication.root)}"
            releases = (*shown.releases, *public_releases([now], shown.brief.sources))
            after = steps(releases, shown.state, shown.brief, shown.refs)
            return Recording(shown.slug, words, path, shows=after != shown.steps)
    return Recording(shown.slug, f"{shown.slug} has {MOST_OF_A_DAY} releases of today already")
