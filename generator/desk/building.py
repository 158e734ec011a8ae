"""What a site is made of: its pages, files and handouts, of a publication that has been checked.

Knows storage, the pipeline, the cache and the press; knows nothing of MkDocs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError

from generator import __version__
from generator.desk.publication import Publication, explained
from generator.desk.signing import Signing, signing_of
from generator.dossier.manifest import MANIFEST, manifest
from generator.dossier.release_data import Due
from generator.engine import storage
from generator.engine.atomic import write_atomically
from generator.engine.cache import cache_of
from generator.engine.codec import Codec
from generator.engine.limits import Limits
from generator.engine.memory import KeptMemory
from generator.engine.recall import program
from generator.engine.site_files import digest_of_file, paths_of
from generator.errors import PublicationError
from generator.items import Brief
from generator.items.settings import Look, Settings
from generator.library.known import KNOWN, Known
from generator.library.library import Kept, Library, collect
from generator.library.survey import CHECKED, LED_TO, PARSED, Judged, Noted, Survey, Targets, remembered
from generator.pages.artifacts import Card, DataFile, Outline, Print
from generator.pages.compact import apart, compact
from generator.pages.outputs.ready import ACROSS
from generator.pages.renderer import Renderer
from generator.parsing.folder import span_at
from generator.parsing.yaml_file import decode, tree_of
from generator.pipeline import DUE, MADE, Briefs, Made, Rendered, findings_pages, render_briefs
from generator.press.cluster import through
from generator.press.fallback_fonts import with_fallbacks
from generator.press.fonts import SELDOM, font_files, web_fonts, web_stylesheet
from generator.press.press import Press, Result
from generator.text.finding import Finding, Findings
from generator.text.places import Span, Text

STYLESHEET = "assets/briefs.css"
LIGHT = "assets/light.css"  # that, and the part of Material's sheet that our frame needs: all that most pages of our look load
FONTS = "assets/fonts/"
WIDE = "assets/wide.css"  # what that lacks, for windows of room and for paper: no phone waits for it
WIDE_MEDIA = ("print", "(min-width:66em)")
LISTS = "assets/lists.css"  # what it lacks for pages across briefs
LETTERS = "assets/letters.css"  # the faces of letters that few pages have
SCRIPT = "assets/briefs.js"
FAVICON = "assets/favicon.svg"
SEARCH = {f"assets/{name}": f"site/{name}" for name in ("search.js", "search.css")}  # what the page of search has beside these

_ASKED_AGAIN = ("templates ",)  # names of what is made once in a build, though it is asked for more often

FontProgress = Callable[[Iterable[None], int], Iterable[None]]
"""Follows the making of fonts, once on a machine."""


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


def memory_of(root: Path) -> KeptMemory:
    """The memory of one build of the publication in a folder: what is found in each brief, and made of it, is kept for the next build."""
    types = {PARSED: Noted, LED_TO: Targets, CHECKED: Judged, KNOWN: Known, MADE: Made, DUE: Due, ACROSS: Outline}
    kinds = {name: Codec[Any](kind) for name, kind in types.items()}
    return KeptMemory(cache_of("briefs", root), program(), kinds, (MADE, DUE), _ASKED_AGAIN)


def render(
    publication: Publication, survey: Survey, *, preview: bool, look: Look = "publication", font_progress: FontProgress | None = None
) -> Rendered:
    """Everything that is shown now, with its stylesheet and fonts.

    A survey that nobody else holds on to is forgotten bit by bit on the way, for a build has room for either what was read or what is made.
    """
    with rendering():
        renderer, signing = renderer_of(publication), signing_of(publication)
        library = library_of(publication, survey, signing, preview=preview)
        over = findings_pages(library, renderer, survey)
        del survey
        briefs = render_briefs(library, renderer, over, publication.memory, publication.settings.handouts)
        rendered = Rendered.of((*briefs.artifacts, *briefs.across()))
        for now, after in briefs.after.items():
            publication.memory.also(now, after)
        if preview:
            publication.memory.forget_unused()
        files = (*signing.files(rendered.files), *assets(publication.settings, renderer, look, font_progress))
        prints, findings = with_fonts(publication, rendered.prints)
        return replace(rendered, files=files, prints=prints, findings=findings, due=briefs.due)


def render_each(publication: Publication, survey: Survey, renderer: Renderer, signing: Signing) -> Briefs:
    """What a preview makes of each brief that is shown now; what is made of all together is made when it is asked for."""
    library = library_of(publication, survey, signing, preview=True)
    over = findings_pages(library, renderer, survey)
    return render_briefs(library, renderer, over, publication.memory, publication.settings.handouts)


def library_of(publication: Publication, survey: Survey, signing: Signing, *, preview: bool) -> Library:
    """The briefs that are shown now."""
    settings = publication.settings
    accent = settings.accent if settings.has_cards else ""
    site = signing.site(replace(publication.site, corrections_policy=settings.corrections_policy or "", card_accent=accent))
    before = {**publication.whole, **_unfinished(publication, survey)} if preview else {}
    library = collect(site, survey, publication.now, preview=preview, memory=publication.memory, before=before)
    if preview:
        publication.whole = {**library.whole}
    return library


def kept_back(publication: Publication, rendered: Rendered) -> frozenset[str]:
    """The briefs of a publication that readers do not get."""
    return frozenset(folder.name for folder in publication.folders()).difference(rendered.slugs)


def _unfinished(publication: Publication, survey: Survey) -> dict[str, Kept]:
    from generator.desk.unfinished import unfinished  # what drafts is slow to import, and only a preview asks for it

    return unfinished(publication, survey)


def renderer_of(publication: Publication) -> Renderer:
    """The publication's own templates before the package's; the same again as long as they are the same."""
    renderer = Renderer(storage.read_templates(storage.template_folders(publication.root)))
    return remembered(publication.memory, f"templates {renderer.digest}", lambda: renderer)


@contextmanager
def rendering() -> Iterator[None]:
    """What a publisher's own files and templates can do wrong, said without a traceback."""
    try:
        with explained():
            yield
    except TemplateError as error:
        place = f"{error.name}:{error.lineno}: " if isinstance(error, TemplateSyntaxError) else ""
        raise PublicationError(f"a template cannot be rendered: {place}{error.message or type(error).__name__}") from error


