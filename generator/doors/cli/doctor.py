"""`briefs doctor`: what this machine has, and what it lacks."""

from __future__ import annotations

import click

from generator.desk.doctor import parts


@click.command("doctor")
@click.pass_context
def command(context: click.Context) -> None:
    """Say what is installed of all that briefs can use; exit status 1 where something is missing that it cannot do without."""
    found = list(parts())
    for one in found:
        mark, colour = ("ok", "green") if one.is_there else ("missing", "red" if one.needed else "yellow")
        click.echo(f"{click.style(f'{mark:<8}', fg=colour)} {one.name}{'' if one.is_there else f': {one.fix}'}")
    context.exit(1 if any(one.needed and not one.is_there for one in found) else 0)
