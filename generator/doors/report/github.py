"""Findings as GitHub's workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable

from generator.text.finding import Finding, Severity
from generator.text.visible import words

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def commands(findings: Iterable[Finding]) -> str:
    """One command for each finding, a line each."""
    return "\n".join(_command(finding) for finding in findings)


def _command(finding: Finding) -> str:
    span = finding.span
    place = {
        "file": span.path,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": f"{finding.code} {finding.item or finding.brief or ''}".strip(),
    }
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
    text = finding.message if finding.fix is None else f"{finding.message}\nfix: {finding.fix}"
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return "%0A".join(words(line) for line in text.replace("%", "%25").split("\n"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
