"""A publication on disk, opened: what all use cases begin with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path

from generator.checks import Policy
from generator.checks.paths import Found, looked_up
from generator.engine import clock, crew, storage
from generator.engine.configuration import Configuration, read_configuration
from generator.engine.docs_files import DocsFiles, docs_files, found_in, read_page
from generator.engine.markdown_extensions import own_ids, unheard
from generator.engine.memory import RunMemory
from generator.errors import PublicationError, WrongUsageError, told
from generator.items.settings import Settings
from generator.library.library import Kept, Site
from generator.library.survey import Survey, check_parsed, concerned, parse_folders, recalled
from generator.parsing import Folder
from generator.text.finding import Finding
from generator.text.paths import PAGES, DocPath


@dataclass
class Publication:
    """A publication as it is configured, kept between the runs of one process. A `preview` has what MkDocs calls `draft_docs`, too."""

    configuration: Configuration
    preview: bool = True
    memory: RunMemory = field(default_factory=RunMemory)
    digests: dict[str, str] = field(default_factory=dict)  # of the briefs' folders, as they were read last
    whole: dict[str, Kept] = field(default_factory=dict)  # the briefs of a preview as they were when they had no errors
    looked: DocsFiles | None = None  # what stood below docs_dir then
    wrong_pages: tuple[Finding, ...] = ()  # what was wrong in ordinary pages then

    @property
    def root(self) -> Path:
        return self.configuration.root

    @property
    def docs(self) -> Path:
        return self.configuration.docs

    @property
    def docs_path(self) -> str:
        return self.docs.relative_to(self.root).as_posix()

    @property
    def site(self) -> Site:
        return self.configuration.site

    @property
    def settings(self) -> Settings:
        return self.configuration.settings

    @cached_property
    def now(self) -> datetime:
        """The instant of this run, in the publication's zone: the clock is read once."""
        return clock.now(self.site.zone)

    @property
    def today(self) -> date:
        return self.now.date()

    def folders(self, names: Iterable[str] | None = None) -> list[Path]:
        """Where the briefs are, or those of some names."""
        return storage.wanted_folders(self.docs, lambda path: self.configuration.wants(path, preview=self.preview), names)

    def every_folder(self) -> dict[str, Path]:
        """Every folder with a brief.yml by its name, those that the settings exclude, too."""
        return {folder.name: folder for folder in storage.brief_folders(self.docs)}

    def folder(self, slug: str) -> Path:
        """Where a brief is; raises WrongUsageError where there is none of the name."""
        folders = {folder.name: folder for folder in self.folders()}
        self.know([slug], folders)
        return folders[slug]

    def know(self, slugs: Collection[str], known: Collection[str]) -> None:
        """Raise WrongUsageError for the first of some slugs that no brief has."""
        for slug in slugs:
            if slug not in known:
                there_are = ", ".join(sorted(known)) or "none"
                raise WrongUsageError(f"there is no brief `{slug}` in {self.docs_path}/; there are: {there_are}")

    def read(self, folder: Path) -> Folder:
        """The files of a brief."""
        return storage.read_folder(self.root, folder)

    def shared_files(self) -> dict[str, bytes]:
        """The files that all briefs share."""
        return storage.read_shared(self.docs)

    def docs_files(self) -> DocsFiles:
        """Which files below docs_dir are published as they are, and what is wrong with others."""
        return docs_files(self.configuration)

    def _look(self) -> None:
        """Look at what stands below docs_dir beside the briefs."""
        self.looked = self.docs_files()
        pages = (path for path in sorted(self.looked.published) if path.endswith(PAGES))
        wanted = (path for path in pages if self.configuration.wants(path, preview=self.preview))
        self.wrong_pages = tuple(finding for path in wanted for finding in found_in(f"{self.docs_path}/{path}", self.docs / path))

    def _around(self) -> tuple[Finding, ...]:
        """What is wrong beside the briefs."""
        beside = self.looked.findings if self.looked else ()
        return (*beside, *self.wrong_pages, *unheard(self.configuration.extensions))

    def files_at(self, wanted: frozenset[DocPath]) -> Mapping[DocPath, Found]:
        """What is published below docs_dir at some paths."""
        wants = partial(self.configuration.wants, preview=self.preview)
        published = frozenset(filter(wants, (self.looked or self.docs_files()).published))
        if own_ids(self.configuration.extensions):
            found = looked_up({DocPath(path.path) for path in wanted}, published, str)
            return {path: found[DocPath(path.path)] for path in wanted}
        return looked_up(wanted, published, lambda path: read_page(self.docs / path))

    def policy(self, day: date | None = None) -> Policy:
        """What the publication asks of its briefs on a day, today if left out."""
        return Policy(day or self.today, self.settings.rules, self.site.zone)

    def survey(self, day: date | None = None, changed: Collection[str] | None = None) -> Survey:
        """Everything read and checked; where `changed` names briefs, all else is as it was when it was last read."""
        with explained():
            if changed is None or self.looked is None:
                self._look()
            known = self.digests.items() if changed is not None else ()
            kept = {name: recalled(digest, self.memory) for name, digest in known}
            lost = [name for name, parsed in kept.items() if parsed is None]
            again = concerned({*(changed or ()), *lost}, filter(None, kept.values()))
            kept = {name: parsed for name, parsed in kept.items() if name not in again}
            parsed = parse_folders(map(self.read, self.folders(None if changed is None else again)), self.memory)  # the one list of them
            parsed += filter(None, kept.values())
            parsed.sort(key=lambda one: one.slug)
            self.digests = {one.slug: one.digest for one in parsed}
            survey = check_parsed(parsed, self.shared_files(), self.docs_path, self.memory, self.policy(day), self.files_at)
            return survey.beside(self.policy(day).judge(self._around()))

    def inspect(self, day: date | None = None, progress: crew.Progress = lambda done, total: None) -> Survey:
        """What `survey` brings, but for the checked briefs: those of a large publication are divided among processes."""
        with explained():
            folders = self.folders()
            if crew.size(len(folders)) < 2:
                return self.survey(day)
            try:
                self._look()
                survey = crew.check(self.root, folders, self.shared_files(), self.docs_path, self.policy(day), self.files_at, progress)
                return survey.beside(self.policy(day).judge(self._around()))
            except BrokenProcessPool:  # the system ended a process: one alone takes longer and needs less memory
                return self.survey(day)


def open_publication(config_file: Path) -> Publication:
    """The publication of a mkdocs.yml, its drafts included; raises ConfigurationError where a setting is wrong."""
    with explained():
        return Publication(read_configuration(config_file))


@contextmanager
def explained() -> Iterator[None]:
    """What the system does not hand out, said without a traceback."""
    try:
        yield
    except OSError as error:
        raise PublicationError(told(error)) from error
