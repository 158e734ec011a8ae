"""Findings and anchors as JSON, in the form that other people's scripts rely on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.library.survey import Outcome
from generator.text.finding import Finding, Severity


def document(findings: Iterable[Finding], outcomes: Iterable[Outcome]) -> str:
    """The whole report as text."""
    listed, briefs = list(findings), list(outcomes)
    return json.dumps(
        {
            "findings": [_finding(finding) for finding in listed],
            "briefs": [_brief(outcome) for outcome in briefs],
            "summary": {
                "errors": sum(finding.severity is Severity.ERROR for finding in listed),
                "warnings": sum(finding.severity is Severity.WARNING for finding in listed),
                "briefs": len(briefs),
            },
        },
        ensure_ascii=False,
        indent=2,
    )


def _finding(finding: Finding) -> dict[str, Any]:
    span = finding.span
    return {
        "code": finding.code, "severity": finding.severity.value, "message": finding.message, "path": span.path, "line": span.line,
        "column": span.column, "end_line": span.end_line, "end_column": span.end_column, "brief": finding.brief,
        "item": str(finding.item) if finding.item else None, "fix": finding.fix,
    }  # fmt: skip


def _brief(outcome: Outcome) -> dict[str, Any]:
    return {
        "slug": outcome.slug,
        "status": outcome.status,
        "coverage": outcome.coverage.percent if outcome.coverage else None,
        "anchors": [
            {
                "item": str(anchor.item), "source": anchor.source, "path": anchor.path, "start": anchor.start, "end": anchor.end,
                "line": anchor.line, "column": anchor.column, "tier": anchor.tier.value,
            }
            for anchor in outcome.anchors
        ],
    }  # fmt: skip
