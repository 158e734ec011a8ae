"""`briefs check`: all findings of all briefs, or of some."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import click

from generator.build import Publication
from generator.cli.publication import known_slugs, publication
from generator.finding import Finding, Severity, in_order
from generator.mending import mended
from generator.pipeline import Checked, Outcome
from generator.report import github, json, sarif, text
from generator.storage import write_atomically

PINNED = "B307"  # mended on its own demand only: that a source has changed is to be looked at
Report = Callable[[Sequence[Finding], Sequence[Outcome]], str]
REPORTS: dict[str, Report] = {
    "text": text.report,
    "json": json.document,
    "github": lambda findings, outcomes: github.commands(findings),
    "sarif": lambda findings, outcomes: sarif.log(findings),
}


@click.command("check")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option("--format", "form", type=click.Choice(list(REPORTS)), default="text", help="How findings are shown.")
@click.option("--strict", is_flag=True, help="Warnings make exit status 1, too.")
@click.option("--accepted", is_flag=True, help="List what editors have accepted, with their reasons.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, and show what changed.")
@click.option("--repin", is_flag=True, help="Pin sources anew that have changed, where all that is cited still stands in them.")
@click.option("--dry-run", is_flag=True, help="With --fix or --repin: only show what would change.")
@click.pass_context
def command(
    context: click.Context, slugs: tuple[str, ...], form: str, strict: bool, accepted: bool, fix: bool, repin: bool, dry_run: bool
) -> None:
    """Check briefs: reading, references, every quote and passage against its source, editorial rules, and what is due."""
    if dry_run and not (fix or repin):
        raise click.UsageError("--dry-run goes with --fix or --repin")
    found = publication(context)
    checked = found.check()
    known_slugs(found, slugs, {outcome.slug for outcome in checked.outcomes})
    if fix or repin:
        _mend(found, [finding for finding in _chosen(checked, slugs)[0] if (repin if finding.code == PINNED else fix)], dry_run)
        checked = checked if dry_run else found.check()
    findings, outcomes = _chosen(checked, slugs)
    if accepted:
        click.echo(text.acceptances(outcomes))
    else:
        click.echo(REPORTS[form](findings, outcomes))
    fails = any(f.severity is Severity.ERROR or (strict and f.severity is Severity.WARNING) for f in findings)
    context.exit(1 if fails else 0)


def _chosen(checked: Checked, slugs: tuple[str, ...]) -> tuple[tuple[Finding, ...], list[Outcome]]:
    """The findings and outcomes of the briefs that were asked for; the shared files belong to all."""
    outcomes = [outcome for outcome in checked.outcomes if not slugs or outcome.slug in slugs]
    return in_order([*checked.shared_findings, *(finding for outcome in outcomes for finding in outcome.findings)]), outcomes


def _mend(found: Publication, findings: Iterable[Finding], dry_run: bool) -> None:
    """Write the safe edits of findings, or only show them."""
    for change in mended(findings):
        click.echo(change.difference())
        if not dry_run:
            write_atomically(found.root / change.text.path, change.body.encode())
