"""`briefs export`: what readers may get of all briefs, for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from generator.desk.exporting import export_database
from generator.desk.exporting_docs import export_docs
from generator.doors.cli.configuration import config_file
from generator.doors.cli.publication import publication
from generator.doors.counts import count
from generator.doors.report import text
from generator.doors.terminal import say
from generator.text.finding import Findings


@click.command("export")
@click.option("--sqlite", "file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="The database to write.")
@click.option("--docs", "folder", type=click.Path(path_type=Path), metavar="DIR", help="The folder to write for another site generator.")
@click.pass_context
def command(context: click.Context, file: Path | None, folder: Path | None) -> None:
    """Write what is public of all briefs as a SQLite database with full text, or as a folder that other site generators build."""
    if file is None and folder is None:
        raise click.UsageError("say what to write: --sqlite FILE, or --docs DIR")
    if file is not None:
        exported = export_database(publication(context), file)
        _refuse(context, exported.refused)
        say(f"{file}: {count(exported.briefs, 'brief', 'briefs')}, {exported.size:,} bytes")
    if folder is not None:
        docs = export_docs(publication(context), config_file(context), folder)
        _refuse(context, docs.refused)
        for what in docs.left:
            say(f"left out: {what}", err=True)
        counted = (count(docs.pages, "page", "pages"), count(docs.files, "file", "files"), count(docs.handouts, "handout", "handouts"))
        say(f"{folder}: {', '.join(counted)}")


def _refuse(context: click.Context, refused: Findings) -> None:
    if refused:
        click.echo(text.listing(refused), err=True)
        context.exit(1)
