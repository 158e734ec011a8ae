"""The stages in order: the table of contents of the program.

    read     storage: bytes of a publication
    parse    bytes → Text, nodes, Brief with places            (parsing)
    check    Brief → anchors, findings, CheckedBrief           (checks)
    collect  CheckedBriefs → Library                           (library)
    render   Library → pages, files, prints                    (outputs, render)
    write    build, pdf, storage: the site

Floor 7. Everything here is a pure function of its input. A `Memory` may be handed in to keep what has not changed since
the last run; it is keyed by content, so forgetting it changes nothing but the time it takes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.checks import Accepted, Anchor, CheckedBrief, Context, Policy, check, contradictions
from generator.coverage import Coverage
from generator.finding import Finding, Severity, in_order
from generator.library import Library
from generator.outputs.brief_json import brief_json
from generator.outputs.brief_page import brief_page
from generator.outputs.findings_page import findings_page
from generator.outputs.handout import handout
from generator.outputs.home import brief_list
from generator.outputs.made import DataFile, Page, Print
from generator.outputs.source_pages import source_pages
from generator.outputs.viewing import brief_view
from generator.outputs.views import BriefView
from generator.parsing import Folder, ParsedBrief, Shared, parse_brief, parse_shared
from generator.render import Renderer

Memory = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What became of one folder: `checked` is None where there are errors; `title` is the best name known."""

    slug: str
    digest: str
    title: str
    status: str
    checked: CheckedBrief | None
    anchors: tuple[Anchor, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()
    coverage: Coverage | None = None


@dataclass(frozen=True)
class Checked:
    """What became of a publication."""

    outcomes: tuple[Outcome, ...]
    shared_findings: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of the run, sorted by place."""
        return in_order([*self.shared_findings, *(finding for outcome in self.outcomes for finding in outcome.findings)])

    @property
    def briefs(self) -> tuple[CheckedBrief, ...]:
        return tuple(outcome.checked for outcome in self.outcomes if outcome.checked)

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


@dataclass(frozen=True)
class Rendered:
    """What a site is made of, but for the theme around it."""

    pages: tuple[Page, ...] = ()
    files: tuple[DataFile, ...] = ()
    prints: tuple[Print, ...] = ()
    brief_list: str = ""


def check_publication(
    folders: Sequence[Folder],
    shared_files: Mapping[str, bytes],
    docs_path: str,
    memory: Memory | None = None,
    policy: Policy = Policy(),  # noqa: B008 - a frozen value
) -> Checked:
    """Parse and check all folders; one broken brief never hides another's findings."""
    memory = {} if memory is None else memory
    shared, shared_findings = parse_shared(shared_files, docs_path)
    digests = {folder.slug: _digest(folder) for folder in folders}
    parsed = {folder.slug: _remembered(memory, f"parse {digests[folder.slug]}", lambda f=folder: parse_brief(f)) for folder in folders}
    owners = _owners(parsed, shared, docs_path)
    between = _between_briefs(parsed)
    common = hashlib.sha256(repr((sorted(digests), shared_files, policy)).encode()).hexdigest()
    outcomes: list[Outcome] = []
    for slug, (brief, found) in parsed.items():
        if brief is None:
            outcomes.append(Outcome(slug, digests[slug], slug, "draft", None, (), found))
            continue
        context = Context(brief, shared, frozenset(digests), _taken(brief, owners), policy.today)
        others = between.get(slug, ())
        key = f"check {digests[slug]} {common} {context.taken} {[finding.message for finding in others]}"
        result = _remembered(memory, key, lambda c=context, o=others: check(c, policy, o))
        outcomes.append(
            Outcome(
                slug=slug,
                digest=f"{digests[slug]} {common}",
                title=brief.brief.title,
                status=brief.brief.status,
                checked=result.checked,
                anchors=tuple(result.anchors.values()),
                findings=in_order((*policy.judge(found), *result.findings)),
                accepted=result.accepted,
                coverage=result.coverage,
            )
        )
    return Checked(tuple(outcomes), in_order(policy.judge(shared_findings)))


def _between_briefs(parsed: Mapping[str, tuple[ParsedBrief | None, Any]]) -> dict[str, list[Finding]]:
    """What only a look at all briefs brings, by slug."""
    found: dict[str, list[Finding]] = {}
    for finding in contradictions.check(brief for brief, _ in parsed.values() if brief):
        found.setdefault(finding.brief or "", []).append(finding)
    return found


def render_publication(
    library: Library, renderer: Renderer, checked: Checked, memory: Memory | None = None, *, handouts: bool = True
) -> Rendered:
    """All pages, files and prints of a library; in a preview, broken briefs get a page that says what is wrong."""
    memory = {} if memory is None else memory
    digests = {outcome.slug: outcome.digest for outcome in checked.outcomes}
    common = f"{renderer.digest} {library.site} {library.today} {library.preview} {handouts}"
    made = [
        _remembered(
            memory, f"render {digests[brief.slug]} {common}", lambda b=brief: _render_brief(library, renderer, b, handouts=handouts)
        )
        for brief in library.briefs
    ]
    broken: Iterable[Page] = ()
    if library.preview:
        broken = (
            findings_page(renderer, outcome.slug, outcome.title, library.site.language, outcome.findings or checked.shared_findings)
            for outcome in checked.outcomes
            if outcome.checked is None
        )
    return Rendered(
        pages=(*(page for rendered, _ in made for page in rendered.pages), *broken),
        files=tuple(file for rendered, _ in made for file in rendered.files),
        prints=tuple(document for rendered, _ in made for document in rendered.prints),
        brief_list=brief_list(library, renderer, [view for _, view in made]),
    )


def _render_brief(library: Library, renderer: Renderer, checked: CheckedBrief, *, handouts: bool) -> tuple[Rendered, BriefView]:
    view = brief_view(library, checked, pdf=handouts)
    data = brief_json(library, checked, view)
    media = () if view.withdrawn else (DataFile(f"{view.slug}/media/{name}", content) for name, content in checked.media.items())
    prints = (handout(library, renderer, checked, view, data),) if view.pdf else ()
    pages = (brief_page(library, renderer, view), *source_pages(library, renderer, checked, view))
    return Rendered(pages, (data, *media), prints), view


def print_brief(library: Library, renderer: Renderer, checked: CheckedBrief) -> Print:
    """The handout of one brief, whatever its status."""
    view = brief_view(library, checked)
    return handout(library, renderer, checked, view, brief_json(library, checked, view))


def _remembered(memory: Memory, key: str, make: Any) -> Any:
    if key not in memory:
        memory[key] = make()
    return memory[key]


def _digest(folder: Folder) -> str:
    """A digest of all that a folder holds."""
    state = hashlib.sha256(folder.path.encode())
    for group in (folder.files, folder.media):
        for name in sorted(group):
            state.update(f"\0{name}\0{len(group[name])}\0".encode())
            state.update(group[name])
    return state.hexdigest()


def _owners(parsed: Mapping[str, tuple[ParsedBrief | None, Any]], shared: Shared, docs_path: str) -> dict[str, list[str]]:
    """The files in which each actor's id stands."""
    owners: dict[str, list[str]] = {actor.id: [f"{docs_path}/actors.yml"] for actor in shared.actors}
    for brief, _ in parsed.values():
        for actor in brief.brief.actors if brief else ():
            owners.setdefault(actor.id, []).append(brief.text.path if brief else "")
    return owners


def _taken(brief: ParsedBrief, owners: Mapping[str, list[str]]) -> dict[str, str]:
    """The brief's own actor ids that stand elsewhere, too."""
    taken: dict[str, str] = {}
    for actor in brief.brief.actors:
        elsewhere = [path for path in owners[actor.id] if path != brief.text.path]
        if elsewhere:
            taken[actor.id] = elsewhere[0]
    return taken
