"""Finding the publication that a command is about."""

from __future__ import annotations

import click

from generator.desk.publication import Publication, open_publication
from generator.doors.cli.configuration import config_file


def publication(context: click.Context) -> Publication:
    """The publication of the nearest mkdocs.yml."""
    return open_publication(config_file(context))
