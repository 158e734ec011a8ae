"""The conductor: from a publication on disk to what its site is made of.

Knows storage, the pipeline, the cache and the press; knows nothing of MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError

from generator.checks import Policy
from generator.engine import crew, storage
from generator.engine.atomic import write_atomically
from generator.engine.cache import Cache
from generator.engine.clock import today
from generator.errors import PublicationError
from generator.items.handout import Form, Paper
from generator.items.settings import Settings
from generator.library.library import Library, Site, collect
from generator.library.public import PublicBrief
from generator.library.survey import Checked, check_publication
from generator.pages.artifacts import DataFile, Print
from generator.pages.renderer import Renderer
from generator.pipeline import Rendered, print_booklet, print_brief, render_publication
from generator.press.cluster import through
from generator.press.fallback_fonts import with_fallbacks
from generator.press.fonts import FontFile, font_files, web_stylesheet
from generator.press.press import Job, Press, Result
from generator.press.worker import Limits
from generator.text.finding import Finding, Severity, in_order
from generator.text.places import Span, Text
from generator.text.slugs import slug_as_written

STYLESHEET = "assets/briefs.css"


@dataclass
class Summary:
    """What a build made; `seconds` is filled in by whoever holds the clock."""

    pages: int = 0
    made: int = 0
    reused: int = 0
    errors: int = 0
    warnings: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        pdfs = f"{self.made + self.reused} PDFs ({self.made} made, {self.reused} reused)"
        return f"{self.pages} pages, {pdfs}, {self.errors} errors, {self.warnings} warnings, {self.seconds:.1f} s"


class RunMemory(dict[str, Any]):
    """What runs have made, by a digest of what it was made from; forgets what the last run did not ask for."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: set[str] = set()

    def __getitem__(self, key: str) -> Any:
        self._asked.add(key)
        return super().__getitem__(key)

    def forget_unused(self) -> None:
        for key in self.keys() - self._asked:
            del self[key]
        self._asked.clear()


