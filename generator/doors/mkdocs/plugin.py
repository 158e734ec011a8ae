"""The adapter to MkDocs: hands the finished pages, files and handouts to its build.

No logic of ours lives in the hooks; MkDocs's Markdown engine sees ordinary pages only.
"""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import click
from material.plugins.search.plugin import SearchPlugin
from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator.desk.building import SCRIPT, STYLESHEET, Summary, open_press, render, renderer_of, write_handouts, write_manifest
from generator.desk.publication import Publication
from generator.doors.counts import count
from generator.doors.mkdocs import page as mkdocs_page
from generator.doors.mkdocs import shell
from generator.doors.mkdocs.aside import Aside
from generator.doors.mkdocs.background import Background
from generator.doors.mkdocs.configuration import configuration_of
from generator.doors.mkdocs.guard import Guard, hosts_of, policy_of
from generator.doors.progress import font_progress, with_bar
from generator.doors.report import text
from generator.doors.terminal import keep_plain
from generator.dossier.manifest import MANIFEST
from generator.engine import storage
from generator.engine.atomic import read_up_to
from generator.engine.clock import said
from generator.engine.docs_files import MAX_PAGE_BYTES, DocsFiles
from generator.errors import PublicationError
from generator.items.settings import Settings
from generator.library.survey import Survey
from generator.pages.outputs.feeds import OF_SITE as FEEDS
from generator.parsing.yaml_file import decode
from generator.pipeline import Rendered
from generator.press.press import Press
from generator.text.codes import RULES
from generator.text.finding import Severity

log = get_plugin_logger("briefs")


def plugin_of(config: MkDocsConfig) -> BriefsPlugin:
    """Our plugin in a MkDocs configuration; raises ConfigurationError where it is not named."""
    plugin = next((plugin for plugin in config.plugins.values() if isinstance(plugin, BriefsPlugin)), None)
    if plugin is None:
        raise ConfigurationError("mkdocs.yml does not name the plugin `briefs` under `plugins:`")
    return plugin


class BriefsPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Turns folders with a brief.yml into pages and handouts of the site."""

    config_scheme = tuple((name, config_options.Type(object)) for name in Settings.model_fields)  # which checks them itself

    def __init__(self) -> None:
        self.serving = False
        self.scheduler: str | None = None
        self.summary = Summary()
        self.publication: Publication | None = None
        self.press: Press | None = None
        self.aside: Aside | None = None
        self.docs_files = DocsFiles()
        self.rendered = Rendered()
        self.pages: set[str] = set()  # the files of the pages that MkDocs has made
        self.led_to: list[str] = []  # the addresses that the navigation names
        self.started = time.monotonic()
        self.background = Background(log)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this instance, and with it the memory of what has not changed, over the rebuilds of `serve`."""
        self.serving = command == "serve"
        keep_plain(logging.getLogger("mkdocs"))

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.give_up()
        self.pages.clear()
        self.started = time.monotonic()
        self.publication = self.renewed(config)
        self.docs_files = self.publication.docs_files()
        if self.docs_files.walked:  # MkDocs would walk through them before it asks anybody, and a circle has no end
            raise PluginError(f"\n{click.unstyle(text.listing(self.docs_files.walked))}")
        self.set_up_theme(config, self.publication.root)
        config.watch.extend(str(folder) for folder in storage.template_folders(self.publication.root))
        if not self.serving:
            try:
                self.aside = Aside(config)
            except OSError as error:
                raise PluginError(f"cannot build beside the site: {error.filename}: {error.strerror}") from None
            except RuntimeError:  # of Python before 3.13
                raise PluginError(f"cannot build beside the site: {config.site_dir} is a link that leads to itself") from None
        return config

    def renewed(self, config: MkDocsConfig) -> Publication:
        """The publication as it is configured now, with the memory of the last build; `serve` outlives a wrong setting."""
        last = self.publication
        try:
            fresh = Publication(configuration_of(config, dict(self.config)), preview=self.serving)
        except ConfigurationError as error:
            if not self.serving or last is None:
                raise
            log.error("%s", error)
            return replace(last)
        if last is not None and _press_settings(last) == _press_settings(fresh):
            fresh.memory = last.memory
        else:
            self.close_press()
            self.press = open_press(fresh, self.scheduler)
        return fresh

    def set_up_theme(self, config: MkDocsConfig, root: Path) -> None:
        """Our overrides come after the publisher's own and before Material; fonts are our own, nobody else is asked."""
        if STYLESHEET not in config.extra_css:
            config.extra_css.append(STYLESHEET)
        if SCRIPT not in config.extra_javascript:
            config.extra_javascript.append(SCRIPT)
        if config.theme.name != "material":
            return
        overrides = [str(folder / "theme") for folder in storage.template_folders(root)]
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs[own:] = [*overrides, *(folder for folder in config.theme.dirs[own:] if folder not in overrides)]
        config.theme["font"] = False

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        publication = self.use_publication()
        try:
            log.info("as of %s", said(publication.now))
            survey = publication.survey()
            self.report(survey)
            self.rendered = render(publication, survey, preview=self.serving, font_progress=font_progress(log.info))
            for finding in self.rendered.findings:
                log.warning("\n%s", click.unstyle(text.one(finding)))
            self.summary = Summary(errors=survey.findings.errors, warnings=survey.findings.warnings)
        except PublicationError as error:
            if not self.serving:
                raise PluginError(str(error)) from None
            log.error("%s; the site stays as it was", error)
        mkdocs_page.keep_published(files, self.docs_files.published, config)
        mkdocs_page.add_all(files, self.rendered, config, log)
        self.summary.pages = len(files.documentation_pages())
        if not self.serving:
            self.background.start(self.use_press(), self.rendered.prints)
        return files

    def report(self, survey: Survey) -> None:
        """Under `build` errors end it; under `serve` they are in the log and on the brief's page."""
        errors, warnings = survey.findings.of(Severity.ERROR), survey.findings.of(Severity.WARNING)
        of_judgement = sum(RULES[finding.code].judgement for finding in warnings)
        for finding in warnings:
            if not RULES[finding.code].judgement:
                log.warning("\n%s", click.unstyle(text.one(finding)))
        if of_judgement:
            log.info("%s: `briefs check` shows them", count(of_judgement, "warning of judgement", "warnings of judgement"))
        if not errors:
            return
        listing = f"{click.unstyle(text.listing(errors))}\n\n{text.totals(errors, len(survey.outcomes))}"
        if not self.serving:
            raise PluginError(f"\n{listing}")
        log.error("\n%s", listing)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Titles in the navigation are words, whatever they look like."""
        mkdocs_page.escape_titles(nav)
        self.led_to = [*mkdocs_page.note_nav(nav)]
        return nav

    @event_priority(-100)  # what other plugins say of a page is said in words, too
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """The theme says what it says in the words of the site's language, and what pages say of themselves is escaped once."""
        for file in files.documentation_pages():
            if file.page is not None:
                mkdocs_page.escape_words(file.page)
                mkdocs_page.forget_day(file.page)
        publication = self.use_publication()
        env.handle_exception = mkdocs_page.say_in_words
        env.globals["_"] = renderer_of(publication).wordings.of(publication.site.language).gettext
        published = {file.path for file in self.rendered.files}
        feeds = [feed for feed in FEEDS if feed[0] in published]
        more = [page for page in self.rendered.pages if page.nav == "foot"]
        env.globals.update(feeds=feeds, more_pages=more)
        led_to = [*self.led_to, *(path for path, _ in feeds), *(page.address for page in more)]
        shell.use(env, files, config, led_to, storage.templates_folder() / "theme", (BriefsPlugin, SearchPlugin))
        return env

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """MkDocs reads ordinary pages itself, where they are UTF-8."""
        source = page.file.abs_src_path
        if source is None or page.file.src_dir != config.docs_dir:
            return None
        publication = self.use_publication()
        read, wrong = decode(f"{publication.docs_path}/{page.file.src_uri}", read_up_to(Path(source), MAX_PAGE_BYTES), MAX_PAGE_BYTES)
        if read is not None:
            return None
        listing = click.unstyle(text.listing(wrong))
        if not self.serving:
            raise PluginError(f"\n{listing}")
        log.error("\n%s", listing)
        return ""

    def on_page_content(self, content: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """The home page ends with the list of briefs."""
        is_home = page.file.dest_uri == mkdocs_page.HOME
        return content + self.rendered.brief_list if is_home else content

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """Tells the theme which of its pages are ours."""
        context["brief_page"] = page.made if isinstance(page, mkdocs_page.BriefPage) else None
        if isinstance(page, mkdocs_page.BriefPage):
            mkdocs_page.add_entries(page, config)
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Keeps unlisted pages out of the sitemap."""
        context["pages"] = [file for file in context["pages"] if mkdocs_page.is_listed(file)]
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        if output.strip():  # MkDocs writes no empty page
            self.pages.add(page.file.dest_uri)
        return output if page.meta.get("template") == shell.TEMPLATE else mkdocs_page.valid(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        return mkdocs_page.valid(output_content) if template_name.endswith(".html") else mkdocs_page.without_days(output_content)

    @event_priority(-100)  # what other plugins write belongs to the site, too
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        press = self.use_press()
        if self.aside is None:
            self.background.start_writing(press, self.rendered.prints, Path(config.site_dir))
            return
        jobs = self.background.jobs
        try:
            results = with_bar(press.collect(jobs), len(jobs), "Handouts")
            problems = write_handouts(results, self.aside.folder, self.summary)
            if problems:
                raise PluginError(f"\n{click.unstyle(text.listing(problems))}")
            if (self.aside.folder / MANIFEST).exists():
                log.warning("%s gives way to the list of the site's files, which is made for the same address", MANIFEST)
            write_manifest(self.use_publication(), self.rendered, self.aside.folder)
            press.cache.tidy()
            self.summary.seconds = time.monotonic() - self.started
            files = {file.path for file in self.rendered.files} | {made.path for made in self.rendered.prints}
            if self.aside.publish(self.pages | files):
                log.info("%s", self.summary)
            elif not self.aside.fails:
                log.info("a build that was begun later has published its site already: that one stays")
        except OSError as error:
            raise PluginError(f"cannot write the site: {error.filename}: {error.strerror}") from None
        self.finish()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Drafts are shown to those who ask for this machine by its name."""
        hosts = lambda: hosts_of(config, self.use_publication().settings.serve_hosts)  # noqa: E731
        server.set_app(Guard(server.get_app(), hosts, policy_of(config)))
        return server

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
        if not self.serving:
            self.close_press()

    def close_press(self) -> None:
        if self.press is not None:
            self.press.close()

    def use_publication(self) -> Publication:
        if self.publication is None:
            raise PluginError("MkDocs did not run on_config")
        return self.publication

    def use_press(self) -> Press:
        if self.press is None:
            raise PluginError("MkDocs did not run on_config")
        return self.press


def _press_settings(publication: Publication) -> tuple[Path, int | None, int, int]:
    """What a press is made with."""
    settings = publication.settings
    return publication.root, settings.workers, settings.handout_seconds, settings.handout_megabytes
