"""What `serve` has beside a build: it shows what was shown last until there is more, answers for our pages, and follows what is saved."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from generator.desk.building import render_each, renderer_of, rendering, with_fonts
from generator.desk.publication import Publication
from generator.desk.signing import signing_of
from generator.doors.mkdocs.background import Background
from generator.doors.mkdocs.guard import App, Guard, hosts_of, policy_of
from generator.doors.mkdocs.opening import Opening, opening_app
from generator.doors.mkdocs.preview import Made, Preview, outline
from generator.doors.mkdocs.rebuilding import Rebuilding
from generator.doors.mkdocs.reporting import report
from generator.doors.mkdocs.searching import Searching
from generator.doors.mkdocs.shown import Shown
from generator.engine import storage
from generator.errors import PublicationError
from generator.items.settings import Look
from generator.pages.artifacts import Artifact, HomePart
from generator.pipeline import Rendered
from generator.press.press import Press


class Builder(Protocol):
    """What builds the site, and has what it was last built of."""

    publication: Publication | None
    rendered: Rendered
    look: Look
    background: Background

    def use_publication(self) -> Publication:
        """The publication, which a build has opened."""

    def use_press(self) -> Press:
        """What makes handouts."""


class Serving:
    """The site as `serve` shows it. In a build nobody asks it for anything.

    It is `asked` first where MkDocs's server reloads pages; what is ours is answered and not written where it is `direct`.
    """

    def __init__(self, builder: Builder, log: logging.LoggerAdapter[logging.Logger]) -> None:
        self.builder = builder
        self.log = log
        self.docs = ""  # the folder that briefs are in now
        self.asked = False
        self.direct = False
        self.preview = Preview(log)
        self.made = Made(())  # what the build that is under way has made
        self.searching = Searching()
        self._shown: Shown | None = None
        self._opening: Opening | None = None  # until MkDocs's own server is there
        self.refreshing = False
        self.settled = False  # whether all was asked of the memory since it has forgotten something

    # While MkDocs builds

    def begin(self, config: MkDocsConfig) -> None:
        """A build begins."""
        self.docs = config.docs_dir
        self.settled, self.preview.next = False, None

    def open(self, config: MkDocsConfig) -> None:
        """Show what was shown last until there is something newer."""
        self._shown = Shown(Path(config.config_file_path))
        self._opening = Opening(config, self._guarded(opening_app(self._shown, config), config))

    def take(self, rendered: Rendered) -> None:
        """What was made is what will be shown."""
        self.made = Made((*rendered.pages, *rendered.files, *rendered.prints, HomePart(rendered.brief_list)))

    def keep_last(self) -> None:
        """Nothing could be made: what was shown stays."""
        self.made = self.preview.made

    def take_pages(self, config: MkDocsConfig, env: Any, nav: Navigation, files: Files) -> None:
        """Take our pages out of what MkDocs is going to write, where they are answered, or written in another way."""
        if self.direct:
            data = {file.path for file in self.builder.rendered.files}
            self.preview.take(config, env, nav, files, data, self.made, written=not self.asked)

    def publish(self, folder: Path) -> None:
        """The build is there, in a folder; handouts follow."""
        self.close_opening()
        self.preview.publish(self.made)
        self.builder.background.start_writing(self.builder.use_press(), self.builder.rendered.prints, folder, afresh=True)

    def take_over(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """MkDocs's server is there: answer before it does, and follow what it sees change."""
        self.preview.keep(self._shown)
        server.set_app(self._guarded(self.preview.app(server, server.get_app()), config))
        self.asked = True
        Rebuilding(self, server)

    def _guarded(self, app: App, config: MkDocsConfig) -> Guard:
        """An application that answers to the names of this machine only."""
        return Guard(
            app, lambda: hosts_of(config, self.builder.use_publication().settings.serve_hosts), policy_of(config, self.builder.look)
        )

    def close_opening(self) -> None:
        """Leave the address to MkDocs's server."""
        if self._opening is not None:
            self._opening.close()
            self._opening = None

    def end(self) -> None:
        """Nobody is served any more."""
        self.asked = False
        if self._shown:
            self._shown.tidy()

    # While it is asked

    def briefs_in(self, changed: Iterable[Path]) -> set[str] | None:
        """The briefs that own some paths; None where one is of something else."""
        frame = self.preview.frame
        if not self.direct or frame is None:
            return None
        docs, found = Path(frame.config.docs_dir), set()
        for path in changed:
            name = path.relative_to(docs).as_posix() if path.is_relative_to(docs) else ""
            slug = name.partition("/")[0]
            of_brief = slug in self.builder.use_publication().digests or (slug != "" and (docs / slug / storage.BRIEF).is_file())
            if not of_brief and name not in storage.SHARED:
                return None
            if of_brief:
                found.add(slug)
        return found

    def refresh(self, changed: Collection[str]) -> bool:
        """Follow a change of briefs, and of what they share, without MkDocs; what cannot be made leaves all as it was."""
        builder = self.builder
        publication = replace(builder.use_publication())
        if self.settled:
            publication.memory.forget_unused()
        self.refreshing = True
        try:
            survey = publication.survey(changed=changed)
            report(survey, self.log, serving=True)
            with rendering():
                renderer, signing = renderer_of(publication), signing_of(publication)
                briefs = render_each(publication, survey, renderer, signing)
            assets = [file for file in builder.rendered.files if file.path.startswith("assets/")]
            made = Made((*briefs.artifacts, *signing.keys(), *assets), briefs.across(), signing.published)
        except PublicationError as error:
            self.log.error("%s; the site stays as it was", error)
            return False
        finally:
            self.refreshing = False
        builder.publication, self.preview.made, self.settled = publication, made, False
        if self.preview.frame:
            fit = lambda prints: with_fonts(publication, prints)[0]  # noqa: E731
            folder = Path(self.preview.frame.config.site_dir)
            builder.background.start_writing(builder.use_press(), made.prints, folder, fit, afresh=False)
        return True

    def settle(self) -> bool:
        """Make all that nobody has asked for yet, as long as no further change is followed; whether MkDocs's own pages are out of date."""
        frame, made = self.preview.frame, self.preview.made
        everything: list[Artifact] = []
        for one in made.all():
            everything.append(one)
            if self.refreshing or self.preview.made is not made or frame is None:
                return False
        self.settled = True
        publication = self.builder.use_publication()
        moved = publication.looked != publication.docs_files()
        return frame is not None and (moved or outline(everything, frame.in_nav) != frame.outline)
