"""All briefs together: which are shown, in what order, and who and what appears where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.checks import CheckedBrief


@dataclass(frozen=True)
class Site:
    """What pages need to know of the publication: `url` ends with a slash or is empty, `key` is the short name of the key that signs."""

    name: str
    url: str
    language: str
    key: str = ""


@dataclass(frozen=True)
class Library:
    """The briefs that are shown, newest first. `preview` also shows drafts, embargoed briefs and proposed items."""

    site: Site
    briefs: tuple[CheckedBrief, ...]
    today: date
    preview: bool

    @cached_property
    def by_slug(self) -> Mapping[str, CheckedBrief]:
        return {brief.slug: brief for brief in self.briefs}

    @property
    def listed(self) -> tuple[CheckedBrief, ...]:
        """The briefs that indexes name: withdrawn ones keep their address but are not listed."""
        return tuple(brief for brief in self.briefs if brief.brief.status != "withdrawn")

    def mark(self, checked: CheckedBrief) -> str | None:
        """Why a brief is no ordinary published one: `draft`, `review`, `withdrawn`, `embargo`, or None."""
        brief = checked.brief
        if brief.status != "published":
            return brief.status
        return "embargo" if _under_embargo(checked, self.today) else None


def collect(site: Site, checked: Iterable[CheckedBrief], today: date, *, preview: bool) -> Library:
    """The library of all briefs that may be shown on the day `today`."""
    shown = [brief for brief in checked if preview or _public(brief, today)]
    shown.sort(key=lambda brief: brief.slug)
    shown.sort(key=lambda brief: brief.brief.updated or brief.brief.published or date.min, reverse=True)
    return Library(site, tuple(shown), today, preview)


def _public(checked: CheckedBrief, today: date) -> bool:
    return checked.brief.status in ("published", "withdrawn") and not _under_embargo(checked, today)


def _under_embargo(checked: CheckedBrief, today: date) -> bool:
    return checked.brief.embargo is not None and checked.brief.embargo > today
