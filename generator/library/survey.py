"""From a publication's folders to what became of each: parse every brief, let them know of each other, check every brief.

The steps are functions of their own, so that a conductor may divide the briefs among processes: only the step between them,
`surroundings`, looks at all. A `Memory` may be handed in to keep what has not changed since the last run; it is keyed by content, so
forgetting it changes nothing but the time it takes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, TypeVar

from generator.checks import Accepted, Anchor, CheckedBrief, Context, Policy, check_brief
from generator.checks.neighbours import Neighbours, Notice, neighbours
from generator.checks.paths import FindFiles, anywhere
from generator.checks.target import Target, targets
from generator.items import CrossRef, Topic
from generator.parsing import Folder, ParsedBrief, Shared, original_of, parse_brief, parse_shared
from generator.prose.coverage import Coverage
from generator.text.finding import Finding, Findings

Memory = dict[Hashable, Any]
T = TypeVar("T")


@dataclass(frozen=True)
class Outcome:
    """What became of one folder: `checked` is None where there are errors; `title` is the best name known."""

    slug: str
    digest: str
    title: str
    status: str
    checked: CheckedBrief | None
    anchors: tuple[Anchor, ...]
    findings: Findings
    accepted: tuple[Accepted, ...] = ()
    coverage: Coverage | None = None


@dataclass(frozen=True)
class Survey:
    """What became of a publication."""

    outcomes: tuple[Outcome, ...]
    shared_findings: Findings
    topics: tuple[Topic, ...] = ()

    @cached_property
    def findings(self) -> Findings:
        """All findings of the run."""
        return Findings((*self.shared_findings, *(finding for outcome in self.outcomes for finding in outcome.findings)))

    @property
    def briefs(self) -> tuple[CheckedBrief, ...]:
        return tuple(outcome.checked for outcome in self.outcomes if outcome.checked)

    @property
    def slugs(self) -> frozenset[str]:
        return frozenset(outcome.slug for outcome in self.outcomes)

    def beside(self, findings: Iterable[Finding]) -> Survey:
        """The same with findings that belong to no brief."""
        return replace(self, shared_findings=Findings((*self.shared_findings, *findings)))

    def of(self, slugs: Collection[str]) -> Survey:
        """What became of some briefs; the shared files belong to all."""
        return Survey(tuple(outcome for outcome in self.outcomes if outcome.slug in slugs), self.shared_findings, self.topics)


@dataclass(frozen=True)
class Parsed:
    """A folder as it was parsed: `brief` is None where nothing of it could be read; `digest` is of all that the folder holds."""

    slug: str
    digest: str
    brief: ParsedBrief | None
    notice: Notice | None
    findings: tuple[Finding, ...]
    translates: str | None = None  # the brief from which it takes what it leaves out


@dataclass(frozen=True)
class Surroundings:
    """What the checks of a brief know of the rest of its publication."""

    shared: Shared
    neighbours: Mapping[str, Neighbours]
    policy: Policy
    digest: str  # of everything here but for the neighbours


def check_publication(
    folders: Sequence[Folder],
    shared_files: Mapping[str, bytes],
    docs_path: str,
    memory: Memory | None = None,
    policy: Policy = Policy(),  # noqa: B008 - a frozen value
    files: FindFiles = anywhere,
) -> Survey:
    """Parse and check all folders; one broken brief never hides another's findings."""
    memory = {} if memory is None else memory
    return check_parsed(parse_folders(folders, memory), shared_files, docs_path, memory, policy, files)


def check_parsed(
    parsed: list[Parsed], shared_files: Mapping[str, bytes], docs_path: str, memory: Memory, policy: Policy, files: FindFiles = anywhere
) -> Survey:
    """Check all folders, which are parsed already; each leaves the list, so that it can be forgotten."""
    notices = {folder.slug: folder.notice for folder in parsed}
    around, shared_findings = surroundings(notices, partial(targets_in, parsed), shared_files, docs_path, policy, files)
    parsed.reverse()
    return Survey(check_folders((parsed.pop() for _ in notices), around, memory), shared_findings, around.shared.topics)


def parse_folders(folders: Iterable[Folder], memory: Memory) -> list[Parsed]:
    """Every folder parsed."""
    digests = ((folder, _digest(folder)) for folder in folders)
    return [remembered(memory, _parsed(digest), partial(_parse, folder, digest)) for folder, digest in digests]


