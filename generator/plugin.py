"""The adapter to MkDocs: hands the finished pages, files and handouts to its build.

Floor 10. No logic of ours lives in the hooks; MkDocs's Markdown engine sees ordinary pages only.
"""

from __future__ import annotations

import html
import logging
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import click
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import CountHandler
from pydantic import ValidationError

from generator import build, storage
from generator.build import Publication, Summary
from generator.finding import Severity
from generator.library import Site
from generator.outputs.made import Page, Print
from generator.pdf import Job, Press, Result
from generator.pipeline import Checked, Rendered
from generator.report import text
from generator.settings import Settings

log = get_plugin_logger(__name__)

HOME = "index.md"


class BriefsConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options; `Settings` holds and checks them."""

    accent = config_options.Optional(config_options.Type(str))
    handouts = config_options.Optional(config_options.Type(bool))
    workers = config_options.Optional(config_options.Type(int))


def publication_of(config: MkDocsConfig) -> Publication:
    """The publication that a MkDocs configuration describes; raises ConfigurationError where a setting is wrong."""
    plugin = next((plugin for plugin in config.plugins.values() if isinstance(plugin, BriefsPlugin)), None)
    if plugin is None:
        raise ConfigurationError("mkdocs.yml does not name the plugin `briefs` under `plugins:`")
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
    return Publication(root, docs, Site(config.site_name, url if not url or url.endswith("/") else f"{url}/", language), settings)


class BriefsPlugin(BasePlugin[BriefsConfig]):  # type: ignore[no-untyped-call]
    """Turns folders with a brief.yml into pages and handouts of the site."""

    def __init__(self) -> None:
        self.serving = False
        self.summary = Summary()
        self.publication: Publication | None = None
        self.site_dir: Path | None = None
        self.counter: CountHandler | None = None
        self.rendered = Rendered()
        self.started = time.monotonic()
        self.background = Background()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this instance, and with it the memory of what has not changed, over the rebuilds of `serve`."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.started = time.monotonic()
        fresh = publication_of(config)
        if self.publication is not None:
            fresh.memory, fresh.shared_press = self.publication.memory, self.publication.shared_press
        self.publication = fresh
        self.set_up_theme(config, fresh.root)
        config.watch.extend(str(folder) for folder in storage.template_folders(fresh.root))
        if not self.serving:
            self.build_aside(config)
        return config

    def set_up_theme(self, config: MkDocsConfig, root: Path) -> None:
        """Our overrides come after the publisher's own and before Material; fonts are our own, nobody else is asked."""
        config.extra_css.append(build.STYLESHEET)
        if config.theme.name != "material":
            return
        overrides = [str(folder / "theme") for folder in storage.template_folders(root)]
        at = 1 if config.theme.custom_dir else 0
        config.theme.dirs[at:at] = overrides
        config.theme["font"] = False

    def build_aside(self, config: MkDocsConfig) -> None:
        """Let MkDocs build into a folder beside the site; `on_post_build` puts it in place when all went well."""
        self.site_dir = Path(config.site_dir)
        self.site_dir.parent.mkdir(parents=True, exist_ok=True)
        config.site_dir = str(storage.building_folder(self.site_dir))
        self.counter = CountHandler()
        self.counter.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.counter)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        publication = self.use_publication()
        checked = publication.check()
        self.report(checked)
        self.rendered = publication.render(checked, preview=self.serving)
        publication.forget_unused()
        self.summary = Summary(pages=len(self.rendered.pages))
        build.tally(checked, self.summary)
        for file in self.raw_files(files, publication):
            files.remove(file)
        for page in self.rendered.pages:
            _add_page(files, page, config)
        for made in self.rendered.files:
            files.append(File.generated(config, made.path, content=made.content))
        if files.get_file_from_path(HOME) is None:
            files.append(File.generated(config, HOME, content=f"# {config.site_name}\n"))
        if not self.serving:
            self.background.start(publication.press, self.rendered.prints)
        return files

    def raw_files(self, files: Files, publication: Publication) -> list[File]:
        """What MkDocs would publish as it is: the folders of briefs, and the shared files."""
        briefs = tuple(f"{path.parent.name}/" for path in publication.docs.glob(f"*/{storage.BRIEF}"))
        return [file for file in files if file.src_uri.startswith(briefs) or file.src_uri in storage.SHARED]

    def report(self, checked: Checked) -> None:
        """Under `build` errors end it; under `serve` they are in the log and on the brief's page."""
        errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
        for finding in checked.findings:
            if finding.severity is Severity.WARNING:
                log.warning("\n%s", text.one(finding))
        if not errors:
            return
        listing = f"{click.unstyle(text.listing(errors))}\n\n{text.totals(len(errors), 0, len(checked.outcomes))}"
        if self.serving:
            log.error("\n%s", listing)
        else:
            raise PluginError(f"\n{listing}")

    def on_page_content(self, content: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """The home page ends with the list of briefs."""
        return content + self.rendered.brief_list if page.file.src_uri == HOME else content

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """Tells the theme which of its pages are ours."""
        context["brief_page"] = page.made if isinstance(page, BriefPage) else None
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        folder = Path(config.site_dir)
        publication = self.use_publication()
        if self.serving:
            self.background.start_writing(publication.press, self.rendered.prints, folder)
            return
        jobs = self.background.jobs
        problems = build.write_handouts(_with_progress(publication.press.collect(jobs), len(jobs)), folder, self.summary)
        self.summary.seconds = time.monotonic() - self.started
        if problems:
            raise PluginError(f"\n{click.unstyle(text.listing(problems))}")
        if self.site_dir is not None and not (config.strict and self.counter and self.counter.get_counts()):
            storage.publish_folder(folder, self.site_dir)
            log.info("%s", self.summary)
        self.leave_aside(config)

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        self.background.stop()
        self.leave_aside(None)

    def leave_aside(self, config: MkDocsConfig | None) -> None:
        """Forget the folder that was built in; what is left of it is removed."""
        if self.counter is not None:
            logging.getLogger("mkdocs").removeHandler(self.counter)
            self.counter = None
        if self.site_dir is not None:
            storage.remove_building_folder(self.site_dir)
            if config is not None:
                config.site_dir = str(self.site_dir)
            self.site_dir = None
        if not self.serving and self.publication is not None:
            self.publication.close()

    def on_shutdown(self) -> None:
        self.background.stop()
        if self.publication is not None:
            self.publication.close()

    def use_publication(self) -> Publication:
        if self.publication is None:
            raise PluginError("MkDocs did not run on_config")
        return self.publication


class Background:
    """Handouts that are being made while MkDocs goes on; a new start gives up what the last one has not begun."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.generation = 0

    def start(self, press: Press, prints: tuple[Print, ...]) -> None:
        """Begin to make handouts, to be collected later."""
        self.stop()
        self.jobs = press.submit(prints)

    def start_writing(self, press: Press, prints: tuple[Print, ...], folder: Path) -> None:
        """Make handouts in a thread of its own and write them as they come."""
        self.stop()
        threading.Thread(target=self._write, args=(press, prints, folder, self.generation), daemon=True).start()

    def _write(self, press: Press, prints: tuple[Print, ...], folder: Path, generation: int) -> None:
        self.jobs = press.submit(prints)
        for result in press.collect(self.jobs):
            if generation != self.generation:
                return  # a later build has taken over
            if problems := build.write_handouts([result], folder, Summary()):
                log.error("\n%s", text.listing(problems))

    def stop(self) -> None:
        self.generation += 1
        for job in self.jobs:
            job.future.cancel()
        self.jobs = []


def _with_progress(results: Iterator[Result], length: int) -> Iterator[Result]:
    """Results as they come, with a bar where a terminal shows it."""
    stream = click.get_text_stream("stderr")
    bar: Any = click.progressbar(results, length=length, label="Handouts", hidden=not stream.isatty(), file=stream)
    with bar:
        yield from bar


class BriefPage(MkDocsPage):
    """A page whose content is finished: MkDocs puts the theme around it and gives it its place in search and sitemap."""

    def __init__(self, made: Page, file: File, config: MkDocsConfig) -> None:
        self.made = made
        super().__init__(html.escape(made.title), file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {"description": html.escape(" ".join(self.made.description.split()))}
        if not self.made.listed:
            self.meta["search"] = {"exclude": True}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.made.html
        self.toc = TableOfContents([AnchorLink(html.escape(heading.title), heading.id, 2) for heading in self.made.headings])
        self.present_anchor_ids = set(re.findall(r'\bid="([^"]+)"', self.made.html))


def _add_page(files: Files, page: Page, config: MkDocsConfig) -> None:
    file = File.generated(config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    files.append(file)
    BriefPage(page, file, config)
