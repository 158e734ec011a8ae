"""The command `briefs`: one file per command.

Exit status: 0 fine, 1 findings or a failed build, 2 wrong usage.
"""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from generator import __version__
from generator.doors.garbage import seldom
from generator.doors.terminal import interruptible, open_standard
from generator.errors import ConfigurationError, PublicationError, WrongUsageError, told
from generator.text.visible import lines, words

COMMANDS = {
    "init": "Make a publication that builds.",
    "new": "Make a draft brief that builds at once.",
    "import": "Bring source articles into a brief.",
    "refresh": "Say which pages of sources have changed or gone.",
    "draft": "Propose facts, quotes and more from a brief's sources.",
    "check": "List what is wrong with briefs, and mend what is safe to mend.",
    "explain": "Explain the code of a finding.",
    "due": "List the reviews, questions and embargoes that are due.",
    "build": "Build the site and its handouts.",
    "serve": "Serve the site with its drafts while you edit.",
    "pdf": "Make handouts, of drafts too.",
    "release": "Record what readers get of a brief, so that it can say what changes.",
    "export": "Write what is public as a database.",
    "verify": "Verify that a handout has the words of its evidence.",
    "keys": "Make the key that a publication signs with.",
    "doctor": "Say what is installed of all that briefs can use.",
    "schema": "Print the JSON Schema of a file that editors write.",
}


class Commands(click.Group):
    """Commands by the name of their module, imported when called: `check` does not wait for what `serve` needs, `--help` for nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"generator.doors.cli.{cmd_name}{'_' * iskeyword(cmd_name)}").command
        return command

    def main(self, *args: Any, **more: Any) -> Any:
        """Help that cannot be written is said in one line, too."""
        open_standard()
        try:
            with interruptible():
                return super().main(*args, **more)
        except OSError as error:
            click.echo(f"Error: {words(told(error))}", err=True)
            sys.exit(1)

    def invoke(self, ctx: click.Context) -> Any:
        """What cannot be read, written or rendered is said in one line."""
        try:
            return super().invoke(ctx)
        except WrongUsageError as error:
            raise click.UsageError(_words(error), self._called(ctx)) from None
        except PublicationError as error:
            raise click.ClickException(words(error)) from None
        except click.UsageError as error:
            raise click.UsageError(lines(error.format_message()), error.ctx) from None
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # click knows what to do when nobody reads on
            raise click.ClickException(words(told(error))) from None

    def _called(self, ctx: click.Context) -> click.Context:
        """The context of the command that was called, whose usage a message begins with."""
        name = ctx.invoked_subcommand or ""
        command = self.get_command(ctx, name)
        return click.Context(command, parent=ctx, info_name=name) if command else ctx


def _words(error: WrongUsageError) -> str:
    """What is wrong in mkdocs.yml with its lines, as findings are shown everywhere."""
    if not isinstance(error, ConfigurationError) or not error.findings:
        return lines(error)
    from generator.doors.report import text

    return text.listing(error.findings)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefs")
@click.option(
    "-f", "--config-file", type=click.Path(exists=True, dir_okay=False), help="The mkdocs.yml; else the one in this folder or above it."
)
@click.pass_context
def main(context: click.Context, config_file: str | None) -> None:
    """Explainer briefs: pages and handouts whose every fact and quote is held to the words of its source."""
    seldom()
    context.obj = config_file
    context.color = False if os.environ.get("NO_COLOR") else None  # no-color.org; else click looks for a terminal
