"""`briefs build`: the site and its handouts."""

from __future__ import annotations

import logging
from pathlib import Path

import click
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from generator.doors.cli.configuration import config_file
from generator.doors.cli.logs import log_to_terminal
from generator.doors.cli.no_cache import no_cache
from generator.doors.cli.publication import publication
from generator.doors.mkdocs.plugin import plugin_of
from generator.doors.terminal import say


@click.command("build")
@click.option("--strict", is_flag=True, default=None, help="Warnings fail the build, too.")
@click.option("-d", "--site-dir", type=click.Path(file_okay=False), help="Where the site goes; what mkdocs.yml says if left out.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler whose workers make the PDFs, such as tcp://10.0.0.5:8786.")
@no_cache
@click.pass_context
def command(context: click.Context, strict: bool | None, site_dir: str | None, scheduler: str | None) -> None:
    """Build the site and its handouts; a failed build leaves the last site as it is."""
    log_to_terminal(logging.WARNING)
    path = config_file(context)
    publication(context)  # says what is wrong in mkdocs.yml with its place, before MkDocs does without
    try:
        config = load_config(str(path), strict=strict, site_dir=site_dir and str(Path(site_dir).absolute()))
    except (Abort, ConfigurationError) as error:
        raise click.UsageError(f"{path}: {error}") from None
    plugin_of(config).scheduler = scheduler
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build.build(config)
    except Abort as abort:
        say(str(abort), err=True)
        context.exit(1)
    finally:
        config.plugins.on_shutdown()
