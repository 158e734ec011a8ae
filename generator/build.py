"""The conductor: from a publication on disk to what its site is made of.

Floor 9. Knows storage, the pipeline, the cache and the press; knows nothing of MkDocs.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError

from generator import crew, storage
from generator.cache import Cache
from generator.checking import Checked, check_publication
from generator.checks import Policy
from generator.clock import today
from generator.errors import PublicationError
from generator.finding import Finding, Severity, in_order
from generator.fonts import FontFile, font_files, web_stylesheet
from generator.library import Site, collect
from generator.outputs.made import DataFile, Print
from generator.pdf import Job, Press, Result
from generator.pipeline import Rendered, print_brief, render_publication
from generator.render import Renderer
from generator.settings import Settings
from generator.text import Text

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
    whether it belongs to the publication; `font_progress` follows the making of fonts, once on a machine.
    """

    root: Path
    docs: Path
    site: Site
    settings: Settings = field(default_factory=Settings)
    wanted: Callable[[str], bool] = lambda path: True
    font_progress: Callable[[Iterable[None], int], Iterable[None]] | None = None
    memory: RunMemory = field(default_factory=RunMemory)
    shared_press: Press | None = None

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
            library = collect(self.site, checked.briefs, today(), preview=preview)
            renderer = self.renderer()
            rendered = render_publication(library, renderer, checked, self.memory, handouts=self.settings.handouts)
            self.memory.forget_unused()
            return replace(rendered, files=(*rendered.files, *assets(self.settings, renderer, self.fonts())))

    def prints(self, checked: Checked, slugs: Iterable[str]) -> tuple[Print, ...]:
        """The handouts of some briefs: of published ones as they are published, of drafts as they stand."""
        with _explained():
            public, everything = (collect(self.site, checked.briefs, today(), preview=preview) for preview in (False, True))
            renderer = self.renderer()
            self.fonts()
            libraries = ((public if slug in public.by_slug else everything, slug) for slug in slugs)
            return tuple(print_brief(library, renderer, library.by_slug[slug]) for library, slug in libraries)

    def renderer(self) -> Renderer:
        """The publication's own templates before the package's."""
        return Renderer(storage.read_templates(storage.template_folders(self.root)))

    def fonts(self) -> tuple[FontFile, ...]:
        return font_files(self.font_progress)

    @property
    def press(self) -> Press:
        if self.shared_press is None:
            self.shared_press = Press(Cache(self.root / ".cache" / "handouts"), self.settings.workers)
        return self.shared_press

    def start_handouts(self, prints: Iterable[Print]) -> list[Job]:
        """Begin to make handouts; reading them all from `press.collect` ends it."""
        with _interrupts_held():
            return self.press.submit(prints)

    def close(self) -> None:
        if self.shared_press is not None:
            self.shared_press.close()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes that start in here never see Ctrl-C, which a terminal sends to all: it is for their parent to end them.

    A worker that dies while it starts would leave its parent waiting for ever.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # it would let Ctrl-C through again when it starts
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


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
            problems.append(unset(result.document, result.problem or "it could not be set"))
            continue
        storage.write_atomically(folder / result.document.path, result.pdf)
        summary.reused += result.reused
        summary.made += not result.reused
    return in_order(problems)


def unset(document: Print, problem: str) -> Finding:
    """The finding for a handout that could not be set."""
    return Finding("B601", f"the handout could not be set: {problem}", Text(f"{document.path}", "").span(), brief=document.slug)


def summary_of(checked: Checked) -> Summary:
    """A summary that begins with the findings of a run."""
    return Summary(errors=checked.count(Severity.ERROR), warnings=checked.count(Severity.WARNING))
