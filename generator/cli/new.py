"""`briefs new`: a brief to begin with."""

from __future__ import annotations

import click

from generator.cli.publication import publication
from generator.clock import today
from generator.scaffold import is_slug, new_brief


@click.command("new")
@click.argument("slug")
@click.pass_context
def command(context: click.Context, slug: str) -> None:
    """Make a draft brief that builds at once; its comments teach the form."""
    if not is_slug(slug):
        raise click.UsageError(f"`{slug}` is no slug: use lower-case letters and digits, in parts joined by single hyphens")
    found = publication(context)
    try:
        paths = new_brief(found.docs, slug, today())
    except FileExistsError as error:
        raise click.UsageError(f"{error.filename} is there already") from None
    for path in paths:
        click.echo(path.relative_to(found.root))
    click.echo("`briefs serve` shows it at once; `briefs check` says what is wrong with it.")
