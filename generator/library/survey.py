"""From a publication's folders to what became of each: parse every brief, let them know of each other, check every brief.

The steps are functions of their own, so that a conductor may divide the briefs among processes: only the step between them,
`surroundings`, looks at all. A `Memory` may be handed in to keep what has not changed since the last run; it is keyed by content, so
forgetting it changes nothing but the time it takes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from typing import Any, Generic, NamedTuple, TypeVar

from generator.checks import Accepted, Anchor, CheckedBrief, CheckResult, Context, Policy, check_brief
from generator.checks.neighbours import Neighbours, Notice, neighbours
from generator.checks.paths import FindFiles, anywhere
from generator.checks.target import Target, targets
from generator.items import CrossRef, Topic
from generator.parsing import Folder, ParsedBrief, Shared, original_of, parse_brief, parse_shared
from generator.parsing.releases import RELEASES
from generator.prose.coverage import Coverage
from generator.text.finding import Finding, Findings

Memory = dict[Hashable, Any]
T = TypeVar("T")


PARSED, LED_TO, CHECKED = "parsed", "led-to", "checked"  # how the names begin of what is kept: `Noted`, `Targets`, `Judged`


class Noted(NamedTuple):
    """What is found in a folder when it is parsed, but for the brief: `notice` is None where nothing of it could be read."""

    notice: Notice | None
    findings: tuple[Finding, ...]
    translates: str | None


class Targets(NamedTuple):
    """What there is of some names in a brief."""

    found: Mapping[CrossRef, Target]


class Judged(NamedTuple):
    """What is found of a brief when it is checked, but for the checked brief: whether there is one."""

    title: str
    status: str
    embargo: date | None
    is_whole: bool
    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    coverage: Coverage | None


class Later(Generic[T]):
    """A value that is made when it is first asked for; what it is made of is then let go."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make

    def __call__(self) -> T:
        if self._make is not None:
            self._made = self._make()
            self._make = None
        return self._made


