"""Findings and anchors as JSON, in the form that other people's scripts rely on."""

from __future__ import annotations

import json
from typing import Any

from generator.library.survey import Outcome, Survey
from generator.text.finding import Finding
from generator.text.visible import in_json


def document(survey: Survey) -> str:
    """The whole report as text."""
    findings = survey.findings
    report = json.dumps(
        {
            "findings": [_finding(finding) for finding in findings],
            "briefs": [_brief(outcome) for outcome in survey.outcomes],
            "summary": {"errors": findings.errors, "warnings": findings.warnings, "briefs": len(survey.outcomes)},
        },
        ensure_ascii=False,
        indent=2,
    )
    return in_json(report)


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
