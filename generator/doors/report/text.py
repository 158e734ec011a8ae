"""Findings for a terminal: place, code and words, the line itself with a caret, the fix."""

from __future__ import annotations

from collections.abc import Iterable

import click

from generator.library.survey import Survey
from generator.text.finding import Finding, Findings, Severity
from generator.text.places import Span
from generator.text.visible import lines, words

WIDTH = 110  # how much of a long line is shown
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def listing(findings: Iterable[Finding]) -> str:
    """All findings, a blank line between them; colours are stripped by click where they have no place."""
    return "\n\n".join(one(finding) for finding in findings)


def one(finding: Finding) -> str:
    """One finding on several lines."""
    span, severity = finding.span, finding.severity
    line, column = span.text.line_column(span.start)
    place = f"{words(span.path)}:{line}:{column}"
    kind = click.style(f"{severity} {finding.code}", fg=_COLOURS[severity], bold=True)
    head = f"{click.style(place, bold=True)}: {kind}: {words(finding.sentence)}"
    parts = [head, *_excerpt(span, line, column)]
    parts += [lines(f"      {words(line)}") for line in finding.details.splitlines()]
    if finding.fix:
        parts.append(f"      fix: {words(finding.fix)}")
    return "\n".join(parts)


def _excerpt(span: Span, number: int, column: int) -> list[str]:
    """The line where a span begins and a caret line under the words, cut around them where the line is long."""
    line = span.text.line(number) if span.text.body else ""
    if not line.strip():
        return []
    start = column - 1
    end_line, end_column = span.text.line_column(span.end)
    end = end_column - 1 if end_line == number else len(line)
    left = max(0, min(start - WIDTH // 4, len(line) - WIDTH)) if len(line) > WIDTH else 0
    shown = words(line[left : left + WIDTH].replace("\t", " "))
    shown = ("…" + shown[1:] if left else shown) + ("…" if left + WIDTH < len(line) else "")
    carets = "^" * max(1, min(end, left + WIDTH) - start)
    return [f"{number:>5} | {shown}", f"      | {' ' * (start - left)}{carets}"]


def report(survey: Survey) -> str:
    """All findings, the coverage of each article, and the totals."""
    covered = [f"{words(outcome.slug)}: coverage {outcome.coverage.percent} %" for outcome in survey.outcomes if outcome.coverage]
    accepted = sum(len(outcome.accepted) for outcome in survey.outcomes)
    last = totals(survey.findings, len(survey.outcomes)) + (f", {accepted} accepted" if accepted else "")
    return "\n\n".join(part for part in (listing(survey.findings), "\n".join(covered), last) if part)


def acceptances(survey: Survey) -> str:
    """What editors have accepted, each with the reason."""
    parts = [f"{one(entry.finding)}\n      accepted: {words(entry.reason)}" for outcome in survey.outcomes for entry in outcome.accepted]
    return "\n\n".join((*parts, f"{_count(len(parts), 'finding')} accepted"))


def totals(findings: Findings, briefs: int) -> str:
    """The last line."""
    errors, warnings = findings.errors, findings.warnings
    found = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}" if errors or warnings else "no findings"
    return f"{found} in {_count(briefs, 'brief')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
