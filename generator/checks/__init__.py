"""The checks: what must hold before a brief may be printed.

`resolution` resolves all cited words, `quoting` those in quotation marks in any text; each other module is one family of rules, over a
`Context` (`PER_BRIEF`) or over what is anchored (`ON_EVIDENCE`); `neighbours` is what a brief has to know of all others, and `policy`
sorts out what a publication and its editors make of the findings. Only this floor makes a `CheckedBrief`, and only of a brief without
errors: whoever holds one need not ask again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from generator.checks import (
    asked,
    attribution,
    beginnings,
    cells,
    contradictions,
    coverage,
    figures,
    footnotes,
    freshness,
    gaps,
    hidden,
    identity,
    independence,
    labels,
    likelihood,
    linked,
    links,
    local,
    nested,
    notes,
    pictures,
    pins,
    polarity,
    proposals,
    publication,
    quoting,
    references,
    released,
    resolution,
    shifted,
    translating,
    truncation,
    typography,
    unused,
    voices,
    weak,
    withheld,
    wordless,
)  # fmt: skip
from generator.checks.context import Anchor, Anchors, CheckedBrief, Context
from generator.checks.contradictions import Clash
from generator.checks.evidence import Anchored
from generator.checks.policy import Accepted, Policy, sort_out, told_to_readers
from generator.prose.coverage import Coverage
from generator.text.finding import Finding, has_errors

__all__ = ["ON_EVIDENCE", "PER_BRIEF", "Accepted", "Anchor", "Anchors", "CheckResult", "CheckedBrief", "Context", "Policy", "check_brief"]

PER_BRIEF: tuple[Callable[[Context], Iterator[Finding]], ...] = (
    identity.check,
    references.check,
    links.check,
    wordless.check,
    pictures.check,
    cells.check,
    footnotes.check,
    notes.check,
    voices.check,
    likelihood.check,
    publication.check,
    released.check,
    proposals.check,
    withheld.check,
    coverage.check,
    freshness.check,
    unused.check,
    translating.check,
)

ON_EVIDENCE: tuple[Callable[[Anchored], Iterator[Finding]], ...] = (
    pins.check,
    hidden.check,
    typography.check,
    truncation.check,
    beginnings.check,
    gaps.check,
    asked.check,
    nested.check,
    figures.check,
    polarity.check,
    shifted.check,
    linked.check,
    attribution.check,
    labels.check,
    independence.check,
    weak.check,
)


@dataclass(frozen=True)
class CheckResult:
    """What checking one brief gave: `checked` is None where a finding is an error; anchors are there all the same."""

    checked: CheckedBrief | None
    anchors: Anchors
    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    coverage: Coverage | None


def check_brief(context: Context, policy: Policy, clashes: Iterable[Clash] = ()) -> CheckResult:
    """All findings of one brief, its anchors, and the checked brief where none of the findings is an error.

    `clashes` are its figures that contradict others, which only a look at all briefs can bring.
    """
    parsed = context.parsed
    anchors, misplaced = resolution.anchor(context)
    anchored = Anchored(context, anchors)
    quoted, unfounded = quoting.resolve(context)
    clashing = (contradictions.finding(parsed, clash) for clash in clashes)
    found = chain(misplaced, unfounded, clashing, *(rule(context) for rule in PER_BRIEF), *(rule(anchored) for rule in ON_EVIDENCE))
    remaining, accepted = sort_out(parsed.brief, policy.judge(finding.within(parsed.slug) for finding in found))
    findings = tuple(translating.own(parsed, remaining))
    refused = resolution.refused(context, findings)
    anchors = {key: anchor for key, anchor in anchors.items() if key not in refused}
    if has_errors(findings) or not parsed.complete or not references.all_there(context):
        return CheckResult(None, anchors, findings, tuple(accepted), context.coverage)
    checked = CheckedBrief(
        slug=parsed.slug,
        brief=parsed.brief,
        article=parsed.article.body if parsed.article else None,
        sources=parsed.sources,
        anchors=anchors,
        quoted=quoted,
        actors=context.actors,
        terms=context.terms,
        media=parsed.media,
        sizes=parsed.sizes,
        coverage=context.coverage,
        reasons=told_to_readers(parsed.brief, accepted),
        releases=parsed.releases,
        paths=local.there(context),
    )
    return CheckResult(checked, anchors, findings, tuple(accepted), context.coverage)
