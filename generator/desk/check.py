"""Check briefs, and mend what can be mended safely."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from generator.desk.publication import Publication
from generator.engine.atomic import replace_unchanged
from generator.engine.crew import Progress
from generator.errors import PublicationError
from generator.library.survey import Survey
from generator.text.mending import Mended, mended

PINNED = "B307"  # mended on its own demand only: that a source has changed is to be looked at


def check(
    publication: Publication, slugs: Collection[str] = (), day: date | None = None, progress: Progress = lambda done, total: None
) -> Survey:
    """What was found in all briefs, or in some and in what all share; raises WrongUsageError for a name that no brief has."""
    survey = publication.inspect(day, progress)
    publication.know(slugs, survey.slugs)
    return survey.of(slugs) if slugs else survey


def mend(
    publication: Publication, slugs: Collection[str] = (), *, fix: bool = True, repin: bool = False, dry_run: bool = False
) -> list[Mended]:
    """Make the safe edits of findings, and with `repin` pin sources anew; with `dry_run`, only tell them."""
    wanted = (finding for finding in check(publication, slugs).findings if (repin if finding.code == PINNED else fix))
    changes = mended(wanted)
    for change in () if dry_run else changes:
        if not replace_unchanged(publication.root / change.text.path, change.text.body.encode(), change.body.encode()):
            raise PublicationError(f"{change.text.path}: has changed meanwhile, and is not mended; do it again")
    return changes
