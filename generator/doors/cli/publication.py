"""Finding the publication that a command is about."""

from __future__ import annotations

import logging

import click
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from generator.desk.build import Publication
from generator.doors.cli.configuration import config_file
from generator.doors.cli.logs import log_to_terminal
from generator.doors.mkdocs.plugin import publication_of


def mkdocs_config(context: click.Context, *, strict: bool | None = None) -> MkDocsConfig:
    """The configuration of MkDocs; wrong settings are wrong usage."""
    path = config_file(context)
    try:
        return load_config(str(path), strict=strict)
    except (Abort, ConfigurationError) as error:
        raise click.UsageError(f"{path}: {error}") from None
    except UnicodeDecodeError:
        raise click.UsageError(f"{path}: is not UTF-8") from None


def usable(config: MkDocsConfig) -> Publication:
    """The publication of a configuration; wrong settings are wrong usage."""
    try:
        return publication_of(config)
    except ConfigurationError as error:
        raise click.UsageError(str(error)) from None


def publication(context: click.Context) -> Publication:
    """The publication of the nearest mkdocs.yml."""
    log_to_terminal(logging.WARNING)
    return usable(mkdocs_config(context))


def known_slugs(found: Publication, slugs: tuple[str, ...], known: set[str]) -> None:
    """Slugs that no brief has are wrong usage."""
    missing = [slug for slug in slugs if slug not in known]
    if missing:
        raise click.UsageError(f"there is no brief `{missing[0]}` in {found.docs_path}/; there are: {', '.join(sorted(known)) or 'none'}")
