"""What MkDocs makes of a mkdocs.yml, or in words why it makes nothing of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError


def loaded(path: Path, **options: Any) -> MkDocsConfig:
    """The configuration; UsageError where a setting is wrong, of whatever type MkDocs does not think of, too."""
    try:
        return load_config(str(path), **options)
    except (Abort, ConfigurationError) as error:
        raise click.UsageError(f"{path}: {error}") from None
    except (TypeError, ValueError, AttributeError, LookupError, OSError) as error:
        raise click.UsageError(f"{path}: a setting of MkDocs or of its theme is none that it can read: {error}") from None
