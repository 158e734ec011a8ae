"""`briefs keys`: the keys that handouts are signed with."""

from __future__ import annotations

from pathlib import Path

import click

from generator.doors.cli.configuration import found_config_file
from generator.doors.cli.publication import publication
from generator.doors.terminal import say
from generator.dossier.signature import key_set
from generator.engine.keys import KEY, KEY_FILE, new_key, read_key

DEFAULT = "signing-key.pem"


@click.group("keys")
def command() -> None:
    """Make and show the keys that a build signs evidence with."""


@command.command("new")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), default=DEFAULT)
@click.pass_context
def new(context: click.Context, file: Path) -> None:
    """Make a key pair: the private key in FILE (signing-key.pem), which only you may read, and the public one beside it."""
    try:
        key, public = new_key(file, _docs(context))
    except FileExistsError as error:
        raise click.UsageError(f"{error.filename} is there already, and no key is ever overwritten; name another file") from None
    say(f"{file}: the private key {key.public.name}. Keep it secret and keep a copy: what is signed with it bears its name.")
    say(f"{public}: its public key, which the build also publishes as keys.json.")
    say(f"Builds sign with it where {KEY_FILE} names the file, or {KEY} holds what is in it.")


@command.command("show")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=DEFAULT)
@click.pass_context
def show(context: click.Context, file: Path) -> None:
    """Print the public key of the private key in FILE, as JSON (a JWK Set)."""
    click.echo(key_set([read_key(file, _docs(context)).public]), nl=False)


def _docs(context: click.Context) -> Path | None:
    """The folder of the publication here, if there is one, from where files are published."""
    return publication(context).docs if found_config_file(context) else None