@dataclass(frozen=True)
class Outcome:
    """What became of one folder: `is_whole` says that there are no errors, `title` is the best name known.

    The first word of `digest` is that of the folder. `result` is what checking it gives; where nothing has changed since an earlier run,
    that is looked at only if somebody asks for it.
    """

    slug: str
    digest: str
    title: str
    status: str
    is_whole: bool
    result: Callable[[], CheckResult | None] = field(repr=False, compare=False)
    findings: Findings
    accepted: tuple[Accepted, ...] = ()
    coverage: Coverage | None = None
    embargo: date | None = None

    @property
    def checked(self) -> CheckedBrief | None:
        """The checked brief; None where there are errors."""
        result = self.result() if self.is_whole else None
        return result.checked if result else None

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Where what it cites stands."""
        result = self.result()
        return tuple(result.anchors.values()) if result else ()

    def without_brief(self) -> Outcome:
        """The same without the checked brief."""
        result = self.result()
        return replace(self, is_whole=False, result=partial(itself, replace(result, checked=None) if result else None))


def itself(value: T) -> T:
    """A value that is there already."""
    return value


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
        """The briefs without errors."""
        return tuple(checked for outcome in self.outcomes if (checked := outcome.checked))

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
    """A folder as it was parsed: `digest` is of all that it holds, `translates` the brief from which it takes what it leaves out.

    Where nothing has changed since an earlier run, its brief is read only if somebody asks for it.
    """

    slug: str
    digest: str
    notice: Notice | None
    findings: tuple[Finding, ...]
    translates: str | None
    read: Callable[[], ParsedBrief | None] = field(repr=False, compare=False)

    @property
    def brief(self) -> ParsedBrief | None:
        """The brief; None where nothing of it could be read."""
        return self.read()


@dataclass(frozen=True)
class Surroundings:
    """What the checks of a brief know of the rest of its publication."""

    shared: Shared
    neighbours: Mapping[str, Neighbours]
    policy: Policy
    digest: str  # of everything here but for the neighbours
    lasting: str  # the same without the day, which changes what is found and nothing else


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
    around, shared_findings = surroundings(
        notices, partial(_targets_in, parsed, memory, shared_files), shared_files, docs_path, policy, files
    )
    parsed.reverse()
    return Survey(check_folders((parsed.pop() for _ in notices), around, memory), shared_findings, around.shared.topics)


def parse_folders(folders: Iterable[Folder], memory: Memory) -> list[Parsed]:
    """Every folder parsed."""
    digests = ((folder, _digest(folder)) for folder in folders)
    return [remembered(memory, _parsed(digest), partial(_parse, folder, digest, memory)) for folder, digest in digests]


def recalled(digest: str, memory: Memory) -> Parsed | None:
    """The folder that was parsed under a digest, where it is remembered."""
    return memory.get(_parsed(digest))


def _parsed(digest: str) -> str:
    """The key under which a parsed folder is remembered."""
    return f"parse {digest}"


def _parse(folder: Folder, digest: str, memory: Memory) -> Parsed:
    name = f"{PARSED} {digest}"
    noted: Noted | None = memory.get(name)
    if noted is not None:
        return Parsed(folder.slug, digest, *noted, Later(lambda: parse_brief(folder)[0]))
    brief, found = parse_brief(folder)
    noted = memory[name] = Noted(Notice.of(brief) if brief else None, found, original_of(folder.files.get("brief.yml", b"")))
    return Parsed(folder.slug, digest, *noted, partial(itself, brief))


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


def _targets_in(
    parsed: Iterable[Parsed], memory: Memory, shared_files: Mapping[str, bytes], wanted: frozenset[CrossRef], shared: Shared
) -> Mapping[CrossRef, Target]:
    """The same, of which each folder is asked once for the same names."""
    beside = hashlib.sha256(repr(shared_files).encode()).hexdigest()
    by_slug: dict[str, list[CrossRef]] = {}
    for name in sorted(wanted, key=str):
        by_slug.setdefault(name.brief, []).append(name)
    found: dict[CrossRef, Target] = {}
    for folder in parsed:
        if names := by_slug.get(folder.slug):
            key = f"{LED_TO} {folder.digest} {beside} {' '.join(map(str, names))}"
            make = partial(targets_in, [folder], frozenset(names), shared)
            found |= remembered(memory, key, lambda make=make: Targets(make())).found  # type: ignore[misc]
    return found


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
    lasting = hashlib.sha256(repr((shared_files, replace(policy, today=None))).encode()).hexdigest()
    read = [notice for notice in notices.values() if notice]
    wanted = frozenset(name for notice in read for name in notice.names)
    paths = frozenset(path for notice in read for path in notice.paths)
    near = neighbours(read, find(wanted, shared) if wanted else {}, files(paths) if paths else {}, notices, shared, docs_path)
    return Surroundings(shared, near, policy, f"{lasting} {policy.today}", lasting), Findings(policy.judge(found))


def check_folders(parsed: Iterable[Parsed], around: Surroundings, memory: Memory) -> tuple[Outcome, ...]:
    """Every parsed folder checked."""
    return tuple(_check(folder, around, memory) for folder in parsed)


def _check(folder: Parsed, around: Surroundings, memory: Memory) -> Outcome:
    policy = around.policy
    if folder.notice is None:
        found = Findings(policy.judge(folder.findings))
        return Outcome(folder.slug, folder.digest, folder.slug, "draft", is_whole=False, result=partial(itself, None), findings=found)
    near = around.neighbours.get(folder.slug, Neighbours())
    name = f"{folder.digest} {around.digest} {near}"
    result = later(memory, f"check {name}", partial(_result, folder.read, around, near))
    judged = remembered(memory, f"{CHECKED} {name}", lambda: _judged(folder.read(), result()))
    beyond = f" {near.beyond} {near.paths}" if near.beyond or near.paths else ""
    return Outcome(
        slug=folder.slug,
        digest=f"{folder.digest} {around.lasting}{beyond}",
        title=judged.title,
        status=judged.status,
        is_whole=judged.is_whole,
        result=result,
        findings=Findings((*policy.judge(folder.findings), *judged.findings)),
        accepted=judged.accepted,
        coverage=judged.coverage,
        embargo=judged.embargo,
    )


def _result(read: Callable[[], ParsedBrief | None], around: Surroundings, near: Neighbours) -> CheckResult | None:
    parsed, policy = read(), around.policy
    if parsed is None:
        return None
    context = Context(parsed, around.shared, near.taken, near.beyond, policy.today, policy.zone, near.paths)
    return check_brief(context, policy, near.clashes)


def _judged(parsed: ParsedBrief | None, result: CheckResult | None) -> Judged:
    if parsed is None or result is None:
        raise ValueError("a brief of which there is a notice has been read")
    brief = parsed.brief
    is_whole = result.checked is not None
    return Judged(brief.title, brief.status, brief.embargo, is_whole, result.findings, result.accepted, result.coverage)


_NOTHING: Any = object()


def remembered(memory: Memory, key: Hashable, make: Callable[[], T]) -> T:
    """What was made before under a key, else what is made now."""
    found: T = memory.get(key, _NOTHING)
    if found is _NOTHING:
        found = memory[key] = make()
    return found


def later(memory: Memory, key: Hashable, make: Callable[[], T]) -> Later[T]:
    """What was made before under a key, else what is made once somebody asks; a memory that forgets what nobody asks for keeps it."""
    found: T = memory.get(key, _NOTHING)
    return Later(partial(remembered, memory, key, make) if found is _NOTHING else partial(itself, found))


def with_releases(digest: str, releases: Mapping[str, bytes]) -> str:
    """A digest of a folder, from one of all else that it holds and from its releases, by their names."""
    parts = (f"\0{name}\0{hashlib.sha256(releases[name]).hexdigest()}" for name in sorted(releases))
    return hashlib.sha256("".join((digest, *parts)).encode()).hexdigest() if releases else digest


def _digest(folder: Folder) -> str:
    """A digest of all that a folder holds."""
    return with_releases(_own_digest(folder), {name: content for name, content in folder.files.items() if name.startswith(RELEASES)})


def _own_digest(folder: Folder) -> str:
    """A digest of all that a folder holds but its releases; those of the brief that it translates are never looked at."""
    state = hashlib.sha256(folder.path.encode())
    for group in (folder.files, folder.media):
        for name in sorted(name for name in group if not name.startswith(RELEASES)):
            state.update(f"\0{name}\0{len(group[name])}\0".encode())
            state.update(group[name])
    state.update(repr(sorted(folder.refused.items(), key=lambda entry: entry[0])).encode(errors="surrogatepass"))
    if folder.original:
        state.update(_own_digest(folder.original).encode())
    return state.hexdigest()
