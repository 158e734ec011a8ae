"""What a publication asks of its briefs: the day, the severity of rules, and what editors have accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.items import Brief, Item, ItemRef
from generator.items.fields import each
from generator.text.codes import RULES
from generator.text.finding import Finding, Severity


@dataclass(frozen=True)
class Policy:
    """`today` is the day that freshness is judged by (not at all where it is None); `levels` gives codes another severity or `off`."""

    today: date | None = None
    levels: Mapping[str, str] = field(default_factory=dict)

    def judge(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        """Findings with the severity that this publication gives them, without those that are off; fixed rules keep their own."""
        for finding in findings:
            level = None if RULES[finding.code].fixed else self.levels.get(finding.code)
            if level != "off":
                yield replace(finding, level=Severity(level)) if level else finding


@dataclass(frozen=True)
class Accepted:
    """A finding that an editor has looked at and accepts, with the reason given."""

    finding: Finding
    reason: str


def sort_out(brief: Brief, findings: Iterable[Finding]) -> tuple[list[Finding], list[Accepted]]:
    """What remains, and what the items of a brief accept; a fixed rule accepts nothing."""
    reasons = _reasons(brief)
    remaining: list[Finding] = []
    accepted: list[Accepted] = []
    for finding in findings:
        reason = None if RULES[finding.code].fixed else reasons.get((finding.item, finding.code))
        if reason is None:
            remaining.append(finding)
        else:
            accepted.append(Accepted(finding, reason))
    return remaining, accepted


def _reasons(brief: Brief) -> dict[tuple[ItemRef | None, str], str]:
    return {(ref, code): reason for ref, _, item in each(brief, Item) for code, reason in item.accept.items()}
