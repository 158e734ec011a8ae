"""The adapter to MkDocs: hands the finished pages, files and handouts to its build.

No logic of ours lives in the hooks; MkDocs's Markdown engine sees ordinary pages only.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Literal

import click
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from pydantic import ValidationError

from generator.desk import build
from generator.desk.build import Publication, Summary
from generator.doors.mkdocs import page as mkdocs_page
from generator.doors.mkdocs.aside import Aside
from generator.doors.mkdocs.background import Background
from generator.doors.progress import font_progress, with_bar
from generator.doors.report import text
from generator.engine import storage
from generator.errors import PublicationError
from generator.items.settings import Settings
from generator.library.library import Site
from generator.library.survey import Checked
from generator.pipeline import Rendered
from generator.text.codes import RULES
from generator.text.finding import Severity
from generator.wording import count

log = get_plugin_logger("briefs")

CACHE_DAYS = 30  # how long a handout that no build uses is kept


class BriefsConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options; `Settings` holds and checks them."""

    accent = config_options.Optional(config_options.Type(str))
    handouts = config_options.Optional(config_options.Type((bool, dict)))
    rules = config_options.Optional(config_options.Type(dict))
    workers = config_options.Optional(config_options.Type(int))
    handout_seconds = config_options.Optional(config_options.Type(int))
    handout_megabytes = config_options.Optional(config_options.Type(int))
    draft_model = config_options.Optional(config_options.Type(str))


def publication_of(config: MkDocsConfig, *, preview: bool = True) -> Publication:
    """The publication that a MkDocs configuration describes; raises ConfigurationError where a setting is wrong.

    Briefs under `exclude_docs` do not belong to it, those under `draft_docs` only in a preview.
    """
    plugin = plugin_of(config)
    if not config.config_file_path:
        raise ConfigurationError("the plugin `briefs` needs a mkdocs.yml: its folder is the publication's")
    root = Path(config.config_file_path).parent.resolve()
    docs = Path(config.docs_dir).resolve()
    if not docs.is_relative_to(root):
        raise ConfigurationError(f"docs_dir is outside of the publication's folder: {docs}")
    try:
        settings = Settings(**{name: value for name, value in plugin.config.items() if value is not None})
    except ValidationError as error:
        wrong = "; ".join(f"briefs: {'.'.join(map(str, e['loc']))} {e['msg'].removeprefix('Value error, ')}" for e in error.errors())
        raise ConfigurationError(wrong) from None
    url = config.site_url or ""
    language = str(config.theme.get("language") or config.theme.locale or "en")
    site = Site(config.site_name, url if not url or url.endswith("/") else f"{url}/", language, config.use_directory_urls)
    without = [patterns for patterns in (config.exclude_docs, None if preview else config.draft_docs) if patterns]
    return Publication(root, docs, site, settings, lambda path: not any(patterns.match_file(path) for patterns in without))


def plugin_of(config: MkDocsConfig) -> BriefsPlugin:
    """Our plugin in a MkDocs configuration; raises ConfigurationError where it is not named."""
    plugin = next((plugin for plugin in config.plugins.values() if isinstance(plugin, BriefsPlugin)), None)
    if plugin is None:
        raise ConfigurationError("mkdocs.yml does not name the plugin `briefs` under `plugins:`")
    return plugin


def press_settings(publication: Publication) -> tuple[int | None, int, int]:
    """The settings that a press is made with."""
    settings = publication.settings
    return settings.workers, settings.handout_seconds, settings.handout_megabytes


