"""The page of a brief that cannot be shown as it stands: its findings, for the editor who is looking at it under `serve`."""

from __future__ import annotations

from dataclasses import dataclass

from generator.library.library import Site
from generator.pages.artifacts import Page
from generator.pages.contexts import Context
from generator.pages.renderer import Renderer
from generator.pages.writer import PageWriter
from generator.text.finding import Finding, Findings, Severity

BEFORE, AFTER = 40, 80  # characters of the line that are shown before the words and from them on


@dataclass(frozen=True)
class FindingView:
    """A finding: where and what it is, with its line cut at the words it is about."""

    place: str
    code: str
    severity: str
    message: str
    before: str
    words: str
    after: str
    details: str | None
    fix: str | None

    @property
    def has_line(self) -> bool:
        """Whether there is a line to show."""
        return bool(self.before or self.words or self.after)


@dataclass(frozen=True)
class FindingsPage(Context):
    """The page of a brief that cannot be built, for its editor.

    `below` says what follows: the brief as it was `before`, or as far as an `unfinished` one goes.
    """

    template = "site/findings.html.j2"

    title: str
    findings: tuple[FindingView, ...]
    errors: str
    below: str


def findings_page(site: Site, renderer: Renderer, slug: str, title: str, findings: Findings, below: str = "") -> Page:
    """All findings of one brief with their lines, its errors first."""
    context = FindingsPage(
        site,
        title,
        tuple(_view(finding) for severity in Severity for finding in findings.of(severity)),
        renderer.wordings.of(site.language).ngettext("Not shown: {number} error", "Not shown: {number} errors", findings.errors),
        below,
    )
    html = renderer.render(PageWriter(site, f"{slug}/", site.language), context)
    return Page(f"{slug}/", title, "", site.language, "ltr", html, listed=False, mark="broken")


def _view(finding: Finding) -> FindingView:
    span = finding.span
    line = span.text.line(span.line) if span.text.body else ""
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    left, right = max(0, start - BEFORE), min(end, start + AFTER)
    return FindingView(
        place=f"{span.path}:{span.line}:{span.column}",
        code=finding.code,
        severity=finding.severity.value,
        message=finding.sentence,
        before=("…" if left else "") + line[left:start],
        words=line[start:right],
        after=line[right : start + AFTER] + ("…" if len(line) > start + AFTER else ""),
        details=finding.details,
        fix=finding.fix,
    )
