"""What `briefs check` does once it has to be done."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

import click
from mkdocs.utils import CountHandler

from generator.doors.cli.publication import known_slugs, publication
from generator.doors.progress import bar_of
from generator.doors.report import github, json, sarif, text
from generator.engine.atomic import write_atomically
from generator.engine.recall import Answer, Question, keep, state
from generator.library.survey import Checked, Outcome
from generator.text.finding import Finding, Severity, in_order
from generator.text.mending import mended

PINNED = "B307"  # mended on its own demand only: that a source has changed is to be looked at
Report = Callable[[Sequence[Finding], Sequence[Outcome]], str]
REPORTS: dict[str, Report] = {
    "text": text.report,
    "json": json.document,
    "github": lambda findings, outcomes: github.commands(findings),
    "sarif": lambda findings, outcomes: sarif.log(findings),
    "accepted": lambda findings, outcomes: text.acceptances(outcomes),
}


def report(context: click.Context, question: Question, slugs: tuple[str, ...], form: str, *, strict: bool) -> Answer:
    """Check a publication; the answer is kept, unless MkDocs had something to say that it would not say again."""
    said = CountHandler()
    logging.getLogger("mkdocs").addHandler(said)
    found = publication(context)
    before = state(question.config, found.docs)
    with bar_of("Checking") as progress:
        checked = found.report(progress=progress)
    known_slugs(found, slugs, {outcome.slug for outcome in checked.outcomes})
    findings, outcomes = _chosen(checked, slugs)
    fails = any(f.severity is Severity.ERROR or (strict and f.severity is Severity.WARNING) for f in findings)
    answer = Answer(REPORTS[form](findings, outcomes), 1 if fails else 0)
    if not said.get_counts():
        keep(question, found.docs, before, answer)
    return answer


def mend(context: click.Context, slugs: tuple[str, ...], *, fix: bool, repin: bool, dry_run: bool) -> None:
    """Write the safe edits of findings, and show them; with `dry_run`, only show them."""
    found = publication(context)
    checked = found.report()
    known_slugs(found, slugs, {outcome.slug for outcome in checked.outcomes})
    wanted = (finding for finding in _chosen(checked, slugs)[0] if (repin if finding.code == PINNED else fix))
    for change in mended(wanted):
        click.echo(change.difference())
        if not dry_run:
            write_atomically(found.root / change.text.path, change.body.encode())


def _chosen(checked: Checked, slugs: tuple[str, ...]) -> tuple[tuple[Finding, ...], list[Outcome]]:
    """The findings and outcomes of the briefs that were asked for; the shared files belong to all."""
    outcomes = [outcome for outcome in checked.outcomes if not slugs or outcome.slug in slugs]
    return in_order([*checked.shared_findings, *(finding for outcome in outcomes for finding in outcome.findings)]), outcomes