def assets(settings: Settings, renderer: Renderer, look: Look, font_progress: FontProgress | None = None) -> tuple[DataFile, ...]:
    """The stylesheet and the script of all pages; in our own look fonts and a favicon, too, of which the theme has its own."""
    parts, frame = renderer.templates["site/briefs.css"], renderer.templates[f"site/{look}.css"]
    script = DataFile(SCRIPT, renderer.templates["site/briefs.js"].encode())
    lists = renderer.templates["site/lists.css"]
    if look == "theme":
        search = (_asset(renderer, path, name) for path, name in SEARCH.items())
        return (DataFile(STYLESHEET, f"{parts}\n{lists}\n{frame}".encode()), script, *search)
    files = web_fonts(font_files(font_progress))
    often, seldom = (web_stylesheet([file for file in files if (file.script in SELDOM) is rare], "fonts/") for rare in (False, True))
    beside = renderer.templates["site/columns.css"]
    search = (_asset(renderer, path, name, seldom) for path, name in SEARCH.items())  # what is found may have any letters
    rules = f"{often}\n:root{{--accent:{settings.accent}}}\n{frame}\n{parts}"
    light, wide = apart(f"{rules}\n{beside}", WIDE_MEDIA)
    favicon = renderer.templates["site/favicon.svg"].replace("{accent}", settings.accent)
    return (
        DataFile(STYLESHEET, compact(f"{rules}\n{lists}\n{beside}").encode()),
        DataFile(LIGHT, compact(f"{renderer.templates['site/material.css']}\n{light}").encode()),
        DataFile(WIDE, compact(wide).encode()),
        DataFile(LISTS, compact(lists).encode()),
        DataFile(LETTERS, compact(seldom).encode()),
        script,
        DataFile(FAVICON, favicon.encode()),
        _asset(renderer, "assets/material.js", "site/material.js"),
        *search,
        *(DataFile(f"{FONTS}{file.web_name}.woff2", file.woff2) for file in files),
    )


def _asset(renderer: Renderer, path: str, template: str, rules: str = "") -> DataFile:
    """A style sheet with some rules before it, made small, or a script."""
    text = renderer.templates[template]
    return DataFile(path, (compact(f"{rules}\n{text}") if path.endswith(".css") else text).encode())


