"""The checks: what must hold before a brief may be printed.

Floor 4. `anchoring` resolves all cited words; each other module is one family of rules over a `Context`, in
the order of `PER_BRIEF`. Only this floor
makes a `CheckedBrief`, and only of a brief without errors: whoever holds one need not ask again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from generator.checks import anchoring, identity, links, pins, publication, references, unused
from generator.checks.checked import Anchor, CheckedBrief, Context
from generator.finding import Finding, has_errors, in_order

__all__ = ["PER_BRIEF", "Anchor", "CheckResult", "CheckedBrief", "Context", "check"]

PER_BRIEF: tuple[Callable[[Context], Iterator[Finding]], ...] = (
    identity.check,
    references.check,
    links.check,
    pins.check,
    publication.check,
    unused.check,
)


@dataclass(frozen=True)
class CheckResult:
    """What checking one brief gave: `checked` is None where a finding is an error; anchors are there all the same."""

    checked: CheckedBrief | None
    anchors: Mapping[tuple[str, int], Anchor]
    findings: tuple[Finding, ...]


def check(context: Context) -> CheckResult:
    """All findings of one brief, its anchors, and the checked brief where none of the findings is an error."""
    parsed = context.parsed
    anchors, misplaced = anchoring.anchor(context)
    found = chain(misplaced, chain.from_iterable(rule(context) for rule in PER_BRIEF))
    findings = in_order(finding.within(parsed.slug) for finding in found)
    if has_errors(findings) or not parsed.complete or not references.all_there(context):
        return CheckResult(None, anchors, findings)
    checked = CheckedBrief(
        slug=parsed.slug,
        brief=parsed.brief,
        article=parsed.article.body if parsed.article else None,
        sources=parsed.sources,
        anchors=anchors,
        actors=context.actors,
        terms=context.terms,
        media=parsed.media,
    )
    return CheckResult(checked, anchors, findings)
