"""`briefs serve`: the site in a browser, following every edit."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.exceptions import Abort, ConfigurationError

from generator.doors.cli.configuration import config_file
from generator.doors.cli.logs import log_to_terminal
from generator.doors.cli.publication import publication
from generator.doors.mkdocs.loading import loaded
from generator.doors.terminal import say
from generator.engine.claims import Claim, Pattern, clear_abandoned
from generator.engine.limits import clear_up_when_ended


@click.command("serve")
@click.option("-a", "--dev-addr", metavar="IP:PORT", help="Where to serve; 127.0.0.1:8000 if left out.")
@click.option("-o", "--open", "open_in_browser", is_flag=True, help="Open the site in a browser.")
@click.pass_context
def command(context: click.Context, dev_addr: str | None, open_in_browser: bool) -> None:
    """Serve the site with its drafts; every edit reaches the browser by itself."""
    log_to_terminal()
    publication(context)  # says what is wrong in mkdocs.yml with its place, before MkDocs does without
    try:
        with _for_a_while():
            mkdocs_serve.serve(str(config_file(context)), open_in_browser=open_in_browser, dev_addr=dev_addr)
    except ConfigurationError as error:
        raise click.UsageError(str(error)) from None
    except Abort as abort:
        say(str(abort), err=True)
        context.exit(1)
    except (TypeError, ValueError, AttributeError, LookupError):
        loaded(config_file(context))  # says so where it was a setting
        raise
    except (OSError, OverflowError) as error:  # a port that is taken, or that there is not
        raise click.UsageError(f"cannot serve: {error}") from None


@contextmanager
def _for_a_while() -> Iterator[None]:
    """Temporary files go into a folder of our own, which goes however this ends: MkDocs makes one long before it would clear it up."""
    clear_up_when_ended()
    folders, usual = Pattern(Path(tempfile.gettempdir()), "briefs-serve-"), tempfile.tempdir
    clear_abandoned(folders)
    own = Claim(folders, 0o700)
    tempfile.tempdir = own.name
    try:
        yield
    finally:
        tempfile.tempdir = usual
        own.cleanup()
