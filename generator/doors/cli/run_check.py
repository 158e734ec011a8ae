"""What `briefs check` does once it has to be done."""

from __future__ import annotations

from collections.abc import Callable

import click

from generator.desk import check as desk
from generator.doors.cli.publication import publication
from generator.doors.progress import bar_of
from generator.doors.report import github, json, sarif, text
from generator.doors.terminal import say
from generator.engine.clock import bounds
from generator.engine.recall import Answer, Question, keep, state
from generator.library.survey import Survey

REPORTS: dict[str, Callable[[Survey], str]] = {
    "text": text.report,
    "json": json.document,
    "github": lambda survey: github.commands(survey.findings),
    "sarif": lambda survey: sarif.log(survey.findings),
    "accepted": text.acceptances,
}


def report(context: click.Context, question: Question, slugs: tuple[str, ...], form: str, *, strict: bool) -> Answer:
    """Check a publication; the answer is kept."""
    found = publication(context)
    before = state(question.config, [found.docs])
    with bar_of("Checking") as progress:
        survey = desk.check(found, slugs, progress=progress)
    answer = Answer(REPORTS[form](survey), 1 if survey.findings.fail(strict=strict) else 0)
    keep(question, [found.docs], before, answer, bounds(found.today, found.site.zone))
    return answer


def mend(context: click.Context, slugs: tuple[str, ...], *, fix: bool, repin: bool, dry_run: bool) -> None:
    """Write the safe edits of findings, and show them; with `dry_run`, only show them."""
    for change in desk.mend(publication(context), slugs, fix=fix, repin=repin, dry_run=dry_run):
        for line in change.difference().split("\n"):
            say(line)
