"""`briefs due`: what the calendar asks for."""

from __future__ import annotations

from datetime import date, datetime

import click

from generator.doors.cli.publication import publication
from generator.doors.report import text
from generator.engine.clock import today
from generator.library.survey import Checked
from generator.text.finding import Finding

OVERDUE = ("B501", "B502")
LIFTING = ("B503",)


@click.command("due")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="As of which day; today if left out.")
@click.pass_context
def command(context: click.Context, day: datetime | None) -> None:
    """List the reviews and questions that are due, and embargoes; exit status 1 where something is overdue."""
    on = day.date() if day else today()
    checked = publication(context).report(on)
    overdue, lifting = _of(checked, OVERDUE), _of(checked, LIFTING)
    if overdue or lifting:
        click.echo(text.listing([*overdue, *lifting]) + "\n")
    click.echo(_total(len(overdue), on))
    context.exit(1 if overdue else 0)


def _of(checked: Checked, codes: tuple[str, ...]) -> list[Finding]:
    """Findings of some codes; what an editor has accepted is still due."""
    accepted = [entry.finding for outcome in checked.outcomes for entry in outcome.accepted]
    return [finding for finding in (*checked.findings, *accepted) if finding.code in codes]


def _total(number: int, on: date) -> str:
    return f"{number or 'nothing'} overdue on {on}" if number != 1 else f"1 thing overdue on {on}"
