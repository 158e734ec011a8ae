"""The adapter to MkDocs: hands the finished pages, files and handouts to its build.

No logic of ours lives in the hooks; MkDocs's Markdown engine sees ordinary pages only.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

import click
from jinja2 import Template
from material.plugins.search.plugin import SearchPlugin
from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator.desk.building import (
    Summary,
    kept_back,
    manifest_of,
    memory_of,
    open_press,
    render,
    renderer_of,
    rendering,
    write_handouts,
    write_manifest,
)
from generator.desk.publication import Publication
from generator.desk.releasing import Recording, record_due
from generator.doors.garbage import seldom
from generator.doors.mkdocs import inner_links, shell
from generator.doors.mkdocs import page as mkdocs_page
from generator.doors.mkdocs.aside import Aside
from generator.doors.mkdocs.background import Background
from generator.doors.mkdocs.configuration import configuration_of, language_of
from generator.doors.mkdocs.look import FOOT, dress, furniture, look_of, overrides_of, set_up
from generator.doors.mkdocs.reporting import report
from generator.doors.mkdocs.searching import Searching
from generator.doors.mkdocs.serving import Serving
from generator.doors.mkdocs.sharing import sharing
from generator.doors.progress import font_progress, with_bar
from generator.doors.report import text
from generator.doors.terminal import keep_plain
from generator.dossier.manifest import MANIFEST
from generator.engine import storage
from generator.engine.atomic import write_atomically, write_unseen
from generator.engine.cache import cache_of
from generator.engine.clock import said
from generator.engine.digest import digest_of
from generator.engine.docs_files import DocsFiles, is_left_behind, wrong_in
from generator.engine.limits import clear_up_when_ended
from generator.engine.memory import RunMemory
from generator.engine.recall import Site, program
from generator.engine.site_files import digest_of_file
from generator.errors import PublicationError, told
from generator.items.settings import Look, Settings
from generator.library.survey import Survey
from generator.pages.outputs.feeds import of_site
from generator.pages.search_index import FOLDER as SEARCH_PAGE
from generator.pages.source_links import leads_into
from generator.parsing.releases import RELEASES
from generator.pipeline import Rendered
from generator.press.press import Press

log = get_plugin_logger("briefs")


def plugin_of(config: MkDocsConfig) -> BriefsPlugin:
    """Our plugin in a MkDocs configuration; raises ConfigurationError where it is not named."""
    plugin = next((plugin for plugin in config.plugins.values() if isinstance(plugin, BriefsPlugin)), None)
    if plugin is None:
        raise ConfigurationError("mkdocs.yml does not name the plugin `briefs` under `plugins:`")
    return plugin


SITEMAP = "sitemap.xml"
MOST_NAMED = 10  # of records that a build has written

PAGE_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page", "post_build")
"""Where somebody else hears of one of these, pages go MkDocs's way."""


class BriefsPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Turns folders with a brief.yml into pages and handouts of the site."""

    config_scheme = tuple((name, config_options.Type(object)) for name in Settings.model_fields)  # which checks them itself

    def __init__(self) -> None:
        self.serving = False
        self.scheduler: str | None = None
        self.summary = Summary()
        self.publication: Publication | None = None
        self.look: Look = "publication"
        self.alone = False  # whether nobody else has a say in pages
        self.foot: Template | None = None  # of our pages, where the frame is not ours
        self.press: Press | None = None
        self.aside: Aside | None = None
        self.docs_files = DocsFiles()
        self.rendered = Rendered()
        self.kept_back: frozenset[str] = frozenset()  # the briefs that readers do not get, in a build
        self.embargoes: tuple[date | datetime, ...] = ()  # of the briefs of a build
        self.published: Site | None = None  # what a build has put in the site's place
        self.recorded: list[Recording] = []  # thereafter
        self.added: list[File] = []  # to the files of the site
        self.pages: set[str] = set()  # the files of the pages that MkDocs has made
        self.led_to: list[str] = []  # the addresses that the navigation names
        self.started = time.monotonic()
        self.background = Background(log, self.use_publication)
        self.served = Serving(self, log)
        self.nav: Navigation | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this instance, and with it the memory of what has not changed, over the rebuilds of `serve`."""
        seldom()
        self.serving = command == "serve"
        clear_up_when_ended()  # a build has a folder beside the site, and MkDocs one of what it serves, drafts and all
        asked = click.get_current_context(silent=True)  # under --no-livereload MkDocs never tells of its server
        self.served.asked = self.serving and not dirty and asked is not None and bool(asked.params.get("livereload", True))
        keep_plain(logging.getLogger("mkdocs"))

    @event_priority(100)  # before another plugin notes where the site will be
    def _on_config_begin(self, config: MkDocsConfig) -> MkDocsConfig:
        if is_nested(config):
            return config
        self.give_up()
        self.pages.clear()
        self.published, self.recorded = None, []
        self.started = time.monotonic()
        self.served.begin(config)
        if not self.serving:
            try:
                self.aside = Aside(config)
            except OSError as error:
                raise PluginError(f"cannot build beside the site: {error.filename}: {error.strerror}") from None
            except RuntimeError:  # of Python before 3.13
                raise PluginError(f"cannot build beside the site: {config.site_dir} is a link that leads to itself") from None
        return config

    @event_priority(-150)  # as other plugins have changed it
    def _on_config_read(self, config: MkDocsConfig) -> MkDocsConfig:
        if not is_nested(config):
            begins = self.publication is None
            self.publication = self.renewed(config)
            if self.serving and begins:
                self.served.open(config)
            self.docs_files = self.publication.docs_files()
            if self.docs_files.walked:  # MkDocs would walk through them before it asks anybody, and a circle has no end
                raise PluginError(f"\n{click.unstyle(text.listing(self.publication.survey().findings))}")
        publication = self.use_publication()
        self.set_up_theme(config, publication)
        if not is_nested(config):  # in the site's own frame, pages go MkDocs's way
            self.alone = shell.is_shared(config, overrides_of(publication.root), (BriefsPlugin, SearchPlugin), PAGE_EVENTS)
            self.served.direct = (self.served.asked or not self.serving) and self.look == "publication" and self.alone
        config.watch.extend(str(folder) for folder in storage.template_folders(publication.root))
        return config

    on_config = CombinedEvent(_on_config_begin, _on_config_read)

    def renewed(self, config: MkDocsConfig) -> Publication:
        """The publication as it is configured now, with the memory of the last build; `serve` outlives a wrong setting."""
        last = self.publication
        try:
            configuration = configuration_of(config, dict(self.config))
            memory = RunMemory() if self.serving else memory_of(configuration.root)
            fresh = Publication(configuration, preview=self.serving, memory=memory)
        except ConfigurationError as error:
            if not self.serving or last is None:
                raise
            log.error("%s", error)
            return replace(last)
        if last is not None and _press_settings(last) == _press_settings(fresh):
            fresh.memory, fresh.whole = last.memory, last.whole
        else:
            self.close_press()
            self.press = open_press(fresh, self.scheduler)
        return fresh

    def set_up_theme(self, config: MkDocsConfig, publication: Publication) -> None:
        """The theme has our templates and words, and in our own look our frame."""
        overrides = overrides_of(publication.root)
        set_up(config.theme, overrides, self.words_of(config, publication))
        if not is_nested(config):
            self.look = look_of(config, publication.settings.look)
            if self.look == "theme" and publication.settings.look is None and config.theme.name == "material":
                log.info("look: theme, for mkdocs.yml has %s; write `look: publication` for our own", ", ".join(furniture(config)))
        dress(config, self.look, overrides)

    def words_of(self, config: MkDocsConfig, publication: Publication) -> Callable[..., str]:
        """What says a message in the language of the theme; the message itself, where `serve` finds a template broken, and says so."""
        try:
            with rendering():
                return renderer_of(publication).wordings.of(language_of(config)).gettext
        except PublicationError as error:
            if not self.serving:
                raise PluginError(str(error)) from None
            return lambda message, **_: str(message)

    @event_priority(50)  # other plugins may lead to our pages
    def _on_files_early(self, files: Files, *, config: MkDocsConfig) -> Files:
        root = self.use_publication().root
        themes = {*filter(None, [config.theme.custom_dir]), *map(str, overrides_of(root))}
        for path in mkdocs_page.keep_published(files, self.docs_files.published, config, themes):
            level = logging.INFO if is_left_behind(path) else logging.WARNING
            where = os.path.relpath(path, root)
            log.log(level, "%s is no asset of a known type, and is not published: what is stands in docs_dir, in `publish_also`", where)
        return files if makes_files_anew(config) else self.add_ours(files, config)

    @event_priority(-150)
    def _on_files_late(self, files: Files, *, config: MkDocsConfig) -> Files:
        return self.add_ours(files, config) if makes_files_anew(config) else files

    on_files = CombinedEvent(_on_files_early, _on_files_late)

    def add_ours(self, files: Files, config: MkDocsConfig) -> Files:
        """Add all that is made of briefs, once it is; what goes wrong under `serve` leaves the last of it there."""
        nested = is_nested(config)
        if not nested:
            self.render()
        added = mkdocs_page.add_all(files, self.rendered, config, log, deep=self.look == "theme", built=not nested)
        for file in added if self.served.direct and not self.serving else ():
            if isinstance(file.page, mkdocs_page.BriefPage):
                file.page.unread = True
        if nested:
            return files
        for file in [*inner_links.elsewhere(files, self.rendered, config)]:
            files.append(file)
        self.added = added
        self.summary.pages = len(files.documentation_pages())
        if not self.serving:
            self.background.start(self.use_press(), self.rendered.prints)
        return files

    def render(self) -> None:
        """Check the publication, and make its pages, files and handouts."""
        publication = self.use_publication()
        try:
            log.info("as of %s", said(publication.now))
            if not publication.site.url:
                log.info(
                    "no `site_url` in mkdocs.yml: no feeds, sitemap, QR codes, cards, annotations and JSON-LD, and no address is whole"
                )
            progress = font_progress(log.info)
            self.rendered = render(publication, self.survey(publication), preview=self.serving, look=self.look, font_progress=progress)
            for finding in self.rendered.findings:
                log.warning("\n%s", click.unstyle(text.one(finding)))
            if not self.serving:
                self.kept_back = kept_back(publication, self.rendered)
            self.served.take(self.rendered)
        except PublicationError as error:
            if not self.serving:
                raise PluginError(str(error)) from None
            log.error("%s; the site stays as it was", error)
            self.served.keep_last()
        finally:
            if not self.serving:  # a build that fails is soon followed by another
                publication.memory.over()

    def survey(self, publication: Publication) -> Survey:
        """Everything read, checked and told of; nothing here holds on to it."""
        survey = publication.survey()
        report(survey, log, serving=self.serving)
        self.summary = Summary(errors=survey.findings.errors, warnings=survey.findings.warnings)
        self.embargoes = tuple(outcome.embargo for outcome in survey.outcomes if outcome.is_whole and outcome.embargo)
        return survey

    @event_priority(-100)  # another plugin may make the navigation
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Titles in the navigation are words, whatever they look like."""
        mkdocs_page.escape_titles(nav)
        for address in mkdocs_page.without_links(nav, lambda url: leads_into(url, self.kept_back, self.use_publication().site.url, "")):
            log.info("the navigation does not lead to %s, which readers do not get", address)
        if config.nav is None:
            mkdocs_page.lift_pages(nav)
        self.led_to = [*mkdocs_page.note_nav(nav, files)]
        self.nav = nav
        return nav

    @event_priority(-100)  # what other plugins say of a page is said in words, too
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """The theme says what it says in the words of the site's language, and what pages say of themselves is escaped once."""
        for file in files.documentation_pages():
            if isinstance(file.page, mkdocs_page.BriefPage):
                file.page.unread = False
            if file.page is not None:
                mkdocs_page.escape_words(file.page)
                mkdocs_page.forget_day(file.page)
        publication = self.use_publication()
        env.handle_exception = mkdocs_page.say_in_words
        feeds = of_site({file.path for file in self.rendered.files})
        more = mkdocs_page.beside_nav(files)
        env.globals.update(feeds=feeds, more_pages=more, sharing=sharing(config, self.look))
        led_to = [*self.led_to, *(path for path, _ in feeds), *(page.address for page in more), SEARCH_PAGE]
        self.foot = env.get_template(FOOT) if self.look == "theme" else None
        if shell.is_shared(config, overrides_of(publication.root), (BriefsPlugin, SearchPlugin)):
            shell.use(env, files, config, led_to)
        if self.nav:
            self.served.take_pages(config, env, self.nav, files)
        return env

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """MkDocs reads ordinary pages itself, where they are UTF-8."""
        source = page.file.abs_src_path
        if source is None or page.file.src_dir != config.docs_dir:
            return None
        publication = self.use_publication()
        wrong = wrong_in(f"{publication.docs_path}/{page.file.src_uri}", Path(source))
        if wrong and not self.serving:  # it has changed since all were looked at
            raise PluginError(f"\n{click.unstyle(text.listing(wrong))}")
        return "" if wrong else None

    def on_page_content(self, content: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Links of ordinary pages lead to briefs, and the home page ends with the list of them."""
        if not isinstance(page, mkdocs_page.BriefPage):
            site = self.use_publication().site
            content = inner_links.resolved(content, page.url, site, self.rendered, log, page.file.src_uri, self.kept_back)
        is_home = page.file.dest_uri == mkdocs_page.HOME
        return content + self.rendered.brief_list if is_home and not self.served.direct else content

    @event_priority(-100)  # search has taken the words of an ordinary page
    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """Tells the theme which of its pages are ours."""
        context["brief_page"] = page.made if isinstance(page, mkdocs_page.BriefPage) else None
        search = mkdocs_page.search_of(config)
        if isinstance(page, mkdocs_page.BriefPage) and search:
            mkdocs_page.add_entries(page, search.search_index)
        if self.foot and (isinstance(page, mkdocs_page.BriefPage) or page.file.dest_uri == mkdocs_page.HOME):
            page.content = (page.content or "") + self.foot.render(context)
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Keeps unlisted pages out of the sitemap, and lists the others in that of the plugin i18n, which knows its own files only."""
        pages = self.served.preview.listed if self.served.direct else context["pages"]
        context["pages"] = [file for file in pages if mkdocs_page.is_listed(file)]
        for listed in [*(context.get("i18n_alternates") or {}).values()][:1]:
            listed.extend(mkdocs_page.without_alternates(self.added, listed))
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        if output.strip():  # MkDocs writes no empty page
            self.pages.add(page.file.dest_uri)
        return output if page.meta.get("template") == shell.TEMPLATE else mkdocs_page.finished(output, page)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        return mkdocs_page.valid(output_content) if template_name.endswith(".html") else mkdocs_page.without_days(output_content)

    @event_priority(-200)  # what other plugins write belongs to the site, too
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if is_nested(config):
            return
        if self.aside is None:
            if not self.served.direct:
                self.write_index(config, Path(config.site_dir))
            self.served.publish(Path(config.site_dir))
            return
        press, jobs = self.use_press(), self.background.jobs
        try:
            results = with_bar(press.collect(jobs), len(jobs), "Handouts and cards")
            problems = write_handouts(self.use_publication(), results, self.aside.folder, self.summary)
            if problems:
                raise PluginError(f"\n{click.unstyle(text.listing(problems))}")
            if (self.aside.folder / MANIFEST).exists():
                log.warning("%s gives way to the list of the site's files, which is made for the same address", MANIFEST)
            if self.served.direct:
                index = self.write_ours(self.aside)
            else:
                self.aside.forget(self.use_publication().root)
                index = self.write_index(config, self.aside.folder)
                write_manifest(self.use_publication(), self.rendered, self.aside.folder)
            press.cache.tidy()
            cache_of("images", self.use_publication().root).tidy()
            self.summary.seconds = time.monotonic() - self.started
            files = {file.path for file in self.rendered.files} | {made.path for made in self.rendered.prints}
            built = Site(self.aside.site_dir, MANIFEST, digest_of_file(self.aside.folder / MANIFEST)[1])
            if self.aside.publish(self.pages | files | index):
                log.info("%s", self.summary)
                self.published = built
                self.record_releases()
            elif not self.aside.fails:
                log.info("a build that was begun later has published its site already: that one stays")
        except OSError as error:
            raise PluginError(f"cannot write the site: {error.filename}: {error.strerror}") from None
        self.finish()

    def write_ours(self, aside: Aside) -> set[str]:
        """Write what MkDocs has left to us, and the manifest, beside what it has written; returns the paths."""
        publication = self.use_publication()
        growing, of_program = aside.grow(publication.root), program()
        if f"{SITEMAP}.gz" in growing.files:  # which bears the day of the latest page: MkDocs has not had all of them
            growing.put(f"{SITEMAP}.gz", mkdocs_page.zipped(Path(growing.folder, SITEMAP), self.served.preview.listed))
        for path, made_of, make in self.served.preview.everything(self.served.made):
            known = made_of and digest_of(of_program, made_of)
            if not growing.stays(path, known):
                growing.put(path, make(), known)
        written = {*growing.files}
        growing.put(MANIFEST, manifest_of(publication, self.rendered, {path: found[:2] for path, found in growing.files.items()}))
        aside.settle()
        return written

    def record_releases(self) -> None:
        """Record what has been published, where it says that it is new; a folder where nothing can be written only has it said."""
        self.recorded = [*record_due(self.use_publication(), self.rendered.due)]
        written = [one for one in self.recorded if one.path]
        for one in self.recorded if len(written) <= MOST_NAMED else [one for one in self.recorded if not one.path]:
            log.info("%s", one.words)
        if len(written) > MOST_NAMED:
            log.info("recorded what is published of %d briefs, in their folders %s", len(written), RELEASES)

    def write_index(self, config: MkDocsConfig, folder: Path) -> set[str]:
        """Write what the page of search reads, and return the paths."""
        search = mkdocs_page.search_of(config)
        searching = self.served.searching if self.serving else Searching(again=False)
        files = searching.files(self.rendered.pages, search.search_index.entries if search else (), config)
        for path, file in files.items():
            (write_atomically if self.serving else write_unseen)(folder / path, file.content)
        return {*files}

    @event_priority(-100)  # what others watch is watched as everything is
    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Drafts are shown to those who ask for this machine by its name."""
        self.served.take_over(server, config)
        return server

    @event_priority(-100)  # when all others have heard of it
    def on_build_error(self, *, error: Exception) -> None:
        """Lets go of what was begun; what the system refused to MkDocs itself, as on a full disk, is said in a sentence."""
        self.finish()
        if isinstance(error, OSError) and not self.serving:
            raise PluginError(told(error)) from None

    def on_shutdown(self) -> None:
        self.serving = False
        self.served.end()
        self.finish()

    def give_up(self) -> None:
        """Let go of what an earlier build has begun."""
        self.background.stop()
        if self.aside is not None:
            self.aside.leave()
            self.aside = None

    def finish(self) -> None:
        """The end of a build, however it came; under `serve` the workers stay."""
        self.served.close_opening()
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


def makes_files_anew(config: MkDocsConfig) -> bool:
    """Whether mkdocs-static-i18n makes every file of a site anew, of those in docs_dir."""
    return "i18n" in config.plugins


def is_nested(config: MkDocsConfig) -> bool:
    """Whether a build runs at the end of another, as mkdocs-static-i18n has one for each further language: our pages are made."""
    return bool(getattr(config.plugins.get("i18n"), "building", False))


def _press_settings(publication: Publication) -> tuple[Path, int | None, int, int]:
    """What a press is made with."""
    settings = publication.settings
    return publication.root, settings.workers, settings.handout_seconds, settings.handout_megabytes
