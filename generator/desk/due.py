"""What the calendar asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from generator.desk.publication import Publication
from generator.engine.storage import BRIEF
from generator.library.survey import Survey
from generator.text.finding import Finding, Findings, Severity

READING = "B1"  # begins the codes of what cannot be read …
NO_FILE = ("B210", "B211")  # … and these are of a link that leads astray, a pipe, a folder by the name of a file
OVERDUE = ("B501", "B502")
WITHDRAWN = ("B339",)
LIFTING = ("B503",)


@dataclass(frozen=True)
class Due:
    """Reviews and questions that are overdue on a day, what rests on withdrawn sources only, and embargoes that are still to lift.

    `at` is the instant that was taken, in the publication's zone; None for a day that was asked for. `unread` says what of each brief.yml
    cannot be read, for nobody knows what is due there.
    """

    on: date
    at: datetime | None
    unread: Findings
    overdue: Findings
    withdrawn: Findings
    lifting: Findings


def due(publication: Publication, on: date | None = None) -> Due:
    """What is due on a day, today if left out."""
    survey = publication.inspect(on)
    unread = Findings(finding for finding in survey.findings if finding.span.path.endswith(f"/{BRIEF}") and _is_unread(finding))
    at = None if on else publication.now
    return Due(on or publication.today, at, unread, _of(survey, OVERDUE), _of(survey, WITHDRAWN), _of(survey, LIFTING))


def _is_unread(finding: Finding) -> bool:
    return finding.code in NO_FILE or (finding.severity is Severity.ERROR and finding.code.startswith(READING))


def _of(survey: Survey, codes: tuple[str, ...]) -> Findings:
    """Findings of some codes; what an editor has accepted is still due."""
    accepted = (entry.finding for outcome in survey.outcomes for entry in outcome.accepted)
    return Findings(finding for finding in (*survey.findings, *accepted) if finding.code in codes)