# Handouts


def with_fonts(publication: Publication, prints: Iterable[Print]) -> tuple[tuple[Print, ...], Findings]:
    """Prints with the fonts that their scripts need, and what was found about it."""
    given, found = with_fallbacks(prints, lambda slug, words: place_of(publication, slug, words))
    return given, Findings(publication.policy().judge(found))


def place_of(publication: Publication, slug: str, words: str) -> Span | None:
    """Where the files of a brief first have these words: its brief.yml, its article, what all briefs share, its sources."""
    folder = publication.read(publication.docs / slug)
    files = {f"{folder.path}/{name}": content for name, content in folder.files.items()}
    shared = {f"{publication.docs_path}/{name}": content for name, content in publication.shared_files().items()}
    own = [f"{folder.path}/{name}" for name in (storage.BRIEF, "article.md") if name in folder.files]
    for path in dict.fromkeys((*own, *shared, *files)):
        text = Text(path, (files | shared)[path].decode("utf-8", "replace"))
        at = text.body.find(words)
        if at >= 0:
            return text.span(at, at + len(words))
    return None


def open_press(publication: Publication, scheduler: str | None = None) -> Press:
    """What makes the publication's handouts: processes of this machine, or the cluster at the address of a scheduler."""
    settings = publication.settings
    limits = Limits(settings.handout_seconds, settings.handout_megabytes)
    cache = cache_of("handouts", publication.root)
    return Press(cache, settings.workers, limits, through(scheduler) if scheduler else None, signing_of(publication).seal)


def write_handouts(publication: Publication, results: Iterable[Result], folder: Path, summary: Summary) -> Findings:
    """Write handouts below `folder`; those that could not be set are findings."""
    problems: list[Finding] = []
    for result in results:
        if result.pdf is None:
            problems.append(unset(publication, result))
            continue
        write_atomically(folder / result.document.path, result.pdf)
        if not isinstance(result.document, Card):
            summary.reused += result.reused
            summary.made += not result.reused
    return Findings(problems)


def unset(publication: Publication, result: Result) -> Finding:
    """The finding for a handout or a card that could not be set: at the title of its brief, or for a booklet at its own path."""
    document, code = result.document, "B603" if result.over_limit else "B601"
    kind = "card" if isinstance(document, Card) else "handout"
    message = f"the {kind} {document.path} could not be set: {result.problem}"
    fix = "look at the largest image, table or word first, and at the one that came last"
    if result.over_limit:
        fix = "make the largest image or table smaller, or raise `handout_seconds` or `handout_megabytes` in mkdocs.yml"
    return Finding(code, message, _title(publication, document.slug) or Text(document.path, "").span(), fix, brief=document.slug)


def _title(publication: Publication, slug: str) -> Span | None:
    """Where the title of a brief is written; None where no brief has the slug."""
    folder = publication.every_folder().get(slug)
    text = decode(f"{publication.docs_path}/{slug}/{storage.BRIEF}", (folder / storage.BRIEF).read_bytes())[0] if folder else None
    tree = tree_of(Brief, text)[0] if text else None
    return span_at(tree, ("title",)) if tree else None


# The manifest


def write_manifest(publication: Publication, rendered: Rendered, folder: Path) -> None:
    """List all files of a site that was built in `folder`, whoever has made them, with their digests; the last step of a build."""
    files = {path: digest_of_file(at) for path in paths_of(folder) if not os.path.isdir(at := f"{folder}/{path}")}  # noqa: PTH112
    write_atomically(folder / MANIFEST, manifest_of(publication, rendered, files))


def manifest_of(publication: Publication, rendered: Rendered, files: Mapping[str, tuple[int, str]]) -> bytes:
    """The manifest of a site with some files, of which it says the size in bytes and the SHA-256."""
    signing = signing_of(publication)
    content = manifest(
        {path: found for path, found in files.items() if path != MANIFEST},
        ((file.path, file.content) for file in rendered.files if file.path.endswith(("/brief.json", "/evidence.json"))),
        [document.path for document in rendered.prints if not isinstance(document, Card)],
        program=f"explainer-briefs {__version__}",
        url=publication.site.url,
        key=signing.key.public.name if signing.key else "",
    )
    return signing.file(content)
