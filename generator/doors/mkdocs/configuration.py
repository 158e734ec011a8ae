"""MkDocs's configuration as the one that the rest of the program knows."""

from __future__ import annotations

from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from pathspec import GitIgnoreSpec
from pydantic import ValidationError

from generator import errors
from generator.doors.report import text
from generator.engine.clock import zone_of
from generator.engine.configuration import Configuration, PluginSettings, read_configuration
from generator.items.settings import Settings
from generator.library.library import Site


def configuration_of(config: MkDocsConfig, options: dict[str, object]) -> Configuration:
    """What MkDocs made of a mkdocs.yml, other plugins' changes included; `options` are our plugin's.

    Raises MkDocs's ConfigurationError where a setting is wrong.
    """
    if not config.config_file_path:
        raise ConfigurationError("the plugin `briefs` needs a mkdocs.yml: its folder is the publication's")
    path = Path(config.config_file_path)
    root, docs = path.parent.resolve(), Path(config.docs_dir).resolve()
    if not docs.is_relative_to(root):
        raise ConfigurationError(f"docs_dir is outside of the publication's folder: {docs}")
    settings = _settings(options, path)
    site = Site(config.site_name, config.site_url or "", language_of(config), config.use_directory_urls, zone=zone_of(settings.timezone))
    excluded, drafts = (patterns or GitIgnoreSpec([]) for patterns in (config.exclude_docs, config.draft_docs))
    extensions = {name: frozenset(config.mdx_configs.get(name) or ()) for name in config.markdown_extensions}
    return Configuration(root, docs, site, settings, excluded, drafts, extensions)


def language_of(config: MkDocsConfig) -> str:
    """The language in which a theme says what it says."""
    return str(config.theme.get("language") or config.theme.locale or "en")


def _settings(options: dict[str, object], path: Path) -> Settings:
    try:
        return PluginSettings.model_validate({name: value for name, value in options.items() if value is not None})
    except ValidationError as error:
        wrong = "; ".join(f"briefs: {'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
    try:
        read_configuration(path)  # it says the same with the place
    except errors.ConfigurationError as placed:
        wrong = f"\n{click.unstyle(text.listing(placed.findings))}"
    raise ConfigurationError(wrong)
