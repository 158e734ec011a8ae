"""What a check has found, as a build of MkDocs says it."""

from __future__ import annotations

import logging

import click
from mkdocs.exceptions import PluginError

from generator.doors.counts import count
from generator.doors.report import text
from generator.library.survey import Survey
from generator.text.codes import RULES
from generator.text.finding import Severity


def report(survey: Survey, log: logging.LoggerAdapter[logging.Logger], *, serving: bool) -> None:
    """Say in the log what was found: warnings of judgement by their number only.

    Raises PluginError with all errors, where there are some; under `serve` they are in the log, and on the brief's page.
    """
    errors, warnings = survey.findings.of(Severity.ERROR), survey.findings.of(Severity.WARNING)
    of_judgement = sum(RULES[finding.code].judgement for finding in warnings)
    for finding in warnings:
        if not RULES[finding.code].judgement:
            log.warning("\n%s", click.unstyle(text.one(finding)))
    if of_judgement:
        log.info("%s: `briefs check` shows them", count(of_judgement, "warning of judgement", "warnings of judgement"))
    if not errors:
        return
    listing = f"{click.unstyle(text.listing(errors))}\n\n{text.totals(errors, len(survey.outcomes))}"
    if not serving:
        raise PluginError(f"\n{listing}")
    log.error("\n%s", listing)
