"""Finding the configuration of the publication that a command is about, without loading it."""

from __future__ import annotations

from pathlib import Path

import click


def found_config_file(context: click.Context) -> Path | None:
    """The mkdocs.yml named by `-f`, or the nearest one at or above the current folder, if there is one."""
    if context.obj:
        return Path(context.obj)
    here = Path.cwd()
    return next((folder / "mkdocs.yml" for folder in (here, *here.parents) if (folder / "mkdocs.yml").is_file()), None)


def config_file(context: click.Context) -> Path:
    """The mkdocs.yml named by `-f`, or the nearest one at or above the current folder; none is wrong usage."""
    found = found_config_file(context)
    if found:
        return found
    raise click.UsageError("there is no mkdocs.yml here or above; `briefs init DIR` makes a publication")
