"""`briefs schema`: the JSON Schema of brief.yml, for editors' completion."""

from __future__ import annotations

import click

from generator.desk.schema import schema_file
from generator.items import MODELS


@click.command("schema")
@click.argument("of", type=click.Choice(list(MODELS)), default="brief")
def command(of: str) -> None:
    """Print the JSON Schema of brief.yml (or of actors.yml, glossary.yml, topics.yml)."""
    click.echo(schema_file(of), nl=False)
