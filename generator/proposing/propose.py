"""A brief with its proposals: its sources are drafted, and what passes our checks is added to brief.yml, marked `draft: true`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from generator.checks import Policy
from generator.drafting.drafted import Draft
from generator.drafting.segments import Segment
from generator.engine.brief_file import added, item
from generator.engine.brief_text import read_brief
from generator.items import Decisions
from generator.items.fields import identified
from generator.library.survey import Outcome, Parsed, check_folders, parse_folders, surroundings, targets_in
from generator.parsing import Folder, ParsedBrief, SourceText, parse_decisions, parse_shared
from generator.parsing.yaml_file import decode
from generator.proposing.decisions import key_of, keys_of, settled, with_made
from generator.proposing.items import Drafted, proposals
from generator.proposing.proposal import ORDER, Proposal
from generator.proposing.standing import Standing
from generator.proposing.trial import passed
from generator.text.finding import Finding, has_errors
from generator.text.places import Text
from generator.text.yamltree import Mapping as MappingNode
from generator.text.yamltree import Scalar
from generator.text.yamltree import Sequence as SequenceNode

BRIEF = "brief.yml"
DAYS = ("said", "date")
STAND_IN = "report"  # of a source whose kind nobody has decided yet

Drafter = Callable[[str, date | None, Sequence[Segment] | None], Draft]


@dataclass(frozen=True)
class Proposed:
    """The new body of a brief.yml and what is decided on its proposals, the proposals that were made, the sources whose kind is still to be
    decided, those that were read, and those that could not be.

    Where nothing could be read of the brief, `findings` say why.
    """

    body: str
    decisions: Decisions = field(default_factory=Decisions)
    proposals: tuple[Proposal, ...] = ()
    undecided: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    read: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    removed: int = 0  # proposals that were made before, and that the editor has removed


@dataclass(frozen=True)
class Others:
    """The rest of a publication, for the ids that are taken there, and what links lead to."""

    parsed: tuple[Parsed, ...]
    shared_files: Mapping[str, bytes]
    docs_path: str
    policy: Policy

    @classmethod
    def of(cls, folders: Iterable[Folder], shared_files: Mapping[str, bytes], docs_path: str, policy: Policy) -> Others:
        return cls(tuple(parse_folders(folders, {})), shared_files, docs_path, policy)

    def check(self, folder: Folder) -> tuple[Parsed, Outcome]:
        """A brief among the others, parsed and checked."""
        (parsed,) = parse_folders([folder], {})
        together = {one.slug: one for one in (*self.parsed, parsed)}
        notices = {slug: one.notice for slug, one in together.items()}
        around, _ = surroundings(notices, partial(targets_in, together.values()), self.shared_files, self.docs_path, self.policy)
        return parsed, check_folders([parsed], around, {})[0]


def propose(folder: Folder, others: Others, draft: Drafter, day: date, *, again: bool = False) -> Proposed:
    """Draft the sources of a brief, without the proposals that were made before; `again` makes those that were rejected once more.

    BriefFileError where its brief.yml is not one that items can be added to.
    """
    path = f"{folder.path}/{BRIEF}"
    text, unreadable = decode(path, folder.files[BRIEF])
    if text is None:
        return Proposed("", findings=unreadable)
    _, decisions, wrong = parse_decisions(folder)
    if has_errors(wrong):
        return Proposed(text.body, findings=wrong)
    decided, undecided = with_kinds(text)
    parsed, outcome = others.check(with_text(folder, decided))
    if parsed.brief is None:
        return Proposed(text.body, undecided=undecided, findings=parsed.findings)
    standing = _standing(parsed.brief, outcome, others)
    decisions = settled(decisions, parsed.brief, standing, day)
    offered = [
        proposal
        for source in parsed.brief.sources.values()
        for proposal in proposals(
            Drafted(source, draft(source.text.body, source.source.published, _segments(source))), standing, folder.slug
        )
    ]

    def trial(tried: Sequence[Proposal]) -> Outcome:
        return others.check(with_text(folder, with_proposals(decided, tried)))[1]

    rejected = keys_of(one for one in decisions.proposals if one.rejected)
    known = keys_of(decisions.proposals) - (rejected if again else set())
    fresh = [proposal for proposal in offered if key_of(proposal) not in known]
    kept = passed(fresh, trial, len(parsed.brief.brief.timeline))
    return Proposed(
        with_proposals(text, kept).body,
        with_made(decisions, kept, day),
        tuple(kept),
        undecided,
        read=tuple(parsed.brief.sources),
        unread=tuple(one.id for one in parsed.brief.brief.sources if one.id not in parsed.brief.sources),
        removed=sum(key_of(proposal) in rejected & known for proposal in offered),
    )


def with_proposals(text: Text, offered: Iterable[Proposal]) -> Text:
    """A brief.yml with proposals at the end of its lists, each with the mark."""
    by_key = {key: list(found) for key, found in groupby(sorted(offered, key=lambda one: ORDER.index(one.key)), key=lambda one: one.key)}
    for key, found in by_key.items():
        text = replace(text, body=added(text, key, [item({**_dated(one.data), "draft": True}) for one in found]))
    return text


def _dated(data: Mapping[str, Any]) -> dict[str, Any]:
    """An item whose days are days, which YAML writes without quotation marks."""
    return {key: date.fromisoformat(value) if key in DAYS and len(value) == len("2026-01-01") else value for key, value in data.items()}


def with_kinds(text: Text) -> tuple[Text, tuple[str, ...]]:
    """A brief.yml in which every source has a kind, so that it can be read; and the ids of those that got one here."""
    sources = read_brief(text).get("sources")
    body, undecided = text.body, []
    for source in reversed(sources.items if isinstance(sources, SequenceNode) else ()):
        if not isinstance(source, MappingNode) or not source.entries:
            continue
        kind, name = source.get("kind"), source.key("kind")
        if kind is not None and not (isinstance(kind, Scalar) and kind.kind == "null"):
            continue
        first = source.entries[0][0].span.start
        if name is not None:
            place, words = name.span.end + 1, f" {STAND_IN}"
        elif source.span.words.startswith("{"):
            place, words = first, f"kind: {STAND_IN}, "
        else:
            line = body.rfind("\n", 0, first) + 1
            place, words = first, f"kind: {STAND_IN}\n{' ' * (first - line)}"
        body = body[:place] + words + body[place:]
        known = source.get("id")
        undecided.append(known.value if isinstance(known, Scalar) else "?")
    return replace(text, body=body), tuple(reversed(undecided))


def with_text(folder: Folder, text: Text) -> Folder:
    """A brief's folder with another brief.yml."""
    return replace(folder, files={**folder.files, BRIEF: text.body.encode()})


def _standing(parsed: ParsedBrief, outcome: Outcome, others: Others) -> Standing:
    """What the brief has, and what the publication around it has taken."""
    shared = parse_shared(others.shared_files, others.docs_path)[0].actors
    own = {ref.key for ref, _, _ in identified(parsed.brief)}
    elsewhere = {actor for one in others.parsed if one.notice and one.slug != parsed.slug for actor in one.notice.actors}
    return Standing.of(own | {actor.id for actor in shared}, (*shared, *parsed.brief.actors), outcome.anchors, elsewhere)


def _segments(source: SourceText) -> list[Segment] | None:
    """The segments that an editor has given a source, with the lines between them; None where there are none."""
    if not source.source.segments:
        return None
    text = source.text
    lines = ((run, text.line_column(run.start)[0], text.line_column(max(run.start, run.end - 1))[0]) for run in source.runs)
    return [Segment(run.start, run.end, first, last, run.kind, "as brief.yml says") for run, first, last in lines]
