"""`briefs build`: the site and its handouts."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.doors.cli.configuration import config_file
from generator.doors.cli.no_cache import no_cache
from generator.engine.clock import now
from generator.engine.recall import Question, recall


@click.command("build")
@click.option("--strict", is_flag=True, default=None, help="Warnings fail the build, too.")
@click.option("-d", "--site-dir", type=click.Path(file_okay=False), help="Where the site goes; what mkdocs.yml says if left out.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler whose workers make the PDFs, such as tcp://10.0.0.5:8786.")
@no_cache
@click.pass_context
def command(context: click.Context, strict: bool | None, site_dir: str | None, scheduler: str | None) -> None:
    """Build the site and its handouts; a failed build leaves the last site as it is.

    Where nothing has changed since the last one, and the site still stands, that is said and nothing is built.
    """
    site = str(Path(site_dir).absolute()) if site_dir else None
    ours = sorted(f"{name}={value}" for name, value in os.environ.items() if name.startswith("BRIEFS_"))
    question = Question(config_file(context).absolute(), ("build", str(strict), str(site), *ours))
    answer = recall(question, now().timestamp())
    if answer is None:
        from generator.doors.cli import run_build  # MkDocs is slow to import, and nobody waits for it where nothing has changed

        run_build.build(context, question, strict=strict, site_dir=site, scheduler=scheduler)
    else:
        click.echo(answer.output, err=True)
