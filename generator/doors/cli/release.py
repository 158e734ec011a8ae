"""`briefs release`: records of what was published."""

from __future__ import annotations

import click

from generator.desk.releasing import release
from generator.doors.cli.publication import publication
from generator.doors.report import text
from generator.doors.terminal import say


@click.command("release")
@click.argument("slugs", nargs=-1, required=True, metavar="SLUG...")
@click.pass_context
def command(context: click.Context, slugs: tuple[str, ...]) -> None:
    """Record what readers get of briefs now, in their folders `releases/`; commit the files. The pages say what changed since."""
    made = release(publication(context), slugs)
    for one in made:
        if one.errors:
            click.echo(text.listing(one.errors) + "\n")
        say(one.words)
    context.exit(1 if any(one.errors for one in made) else 0)
