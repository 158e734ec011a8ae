"""`briefs export`: what readers may get of all briefs, for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from generator.desk.exporting import export_database
from generator.doors.cli.publication import publication
from generator.doors.counts import count
from generator.doors.report import text
from generator.doors.terminal import say


@click.command("export")
@click.option(
    "--sqlite", "file", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE", help="The database to write."
)
@click.pass_context
def command(context: click.Context, file: Path) -> None:
    """Write what is public of all briefs as a SQLite database with full text."""
    exported = export_database(publication(context), file)
    if exported.refused:
        click.echo(text.listing(exported.refused), err=True)
        context.exit(1)
    say(f"{file}: {count(exported.briefs, 'brief', 'briefs')}, {exported.size:,} bytes")
