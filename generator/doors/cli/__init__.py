"""The command `briefs`: one file per command.

Exit status: 0 fine, 1 findings or a failed build, 2 wrong usage.
"""

from __future__ import annotations

import errno
import os
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from generator import __version__
from generator.errors import PublicationError

COMMANDS = ("init", "new", "import", "refresh", "draft", "check", "explain", "due", "build", "serve", "pdf", "verify", "doctor", "schema")


class Commands(click.Group):
    """Commands by the name of their module, imported when called: `check` does not wait for what `serve` needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"generator.doors.cli.{cmd_name}{'_' * iskeyword(cmd_name)}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """What cannot be read, written or rendered is said in one line."""
        try:
            return super().invoke(ctx)
        except PublicationError as error:
            raise click.ClickException(str(error)) from None
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # click knows what to do when nobody reads on
            raise click.ClickException(f"{error.filename or 'a file'}: {error.strerror or error}") from None


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefs")
@click.option(
    "-f", "--config-file", type=click.Path(exists=True, dir_okay=False), help="The mkdocs.yml; else the one in this folder or above it."
)
@click.pass_context
def main(context: click.Context, config_file: str | None) -> None:
    """Explainer briefs: pages and handouts whose every fact and quote is held to the words of its source."""
    context.obj = config_file
    context.color = False if os.environ.get("NO_COLOR") else None  # no-color.org; else click looks for a terminal
