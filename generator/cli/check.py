"""`briefs check`: all findings of all briefs, or of some."""

from __future__ import annotations

import click

from generator.cli.publication import known_slugs, publication
from generator.finding import Severity, in_order
from generator.report import json, text


@click.command("check")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How findings are shown.")
@click.option("--strict", is_flag=True, help="Warnings make exit status 1, too.")
@click.pass_context
def command(context: click.Context, slugs: tuple[str, ...], form: str, strict: bool) -> None:
    """Check briefs: reading, references, and every quote and passage against its source."""
    found = publication(context)
    checked = found.check()
    known_slugs(found, slugs, {outcome.slug for outcome in checked.outcomes})
    outcomes = [outcome for outcome in checked.outcomes if not slugs or outcome.slug in slugs]
    findings = in_order([*checked.shared_findings, *(finding for outcome in outcomes for finding in outcome.findings)])
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    if form == "json":
        click.echo(json.document(findings, outcomes))
    else:
        if findings:
            click.echo(text.listing(findings) + "\n")
        click.echo(text.totals(errors, warnings, len(outcomes)))
    context.exit(1 if errors or (strict and warnings) else 0)
