"""The command `briefs`: one file per command. Floor 10.

Exit status: 0 fine, 1 findings or a failed build, 2 wrong usage.
"""

from __future__ import annotations

import click

from generator import __version__
from generator.cli import build, check, init, new, pdf, schema, serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefs")
@click.option(
    "-f", "--config-file", type=click.Path(exists=True, dir_okay=False), help="The mkdocs.yml; else the one in this folder or above it."
)
@click.pass_context
def main(context: click.Context, config_file: str | None) -> None:
    """Explainer briefs: pages and handouts whose every fact and quote is held to the words of its source."""
    context.obj = config_file


for command in (init.command, new.command, check.command, build.command, serve.command, pdf.command, schema.command):
    main.add_command(command)
