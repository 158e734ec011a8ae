"""All briefs together: which are shown, in what order, and who and what appears where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property, partial
from types import MappingProxyType

from generator.items import Brief, Topic
from generator.items.release import Release
from generator.library.public import PublicBrief, connected, public
from generator.library.survey import Memory, Survey, remembered
from generator.text.moments import begins
from generator.text.slugs import slug_as_written


@dataclass(frozen=True)
class Site:
    """What pages need to know of the publication: `url` ends with a slash or is empty; `folders` says that an address of a folder is
    one of the page in it; `key` is the short name of the key that signs its evidence, if one does; `topics` are those that briefs share;
    `corrections_policy` is CommonMark; in `zone` days begin; `card_accent` is the colour of the cards of briefs, empty
    where none are made."""

    name: str
    url: str
    language: str
    folders: bool = True
    key: str = ""
    topics: tuple[Topic, ...] = ()
    corrections_policy: str = ""
    zone: tzinfo = UTC
    card_accent: str = ""

    def topic(self, name: str) -> Topic:
        """The topic that a brief means by a name, which may be one of its other names."""
        return self._topics.get(slug_as_written(name)) or Topic(topic=name)

    @cached_property
    def _topics(self) -> Mapping[str, Topic]:
        return {slug_as_written(name): topic for topic in reversed(self.topics) for name in (topic.topic, *topic.aliases)}


@dataclass(frozen=True)
class Whole:
    """A brief that can be shown though it has errors now, and a digest of what it was made of.

    It is as it was when it had none; or, where it was never `finished`, as far as it goes.
    """

    digest: str
    public: PublicBrief
    finished: bool = True


@dataclass(frozen=True)
class Library:
    """The briefs that are shown, newest first. `preview` also shows drafts, embargoed briefs and proposed items.

    `digests` are of what each was made of; `broken` are those that have errors now and are shown as they were before,
    `unfinished` those that are shown as far as they go; `whole` are all others, for when they break: what they lead to in others is
    looked at anew whenever they are shown. `recorded` is the last release of each that has any.
    """

    site: Site
    briefs: list[PublicBrief]
    now: datetime
    preview: bool
    digests: Mapping[str, str]
    broken: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()
    whole: Mapping[str, Whole] = field(default_factory=dict)
    recorded: Mapping[str, Release] = field(default_factory=dict)

    def hand_over(self) -> Iterator[PublicBrief]:
        """The briefs, each of which leaves the library, so that it can be forgotten: they are most of what a build has in memory."""
        self.briefs.reverse()
        while self.briefs:
            yield self.briefs.pop()

    @cached_property
    def by_slug(self) -> Mapping[str, PublicBrief]:
        return {brief.slug: brief for brief in self.briefs}

    @property
    def today(self) -> date:
        """The day that it is at the publication."""
        return self.now.astimezone(self.site.zone).date()

    @property
    def listed(self) -> tuple[PublicBrief, ...]:
        """The briefs that indexes name: withdrawn ones keep their address but are not listed."""
        return tuple(brief for brief in self.briefs if brief.brief.status != "withdrawn")

    def mark(self, public: PublicBrief) -> str | None:
        """Why a brief is no ordinary published one: `broken`, `draft`, `review`, `withdrawn`, `embargo`, or None."""
        brief = public.brief
        if public.slug in self.broken:
            return "broken"
        if brief.status != "published":
            return brief.status
        return "embargo" if _under_embargo(brief, self.site, self.now) else None

    def is_overdue(self, public: PublicBrief) -> bool:
        """Whether the day on which a brief had to be looked at again has passed."""
        due = public.brief.review_by
        return due is not None and due < self.today


def collect(
    site: Site,
    survey: Survey,
    now: datetime,
    *,
    preview: bool,
    memory: Memory | None = None,
    before: Mapping[str, Whole] = MappingProxyType({}),
) -> Library:
    """The library of all briefs that may be shown at the instant `now`, and of each what may be shown.

    In a preview one that has errors is shown as it was `before`, or as far as it goes.
    """
    memory = {} if memory is None else memory
    found = {
        outcome.slug: Whole(
            outcome.digest,
            remembered(
                memory,
                f"public {outcome.digest} {preview} {site.language}",
                partial(public, outcome.checked, preview=preview, language=site.language),
            ),
        )
        for outcome in survey.outcomes
        if outcome.checked and (preview or _is_public(outcome.checked.brief, site, now))
    }
    failed = [outcome.slug for outcome in survey.outcomes if preview and not outcome.checked and outcome.slug in before]
    found |= {slug: before[slug] for slug in failed}
    broken = frozenset(slug for slug in failed if before[slug].finished)
    by_slug = {slug: one.public for slug, one in found.items()}
    shown = [connected(brief, by_slug) if brief.crossing or brief.brief.translation_of else brief for brief in by_slug.values()]
    shown.sort(key=lambda brief: brief.slug)
    shown.sort(key=lambda brief: _last_changed(brief.brief, site.zone), reverse=True)
    digests = {slug: one.digest for slug, one in found.items()}
    unfinished = frozenset(failed) - broken
    whole = {slug: one for slug, one in found.items() if slug not in unfinished} if preview else {}
    recorded = {checked.slug: checked.releases[-1] for checked in survey.briefs if checked.releases}
    return Library(replace(site, topics=survey.topics), shown, now, preview, digests, broken, unfinished, whole, recorded)


def _last_changed(brief: Brief, zone: tzinfo) -> datetime:
    return begins(brief.updated or brief.published or datetime.min.date(), zone)


def _is_public(brief: Brief, site: Site, now: datetime) -> bool:
    return brief.status in ("published", "withdrawn") and not _under_embargo(brief, site, now)


def _under_embargo(brief: Brief, site: Site, now: datetime) -> bool:
    return brief.embargo is not None and begins(brief.embargo, site.zone) > now
