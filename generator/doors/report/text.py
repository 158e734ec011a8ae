"""Findings for a terminal: place, code and words, the line itself with a caret, the fix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from generator.library.survey import Outcome
from generator.text.finding import Finding, Severity
from generator.text.places import Span

WIDTH = 110  # how much of a long line is shown
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def listing(findings: Iterable[Finding]) -> str:
    """All findings, a blank line between them; colours are stripped by click where they have no place."""
    return "\n\n".join(one(finding) for finding in findings)


def one(finding: Finding) -> str:
    """One finding on several lines."""
    span, severity = finding.span, finding.severity
    place = f"{span.path}:{span.line}:{span.column}"
    kind = click.style(f"{severity} {finding.code}", fg=_COLOURS[severity], bold=True)
    head = f"{click.style(place, bold=True)}: {kind}: {finding.sentence}"
    parts = [head, *_excerpt(span)]
    parts += [f"      {line}" for line in finding.details.splitlines()]
    if finding.fix:
        parts.append(f"      fix: {finding.fix}")
    return "\n".join(parts)


def _excerpt(span: Span) -> list[str]:
    """The line and a caret line under the words, cut around them where the line is long."""
    line = span.text.line(span.line) if span.text.body else ""
    if not line.strip():
        return []
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    left = max(0, min(start - WIDTH // 4, len(line) - WIDTH)) if len(line) > WIDTH else 0
    shown = line[left : left + WIDTH].replace("\t", " ")
    shown = ("…" + shown[1:] if left else shown) + ("…" if left + WIDTH < len(line) else "")
    carets = "^" * max(1, min(end, left + WIDTH) - start)
    number = f"{span.line:>5}"
    return [f"{number} | {shown}", f"      | {' ' * (start - left)}{carets}"]


def report(findings: Sequence[Finding], outcomes: Sequence[Outcome]) -> str:
    """All findings, the coverage of each article, and the totals."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    covered = [f"{outcome.slug}: coverage {outcome.coverage.percent} %" for outcome in outcomes if outcome.coverage]
    accepted = sum(len(outcome.accepted) for outcome in outcomes)
    last = totals(errors, warnings, len(outcomes)) + (f", {accepted} accepted" if accepted else "")
    return "\n\n".join(part for part in (listing(findings), "\n".join(covered), last) if part)


def acceptances(outcomes: Sequence[Outcome]) -> str:
    """What editors have accepted, each with the reason."""
    parts = [f"{one(entry.finding)}\n      accepted: {entry.reason}" for outcome in outcomes for entry in outcome.accepted]
    return "\n\n".join((*parts, f"{_count(len(parts), 'finding')} accepted"))


def totals(errors: int, warnings: int, briefs: int) -> str:
    """The last line."""
    found = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}" if errors or warnings else "no findings"
    return f"{found} in {_count(briefs, 'brief')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
