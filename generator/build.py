"""The conductor: from a publication on disk to what its site is made of.

Floor 9. Knows storage, the pipeline, the cache and the press; knows nothing of MkDocs.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from generator import storage
from generator.cache import Cache
from generator.finding import Finding, Severity, in_order
from generator.fonts import font_files, web_stylesheet
from generator.library import Site, collect
from generator.outputs.made import DataFile, Print
from generator.pdf import Press, Result
from generator.pipeline import Checked, Memory, Rendered, check_publication, print_brief, render_publication
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


@dataclass
class Publication:
    """A publication on disk, kept between builds of one process.

    `root` is the folder of mkdocs.yml, `docs` the folder of the briefs inside it.
    """

    root: Path
    docs: Path
    site: Site
    settings: Settings = field(default_factory=Settings)
    memory: Memory = field(default_factory=dict)
    shared_press: Press | None = None

    def check(self) -> Checked:
        """Read and check everything."""
        return check_publication(storage.read_folders(self.root, self.docs), storage.read_shared(self.docs), self.docs_path, self.memory)

    @property
    def docs_path(self) -> str:
        return self.docs.relative_to(self.root).as_posix()

    def render(self, checked: Checked, *, preview: bool) -> Rendered:
        """Everything that is shown today, with its stylesheet and fonts."""
        library = collect(self.site, checked.briefs, today(), preview=preview)
        renderer = self.renderer()
        rendered = render_publication(library, renderer, checked, self.memory, handouts=self.settings.handouts)
        return replace(rendered, files=(*rendered.files, *assets(self.settings, renderer)))

    def prints(self, checked: Checked, slugs: Iterable[str]) -> tuple[Print, ...]:
        """The handouts of some briefs, of drafts and withdrawn ones, too."""
        library = collect(self.site, checked.briefs, today(), preview=True)
        renderer = self.renderer()
        return tuple(print_brief(library, renderer, library.by_slug[slug]) for slug in slugs)

    def renderer(self) -> Renderer:
        """The publication's own templates before the package's."""
        return Renderer(storage.read_templates(storage.template_folders(self.root)))

    def forget_unused(self, keep: int = 3) -> None:
        """Keep the memory from growing without end under `serve`."""
        limit = keep * 4 * max(64, len(list(self.docs.iterdir())))
        if len(self.memory) > limit:
            self.memory.clear()

    @property
    def press(self) -> Press:
        if self.shared_press is None:
            self.shared_press = Press(Cache(self.root / ".cache" / "handouts"), self.settings.workers)
        return self.shared_press

    def close(self) -> None:
        if self.shared_press is not None:
            self.shared_press.close()


def today() -> date:
    """Today; `SOURCE_DATE_EPOCH` (reproducible-builds.org) names another day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


def assets(settings: Settings, renderer: Renderer) -> tuple[DataFile, ...]:
    """The stylesheet of all pages, with the publisher's accent and the fonts, and the font files."""
    files = font_files()
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


def tally(checked: Checked, summary: Summary) -> None:
    """Count the findings of a run into its summary."""
    summary.errors = checked.count(Severity.ERROR)
    summary.warnings = checked.count(Severity.WARNING)
