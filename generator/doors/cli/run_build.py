"""What `briefs build` does once it has to be done."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import click
from material.plugins.search.plugin import SearchPlugin
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.desk.building import Summary
from generator.desk.publication import Publication
from generator.doors.cli.configuration import config_file
from generator.doors.cli.logs import log_to_terminal
from generator.doors.cli.publication import publication
from generator.doors.mkdocs.loading import loaded
from generator.doors.mkdocs.plugin import BriefsPlugin, plugin_of
from generator.doors.terminal import say
from generator.engine import storage
from generator.engine.clock import bounds, said
from generator.engine.keys import KEY_FILE
from generator.engine.recall import INSTALLED, Answer, Question, keep, state
from generator.engine.site_files import digest_of_file
from generator.text.moments import begins

_PLAIN = {"abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "meta", "sane_lists", "tables", "toc"}
_READING = {"pymdownx.b64", "pymdownx.snippets"}  # files that a page names
_ICONS = "custom_icons"
_THEIRS = {"markdown", "material", "pymdownx"}


def build(context: click.Context, question: Question, *, strict: bool | None, site_dir: str | None, scheduler: str | None) -> None:
    """Build a site; what was said is kept for when nothing has changed."""
    terminal = log_to_terminal(logging.WARNING)
    found = publication(context)  # says what is wrong in mkdocs.yml with its place, before MkDocs does without
    path = config_file(context)
    read = digest_of_file(path)
    config = loaded(path, strict=strict, site_dir=site_dir)
    plugin = plugin_of(config)
    plugin.scheduler = scheduler
    inputs = [*_inputs(found, config)]
    before = state(question.config, inputs)
    is_as_read = digest_of_file(path) == read
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build.build(config)
    except Abort as abort:
        say(str(abort), err=True)
        context.exit(1)
    finally:
        config.plugins.on_shutdown()
        plugin.scheduler = None  # MkDocs keeps a plugin for the next build of the process
    made_of = _made_of(question, inputs, before, plugin)
    if plugin.published and is_as_read and made_of and _reads_no_more(config):
        built = plugin.use_publication()  # whose clock was read before the pages were made
        answer = Answer("\n".join([*terminal.warnings, f"INFO     {_stands(built, plugin.summary)}"]), 0)
        keep(question, inputs, made_of, answer, _holds(built, plugin), plugin.published)


def _made_of(question: Question, inputs: list[Path], before: str, plugin: BriefsPlugin) -> str | None:
    """The state of all files of which a site is made just like it; None where what was recorded after it was built is to be shown."""
    recorded = {recording.path for recording in plugin.recorded if recording.path}
    if not recorded:
        return before
    now = state(question.config, inputs)  # first: what is edited from here on tells
    told = any(recording.shows for recording in plugin.recorded)
    return now if not told and state(question.config, inputs, without=recorded) == before else None


def _inputs(found: Publication, config: MkDocsConfig) -> Iterator[Path]:
    """What a build reads beside mkdocs.yml, whether it is there or not."""
    yield from (found.docs, found.root / "templates", storage.templates_folder())
    yield from (found.root / name for name in found.settings.public_keys)
    yield from (folder for folder in map(Path, config.theme.dirs) if not folder.is_relative_to(INSTALLED))
    if key := os.environ.get(KEY_FILE):
        yield Path(key)


def _reads_no_more(config: MkDocsConfig) -> bool:
    """Whether nothing but us, the theme and its search has a say in a build: others may look at whatever they like."""
    ours = all(isinstance(plugin, BriefsPlugin | SearchPlugin) for plugin in config.plugins.values())
    return ours and not config.hooks and all(_is_plain(name, config.mdx_configs.get(name)) for name in config.markdown_extensions)


def _is_plain(extension: str, options: object) -> bool:
    """Whether an extension of Markdown reads no file, and is told of no program that may."""
    name = extension.removeprefix("markdown.extensions.")
    return (name in _PLAIN or (name.startswith("pymdownx.") and name not in _READING)) and _is_told_words(options)


def _is_told_words(options: object) -> bool:
    """Whether options name no folder of icons, and no function but those that come with the theme and its extensions."""
    match options:
        case dict():
            return _ICONS not in options and all(map(_is_told_words, options.values()))
        case list() | tuple():
            return all(map(_is_told_words, options))
        case _:
            function = getattr(options, "func", options)  # of a partial one
            return not callable(function) or function.__module__.partition(".")[0] in _THEIRS


def _holds(found: Publication, plugin: BriefsPlugin) -> tuple[float, float]:
    """From when to when a build comes out the same: the day, and in it the time between two embargoes that lift."""
    first, last = bounds(found.today, found.site.zone)
    lifts = [begins(embargo, found.site.zone).timestamp() for embargo in plugin.embargoes]
    now = found.now.timestamp()
    return max([first, *(each for each in lifts if each <= now)]), min([last, *(each for each in lifts if each > now)])


def _stands(found: Publication, made: Summary) -> str:
    """What is said of a site that is not built again."""
    return (
        f"nothing has changed since {said(found.now)}, and the site stands: {made.pages} pages, {made.made + made.reused} PDFs, "
        f"{made.errors} errors, {made.warnings} warnings"
    )