def recalled(digest: str, memory: Memory) -> Parsed | None:
    """The folder that was parsed under a digest, where it is remembered."""
    return memory.get(_parsed(digest))


def _parsed(digest: str) -> str:
    """The key under which a parsed folder is remembered."""
    return f"parse {digest}"


def _parse(folder: Folder, digest: str) -> Parsed:
    brief, found = parse_brief(folder)
    translates = original_of(folder.files.get("brief.yml", b""))
    return Parsed(folder.slug, digest, brief, Notice.of(brief) if brief else None, found, translates)


def concerned(changed: Collection[str], parsed: Iterable[Parsed]) -> frozenset[str]:
    """Briefs that have changed, and those that translate them, in however many steps."""
    listed, found = list(parsed), set(changed)
    while more := {one.slug for one in listed if one.translates in found and one.slug not in found}:
        found |= more
    return frozenset(found)


FindTargets = Callable[[frozenset[CrossRef], Shared], Mapping[CrossRef, Target]]
"""Finds those of some names that stand in a brief."""


def targets_in(parsed: Iterable[Parsed], wanted: frozenset[CrossRef], shared: Shared) -> Mapping[CrossRef, Target]:
    """What there is of some names in parsed folders."""
    slugs = {name.brief for name in wanted}
    return {name: to for folder in parsed if folder.slug in slugs for name, to in targets(folder.slug, folder.brief, wanted, shared)}


def surroundings(
    notices: Mapping[str, Notice | None],
    find: FindTargets,
    shared_files: Mapping[str, bytes],
    docs_path: str,
    policy: Policy,
    files: FindFiles = anywhere,
) -> tuple[Surroundings, Findings]:
    """What the briefs of a publication have to know, by a notice of each (None of those that nothing could be read of)."""
    shared, found = parse_shared(shared_files, docs_path)
    digest = hashlib.sha256(repr((shared_files, policy)).encode()).hexdigest()
    read = [notice for notice in notices.values() if notice]
    wanted = frozenset(name for notice in read for name in notice.names)
    paths = frozenset(path for notice in read for path in notice.paths)
    near = neighbours(read, find(wanted, shared) if wanted else {}, files(paths) if paths else {}, notices, shared, docs_path)
    return Surroundings(shared, near, policy, digest), Findings(policy.judge(found))


def check_folders(parsed: Iterable[Parsed], around: Surroundings, memory: Memory) -> tuple[Outcome, ...]:
    """Every parsed folder checked."""
    return tuple(_check(folder, around, memory) for folder in parsed)


def _check(folder: Parsed, around: Surroundings, memory: Memory) -> Outcome:
    parsed, policy = folder.brief, around.policy
    if parsed is None:
        return Outcome(folder.slug, folder.digest, folder.slug, "draft", None, (), Findings(policy.judge(folder.findings)))
    near = around.neighbours.get(folder.slug, Neighbours())
    context = Context(parsed, around.shared, near.taken, near.beyond, policy.today, policy.zone, near.paths)
    result = remembered(memory, f"check {folder.digest} {around.digest} {near}", partial(check_brief, context, policy, near.clashes))
    return Outcome(
        slug=folder.slug,
        digest=f"{folder.digest} {around.digest}{f' {near.paths}' if near.paths else ''}",
        title=parsed.brief.title,
        status=parsed.brief.status,
        checked=result.checked,
        anchors=tuple(result.anchors.values()),
        findings=Findings((*policy.judge(folder.findings), *result.findings)),
        accepted=result.accepted,
        coverage=result.coverage,
    )


_NOTHING: Any = object()


def remembered(memory: Memory, key: Hashable, make: Callable[[], T]) -> T:
    """What was made before under a key, else what is made now."""
    found: T = memory.get(key, _NOTHING)
    if found is _NOTHING:
        found = memory[key] = make()
    return found


def _digest(folder: Folder) -> str:
    """A digest of all that a folder holds."""
    state = hashlib.sha256(folder.path.encode())
    for group in (folder.files, folder.media):
        for name in sorted(group):
            state.update(f"\0{name}\0{len(group[name])}\0".encode())
            state.update(group[name])
    state.update(repr(sorted(folder.refused.items(), key=lambda entry: entry[0])).encode(errors="surrogatepass"))
    if folder.original:
        state.update(_digest(folder.original).encode())
    return state.hexdigest()
