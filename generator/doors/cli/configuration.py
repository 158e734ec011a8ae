"""Finding the configuration of the publication that a command is about, without loading it."""

from __future__ import annotations

from pathlib import Path

import click


def config_file(context: click.Context) -> Path:
    """The mkdocs.yml named by `-f`, or the nearest one at or above the current folder."""
    if context.obj:
        return Path(context.obj)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder / "mkdocs.yml"
    raise click.UsageError("there is no mkdocs.yml here or above; `briefs init DIR` makes a publication")