class BriefsPlugin(BasePlugin[BriefsConfig]):  # type: ignore[no-untyped-call]
    """Turns folders with a brief.yml into pages and handouts of the site."""

    def __init__(self) -> None:
        self.serving = False
        self.scheduler: str | None = None
        self.summary = Summary()
        self.publication: Publication | None = None
        self.aside: Aside | None = None
        self.rendered = Rendered()
        self.started = time.monotonic()
        self.background = Background(log)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this instance, and with it the memory of what has not changed, over the rebuilds of `serve`."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.give_up()
        self.started = time.monotonic()
        self.publication = self.renewed(config)
        self.set_up_theme(config, self.publication.root)
        config.watch.extend(str(folder) for folder in storage.template_folders(self.publication.root))
        if not self.serving:
            try:
                self.aside = Aside(config)
            except OSError as error:
                raise PluginError(f"cannot build beside the site: {error.filename}: {error.strerror}") from None
        return config

    def renewed(self, config: MkDocsConfig) -> Publication:
        """The publication as it is configured now, with the memory of the last build; `serve` outlives a wrong setting."""
        last = self.publication
        try:
            fresh = publication_of(config, preview=self.serving)
        except ConfigurationError as error:
            if not self.serving or last is None:
                raise
            log.error("%s", error)
            return last
        fresh.font_progress = font_progress(log.info)
        fresh.scheduler = self.scheduler
        if last is not None and (last.root, press_settings(last)) == (fresh.root, press_settings(fresh)):
            fresh.memory, fresh.shared_press = last.memory, last.shared_press
        elif last is not None:
            last.close()
        return fresh

    def set_up_theme(self, config: MkDocsConfig, root: Path) -> None:
        """Our overrides come after the publisher's own and before Material; fonts are our own, nobody else is asked."""
        if build.STYLESHEET not in config.extra_css:
            config.extra_css.append(build.STYLESHEET)
        if config.theme.name != "material":
            return
        overrides = [str(folder / "theme") for folder in storage.template_folders(root)]
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs[own:] = [*overrides, *(folder for folder in config.theme.dirs[own:] if folder not in overrides)]
        config.theme["font"] = False

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        publication = self.use_publication()
        try:
            checked = publication.check()
            self.report(checked)
            self.rendered = publication.render(checked, preview=self.serving)
            for finding in self.rendered.findings:
                log.warning("\n%s", click.unstyle(text.one(finding)))
            self.summary = build.summary_of(checked)
        except PublicationError as error:
            if not self.serving:
                raise PluginError(str(error)) from None
            log.error("%s; the site stays as it was", error)
        for file in self.private_files(files, publication, config):
            files.remove(file)
        mkdocs_page.add_all(files, self.rendered, config, log)
        self.summary.pages = len(files.documentation_pages())
        if not self.serving:
            self.background.start(publication, self.rendered.prints)
        return files

    def private_files(self, files: Files, publication: Publication, config: MkDocsConfig) -> list[File]:
        """What MkDocs would publish and must not: briefs' own folders, the shared files, links out of the publication."""
        briefs = tuple(f"{folder.name}/" for folder in storage.brief_folders(publication.docs))
        private: list[File] = []
        for file in files:
            if file.src_uri.startswith(briefs) or file.src_uri in storage.SHARED:
                private.append(file)
            elif file.src_dir == config.docs_dir and not storage.is_inside(Path(str(file.abs_src_path)), publication.root):
                log.warning("%s leads out of the publication's folder; it is not published", file.src_uri)
                private.append(file)
        return private

    def report(self, checked: Checked) -> None:
        """Under `build` errors end it; under `serve` they are in the log and on the brief's page."""
        errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
        warnings = [finding for finding in checked.findings if finding.severity is Severity.WARNING]
        of_judgement = sum(RULES[finding.code].judgement for finding in warnings)
        for finding in warnings:
            if not RULES[finding.code].judgement:
                log.warning("\n%s", click.unstyle(text.one(finding)))
        if of_judgement:
            log.info("%s: `briefs check` shows them", count(of_judgement, "warning of judgement", "warnings of judgement"))
        if not errors:
            return
        listing = f"{click.unstyle(text.listing(errors))}\n\n{text.totals(len(errors), 0, len(checked.outcomes))}"
        if not self.serving:
            raise PluginError(f"\n{listing}")
        log.error("\n%s", listing)

    def on_page_content(self, content: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """The home page ends with the list of briefs."""
        is_home = page.file.dest_uri == mkdocs_page.HOME
        return content + self.rendered.brief_list if is_home else content

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """Tells the theme which of its pages are ours."""
        context["brief_page"] = page.made if isinstance(page, mkdocs_page.BriefPage) else None
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Keeps unlisted pages out of the sitemap."""
        context["pages"] = [file for file in context["pages"] if mkdocs_page.is_listed(file)]
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return mkdocs_page.valid(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        return mkdocs_page.valid(output_content) if template_name.endswith(".html") else output_content

    @event_priority(-100)  # what other plugins write belongs to the site, too
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        publication = self.use_publication()
        if self.aside is None:
            self.background.start_writing(publication, self.rendered.prints, Path(config.site_dir))
            return
        jobs = self.background.jobs
        try:
            results = with_bar(publication.press.collect(jobs), len(jobs), "Handouts")
            problems = build.write_handouts(results, self.aside.folder, self.summary)
            if problems:
                raise PluginError(f"\n{click.unstyle(text.listing(problems))}")
            publication.press.cache.forget_unused(CACHE_DAYS)
            self.summary.seconds = time.monotonic() - self.started
            if self.aside.publish():
                log.info("%s", self.summary)
        except OSError as error:
            raise PluginError(f"cannot write the site: {error.filename}: {error.strerror}") from None
        self.finish()

    def on_build_error(self, *, error: Exception) -> None:
        self.finish()

    def on_shutdown(self) -> None:
        self.serving = False
        self.finish()

    def give_up(self) -> None:
        """Let go of what an earlier build has begun."""
        self.background.stop()
        if self.aside is not None:
            self.aside.leave()
            self.aside = None

    def finish(self) -> None:
        """The end of a build, however it came; under `serve` the workers stay."""
        self.give_up()
        if not self.serving and self.publication is not None:
            self.publication.close()

    def use_publication(self) -> Publication:
        if self.publication is None:
            raise PluginError("MkDocs did not run on_config")
        return self.publication