@dataclass
class Publication:
    """A publication on disk, kept between builds of one process.

    `root` is the folder of mkdocs.yml, `docs` the folder of the briefs inside it; `wanted` says of a path below `docs`
    whether it belongs to the publication; `font_progress` follows the making of fonts, once on a machine; `scheduler` is the
    address of a cluster that makes the handouts.
    """

    root: Path
    docs: Path
    site: Site
    settings: Settings = field(default_factory=Settings)
    wanted: Callable[[str], bool] = lambda path: True
    font_progress: Callable[[Iterable[None], int], Iterable[None]] | None = None
    memory: RunMemory = field(default_factory=RunMemory)
    shared_press: Press | None = None
    scheduler: str | None = None

    def check(self, day: date | None = None) -> Checked:
        """Read and check everything, as of `day`, today if left out."""
        with _explained():
            folders = [storage.read_folder(self.root, folder) for folder in self.folders()]
            return check_publication(folders, storage.read_shared(self.root, self.docs), self.docs_path, self.memory, self.policy(day))

    def report(self, day: date | None = None, progress: crew.Progress = lambda done, total: None) -> Checked:
        """What `check` brings, but for the checked briefs: those of a large publication are divided among processes."""
        with _explained():
            folders = self.folders()
            if crew.size(len(folders)) < 2:
                return self.check(day)
            shared = storage.read_shared(self.root, self.docs)
            try:
                return crew.check(self.root, folders, shared, self.docs_path, self.policy(day), progress)
            except BrokenProcessPool:  # the system ended a process: one alone takes longer and needs less memory
                return self.check(day)

    def folders(self) -> list[Path]:
        """Where the briefs are."""
        return storage.wanted_folders(self.root, self.docs, self.wanted)

    def policy(self, day: date | None) -> Policy:
        return Policy(day or today(), self.settings.rules)

    @property
    def docs_path(self) -> str:
        return self.docs.relative_to(self.root).as_posix()

    def render(self, checked: Checked, *, preview: bool) -> Rendered:
        """Everything that is shown today, with its stylesheet and fonts."""
        with _explained():
            library = collect(self.site, checked, today(), preview=preview, memory=self.memory)
            renderer = self.renderer()
            rendered = render_publication(library, renderer, checked, self.memory, self.settings.handouts)
            self.memory.forget_unused()
            files = (*rendered.files, *assets(self.settings, renderer, self.fonts()))
            prints, findings = self.with_fonts(rendered.prints)
            return replace(rendered, files=files, prints=prints, findings=findings)

    def with_fonts(self, prints: Iterable[Print]) -> tuple[tuple[Print, ...], tuple[Finding, ...]]:
        """Prints with the fonts that their scripts need, and what was found about it."""
        given, findings = with_fallbacks(prints, self.place_of)
        return given, in_order(self.policy(None).judge(findings))

    def place_of(self, slug: str, words: str) -> Span | None:
        """Where the files of a brief first have these words: its brief.yml, its article, what all briefs share, its sources."""
        folder = storage.read_folder(self.root, self.docs / slug)
        files = {f"{folder.path}/{name}": content for name, content in folder.files.items()}
        shared = {f"{self.docs_path}/{name}": content for name, content in storage.read_shared(self.root, self.docs).items()}
        own = [f"{folder.path}/{name}" for name in (storage.BRIEF, "article.md") if name in folder.files]
        for path in dict.fromkeys((*own, *shared, *files)):
            text = Text(path, (files | shared)[path].decode("utf-8", "replace"))
            at = text.body.find(words)
            if at >= 0:
                return text.span(at, at + len(words))
        return None

    def prints(self, checked: Checked, slugs: Iterable[str], form: Form = "full", paper: Paper = "a4") -> tuple[Print, ...]:
        """A handout of each of some briefs: of published ones as they are published, of drafts as they stand."""
        with _explained():
            renderer = self.renderer()
            return tuple(print_brief(library, renderer, brief, form, paper) for library, brief in self._shown(checked, slugs))

    def booklet(self, checked: Checked, slugs: Iterable[str], title: str, path: str, form: Form = "full", paper: Paper = "a4") -> Print:
        """Some briefs as one document."""
        with _explained():
            return print_booklet(self.renderer(), title, self._shown(checked, slugs), path, form, paper)

    def of_topic(self, checked: Checked, name: str) -> tuple[str, tuple[str, ...]]:
        """A topic as its briefs write it, and the slugs of those that are public and listed, newest first."""
        listed = collect(self.site, checked, today(), preview=False, memory=self.memory).listed
        found = {brief.slug: topic for brief in listed for topic in brief.brief.topics if slug_as_written(topic) == slug_as_written(name)}
        return next(iter(found.values()), name), tuple(found)

    def _shown(self, checked: Checked, slugs: Iterable[str]) -> list[tuple[Library, PublicBrief]]:
        """Briefs in the library that shows them: the public one, if they are public."""
        wanted = list(slugs)
        some = replace(checked, outcomes=tuple(outcome for outcome in checked.outcomes if outcome.slug in wanted))
        public, everything = (collect(self.site, some, today(), preview=preview) for preview in (False, True))
        libraries = ((public if name in public.by_slug else everything, name) for name in wanted)
        return [(library, library.by_slug[name]) for library, name in libraries]

    def renderer(self) -> Renderer:
        """The publication's own templates before the package's."""
        return Renderer(storage.read_templates(storage.template_folders(self.root)))

    def fonts(self) -> tuple[FontFile, ...]:
        return font_files(self.font_progress)

    @property
    def press(self) -> Press:
        if self.shared_press is None:
            limits = Limits(self.settings.handout_seconds, self.settings.handout_megabytes)
            elsewhere = through(self.scheduler) if self.scheduler else None
            self.shared_press = Press(Cache(self.root / ".cache" / "handouts"), self.settings.workers, limits, elsewhere)
        return self.shared_press

    def start_handouts(self, prints: Iterable[Print]) -> list[Job]:
        """Begin to make handouts; reading them all from `press.collect` ends it."""
        return self.press.submit(prints)

    def close(self) -> None:
        if self.shared_press is not None:
            self.shared_press.close()


@contextmanager
def _explained() -> Iterator[None]:
    """What a publisher's own files and templates can do wrong, said without a traceback."""
    try:
        yield
    except OSError as error:
        raise PublicationError(f"{error.filename or 'a file'}: {error.strerror or error}") from error
    except TemplateError as error:
        place = f"{error.name}:{error.lineno}: " if isinstance(error, TemplateSyntaxError) else ""
        raise PublicationError(f"a template cannot be rendered: {place}{error.message or type(error).__name__}") from error


def assets(settings: Settings, renderer: Renderer, files: tuple[FontFile, ...]) -> tuple[DataFile, ...]:
    """The stylesheet of all pages, with the publisher's accent and the fonts, and the font files."""
    rules = f"{web_stylesheet(files, 'fonts/')}\n:root{{--accent:{settings.accent}}}\n{renderer.templates['site/briefs.css']}"
    return (DataFile(STYLESHEET, rules.encode()), *(DataFile(f"assets/fonts/{file.name}.woff2", file.woff2) for file in files))


def write_handouts(results: Iterable[Result], folder: Path, summary: Summary) -> tuple[Finding, ...]:
    """Write handouts below `folder`; those that could not be set are findings."""
    problems: list[Finding] = []
    for result in results:
        if result.pdf is None:
            problems.append(unset(result))
            continue
        write_atomically(folder / result.document.path, result.pdf)
        summary.reused += result.reused
        summary.made += not result.reused
    return in_order(problems)


def unset(result: Result) -> Finding:
    """The finding for a handout that could not be set."""
    document, code = result.document, "B603" if result.over_limit else "B601"
    return Finding(code, f"the handout could not be set: {result.problem}", Text(document.path, "").span(), brief=document.slug)


def summary_of(checked: Checked) -> Summary:
    """A summary that begins with the findings of a run."""
    return Summary(errors=checked.count(Severity.ERROR), warnings=checked.count(Severity.WARNING))
