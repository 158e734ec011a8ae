"""The stages in order: the table of contents of the program.

    read     storage: bytes of a publication
    parse    bytes → Text, nodes, Brief with places            (parsing)
    check    Brief → anchors, findings, CheckedBrief           (checks)
    collect  CheckedBriefs → Library                           (library)
    render   Library → views, data → pages, files, prints      (pages, dossier)
    write    build, pdf, storage: the site

Everything here is a pure function of its input. A `Memory` may be handed in to keep what has not changed since
the last run; it is keyed by content, so forgetting it changes nothing but the time it takes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from generator.dossier.dossier import Dossier, dossier
from generator.items.handout import Form, Handout, Paper
from generator.library.library import Library
from generator.library.public import PublicBrief
from generator.library.survey import Checked, Memory, remembered
from generator.pages.artifacts import DataFile, Page, Print
from generator.pages.brief_view import brief_view
from generator.pages.outputs.brief_page import brief_page
from generator.pages.outputs.findings_page import findings_page
from generator.pages.outputs.handout import booklet, handout
from generator.pages.outputs.home import brief_list
from generator.pages.outputs.source_pages import source_pages
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView
from generator.text.finding import Finding


@dataclass(frozen=True)
class Rendered:
    """What a site is made of, but for the theme around it."""

    pages: tuple[Page, ...] = ()
    files: tuple[DataFile, ...] = ()
    prints: tuple[Print, ...] = ()
    brief_list: str = ""
    findings: tuple[Finding, ...] = ()


def render_publication(
    library: Library,
    renderer: Renderer,
    checked: Checked,
    memory: Memory | None = None,
    handouts: Handout = Handout(),  # noqa: B008 - a frozen value
) -> Rendered:
    """All pages, files and prints of a library; in a preview, broken briefs get a page that says what is wrong."""
    memory = {} if memory is None else memory
    digests = {outcome.slug: outcome.digest for outcome in checked.outcomes}
    common = f"{renderer.digest} {library.site} {library.today} {library.preview} {handouts}"
    made = [
        remembered(memory, f"render {digests[brief.slug]} {common}", partial(_render_brief, library, renderer, brief, handouts))
        for brief in library.briefs
    ]
    broken: Iterable[Page] = ()
    if library.preview:
        broken = (
            findings_page(library.site, renderer, outcome.slug, outcome.title, outcome.findings or checked.shared_findings)
            for outcome in checked.outcomes
            if outcome.checked is None
        )
    return Rendered(
        pages=(*(page for rendered, _ in made for page in rendered.pages), *broken),
        files=tuple(file for rendered, _ in made for file in rendered.files),
        prints=tuple(document for rendered, _ in made for document in rendered.prints),
        brief_list=brief_list(library.site, renderer, [view for _, view in made]),
    )


def _render_brief(library: Library, renderer: Renderer, public: PublicBrief, handouts: Handout) -> tuple[Rendered, BriefView]:
    view, data = _entry(library, public, handouts)
    media = (DataFile(f"{view.slug}/media/{name}", content) for name, content in public.media.items())
    prints = tuple(handout(renderer, library.site, view, data, made.form, made.paper) for made in view.handouts)
    pages = (brief_page(library.site, renderer, view, data.version), *source_pages(library.site, renderer, public, view))
    files = (DataFile(f"{view.slug}/{name}", content) for name, content in data.files)
    return Rendered(pages, (*files, *media), prints), view


def print_brief(library: Library, renderer: Renderer, public: PublicBrief, form: Form = "full", paper: Paper = "a4") -> Print:
    """A handout of one brief, whatever its status."""
    return handout(renderer, library.site, *_entry(library, public), form, paper)


def print_booklet(
    renderer: Renderer, title: str, briefs: Iterable[tuple[Library, PublicBrief]], path: str, form: Form = "full", paper: Paper = "a4"
) -> Print:
    """Several briefs as one document."""
    listed = list(briefs)
    return booklet(renderer, listed[0][0].site, title, [_entry(library, public) for library, public in listed], path, form, paper)


def _entry(library: Library, public: PublicBrief, handouts: Handout = Handout()) -> tuple[BriefView, Dossier]:  # noqa: B008 - a frozen value
    """What everything that is made of a brief is made of."""
    return brief_view(public, library.site, library.mark(public), handouts), dossier(public, library.site)
