"""What a publication asks of its briefs: the day, the severity of rules, and what editors have accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, tzinfo

from generator.items import Brief, Item, ItemRef
from generator.items.fields import each
from generator.text.codes import RULES
from generator.text.finding import Finding, Severity


@dataclass(frozen=True)
class Policy:
    """`today` is the day in `zone` that freshness is judged by (none where it is None); `levels` gives codes another severity or `off`."""

    today: date | None = None
    levels: Mapping[str, str] = field(default_factory=dict)
    zone: tzinfo = UTC

    def judge(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        """Findings with the severity that this publication gives them, without those that are off; fixed and kept rules keep their own."""
        for finding in findings:
            rule = RULES[finding.code]
            level = None if rule.fixed or rule.kept else self.levels.get(finding.code)
            if level != "off":
                yield replace(finding, level=Severity(level)) if level else finding


@dataclass(frozen=True)
class Accepted:
    """A finding that an editor has looked at and accepts, with the reason given."""

    finding: Finding
    reason: str


def sort_out(brief: Brief, findings: Iterable[Finding]) -> tuple[list[Finding], list[Accepted]]:
    """What remains, and what a brief and its items accept; a fixed rule accepts nothing.

    The brief itself accepts what is found in no item, or in one that can accept nothing: a key point, a term.
    """
    of_items = {ref: item.accept for ref, _, item in each(brief, Item)}
    remaining: list[Finding] = []
    accepted: list[Accepted] = []
    for finding in findings:
        reasons = of_items.get(finding.item, brief.accept) if finding.item else brief.accept
        reason = None if RULES[finding.code].fixed else reasons.get(finding.code)
        if reason is None:
            remaining.append(finding)
        else:
            accepted.append(Accepted(finding, reason))
    return remaining, accepted


def told_to_readers(brief: Brief, accepted: Iterable[Accepted]) -> Mapping[ItemRef | None, tuple[str, ...]]:
    """The reasons why something is accepted that the promise to readers stands on, by the item that accepts it, or None for the brief."""
    accepting = {ref for ref, _, _ in each(brief, Item)}
    told: dict[ItemRef | None, tuple[str, ...]] = {}
    for entry in accepted:
        by = entry.finding.item if entry.finding.item in accepting else None
        if RULES[entry.finding.code].kept and entry.reason not in told.get(by, ()):
            told[by] = (*told.get(by, ()), entry.reason)
    return told
