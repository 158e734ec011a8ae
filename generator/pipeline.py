"""The stages in order: the table of contents of the program.

    read     storage: bytes of a publication
    parse    bytes → Text, nodes, Brief with places            (parsing)
    check    Brief → anchors, findings, CheckedBrief           (checks, library.survey)
    collect  CheckedBriefs → Library                           (library)
    render   Library → views, data → pages, files, prints      (pages, dossier)
    write    desk, press, storage: the site

Everything here is a pure function of its input. A `Memory` may be handed in to keep what has not changed since
the last run; it is keyed by content, so forgetting it changes nothing but the time it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from hashlib import sha256
from typing import NamedTuple, Self

from generator.dossier.dossier import dossier
from generator.dossier.release_data import Due, due
from generator.items.handout import Form, Handout, Paper
from generator.library.common import Common, in_common
from generator.library.known import Shown
from generator.library.library import Library, hash_of, known_name
from generator.library.public import PublicBrief
from generator.library.survey import Later, Memory, Survey, remembered, with_releases
from generator.library.translations import Versions, translations
from generator.pages.artifacts import Artifact, DataFile, HomePart, Page, Print
from generator.pages.brief_view import brief_view
from generator.pages.nodes import IndexPlace, Link
from generator.pages.outputs import OF_BRIEF, OF_COLLECTION
from generator.pages.outputs.findings_page import findings_page
from generator.pages.outputs.handout import booklet, handout
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.outputs.recording import record
from generator.pages.records import Record
from generator.pages.renderer import Renderer
from generator.parsing import Folder
from generator.parsing.releases import parse_releases, release_path
from generator.text.finding import Finding

MADE, DUE = "render", "due"  # how the names begin of what is kept: `Made`, `Due`
_DATA = "/brief.json"


@dataclass(frozen=True)
class Rendered:
    """What a site is made of, but for the theme around it."""

    pages: tuple[Page, ...] = ()
    files: tuple[DataFile, ...] = ()
    prints: tuple[Print, ...] = ()
    brief_list: str = ""
    findings: tuple[Finding, ...] = ()
    due: tuple[Due, ...] = ()

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The briefs that are shown."""
        return tuple(file.path.removesuffix(_DATA) for file in self.files if file.path.endswith(_DATA))

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """What links may lead to in each page, by its address."""
        return {page.address: page.ids for page in self.pages}

    @classmethod
    def of(cls, made: Iterable[Artifact]) -> Self:
        """What was made, by its kind."""
        listed = tuple(made)
        return cls(
            pages=tuple(one for one in listed if isinstance(one, Page)),
            files=tuple(one for one in listed if isinstance(one, DataFile)),
            prints=tuple(one for one in listed if isinstance(one, Print)),
            brief_list="".join(one.html for one in listed if isinstance(one, HomePart)),
        )


@dataclass(frozen=True)
class Briefs:
    """What is made of each brief by itself, what everything across briefs is made of, and the releases that are to be recorded.

    `after` are the digests of folders once that has been done, by those of now, where nothing else comes of it.
    """

    artifacts: tuple[Artifact, ...]
    collection: Collection
    due: tuple[Due, ...] = ()
    after: Mapping[str, str] = field(default_factory=dict)

    def across(self) -> Iterator[Artifact]:
        """What is made of all together, one after the other."""
        return (artifact for output in OF_COLLECTION for artifact in output(self.collection))


class Made(NamedTuple):
    """What is made of a brief by itself."""

    record: Record
    artifacts: tuple[Artifact, ...]


def render_publication(
    library: Library,
    renderer: Renderer,
    survey: Survey,
    memory: Memory | None = None,
    handouts: Handout = Handout(),  # noqa: B008 - a frozen value
) -> Rendered:
    """All pages, files and prints of a library; in a preview, broken briefs get a page that says what is wrong."""
    over = findings_pages(library, renderer, survey)
    made = render_briefs(library, renderer, over, {} if memory is None else memory, handouts)
    return Rendered.of((*made.artifacts, *made.across()))


