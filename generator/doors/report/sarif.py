"""Findings as SARIF (Static Analysis Results Interchange Format, OASIS, version 2.1.0)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.text.codes import RULES
from generator.text.finding import Finding, Severity
from generator.text.visible import in_json

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LEVEL_OF_RULE = {"error": "error", "warning": "warning", "info": "note"}


def log(findings: Iterable[Finding]) -> str:
    """A log of one run; columns count code points."""
    codes = {code: index for index, code in enumerate(RULES)}
    run = {
        "tool": {
            "driver": {
                "name": "briefs",
                "version": __version__,
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The folder of mkdocs.yml."}}},
        "results": [_result(finding, codes[finding.code]) for finding in findings],
    }
    return in_json(json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False))


_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def _rule(code: str) -> dict[str, Any]:
    rule = RULES[code]
    return {"id": code, "shortDescription": {"text": rule.holds}, "defaultConfiguration": {"level": _LEVEL_OF_RULE[rule.severity]}}


def _result(finding: Finding, index: int) -> dict[str, Any]:
    span = finding.span
    region = {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}
    artifact = {"uri": quote(span.path, errors="surrogateescape"), "uriBaseId": "ROOT"}
    text = finding.message if finding.fix is None else f"{finding.message}\nfix: {finding.fix}"
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "properties": {"brief": finding.brief, "item": str(finding.item) if finding.item else None},
    }
