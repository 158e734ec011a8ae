"""All briefs together: which are shown, in what order, and who and what appears where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property, partial
from types import MappingProxyType

from generator.checks.released import is_silent
from generator.items import Brief, ItemRef, Topic
from generator.library.known import KNOWN, Known, Shown, Texts, Whole
from generator.library.public import PublicBrief, connected, led_beyond, public
from generator.library.survey import Later, Memory, Outcome, Survey, later, remembered
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
class Kept:
    """A brief that can be shown though it has errors now, and a digest of what it was made of.

    It is as it was when it had none; or, where it was never `finished`, as far as it goes.
    """

    digest: str
    known: Known
    make: Callable[[], Whole] = field(repr=False, compare=False)
    finished: bool = True


@dataclass(frozen=True)
class Library:
    """The briefs that are shown, newest first. `preview` also shows drafts, embargoed briefs and proposed items.

    `digests` are of what each was made of; `broken` are those that have errors now and are shown as they were before,
    `unfinished` those that are shown as far as they go; `whole` are all others, for when they break: what they lead to in others is
    looked at anew whenever they are shown.
    """

    site: Site
    shown: list[Shown]
    now: datetime
    preview: bool
    digests: Mapping[str, str]
    broken: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()
    whole: Mapping[str, Kept] = field(default_factory=dict)

    def hand_over(self) -> Iterator[Shown]:
        """The briefs, each of which leaves the library, so that it can be forgotten: they are most of what a build has in memory."""
        self.shown.reverse()
        while self.shown:
            yield self.shown.pop()

    @property
    def briefs(self) -> list[PublicBrief]:
        """The briefs as readers get them, in the same order."""
        return [one.public for one in self.shown]

    @cached_property
    def by_slug(self) -> Mapping[str, Shown]:
        return {one.slug: one for one in self.shown}

    @property
    def today(self) -> date:
        """The day that it is at the publication."""
        return self.now.astimezone(self.site.zone).date()

    @property
    def listed(self) -> tuple[Known, ...]:
        """The briefs that indexes name: withdrawn ones keep their address but are not listed."""
        return tuple(one.known for one in self.shown if one.known.status != "withdrawn")

    def mark(self, slug: str, brief: Brief | Known) -> str | None:
        """Why a brief is no ordinary published one: `broken`, `draft`, `review`, `withdrawn`, `embargo`, or None."""
        if slug in self.broken:
            return "broken"
        if brief.status != "published":
            return brief.status
        return "embargo" if _under_embargo(brief, self.site, self.now) else None

    def is_overdue(self, brief: Brief | Known) -> bool:
        """Whether the day on which a brief had to be looked at again has passed."""
        due = brief.review_by
        return due is not None and due < self.today


def collect(
    site: Site,
    survey: Survey,
    now: datetime,
    *,
    preview: bool,
    memory: Memory | None = None,
    before: Mapping[str, Kept] = MappingProxyType({}),
) -> Library:
    """The library of all briefs that may be shown at the instant `now`, and of each what may be shown.

    In a preview one that has errors is shown as it was `before`, or as far as it goes.
    """
    memory = {} if memory is None else memory
    found = {
        outcome.slug: _kept(outcome, site.language, memory, preview=preview)
        for outcome in survey.outcomes
        if outcome.is_whole and (preview or _is_public(outcome, site, now))
    }
    failed = [outcome.slug for outcome in survey.outcomes if preview and not outcome.is_whole and outcome.slug in before]
    found |= {slug: before[slug] for slug in failed}
    broken = frozenset(slug for slug in failed if before[slug].finished)
    others = {slug: one.known for slug, one in found.items()}
    shown = [_shown(one, others) for one in found.values()]
    shown.sort(key=lambda one: one.slug)
    shown.sort(key=lambda one: begins(one.known.last_changed or datetime.min.date(), site.zone), reverse=True)
    digests = {slug: one.digest for slug, one in found.items()}
    unfinished = frozenset(failed) - broken
    whole = {slug: one for slug, one in found.items() if slug not in unfinished} if preview else {}
    return Library(replace(site, topics=survey.topics), shown, now, preview, digests, broken, unfinished, whole)


def _kept(outcome: Outcome, language: str, memory: Memory, *, preview: bool) -> Kept:
    """A brief without errors that may be shown; it is looked at only where nobody has done so before."""
    make = later(memory, f"public {outcome.digest} {preview} {language}", partial(whole_of, outcome, language, preview=preview))
    name = known_name(outcome.digest, language, preview=preview)
    return Kept(outcome.digest, remembered(memory, name, lambda: Known.of(make())), make)


def known_name(digest: str, language: str, *, preview: bool) -> str:
    """Under which name it is remembered what is known of a brief that was made of something with a digest."""
    return f"{KNOWN} {digest} {preview} {language}"


def whole_of(outcome: Outcome, language: str, *, preview: bool) -> Whole:
    """What readers get of a brief without errors, in its own language or else that of its site."""
    checked = outcome.checked
    if checked is None:
        raise ValueError(f"{outcome.slug} has errors")
    made = public(checked, preview=preview, language=language)
    if checked.releases or preview:
        return Whole(made, checked.releases[-1] if checked.releases else None)
    texts = made.said
    return Whole(made, None, hash_of(texts) if is_silent(checked, texts) else None)


def hash_of(texts: Mapping[ItemRef, str]) -> Texts:
    """A hash of texts by their names, whatever their order."""
    return hash(frozenset(texts.items()))


def _shown(one: Kept, others: Mapping[str, Known]) -> Shown:
    """A brief with what it leads to in others."""
    known = one.known
    if not known.crossing and not known.translation_of:
        return Shown(known, known, {}, one.make)
    beyond = led_beyond(known.crossing, others)
    make = Later(partial(_connected, one.make, others))
    if len(beyond) < len(known.crossing):  # words of it are no links any more
        return Shown(Known.of(make()), known, beyond, make)
    return Shown(known if known.translation_of in others else replace(known, translation_of=None), known, beyond, make)


def _connected(make: Callable[[], Whole], others: Mapping[str, Known]) -> Whole:
    made = make()
    return made._replace(public=connected(made.public, others))


def _is_public(brief: Outcome, site: Site, now: datetime) -> bool:
    return brief.status in ("published", "withdrawn") and not _under_embargo(brief, site, now)


def _under_embargo(brief: Brief | Known | Outcome, site: Site, now: datetime) -> bool:
    return brief.embargo is not None and begins(brief.embargo, site.zone) > now