def render_briefs(library: Library, renderer: Renderer, over: Mapping[str, Page], memory: Memory, handouts: Handout) -> Briefs:
    """The briefs of a library by themselves, each of which leaves it; what is made of all together is made when it is asked for.

    `over` are the pages that say what is wrong with some, by their addresses.
    """
    common = f"{renderer.digest} {library.site} {library.preview} {handouts}"
    versions = translations(library)
    near = in_common(library, memory, versions)
    made: list[Made] = []
    releases: list[Due] = []
    after: dict[str, str] = {}
    digests: dict[str, str] = {}
    for brief in library.hand_over():
        digest = library.digests[brief.slug]
        folder, _, around = digest.partition(" ")
        name = (
            f"{around} {_led(brief)} {library.mark(brief.slug, brief.known)} {library.is_overdue(brief.known)}"
            f" {near.get(brief.slug)} {versions.get(brief.slug)} {brief.known.translation_of} {common}"
        )
        beside = handouts, near.get(brief.slug, ()), versions.get(brief.slug, Versions())
        ready = Later(lambda brief=brief, beside=beside: _ready(library, renderer, brief.public, *beside))  # type: ignore[misc]
        made.append(remembered(memory, f"{MADE} {folder} {name}", partial(_render_brief, ready)))
        if day := _day(library, brief):
            release = remembered(memory, f"{DUE} {folder} {name} {day}", partial(_due, brief, ready, folder, day))
            releases.append(release)
            if release.after:  # of a record that tells nothing new all is as it was before
                after[folder] = release.after
                known = replace(brief.alone, recorded=(brief.alone.status, brief.alone.updated))
                memory[known_name(f"{release.after} {around}", library.site.language, preview=False)] = known
        digests[brief.slug] = sha256(f"{after.get(folder, folder)} {name}".encode("utf-8", "surrogatepass")).hexdigest()
    whole = [_under(artifact, over) for each in made for artifact in each.artifacts]
    shown = {artifact.address for artifact in whole if isinstance(artifact, Page)}
    alone = [page for page in over.values() if page.address not in shown]
    broken = tuple(Link(page.title, IndexPlace(page.address)) for page in alone)
    collection = Collection(library.site, renderer, tuple(each.record for each in made), broken, memory, digests)
    return Briefs((*whole, *alone), collection, tuple(releases), after)


def _led(brief: Shown) -> list[str]:
    """What a brief leads to in others, and by which names."""
    return sorted(f"{name}={to}" for name, to in brief.beyond.items())


def _day(library: Library, brief: Shown) -> date | None:
    """The day of a release that is to be recorded of a brief; None where none is."""
    return library.today if brief.known.is_due and not library.preview else None


def _under(artifact: Artifact, over: Mapping[str, Page]) -> Artifact:
    """The page of a brief that is broken now under what was found in it; anything else as it is."""
    found = over.get(artifact.address) if isinstance(artifact, Page) else None
    if found is None or not isinstance(artifact, Page):
        return artifact
    return replace(artifact, html=found.html + artifact.html, mark=found.mark, outline=None)


def _render_brief(ready: Callable[[], Ready]) -> Made:
    return Made(record(ready()), tuple(artifact for output in OF_BRIEF for artifact in output(ready())))


def _due(brief: Shown, ready: Callable[[], Ready], folder: str, day: date) -> Due:
    found = due(ready().dossier, brief.recorded, day)
    return replace(found, after=_after(brief, folder, found))


def _after(brief: Shown, folder: str, release: Due) -> str:
    """A digest of a brief's folder with its first record, where nothing is found or shown otherwise for that; else empty."""
    path = release_path(str(release.day), 1)
    read, findings = parse_releases(Folder(brief.slug, "", {path: release.file}, {}))
    is_silent = bool(read) and not findings and not release.shows and hash_of(read[0].texts) == brief.make().silent
    return with_releases(folder, {path: release.file}) if is_silent else ""


def findings_pages(library: Library, renderer: Renderer, survey: Survey) -> Mapping[str, Page]:
    """In a preview, what is wrong with the briefs that have errors, each a page, by its address."""
    made: dict[str, Page] = {}
    for outcome in survey.outcomes if library.preview else ():
        if not outcome.is_whole:
            findings = outcome.findings or survey.shared_findings
            below = "before" if outcome.slug in library.broken else "unfinished" if outcome.slug in library.unfinished else ""
            page = findings_page(library.site, renderer, outcome.slug, outcome.title, findings, below)
            made[page.address] = page
    return made


def print_brief(library: Library, renderer: Renderer, public: PublicBrief, form: Form = "full", paper: Paper = "a4") -> Print:
    """A handout of one brief, whatever its status."""
    return handout(_ready(library, renderer, public), form, paper)


def print_booklet(
    renderer: Renderer, title: str, briefs: Iterable[tuple[Library, PublicBrief]], path: str, form: Form = "full", paper: Paper = "a4"
) -> Print:
    """Several briefs as one document."""
    return booklet(title, [_ready(library, renderer, public) for library, public in briefs], path, form, paper)


def _ready(
    library: Library,
    renderer: Renderer,
    public: PublicBrief,
    handouts: Handout = Handout(),  # noqa: B008 - a frozen value
    near: tuple[Common, ...] = (),
    versions: Versions = Versions(),  # noqa: B008 - as above
) -> Ready:
    wording = renderer.wordings.of(public.brief.language or library.site.language)
    mark, is_overdue = library.mark(public.slug, public.brief), library.is_overdue(public.brief)
    view = brief_view(public, library.site, wording, mark, handouts, near, versions, overdue=is_overdue)
    return Ready(library.site, renderer, view, dossier(public, library.site))
