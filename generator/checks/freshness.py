"""B501–B505: what is due by the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from generator.checks.context import Context
from generator.items import Question, Source
from generator.items.fields import each
from generator.text.finding import Finding
from generator.text.moments import day_of


def check(context: Context) -> Iterator[Finding]:
    """Reviews, open questions, embargoes, days to come and missing archive links; a day that is named is itself still in time."""
    parsed, brief, today = context.parsed, context.parsed.brief, context.today
    if brief.status == "withdrawn":
        return
    if today and brief.review_by and brief.review_by < today:
        yield Finding("B501", f"the review was due on {brief.review_by}", parsed.span("review_by"), "review the brief, and set a new day")
    for ref, location, question in each(brief, Question):
        if today and question.status != "answered" and question.review_by and question.review_by < today:
            span = parsed.span(*location, "review_by")
            owner = f" ({question.owner})" if question.owner else ""
            message = f"this question was to be looked at by {question.review_by}{owner}"
            yield Finding("B502", message, span, "say what is known now, and set a new day", item=ref)
    if brief.status != "published":
        return
    if today and brief.embargo and day_of(brief.embargo, context.zone) >= today:
        yield Finding("B503", _embargo(brief.embargo, today, context.zone), parsed.span("embargo"))
    elif today and brief.published and day_of(brief.published, context.zone) > today:
        message = f"the brief is public already on {today}, whatever day this names: only an embargo keeps it back"
        yield Finding("B505", message, parsed.span("published"), f"keep it back until then: `embargo: {_written(brief.published)}`")
    for ref, location, source in each(brief, Source):
        if source.url and not source.archive_url:
            message = f"the source `{source.id}` has no archived copy"
            span = parsed.span(*location, "url")
            yield Finding("B504", message, span, "archive the page, and add `archive_url:`", item=ref)


def _embargo(embargo: date, today: date, zone: tzinfo) -> str:
    """What an embargo is on a day: that of a time lifts in its course."""
    days = (day_of(embargo, zone) - today).days
    if days == 0:
        when = f" at {embargo.astimezone(zone):%H:%M}" if isinstance(embargo, datetime) else ""
        return f"the embargo lifts today{when}, {_written(embargo)}: the brief is public{' from then on' if when else ''}"
    return f"under embargo until {_written(embargo)}: {days} day{'' if days == 1 else 's'} to go"


def _written(when: date) -> str:
    return when.isoformat(timespec="minutes") if isinstance(when, datetime) else str(when)
