"""`briefs init`: a publication to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from generator.desk.scaffold import new_publication
from generator.doors.terminal import say
from generator.engine.clock import now


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Make a publication in DIR that builds, with one draft brief."""
    try:
        paths = new_publication(folder, now().date())
    except FileExistsError as error:
        raise click.UsageError(f"{error.filename} is there already") from None
    for path in paths:
        say(path)
    say(f"Now: cd {folder} && briefs serve")
