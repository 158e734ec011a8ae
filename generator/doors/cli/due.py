"""`briefs due`: what the calendar asks for."""

from __future__ import annotations

from datetime import datetime

import click

from generator.desk.due import due
from generator.doors.cli.publication import publication
from generator.doors.report import text
from generator.doors.terminal import say
from generator.engine.clock import said


@click.command("due")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="As of which day; today if left out.")
@click.pass_context
def command(context: click.Context, day: datetime | None) -> None:
    """List reviews and questions that are due, what rests on withdrawn sources, and embargoes; exit status 1 if something is overdue."""
    of = publication(context)
    found = due(of, day.date() if day else None)
    if found.overdue or found.withdrawn or found.lifting:
        click.echo(text.listing([*found.overdue, *found.withdrawn, *found.lifting]) + "\n")
    say(_total(len(found.overdue), said(found.at) if found.at else f"{found.on} {of.site.zone}"))
    context.exit(1 if found.overdue else 0)


def _total(number: int, on: str) -> str:
    return f"{number or 'nothing'} overdue on {on}" if number != 1 else f"1 thing overdue on {on}"
