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
    """List reviews and questions that are due, what rests on withdrawn sources, and embargoes.

    Exit status 1 if something is overdue, or a brief cannot be read.
    """
    of = publication(context)
    found = due(of, day.date() if day else None)
    listed = [*found.unread, *found.overdue, *found.withdrawn, *found.lifting]
    if listed:
        click.echo(text.listing(listed) + "\n")
    number, unread = len(found.overdue), len({finding.span.path for finding in found.unread})
    things = "1 thing" if number == 1 else str(number or "nothing")
    doubt = f", as far as can be read: {unread} brief{'' if unread == 1 else 's'} cannot" if unread else ""
    say(f"{things} overdue on {said(found.at) if found.at else f'{found.on} {of.site.zone}'}{doubt}")
    context.exit(1 if found.overdue or found.unread else 0)
